import { parley } from '../called.ts'
import { KEY_SCOPES, type KeyScope } from '../contract.ts'
import { makeKey } from '../people/api-keys.ts'
import { ensureOwner } from '../people/owner.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'
import { siteAsked } from './sites.ts'

const day = (at: number) => new Date(at).toISOString().slice(0, 10)

/** `parley key add`: makes a key for programs and prints it, once. It counts as made by the installation's owner. */
export async function addKey(store: Store, name: string | undefined, flags: Command['flags'], say: Say) {
  const { id: site } = await siteAsked(store, flags)
  const { scope = 'read', days } = flags
  if (!name)
    throw new Usage(`Give it a name: ${parley()} key add NAME --site ID --scope read|moderate|manage [--days N]`)
  if (!isScope(scope)) throw new Usage(`“${scope}” is no scope: ${KEY_SCOPES.join(', ')}.`)
  if (days !== undefined && !/^[1-9]\d{0,3}$/.test(days)) throw new Usage('--days takes a number of days, such as 90.')
  const owner = await ensureOwner(store, [site])
  const asked = { site, name, scope, days: days === undefined ? null : Number(days) }
  const { key, token } = await makeKey({ store, clock: Date.now }, asked, owner.id)
  const end = key.expiresAt === null ? 'until it is removed' : `until ${day(key.expiresAt)}`
  say([`${key.name} may ${scope} on ${site} ${end}. This is the only time that the key is shown:`, `  ${token}`], {
    key,
    token,
  })
}

/** `parley key list`: the keys of a site, and when each was used last. */
export async function listKeys(store: Store, flags: Command['flags'], say: Say) {
  const { id: site } = await siteAsked(store, flags)
  const keys = await store.apiKeys.list(site, Date.now())
  const used = (at: number | null) => (at === null ? 'never used' : `last used ${day(at)}`)
  const ends = { expired: 'its time is over', maker: 'ended: who made it owns the site no more' }
  say(
    keys.length === 0
      ? `${site} has no keys.`
      : keys.map(
          ({ id, name, scope, by, expiresAt, usedAt, ended }) =>
            `${id}  ${name}  ${scope}  by ${by}  ${used(usedAt)}  ${
              ended ? ends[ended] : expiresAt === null ? 'no end' : `until ${day(expiresAt)}`
            }`,
        ),
    { site, keys },
  )
}

/** `parley key remove`: ends a key, with its next request; named by its id, or by its name, which no other key of the site has. */
export async function removeKey(store: Store, typed: string | undefined, flags: Command['flags'], say: Say) {
  const { id: site } = await siteAsked(store, flags)
  const keys = await store.apiKeys.list(site, Date.now())
  const key = keys.find(({ id }) => id === typed) ?? keys.find(({ name }) => name === typed)
  if (!key || !(await store.apiKeys.remove(key.id, site))) {
    throw new Usage(`${site} has no key “${typed ?? ''}”: ${parley()} key list --site ${site} shows them.`)
  }
  say(`The key ${key.id} (${key.name}) no longer counts on ${site}.`, { site, id: key.id, name: key.name })
}

const isScope = (scope: string): scope is KeyScope => KEY_SCOPES.includes(scope as KeyScope)
