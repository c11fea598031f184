import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import type { PutAside } from '../store/imports.ts'
import type { SiteRow } from '../store/sites.ts'
import { Breath } from './breath.ts'
import { entriesOf, type ForeignEntry } from './entries.ts'
import type { ForeignComment, ForeignFile, ForeignFormat } from './foreign.ts'
import { ImportClaim } from './import-claim.ts'
import { type Coming, Drafts, IN_CIRCLE, isRoot, NO_PARENT, SAME, TWICE } from './import-drafts.ts'
import { type ImportReport, Telling } from './import-report.ts'
import type { Standing } from './import-rows.ts'
import { Writing } from './import-writing.ts'
import { Threads } from './threads.ts'

export type ImportDeps = Pick<Deps, 'store' | 'clock' | 'config'>

export interface ImportProgress {
  /** Bytes of the file. */
  read: number
  /** Comments of the file, and those of them that are new here. */
  comments: number
  imported: number
}

export interface ImportOptions {
  /** Who imports, where that is known. */
  person?: number | null
  onProgress?(progress: ImportProgress): void
  /** Done between two pieces of work, which took so many ms, so that others find their turn; ends the import by throwing. */
  pause?(ms: number): Promise<void>
}

/** Comments that are looked at together, and letters of them. */
const TOGETHER = 500
const LETTERS = 2_000_000
/** What is put aside is given up in such pieces. */
const GIVEN_UP = 400

/**
 * Brings the comments of another system's file into a site. Each stands once however often it comes, so that an import that
 * was ended from outside goes on when it is begun again, and the same file twice changes nothing.
 * @throws Error in words when the file cannot be read; what came before that is here
 * @throws Problem `import_not_now` while another import of the format into the site is under way
 */
export async function importFile(
  deps: ImportDeps,
  site: SiteRow,
  format: ForeignFormat,
  file: ForeignFile,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const claim = new ImportClaim(deps, site, format)
  await claim.take()
  const run = new Import(deps, site, format.name, options, () => claim.beat())
  try {
    await run.begin()
    return await run.all(entriesOf(format, file), file.size ?? 0)
  } catch (error) {
    // Nobody comes back for it: whoever goes on with the file begins at its beginning.
    if (!(error instanceof Problem && error.code === 'import_not_now')) await run.begin().catch(() => {})
    throw error
  } finally {
    await claim.release().catch(() => {})
  }
}
class Import {
  readonly #skipped = new Telling()
  readonly #changed = new Telling()
  readonly #deps: ImportDeps
  readonly #site: SiteRow
  readonly #format: string
  readonly #options: ImportOptions
  readonly #drafts: Drafts
  readonly #writing: Writing
  readonly #breath: Breath
  /** When it began: what was written under this time came with this file. */
  readonly #begin: number
  #merged = 0
  #comments = 0
  #read = 0
  #hasWaiting = false
  /** What the file has had so far. */
  readonly #threads = new Threads()

  constructor(deps: ImportDeps, site: SiteRow, format: string, options: ImportOptions, beat: () => Promise<void>) {
    this.#deps = deps
    this.#site = site
    this.#format = format
    this.#options = options
    this.#begin = deps.clock()
    this.#breath = new Breath(options.pause, beat)
    this.#drafts = new Drafts(site, this.#begin, { skipped: this.#skipped, changed: this.#changed })
    const known = { site: site.id, format, person: options.person ?? null, begin: this.#begin }
    this.#writing = new Writing(deps, known, this.#drafts, this.#breath, () => this.#tellProgress())
  }

  get #report(): ImportReport {
    return {
      imported: this.#writing.imported,
      statuses: this.#writing.statuses,
      merged: this.#merged + this.#writing.merged,
      skipped: this.#skipped.list,
      changed: this.#changed.list,
    }
  }

