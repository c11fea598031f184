import { parley } from '../called.ts'
import { newId } from '../comments/ids.ts'
import { cleanName } from '../comments/text.ts'
import type { Config } from '../config.ts'
import { ROLES, type Role } from '../contract.ts'
import { makeDeskLink } from '../people/desk-session.ts'
import { ensureOwner } from '../people/owner.ts'
import type { PersonRow } from '../store/people.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'
import { inWords } from './people.ts'

/** `parley link`: a one-time link to the desk; for the owner, or for somebody who is made a moderator or an owner by it. */
export async function deskLink(
  config: Pick<Config, 'origin'>,
  store: Store,
  { name, site, role }: Command['flags'],
  say: Say,
): Promise<void> {
  const sites = (await store.sites.list()).map(({ id }) => id)
  if (site !== undefined && !sites.includes(site))
    throw new Usage(`There is no site “${site}”; there are: ${sites.join(', ') || 'none'}.`)
  if (name === undefined && (site !== undefined || role !== undefined))
    throw new Usage('Without --name the link is the owner’s, who owns every site. Say for whom: --name NAME')
  if (role !== undefined && !isRole(role)) throw new Usage('--role is owner or moderator.')
  const owner = await ensureOwner(store, sites)
  const person = name === undefined ? owner : await somebody(store, name, { sites, site, role })
  const roles = await store.people.heldBy(person.id)
  if (roles.length === 0 && person.id !== owner.id) {
    throw new Usage(`${person.name} has no role on any site, and would find nothing at the desk. Give one: --site ID`)
  }
  const address = await makeDeskLink({ store, clock: Date.now, config }, person.id)
  const elsewhere = 'If Parley runs at another address, give PORT or PARLEY_ORIGIN here as at its start.'
  const held = inWords(roles, person.id === owner.id)
  const title = `The desk, as ${person.name}, ${held} (this link works once, for 15 minutes):`
  say([title, `  ${address}`, elsewhere], { name: person.name, roles, desk: address })
}

/**
 * The person of this name, with the role that is asked for: somebody new gets it on every site where none is named, and
 * who is known keeps the roles that there are.
 * @throws Usage
 */
async function somebody(
  store: Store,
  typed: string,
  { sites, site, role }: { sites: readonly string[]; site: string | undefined; role: Role | undefined },
): Promise<PersonRow> {
  const name = cleanName(typed)
  if (name === null) throw new Usage('--name must be 1 to 60 characters.')
  const known = await store.people.named(name)
  if (!known && (await store.people.isTaken(name))) {
    throw new Usage(`${name} is a key for programs, which has no desk: ${parley()} key list --site ID`)
  }
  if (known && site === undefined) {
    if (role === undefined) return known
    throw new Usage(`${name} is known here already. Say on which site to be ${role}: --site ID`)
  }
  if (sites.length === 0) throw new Usage(`There is no site yet: ${parley()} site add ID --name NAME --origin ORIGIN`)
  const now = Date.now()
  const person = known ?? (await store.people.ensure(newId(now), name, now))
  await store.people.grant(person.id, site === undefined ? sites : [site], role ?? 'moderator')
  return person
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)
