import { keyed64, randomToken } from '../people/secrets.ts'

const DAY = 86_400_000

/** Marks remembered in one process; the oldest is forgotten first. About 11 MB. */
const REMEMBERED = 200_000

/**
 * Who has seen what today, for as long as the process lives and at most until midnight (UTC). What is remembered of a
 * reader is 64 bits of a digest under random bytes that are never written anywhere and end with the day, so that nobody
 * can find out afterwards who has read what.
 *
 * A reader is a network, an IPv4 address or an IPv6 /64, and nothing else that a request carries: what its sender
 * chooses freely would let one sender be many readers. So people behind one address count as one.
 *
 * What is remembered is bounded. Past the bound somebody who comes back may be counted again; to stop counting would
 * let a flood on one article silence all others until midnight.
 */
export class SeenToday {
  #day = -1
  #salt = ''
  readonly #marks = new Set<bigint>()

  /** What stands for this reader's sight of this article today. */
  mark(client: string, site: string, key: string, now: number): bigint {
    const day = Math.floor(now / DAY)
    if (day !== this.#day) {
      this.#day = day
      this.#salt = randomToken()
      this.#marks.clear()
    }
    return keyed64(this.#salt, JSON.stringify([client, site, key]))
  }

  has(mark: bigint): boolean {
    return this.#marks.has(mark)
  }

  add(mark: bigint): void {
    this.#marks.add(mark)
    if (this.#marks.size > REMEMBERED) this.#marks.delete(this.#marks.values().next().value!)
  }
}
