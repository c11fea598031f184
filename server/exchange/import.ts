import { newId } from '../comments/ids.ts'
import { avatarOf } from '../comments/post.ts'
import type { WrittenText } from '../comments/written-text.ts'
import type { Status } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { digest } from '../people/secrets.ts'
import { hitsUnique } from '../store/engine.ts'
import type { ImportBatch, ImportedRow, WaitingRow } from '../store/imports.ts'
import type { SiteRow } from '../store/sites.ts'
import type { ForeignComment, ForeignFile, ForeignFormat } from './foreign.ts'
import { placesOn } from './foreign-place.ts'
import { authorDigest, nameOf, partsOf } from './foreign-text.ts'
import { type ImportReport, Telling } from './import-report.ts'

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
  let some: ForeignComment[] = []
  let letters = 0
  for await (const entry of format.read(file)) {
    await run.breathe()
    if ('fault' in entry) run.skipped.tell(entry.fault, entry.at)
    else {
      some.push(entry)
      letters += 'html' in entry.text ? entry.text.html.length : entry.text.markdown.length
    }
    if (some.length < TOGETHER && letters < LETTERS) continue
    await run.take(some, entry.read)
    some = []
    letters = 0
  }
  await run.take(some, file.size ?? 0)
  await run.settle()
  return run.report
}

class Import {
  readonly skipped = new Telling()
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
  #hasWaiting = true
  #lastAt: number
  /** Articles that were made or seen by now, with when their first comment was written. */
  readonly #articles = new Map<string, number>()

  constructor(deps: ImportDeps, site: SiteRow, format: string, options: ImportOptions) {
    this.#deps = deps
    this.#site = site
    this.#format = format
    this.#options = options
    this.#placeOf = placesOn(site)
    this.#begin = deps.clock()
    this.#lastAt = this.#begin
  }

  get report(): ImportReport {
    return {
      imported: this.#imported,
      statuses: this.#statuses,
      merged: this.#merged,
      skipped: this.skipped.list,
      changed: this.#changed.list,
    }
  }

  /** Lets others have their turn, where it has worked for long. */
  async breathe(): Promise<void> {
    const { pause } = this.#options
    const worked = performance.now() - this.#since
    if (!pause || worked < BREATH) return
    await pause(worked)
    this.#since = performance.now()
  }
  #since = performance.now()

