import type { Deps } from '../deps.ts'

/** Comments put into the search at a time: a batch of some 20 ms. */
const TOGETHER = 100
/** How long others have the database between two batches, in ms. */
const PAUSE = 50
/** Batches that follow one request of a Worker: it lives on for a while, and may ask the database so often. */
const BATCHES = 4

/** Puts work off, as `Deps.later` does for one request. */
type Later = (ms: number, work: () => Promise<void>) => void

/**
 * Puts the comments from before there was a search into it, a batch at a time, until all are in. It is planned anew as
 * often as somebody looks at the queue; whatever ends it, the next plan goes on where it ended.
 */
export class SearchFilling {
  readonly #deps: Pick<Deps, 'store' | 'log'>
  readonly #batches: number
  #state: 'due' | 'under_way' | 'done' = 'due'

  /** @param batches how many follow each other before somebody has to look at the queue again */
  constructor(deps: Pick<Deps, 'store' | 'log'>, batches = BATCHES) {
    this.#deps = deps
    this.#batches = batches
  }

  /** Sees to it that what is missing will be put in. */
  plan(later: Later): void {
    if (this.#state !== 'due') return
    this.#state = 'under_way'
    later(0, () => this.#goOn(later, this.#batches))
  }

  async #goOn(later: Later, batches: number): Promise<void> {
    try {
      const isMore = await this.#deps.store.search.fill(TOGETHER)
      this.#state = isMore ? 'under_way' : 'done'
      if (!isMore) return
      if (batches > 1) later(PAUSE, () => this.#goOn(later, batches - 1))
      else this.#state = 'due'
    } catch (error) {
      this.#state = 'due'
      this.#deps.log({ event: 'search_not_filled', error: String(error) })
    }
  }
}
