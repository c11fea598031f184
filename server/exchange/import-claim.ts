import { randomToken } from '../people/secrets.ts'
import { Problem } from '../problems.ts'
import type { SiteRow } from '../store/sites.ts'
import type { ForeignFormat } from './foreign.ts'
import type { ImportDeps } from './import.ts'

/** How often an import says that it lives, in ms, and for how long one says nothing before it counts as ended. */
const BEAT = 700
const SILENCE = 3_000
/** After so many ms by the clock nobody listens for one any more. */
const LONG_AGO = 60_000
/** How often it is listened, in ms. */
const GLANCE = 250

/**
 * That nobody else brings a file of the same format into the same site: each would give up what the other has put aside. One that was
 * killed gives nothing back, and is known by its silence.
 */
export class ImportClaim {
  readonly #deps: ImportDeps
  readonly #site: SiteRow
  readonly #format: ForeignFormat
  readonly #holder = randomToken()
  #beatAt = performance.now()

  constructor(deps: ImportDeps, site: SiteRow, format: ForeignFormat) {
    this.#deps = deps
    this.#site = site
    this.#format = format
  }

  /** @throws Problem `import_not_now` where another one is under way */
  async take(): Promise<void> {
    const { store, clock } = this.#deps
    const seen = await store.imports.claim(this.#site.id, this.#format.name)
    const isOld = seen !== null && Number(seen.split(' ')[1]) < clock() - LONG_AGO
    const until = performance.now() + (seen === null || isOld ? 0 : SILENCE)
    while (performance.now() < until) {
      await new Promise(resolve => setTimeout(resolve, GLANCE))
      const now = await store.imports.claim(this.#site.id, this.#format.name)
      if (now === null) break
      if (now !== seen) throw this.#isAnothers()
    }
    if (!(await store.imports.take(this.#site.id, this.#format.name, seen, this.#holder, clock())))
      throw this.#isAnothers()
    this.#beatAt = performance.now()
  }

  /**
   * Says from time to time that it lives.
   * @throws Problem `import_not_now` where it was silent for so long that another one has begun
   */
  async beat(): Promise<void> {
    if (performance.now() - this.#beatAt < BEAT) return
    this.#beatAt = performance.now()
    const { store, clock } = this.#deps
    if (!(await store.imports.lives(this.#site.id, this.#format.name, this.#holder, clock()))) throw this.#isAnothers()
  }

  async release(): Promise<void> {
    await this.#deps.store.imports.release(this.#site.id, this.#format.name, this.#holder)
  }

  #isAnothers(): Problem {
    const detail = `Another import of ${this.#format.title} into ${this.#site.id} is under way. Wait for its end, or stop it, and begin again: what has come in stays.`
    return new Problem('import_not_now', { detail })
  }
}
