import { parley } from '../called.ts'
import type { Deps } from '../deps.ts'
import { ensureHostKey, hostKey, keyId } from '../people/host-keys.ts'
import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'
import { unknownSite } from './sites.ts'

/**
 * `parley site key`: the keys with which the site's own login signs its readers; `--new` makes the next one, `--end` ends
 * one, so that a site can go from one to the other while both count.
 * @param secret the installation's
 */
export async function siteKeys(
  store: Store,
  secret: string,
  id: string | undefined,
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const site = id && (await store.sites.find(id))
  if (!site) throw new Usage(unknownSite(id))
  const now = Date.now()
  if (flags.end !== undefined && !(await store.siteKeys.end(site.id, flags.end, now))) {
    throw new Usage(`${site.id} has no key “${flags.end}” that counts.`)
  }
  const config = { secret } as Deps['config']
  if (flags.new && !(await store.siteKeys.add(site.id, keyId(now), now))) {
    throw new Usage(
      `${site.id} has two keys already: end the older one with --end when nothing signs with it any more.`,
    )
  }
  if (flags.end === undefined && !flags.new) await ensureHostKey({ store, clock: Date.now, config }, site.id)
  const keys = (await store.siteKeys.living(site.id, now)).map(kid => ({ kid, key: hostKey(secret, site.id, kid) }))
  say(
    keys.length === 0
      ? `No key counts for ${site.id} now; ${parley()} site key ${site.id} makes one.`
      : [
          `Your login signs its readers of ${site.id} with HS256 and one of these, as text; all that are listed count, and each is a secret:`,
          ...keys.map(({ kid, key }) => `  ${kid}  ${key}`),
        ],
    { site: site.id, keys },
  )
}
