import type { Deps } from '../deps.ts'
import { keyed64, randomToken, secretsOf } from '../people/secrets.ts'
import { publicClientOf } from './client.ts'

/**
 * Stands for a client's network without naming it: 8 bytes of HMAC-SHA-256 of an IPv4 address or an IPv6 /64, under the
 * installation's secret and a random salt of the day. A salt is deleted after two days; what was hashed with it can then
 * no longer be told from chance.
 * An address of a private network is that of a proxy which the owner has not named, and would stand for everybody.
 * @returns 16 hexadecimal digits as it is hashed today, then as it was yesterday, and under secrets that were changed; nothing where the client is not known
 */
export async function networksOf(
  { store, config }: Pick<Deps, 'store' | 'config'>,
  client: string | null,
  now: number,
): Promise<string[]> {
  if (client === null || publicClientOf(client.replace('/64', '')) === null) return []
  const salts = await store.networks.salts(now, randomToken())
  return secretsOf(config).flatMap(secret =>
    salts.map(salt =>
      keyed64(secret, JSON.stringify(['network', salt, client]))
        .toString(16)
        .padStart(16, '0'),
    ),
  )
}
