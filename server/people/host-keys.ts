import type { Deps } from '../deps.ts'
import { signed } from './secrets.ts'

/**
 * The key with which a site's own login signs (HS256): 43 characters, made from the installation's secret and the key's
 * id, so that none is stored. It is used as text: its bytes are those of its characters.
 */
export function hostKey(secret: string, site: string, id: string): string {
  return signed(secret, JSON.stringify(['host login', site, id]))
}

/** The site's key in use, made where it has none. */
export async function ensureHostKey(
  { store, clock, config }: Pick<Deps, 'store' | 'clock' | 'config'>,
  site: string,
): Promise<{ id: string; key: string }> {
  const now = clock()
  await store.siteKeys.add(site, keyId(now), now, 1)
  const id = (await store.siteKeys.living(site, now)).at(-1)!
  return { id, key: hostKey(config.secret, site, id) }
}

/** An id for a key made now; later ones sort behind. */
export const keyId = (now: number): string => `k${now.toString(36)}`