  /** What an import before has put aside comes with its own file again; with another one it would come from nowhere. */
  async begin(): Promise<void> {
    while ((await this.#deps.store.imports.forget(this.#site.id, this.#format, GIVEN_UP)) === GIVEN_UP)
      await this.#breath.take()
  }

  /** Takes a whole file. */
  async all(entries: AsyncIterable<ForeignEntry>, size: number): Promise<ImportReport> {
    let some: ForeignComment[] = []
    let letters = 0
    for await (const entry of entries) {
      await this.#breath.take()
      if ('fault' in entry) this.#skipped.tell(entry.fault, entry.at)
      else {
        some.push(entry)
        letters += 'html' in entry.text ? entry.text.html.length : entry.text.markdown.length
      }
      if (some.length < TOGETHER && letters < LETTERS) continue
      await this.#take(some, entry.read)
      some = []
      letters = 0
    }
    await this.#take(some, size)
    await this.#settle()
    return this.#report
  }

  /** Takes comments as they stand in the file: those that can be placed are written, the others put aside. */
  async #take(comments: readonly ForeignComment[], read: number): Promise<void> {
    const { imports } = this.#deps.store
    this.#read = Math.max(this.#read, read)
    this.#comments += comments.length
    const first = new Map<string, ForeignComment>()
    for (const comment of comments) {
      if (this.#threads.find(comment.id) >= 0) {
        this.#skipped.tell(TWICE, comment.id)
        continue
      }
      this.#threads.add(comment.id, comment.parent)
      first.set(comment.id, comment)
    }
    this.#drafts.lookAt(comments)
    const all = [...first.values()]
    let standing = await this.#standing(all)
    const fresh = all.filter(({ id }) => !standing.known.has(id))
    const elsewhere = await sameHere(this.#deps.store, this.#site.id, fresh)
    if (elsewhere.length > 0) {
      const pairs = elsewhere.map(({ id, same }) => ({ id, format: same!.format, other: same!.id }))
      await imports.alias(this.#site.id, this.#format, pairs)
      for (const { id } of elsewhere) this.#changed.tell(SAME, id)
      standing = await this.#standing(all)
    }
    const below = new Map<string, ForeignComment[]>()
    const ready: ForeignComment[] = []
    const here = new Set<string>()
    for (const comment of first.values()) {
      if (standing.known.has(comment.id)) {
        this.#threads.settle(comment.id)
        this.#merged += 1
        continue
      }
      const { parent } = comment
      if (isRoot(comment) || standing.places.has(parent!) || standing.known.has(parent!) || here.has(parent!)) {
        // What it carries may have stood before it.
        const found = [comment]
        for (let next = found.pop(); next; next = found.pop()) {
          ready.push(next)
          here.add(next.id)
          found.push(...(below.get(next.id)?.reverse() ?? []))
          below.delete(next.id)
        }
      } else below.set(parent!, [...(below.get(parent!) ?? []), comment])
    }
    const aside = [...below.values()].flat()
    if (aside.length > 0) {
      this.#hasWaiting = true
      await imports.wait(
        this.#site.id,
        this.#format,
        aside.map(each => this.#drafts.aside(each)),
        this.#begin,
      )
    }
    await this.#write(ready, standing.places)
    await this.#release(ready.map(({ id }) => id))
    this.#tellProgress()
  }

  #tellProgress(): void {
    this.#options.onProgress?.({ read: this.#read, comments: this.#comments, imported: this.#writing.imported })
  }

  /** At the end of the file: what answers a comment that never came becomes a root, and so does the first of each circle. */
  async #settle(): Promise<void> {
    if (!this.#hasWaiting) return
    await this.#root(true, NO_PARENT)
    await this.#root(false, IN_CIRCLE)
  }

  /**
   * Each of what is put aside that can begin a conversation does so, in one go: none of them can come from what another carries.
   * @param isLost those whose parent is not among them; else the first ones of circles
   */
  async #root(isLost: boolean, why: string): Promise<void> {
    const { imports } = this.#deps.store
    for (let after = ''; ; ) {
      const rows = await imports.stranded(this.#site.id, this.#format, TOGETHER, after, isLost)
      if (rows.length === 0) return
      after = rows.at(-1)!.foreign_id
      const chosen = rows.map(commentOf).filter(({ id }) => isLost || this.#threads.heads.has(this.#threads.find(id)))
      const { places } = await this.#standing(chosen)
      const placeless = await this.#write(
        chosen.map(each => (places.has(each.parent!) ? each : { ...each, parent: null })),
        places,
      )
      for (const { id } of chosen) if (!placeless.includes(id)) this.#changed.tell(why, id)
      await this.#release(chosen.map(({ id }) => id))
      await this.#breath.take()
    }
  }

  /** What stands here by now of these and of what they answer. */
  async #standing(comments: readonly ForeignComment[]) {
    const asked = [...new Set(comments.flatMap(({ id, parent }) => (parent === null ? [id] : [id, parent])))]
    const rows = asked.length > 0 ? await this.#deps.store.imports.known(this.#site.id, this.#format, asked) : []
    const known = new Set<string>()
    const places = new Map<string, Standing>()
    for (const row of rows) {
      known.add(row.foreign_id)
      if (row.id === null) continue
      const { id, root_id: root, article_id: articleId, key } = row
      places.set(row.foreign_id, { id, root, articleId, key, isShown: row.is_shown === 1, at: row.created_at })
    }
    return { known, places }
  }

  /** Writes what was put aside below these. */
  async #release(ids: string[]): Promise<void> {
    if (!this.#hasWaiting) return
    const { imports } = this.#deps.store
    const stack = [ids]
    while (stack.length > 0) {
      const asked = stack.pop()!
      if (asked.length === 0) continue
      const rows = await imports.waitingBelow(this.#site.id, this.#format, asked, TOGETHER)
      if (rows.length === 0) continue
      const some = rows.map(commentOf)
      await this.#write(some, (await this.#standing(some)).places)
      // What is left stands below these, or beside them.
      if (rows.length === TOGETHER)
        stack.push(
          asked,
          some.map(({ id }) => id),
        )
    }
    this.#hasWaiting = (await imports.stranded(this.#site.id, this.#format, 1, '', false)).length > 0
  }

  /** Writes comments that can be placed, each behind what it answers; gives the ids of those that have no place. */
  async #write(comments: readonly Coming[], places: Map<string, Standing>): Promise<string[]> {
    const placeless = await this.#writing.write(comments, places)
    if (placeless.length > 0 && this.#hasWaiting)
      await this.#deps.store.imports.drop(this.#site.id, this.#format, placeless)
    return placeless
  }
}

/** Those of these that are here by what they are in another format, and not by their own ids so far. */
export async function sameHere(
  { imports }: ImportDeps['store'],
  site: string,
  comments: readonly ForeignComment[],
): Promise<ForeignComment[]> {
  const some = comments.filter(({ same }) => same !== undefined)
  const here = new Set<string>()
  for (const format of new Set(some.map(({ same }) => same!.format))) {
    const ids = some.filter(({ same }) => same!.format === format).map(({ same }) => same!.id)
    for (const row of await imports.known(site, format, ids)) here.add(JSON.stringify([format, row.foreign_id]))
  }
  return some.filter(({ same }) => here.has(JSON.stringify([same!.format, same!.id])))
}

const commentOf = ({ comment }: PutAside): Coming => JSON.parse(comment)