  /** Takes comments as they stand in the file: those that can be placed are written, the others put aside. */
  async take(comments: readonly ForeignComment[], read: number): Promise<void> {
    const { imports } = this.#deps.store
    this.#read = Math.max(this.#read, read)
    this.#comments += comments.length
    const first = new Map<string, ForeignComment>()
    for (const comment of comments) {
      if (first.has(comment.id)) this.skipped.tell(TWICE, comment.id)
      else first.set(comment.id, comment)
    }
    const standing = await this.#standing([...first.values()])
    const below = new Map<string, ForeignComment[]>()
    const ready: ForeignComment[] = []
    const here = new Set<string>()
    for (const comment of first.values()) {
      const known = standing.known.get(comment.id)
      if (known !== undefined) {
        if (known === this.#begin) this.skipped.tell(TWICE, comment.id)
        else this.#merged += 1
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
      await imports.wait(this.#site.id, this.#format, aside.map(waitingOf))
    }
    await this.#write(ready, standing.places)
    await this.#release(ready.map(({ id }) => id))
    this.#tellProgress()
  }

  #tellProgress(): void {
    this.#options.onProgress?.({ read: this.#read, comments: this.#comments, imported: this.#imported })
  }

  /** At the end of the file: what answers a comment that never came becomes a root, and so does one of each circle. */
  async settle(): Promise<void> {
    const { imports } = this.#deps.store
    for (;;) {
      const lost = await imports.stranded(this.#site.id, this.#format, TOGETHER)
      const rows = lost.length > 0 ? lost : await imports.stranded(this.#site.id, this.#format, 1, true)
      if (rows.length === 0) return
      const { known, places } = await this.#standing(rows.map(commentOf))
      const roots: ForeignComment[] = []
      for (const comment of rows.map(commentOf)) {
        // It was put aside by an import that was ended from outside.
        if (known.has(comment.id)) this.#dropped.push(comment.id)
        else if (places.has(comment.parent!)) roots.push(comment)
        else {
          this.#changed.tell(lost.length > 0 ? NO_PARENT : IN_CIRCLE, comment.id)
          roots.push({ ...comment, parent: null })
        }
      }
      await this.#write(roots, places)
      await this.#release(roots.map(({ id }) => id))
    }
  }

  /** What stands here by now of these and of what they answer. */
  async #standing(comments: readonly ForeignComment[]) {
    const asked = [...new Set(comments.flatMap(({ id, parent }) => (parent === null ? [id] : [id, parent])))]
    const rows = asked.length > 0 ? await this.#deps.store.imports.known(this.#site.id, this.#format, asked) : []
    const known = new Map<string, number | null>()
    const places = new Map<string, Standing>()
    for (const row of rows) {
      known.set(row.foreign_id, row.at)
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
    this.#hasWaiting = (await imports.stranded(this.#site.id, this.#format, 1, true)).length > 0
  }

  /** Writes comments that can be placed, each behind what it answers. */
  async #write(comments: readonly ForeignComment[], places: Map<string, Standing>): Promise<void> {
    let some: Draft[] = []
    let letters = 0
    for (const comment of comments) {
      const drafts = this.#drafts(comment, places)
      await this.breathe()
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
  #drafts(comment: ForeignComment, places: Map<string, Standing>): Draft[] {
    const above = comment.parent === null ? undefined : places.get(comment.parent)
    const inside = comment.parent !== null && this.#drafted.has(comment.parent)
    const place = this.#placeOf(comment.page)
    if (!above && !inside && 'refused' in place) {
      this.skipped.tell(place.refused, comment.id)
      if (this.#hasWaiting) this.#dropped.push(comment.id)
      return []
    }
    if (!isRoot(comment) && !above && !inside) this.#changed.tell(NO_PARENT, comment.id)
    const isGone = comment.status === 'withdrawn'
    const parts = isGone ? [] : partsOf(comment)
    if (!isGone && parts.length === 0) this.#changed.tell(NO_TEXT, comment.id)
    if (parts.length > 1) this.#changed.tell(LONG, comment.id)
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
    if (at === null || at < EARLIEST || !Number.isFinite(at)) {
      this.#changed.tell(NO_TIME, id)
      this.#lastAt = Math.max(above ?? 0, Math.min(this.#lastAt, this.#begin - DAY)) + 1000
      return this.#lastAt
    }
    if (at > this.#begin + DAY) {
      this.#changed.tell(FUTURE, id)
      return this.#begin
    }
    this.#lastAt = at
    return Math.floor(at)
  }

  /** Writes drafts in one batch; ids that others have are drawn anew. */
  async #add(drafts: readonly Draft[], places: Map<string, Standing>): Promise<void> {
    const { imports } = this.#deps.store
    for (let tries = 0; ; tries++) {
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
        this.#tellProgress()
        await this.breathe()
        return
      } catch (error) {
        const isTaken = ['comments.id', 'authors.id', 'articles.id'].some(id => hitsUnique(error, id))
        if (!isTaken || tries >= TRIES) throw error
      }
    }
  }

  #count({ comments, articles }: ImportBatch, written: Set<number>): void {
    for (const { id, status, foreignId } of comments) {
      if (!written.has(id)) this.#merged += 1
      else if (!PART_OF.test(foreignId)) {
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
    const digests = new Map(drafts.map(draft => [draft, authorDigest(draft.comment, draft.place?.key ?? '')]))
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
  comment: ForeignComment
  foreignId: string
  parent: string | null
  place: { key: string; url: string; title: string | null } | null
  said: WrittenText
  at: number
  status: Status
}

/** The text of what was deleted there: it is a place for its answers. */
const NOTHING: WrittenText = { text: '', tree: '[]', likeness: '', salt: '', textDigest: '', lang: null, domains: [] }

const isRoot = ({ id, parent }: ForeignComment) => parent === null || parent === id

/** What the parts of a long comment are called after the first. */
const partOf = (id: string, n: number) => (n === 0 ? id : `${id}\n${n + 1}`)
const PART_OF = /\n\d+$/

const waitingOf = (comment: ForeignComment): WaitingRow => ({
  foreign_id: comment.id,
  parent: comment.parent!,
  comment: JSON.stringify(comment),
})
const commentOf = ({ comment }: WaitingRow): ForeignComment => JSON.parse(comment)

const TWICE = 'Another one in the file has the same id; the first one counts.'
const NO_PARENT = 'What it answers is not in the file or has no place here: it begins a conversation of its own.'
const IN_CIRCLE = 'It answers what answers it: it begins a conversation of its own.'
const NO_TEXT = 'It has no text: it is kept as a place for its answers.'
const LONG = 'It is longer than a comment may be: the rest follows as answers to it.'
const NO_TIME = 'It has no time that can be: it stands after what was before it.'
const FUTURE = 'Its time has not come yet: it counts as written now.'
