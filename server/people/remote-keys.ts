import type { FetchImplementation, JWTVerifyGetKey } from 'jose'
import type { Deps } from '../deps.ts'

/** Sets of public keys that are remembered at the most. */
const MOST = 200

const KNOWN = new WeakMap<Deps['store'], Map<string, JWTVerifyGetKey>>()

/**
 * The public keys at an address (JWKS, RFC 7517). They are asked for when the first token comes, and again for a key that
 * is not among them, though not twice within half a minute.
 * @param address of the set of keys
 * @returns what finds the key of a token; it throws what the door to other servers throws
 */
export async function remoteKeys(deps: Pick<Deps, 'fetch' | 'store'>, address: string): Promise<JWTVerifyGetKey> {
  const known = KNOWN.get(deps.store) ?? new Map<string, JWTVerifyGetKey>()
  KNOWN.set(deps.store, known)
  const found = known.get(address)
  if (found) return found
  const { createRemoteJWKSet, customFetch } = await import('jose')
  const ask: FetchImplementation = (url, { headers, method }) => deps.fetch(url, { headers, method })
  const keys = createRemoteJWKSet(new URL(address), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    [customFetch]: ask,
  })
  known.set(address, keys)
  if (known.size > MOST) known.delete(known.keys().next().value!)
  return keys
}
