import type { Status } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { hitsUnique } from '../store/engine.ts'
import type { ImportBatch } from '../store/imports.ts'
import type { Breath } from './breath.ts'
import { type Coming, type Draft, type Drafts, PART_OF } from './import-drafts.ts'
import { type Known, rowsOf, type Standing } from './import-rows.ts'

/** How long a write may take, in ms: meanwhile the server that has the same file open answers nobody. */
const SHORT = 20
/** Rows of one write at most and at least, for each pays for its commit; and its letters at most. */
const ROWS = 400
const FEWEST = 100
const ROW_LETTERS = 400_000
const TRIES = 8

/** Writes comments that can be placed, in batches that are as large as they may be without holding others up. */
export class Writing {
  /** Comments that are here now and were not before. */
  imported = 0
  readonly statuses: Partial<Record<Status, number>> = {}
  /** Comments that somebody else has brought in meanwhile. */
  merged = 0
  readonly #deps: Pick<Deps, 'store' | 'config'>
  readonly #known: Pick<Known, 'site' | 'format' | 'person' | 'begin'>
  readonly #drafts: Drafts
  readonly #breath: Breath
  readonly #written: () => void
  #rows = FEWEST
  /** How far ids had to be drawn apart before: where many have the same time the next ones have, too. */
  #crowd = 0
  /** Drafts that wait to be written, by the ids they had. */
  readonly #drafted = new Set<string>()
  /** Articles that were made or seen by now, with when their first comment was written. */
  readonly #articles = new Map<string, number>()

  /** @param written is told after each batch */
  constructor(
    deps: Pick<Deps, 'store' | 'config'>,
    known: Pick<Known, 'site' | 'format' | 'person' | 'begin'>,
    drafts: Drafts,
    breath: Breath,
    written: () => void,
  ) {
    this.#deps = deps
    this.#known = known
    this.#drafts = drafts
    this.#breath = breath
    this.#written = written
  }

  /**
   * Writes comments, each behind what it answers.
   * @param places where stands what they answer; those that are written are added
   * @returns the ids of those that have no place
   */
  async write(comments: readonly Coming[], places: Map<string, Standing>): Promise<string[]> {
    const placeless: string[] = []
    let some: Draft[] = []
    let letters = 0
    for (const comment of comments) {
      const above = comment.parent === null ? undefined : places.get(comment.parent)
      const isPlaced = above !== undefined || (comment.parent !== null && this.#drafted.has(comment.parent))
      const drafts = this.#drafts.of(comment, above?.at, isPlaced)
      if (drafts.length > 0) this.#drafted.add(comment.id)
      else placeless.push(comment.id)
      await this.#breath.take()
      some.push(...drafts)
      letters += drafts.reduce((sum, { said }) => sum + said.text.length, 0)
      if (some.length < this.#rows && letters < ROW_LETTERS) continue
      await this.#add(some, places)
      some = []
      letters = 0
    }
    if (some.length > 0) await this.#add(some, places)
    return placeless
  }

  async #add(drafts: readonly Draft[], places: Map<string, Standing>): Promise<void> {
    const { store, config } = this.#deps
    const digests = [...new Set(drafts.map(({ author }) => author))]
    for (let tries = this.#crowd; ; tries++) {
      const batch = rowsOf(drafts, new Map(places), {
        ...this.#known,
        config,
        authors: await store.imports.authors(this.#known.site, this.#known.format, digests),
        articles: this.#articles,
        tries,
      })
      const begin = performance.now()
      try {
        const written = new Set(await store.imports.add(batch.rows))
        const took = performance.now() - begin
        for (const [id, place] of batch.made) places.set(id, place)
        this.#count(batch.rows, written)
        this.#rows = Math.max(
          FEWEST,
          Math.min(ROWS, Math.round(drafts.length * Math.min(2, SHORT / Math.max(1, took)))),
        )
        this.#drafted.clear()
        this.#crowd = Math.max(0, tries - 1)
        this.#written()
        await this.#breath.take()
        return
      } catch (error) {
        const isTaken = ['comments.id', 'authors.id', 'articles.id'].some(id => hitsUnique(error, id))
        if (!isTaken || tries >= TRIES + this.#crowd) throw error
      }
    }
  }

  #count({ comments, articles }: ImportBatch, written: Set<number>): void {
    for (const { id, status, foreignId } of comments) {
      if (PART_OF.test(foreignId)) continue
      if (!written.has(id)) this.merged += 1
      else {
        this.imported += 1
        this.statuses[status] = (this.statuses[status] ?? 0) + 1
      }
    }
    if (this.#articles.size > 20_000) this.#articles.clear()
    for (const { key, createdAt } of articles) this.#articles.set(key, createdAt)
  }
}
