import type { Packed } from '../http/packed.ts'

/** A page of a thread as it was answered last. */
export interface KeptPage {
  etag: string
  body: string
  /** The store's generation at which it was true. */
  generation: number
  /** When it was last known to be true, in ms UTC. */
  knownAt: number
  /** When it changes by itself, in ms UTC: its thread closes. */
  until: number | null
  /** The body compressed, as far as somebody has asked for it so. */
  packed: Packed
}

/** Characters of kept pages in one process, before compression; the page unused for longest goes first. */
const ROOM = 3_000_000

/**
 * Pages of threads that were answered, by the query that asked for them. A page is answered again without a look at the
 * database as long as nothing was committed since; what is kept is bounded.
 */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>()
  #size = 0

  get(query: string): KeptPage | undefined {
    const page = this.#pages.get(query)
    if (!page) return undefined
    this.#pages.delete(query)
    this.#pages.set(query, page)
    return page
  }

  keep(query: string, page: KeptPage): void {
    this.#forget(query)
    this.#pages.set(query, page)
    this.#size += query.length + page.body.length
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= ROOM) break
      this.#forget(oldest)
    }
  }

  #forget(query: string): void {
    const page = this.#pages.get(query)
    if (!page) return
    this.#pages.delete(query)
    this.#size -= query.length + page.body.length
  }
}
