import { newId } from '../comments/ids.ts'
import { avatarOf } from '../comments/post.ts'
import type { WrittenText } from '../comments/written-text.ts'
import type { Status } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { digest } from '../people/secrets.ts'
import { hitsUnique } from '../store/engine.ts'
import type { ImportBatch, ImportedRow, PutAside, WaitingRow } from '../store/imports.ts'
import type { SiteRow } from '../store/sites.ts'
import { entriesOf, type ForeignEntry } from './entries.ts'
import type { ForeignComment, ForeignFile, ForeignFormat } from './foreign.ts'
import { placesOn } from './foreign-place.ts'
import { authorDigest, nameOf, partsOf } from './foreign-text.ts'
import { type ImportReport, Telling } from './import-report.ts'
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
/** How long a write may take, in ms: meanwhile the server that has the same file open answers nobody. */
const SHORT = 20
/** How long it may read and parse, in ms, before others have their turn. */
export const BREATH = 12
/** Rows of one write at most and at least, for each pays for its commit; and its letters at most. */
const ROWS = 400
const FEWEST = 100
const ROW_LETTERS = 400_000
const TRIES = 8
/** Before this nobody wrote comments: such a time is none. */
const EARLIEST = Date.UTC(1990, 0, 1)
const DAY = 86_400_000
const MOST_VOTES = 1_000_000

/** Where a comment stands that others answer. */
interface Standing {
  id: number
  root: number
  articleId: number | null
  key: string
  isShown: boolean
  at: number
}

/**
 * Brings the comments of another system's file into a site. Each stands once however often it comes, so that an import that
 * was ended from outside goes on when it is begun again, and the same file twice changes nothing.
 * @throws Error in words when the file cannot be read; what came before that is here
 */
export async function importFile(
  deps: ImportDeps,
  site: SiteRow,
  format: ForeignFormat,
  file: ForeignFile,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const run = new Import(deps, site, format.name, options)
  await run.begin()
  try {
    return await run.all(entriesOf(format, file), file.size ?? 0)
  } catch (error) {
    // Nobody comes back for it: whoever goes on with the file begins at its beginning.
    await run.begin().catch(() => {})
    throw error
  }
}

class Import {
  readonly #skipped = new Telling()
  readonly #changed = new Telling()
  readonly #deps: ImportDeps
  readonly #site: SiteRow
  readonly #format: string
  readonly #options: ImportOptions
  readonly #placeOf
  /** When it began: what was written under this time came with this file. */
  readonly #begin: number
  readonly #statuses: Partial<Record<Status, number>> = {}
  #imported = 0
  #merged = 0
  #comments = 0
  #read = 0
  #rows = FEWEST
  #hasWaiting = false
  /** When the comment before was written, as far as that is known. */
  #lastAt: number | null = null
  /** What the file has had so far. */
  readonly #threads = new Threads()
  /** Articles that were made or seen by now, with when their first comment was written. */
  readonly #articles = new Map<string, number>()

  constructor(deps: ImportDeps, site: SiteRow, format: string, options: ImportOptions) {
    this.#deps = deps
    this.#site = site
    this.#format = format
    this.#options = options
    this.#placeOf = placesOn(site)
    this.#begin = deps.clock()
  }

