import type { Deps } from '../deps.ts'
import { keyed64, randomToken } from '../people/secrets.ts'

const DAY = 24 * 3_600_000

/**
 * Stands for networks without naming them: 8 bytes of HMAC-SHA-256 of an IPv4 address or an IPv6 /64, under the
 * installation's secret and a random salt of the day. A salt is deleted after two days; what was hashed with it can then
 * no longer be told from chance.
 */
export class Networks {
  #salts: { day: number; salts: Promise<{ salt: string }[]> } | null = null

  /**
   * A client's network as it is hashed today, and as it was yesterday; nothing where the client is not known.
   * @returns hexadecimal digits, 16 each, today's first
   */
  async of({ store, config }: Deps, client: string | null, now: number): Promise<string[]> {
    if (client === null) return []
    const day = Math.floor(now / DAY)
    if (this.#salts?.day !== day) this.#salts = { day, salts: store.networks.salts(day, randomToken()) }
    try {
      const salts = await this.#salts.salts
      return salts.map(({ salt }) =>
        keyed64(config.secret, JSON.stringify(['network', salt, client])).toString(16).padStart(16, '0'),
      )
    } catch (error) {
      this.#salts = null
      throw error
    }
  }
}
