import { newId } from '../comments/ids.ts'
import { cleanName } from '../comments/text.ts'
import type { Config } from '../config.ts'
import { ROLES, type Role } from '../contract.ts'
import { makeDeskLink } from '../people/desk-session.ts'
import { ensureOwner } from '../people/owner.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'

/** `parley link`: a one-time link to the desk; for the owner, or for somebody who is made a moderator or an owner by it. */
export async function deskLink(
  config: Pick<Config, 'origin'>,
  store: Store,
  { name, site, role = 'moderator' }: Command['flags'],
  say: Say,
): Promise<void> {
  const sites = (await store.sites.list()).map(({ id }) => id)
  if (site !== undefined && !sites.includes(site))
    throw new Usage(`There is no site “${site}”; there are: ${sites.join(', ') || 'none'}.`)
  if (!(ROLES as readonly string[]).includes(role)) throw new Usage('--role is owner or moderator.')
  const now = Date.now()
  let person = await ensureOwner(store, sites)
  if (name !== undefined) {
    const known = cleanName(name)
    if (known === null) throw new Usage('--name must be 1 to 60 characters.')
    person = await store.people.ensure(newId(now), known, now)
    await store.people.grant(person.id, site === undefined ? sites : [site], role as Role)
  }
  const address = await makeDeskLink({ store, clock: Date.now, config }, person.id)
  const elsewhere = 'If Parley runs at another address, give PORT or PARLEY_ORIGIN here as at its start.'
  say([`The desk, as ${person.name} (this link works once, for 15 minutes):`, `  ${address}`, elsewhere], {
    name: person.name,
    desk: address,
  })
}
