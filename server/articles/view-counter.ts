import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import type { SeenArticle } from '../store/views.ts'
import type { Place } from './key.ts'
import { SeenToday } from './seen-today.ts'

/** How long views are gathered before they are written, in ms. */
const EVERY = 10_000

/** Articles whose views are gathered at the same time, with a row and without; those of any more are not counted. */
const ROOM = { known: 10_000, fresh: 200 }

/** Characters of key and address that an article may have to get its row from a view; a comment may bring longer ones. */
const LONGEST = 4_096

/** One sight of an article, from a page of the site. */
export interface View {
  site: string
  place: Place
  /** The article's id; null while it has no row. */
  article: number | null
  client: string
}

/** Puts work off, as `Deps.later` does for one request. */
type Later = (ms: number, work: () => Promise<void>) => void

interface Gathered {
  /** Views by the article's id. */
  known: Map<number, number>
  /** Articles without a row, by site and key. */
  fresh: Map<string, SeenArticle>
}

const nothing = (): Gathered => ({ known: new Map(), fresh: new Map() })
const nameOf = (site: string, key: string) => JSON.stringify([site, key])

/**
 * Counts each reader once for each article and day, and writes what it has gathered every 10 s in one batch, so that a
 * view costs no write of its own. Each process counts for itself.
 */
export class ViewCounter {
  readonly #deps: Pick<Deps, 'store' | 'clock' | 'log'>
  readonly #budgets: Budgets
  readonly #seen = new SeenToday()
  #gathered = nothing()
  /** What is being written just now. */
  readonly #leaving = new Set<Gathered>()
  #dueAt = Number.NEGATIVE_INFINITY

  constructor(deps: Pick<Deps, 'store' | 'clock' | 'log'>, budgets: Budgets) {
    this.#deps = deps
    this.#budgets = budgets
  }

  /** Counts a view, unless this reader has seen the article today. */
  count({ site, place, article, client }: View): void {
    const now = this.#deps.clock()
    const mark = this.#seen.mark(client, site, place.key, now)
    if (this.#seen.has(mark)) return
    const { known, fresh } = this.#gathered
    if (article !== null) {
      if (!known.has(article) && known.size >= ROOM.known) return
      known.set(article, (known.get(article) ?? 0) + 1)
    } else {
      const name = nameOf(site, place.key)
      const gathered = fresh.get(name)
      if (gathered) gathered.views += 1
      else if (this.#mayMake(site, place, client, now))
        fresh.set(name, { site, key: place.key, url: place.url, views: 1 })
      else return
    }
    this.#seen.add(mark)
  }

  /** Views of an article that are counted and not yet written. */
  unwritten(site: string, key: string, article: number | null): number {
    let views = 0
    for (const { known, fresh } of [this.#gathered, ...this.#leaving]) {
      views += fresh.get(nameOf(site, key))?.views ?? 0
      if (article !== null) views += known.get(article) ?? 0
    }
    return views
  }

  /**
   * Sees to it that what is gathered will be written. A plan that is long past due has died with its request, as happens
   * on Workers, and is made anew.
   */
  plan(later: Later): void {
    const now = this.#deps.clock()
    const { known, fresh } = this.#gathered
    if (known.size + fresh.size === 0 || now < this.#dueAt + EVERY) return
    this.#dueAt = now + EVERY
    later(EVERY, () => this.#write(later))
  }

  async #write(later: Later): Promise<void> {
    const leaving = this.#gathered
    this.#gathered = nothing()
    this.#dueAt = Number.NEGATIVE_INFINITY
    this.#leaving.add(leaving)
    try {
      await this.#deps.store.views.add(leaving.known, [...leaving.fresh.values()], this.#deps.clock())
    } catch (error) {
      this.#deps.log({ event: 'views_not_written', error: String(error) })
      this.#takeBack(leaving)
      this.plan(later)
    }
    this.#leaving.delete(leaving)
  }

  #takeBack({ known, fresh }: Gathered): void {
    const now = this.#gathered
    for (const [article, views] of known) now.known.set(article, (now.known.get(article) ?? 0) + views)
    for (const [name, article] of fresh) {
      const newer = now.fresh.get(name)
      if (newer) newer.views += article.views
      else now.fresh.set(name, article)
    }
  }

  /** Whether a view may make an article's row. */
  #mayMake(site: string, { key, url }: Place, client: string, now: number): boolean {
    if (this.#gathered.fresh.size >= ROOM.fresh || key.length + url.length > LONGEST) return false
    try {
      this.#budgets.spend('viewedArticle', { client, site }, now)
      return true
    } catch (error) {
      if (error instanceof Problem) return false
      throw error
    }
  }
}