  get #report(): ImportReport {
    return {
      imported: this.#imported,
      statuses: this.#statuses,
      merged: this.#merged,
      skipped: this.#skipped.list,
      changed: this.#changed.list,
    }
  }

  /** What an import before has put aside comes with its own file again; with another one it would come from nowhere. */
  async begin(): Promise<void> {
    while ((await this.#deps.store.imports.forget(this.#site.id, this.#format, ROWS)) === ROWS) await this.#breathe()
  }

  /** Takes a whole file. */
  async all(entries: AsyncIterable<ForeignEntry>, size: number): Promise<ImportReport> {
    let some: ForeignComment[] = []
    let letters = 0
    for await (const entry of entries) {
      await this.#breathe()
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

  /** Lets others have their turn, where it has worked for long. */
  async #breathe(): Promise<void> {
    const { pause } = this.#options
    const worked = performance.now() - this.#since
    if (!pause || worked < BREATH) return
    await pause(worked)
    this.#since = performance.now()
  }
  #since = performance.now()

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
    this.#lastAt ??= comments.find(({ at }) => at !== null && this.#isTime(at))?.at ?? null
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
        aside.map(each => this.#waitingOf(each)),
        this.#begin,
      )
    }
    await this.#write(ready, standing.places)
    await this.#release(ready.map(({ id }) => id))
    this.#tellProgress()
  }

  #tellProgress(): void {
    this.#options.onProgress?.({ read: this.#read, comments: this.#comments, imported: this.#imported })
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
      for (const { id } of chosen) this.#changed.tell(why, id)
      await this.#write(
        chosen.map(each => (places.has(each.parent!) ? each : { ...each, parent: null })),
        places,
      )
      await this.#release(chosen.map(({ id }) => id))
      await this.#breathe()
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

  /** Writes comments that can be placed, each behind what it answers. */
  async #write(comments: readonly Coming[], places: Map<string, Standing>): Promise<void> {
    let some: Draft[] = []
    let letters = 0
    for (const comment of comments) {
      const drafts = this.#drafts(comment, places)
      await this.#breathe()
      some.push(...drafts)
      letters += drafts.reduce((sum, { said }) => sum + said.text.length, 0)
      if (some.length < this.#rows && letters < ROW_LETTERS) continue
      await this.#add(some, places)
      some = []
      letters = 0
    }
    if (some.length > 0) await this.#add(some, places)
    if (this.#dropped.length > 0)
      await this.#deps.store.imports.drop(this.#site.id, this.#format, this.#dropped.splice(0))
  }

  /** A comment as it will be written; nothing, and it is told why, where it has no place. */
  #drafts(comment: Coming, places: Map<string, Standing>): Draft[] {
    const above = comment.parent === null ? undefined : places.get(comment.parent)
    const inside = comment.parent !== null && this.#drafted.has(comment.parent)
    const place = this.#placeOf(comment.page)
    if (!above && !inside && 'refused' in place) {
      this.#skipped.tell(place.refused, comment.id)
      if (this.#hasWaiting) this.#dropped.push(comment.id)
      return []
    }
    if (!isRoot(comment) && !above && !inside) this.#changed.tell(NO_PARENT, comment.id)
    const isGone = comment.status === 'withdrawn'
    const parts = isGone ? [] : partsOf(comment)
    if (!isGone && parts.length === 0) this.#changed.tell(NO_TEXT, comment.id)
    if (parts.length > 1) this.#changed.tell(LONG, comment.id)
    if (comment.isCut) this.#changed.tell(CUT, comment.id)
    const at = this.#timeOf(comment, above?.at)
    this.#drafted.add(comment.id)
    return (parts.length > 0 ? parts : [NOTHING]).map((said, n) => ({
      comment,
      foreignId: partOf(comment.id, n),
      parent: n > 0 ? partOf(comment.id, n - 1) : comment.parent,
      place: 'refused' in place ? null : place,
      said,
      at,
      status: parts.length > 0 ? comment.status : 'withdrawn',
    }))
  }
  /** Drafts that wait to be written, by the ids they had. */
  readonly #drafted = new Set<string>()
  readonly #dropped: string[] = []

  #timeOf({ id, at }: ForeignComment, above: number | undefined): number {
    if (at !== null && at > this.#begin + DAY && Number.isFinite(at)) {
      this.#changed.tell(FUTURE, id)
      return this.#begin
    }
    if (at === null || !this.#isTime(at)) {
      this.#changed.tell(NO_TIME, id)
      const latest = this.#begin - DAY
      this.#lastAt = Math.max(above ?? 0, Math.min(this.#lastAt ?? latest, latest)) + 1000
      return this.#lastAt
    }
    this.#lastAt = at
    return Math.floor(at)
  }

  /** How far ids had to be drawn apart before: where many have the same time the next ones have, too. */
  #crowd = 0

  #isTime(at: number): boolean {
    return at >= EARLIEST && at <= this.#begin + DAY
  }

  /** A comment as it is put aside: without the address, of which only the digest is ever needed. */
  #waitingOf(comment: ForeignComment): WaitingRow {
    const place = this.#placeOf(comment.page)
    const author = authorDigest(comment, 'key' in place ? place.key : '')
    const kept: Coming = { ...comment, email: null, author: null, digest: author }
    return { foreign_id: comment.id, parent: comment.parent!, comment: JSON.stringify(kept), author }
  }

  /** Writes drafts in one batch; ids that others have are drawn anew. */
  async #add(drafts: readonly Draft[], places: Map<string, Standing>): Promise<void> {
    const { imports } = this.#deps.store
    for (let tries = this.#crowd; ; tries++) {
      const batch = await this.#batch(drafts, new Map(places), tries)
      const begin = performance.now()
      try {
        const written = new Set(await imports.add(batch.rows))
        const took = performance.now() - begin
        for (const [id, place] of batch.made) places.set(id, place)
        this.#count(batch.rows, written)
        this.#rows = Math.max(
          FEWEST,
          Math.min(ROWS, Math.round(drafts.length * Math.min(2, SHORT / Math.max(1, took)))),
        )
        this.#drafted.clear()
        this.#crowd = Math.max(0, tries - 1)
        this.#tellProgress()
        await this.#breathe()
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
      if (!written.has(id)) this.#merged += 1
      else {
        this.#imported += 1
        this.#statuses[status] = (this.#statuses[status] ?? 0) + 1
      }
    }
    if (this.#articles.size > 20_000) this.#articles.clear()
    for (const { key, createdAt } of articles) this.#articles.set(key, createdAt)
  }

  /** The rows of drafts, with the ids they get. */
  async #batch(drafts: readonly Draft[], places: Map<string, Standing>, tries: number) {
    const { store, config } = this.#deps
    const keyOf = ({ parent, place }: Draft) => places.get(parent ?? '')?.key ?? place?.key ?? ''
    const digests = new Map(drafts.map(draft => [draft, digestOf(draft)]))
    const authors = await store.imports.authors(this.#site.id, this.#format, [...new Set(digests.values())])
    const rows: ImportBatch = {
      site: this.#site.id,
      format: this.#format,
      articles: [],
      authors: [],
      comments: [],
      stirring: [],
      person: this.#options.person ?? null,
      now: this.#begin,
    }
    const taken = new Set<number>()
    const fresh = (at: number, above = 0): number => {
      let id = newId(at, above)
      // Where very many say that they were written at the same time, that time has no more ids.
      if (tries > 0) id += Math.floor(Math.random() * 4096 * 4 ** tries)
      while (taken.has(id)) id += 1
      taken.add(id)
      return id
    }
    const made = new Map<string, Standing>()
    const articles = new Map<string, ImportBatch['articles'][number]>()
    for (const draft of drafts) {
      const { comment, foreignId, parent, place, said, at, status } = draft
      const above = places.get(parent ?? '')
      const key = keyOf(draft)
      const author = digests.get(draft)!
      const name = status === 'withdrawn' ? null : nameOf(comment)
      if (!authors.has(author)) {
        authors.set(author, fresh(this.#begin))
        rows.authors.push({ digest: author, id: authors.get(author)!, name, createdAt: at })
      }
      if (!above && place && (this.#articles.get(key) ?? Number.POSITIVE_INFINITY) > at) {
        const known = articles.get(key)
        if (known) known.createdAt = Math.min(known.createdAt, at)
        else articles.set(key, { id: fresh(at), key, url: place.url, title: place.title, createdAt: at })
      }
      const id = fresh(at, above?.id)
      const isShown = status === 'published'
      if (isShown && above && !above.isShown) rows.stirring.push(id)
      const standing: Standing = {
        id,
        root: above?.root ?? id,
        articleId: above?.articleId ?? null,
        key,
        isShown,
        at,
      }
      places.set(foreignId, standing)
      made.set(foreignId, standing)
      const votes = (n: number) => (status === 'withdrawn' ? 0 : Math.max(0, Math.min(MOST_VOTES, Math.trunc(n) || 0)))
      const row: ImportedRow = {
        foreignId,
        id,
        parent: above?.id ?? null,
        root: standing.root,
        articleKey: key,
        articleId: standing.articleId,
        author,
        name,
        badge: comment.isStaff && status !== 'withdrawn' ? 'staff' : null,
        avatar: avatarOf({ config } as Deps, this.#site.id, key, authors.get(author)!),
        status,
        text: said.text,
        tree: said.tree,
        lang: said.lang,
        likeness: said.likeness || null,
        salt: said.salt || null,
        digest: said.textDigest || digest(`${foreignId} ${id}`),
        domains: said.domains,
        same: foreignId === comment.id ? (comment.same ?? null) : null,
        up: votes(comment.votes.up),
        down: votes(comment.votes.down),
        createdAt: at,
      }
      rows.comments.push(row)
    }
    rows.articles.push(...articles.values())
    return { rows, made }
  }
}

/** A comment, or a part of one, that is about to be written. */
interface Draft {
  comment: Coming
  foreignId: string
  parent: string | null
  place: { key: string; url: string; title: string | null } | null
  said: WrittenText
  at: number
  status: Status
}

/** The text of what was deleted there: it is a place for its answers. */
const NOTHING: WrittenText = { text: '', tree: '[]', likeness: '', salt: '', textDigest: '', lang: null, domains: [] }

const digestOf = ({ comment, place }: Draft) => comment.digest ?? authorDigest(comment, place?.key ?? '')

const isRoot = ({ id, parent }: ForeignComment) => parent === null || parent === id

/** What the parts of a long comment are called after the first. */
const partOf = (id: string, n: number) => (n === 0 ? id : `${id}\n${n + 1}`)
const PART_OF = /\n\d+$/

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

/** A comment that was put aside has its author's digest with it. */
type Coming = ForeignComment & { digest?: string }

const commentOf = ({ comment }: PutAside): Coming => JSON.parse(comment)

export const TWICE = 'Another one in the file has the same id; the first one counts.'
const NO_PARENT = 'What it answers is not in the file or has no place here: it begins a conversation of its own.'
const IN_CIRCLE = 'It answers what answers it: it begins a conversation of its own.'
const NO_TEXT = 'It has no text: it is kept as a place for its answers.'
const LONG = 'It is longer than a comment may be: the rest follows as answers to it.'
const CUT = 'Its text is longer than a million letters: only the beginning came.'
const SAME = 'It came from Disqus already, which copied it into WordPress: it is the same comment, and stands once.'
const NO_TIME = 'It has no time that can be: it stands after what is beside it in the file.'
const FUTURE = 'Its time has not come yet: it counts as written now.'
