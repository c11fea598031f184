import type { WrittenText } from '../comments/written-text.ts'
import type { Status } from '../contract.ts'
import type { WaitingRow } from '../store/imports.ts'
import type { SiteRow } from '../store/sites.ts'
import type { ForeignComment } from './foreign.ts'
import { placesOn } from './foreign-place.ts'
import { authorDigest, hasText, partsOf } from './foreign-text.ts'
import type { Telling } from './import-report.ts'

/** Before this nobody wrote comments: such a time is none. */
const EARLIEST = Date.UTC(1990, 0, 1)
const DAY = 86_400_000

/** A comment that was put aside has its author's digest with it. */
export type Coming = ForeignComment & { digest?: string }

/** A comment, or a part of one, that is about to be written. */
export interface Draft {
  comment: Coming
  foreignId: string
  /** By what its author is known. */
  author: string
  parent: string | null
  place: { key: string; url: string; title: string | null } | null
  said: WrittenText
  at: number
  status: Status
}

type Tells = Pick<Telling, 'tell'>

/** A text that is shorter fits into one comment, whatever is made of it. */
const SURELY_ONE = 4_000

/** What comes of the comments of a file here: their places, times and texts, one comment at a time. */
export class Drafts {
  readonly #skipped: Tells
  readonly #changed: Tells
  readonly #placeOf
  /** When the import began, in ms UTC. */
  readonly #begin: number
  /** When the comment before was written, as far as that is known. */
  #lastAt: number | null = null

  /** @param told takes what is left out, and what is here but not quite as it was */
  constructor(site: SiteRow, begin: number, told: { skipped: Tells; changed: Tells }) {
    this.#placeOf = placesOn(site)
    this.#begin = begin
    this.#skipped = told.skipped
    this.#changed = told.changed
  }

  /** Looks at comments as they stand in the file: those without a time take theirs from what is beside them. */
  lookAt(comments: readonly ForeignComment[]): void {
    this.#lastAt ??= comments.find(({ at }) => at !== null && this.#isTime(at))?.at ?? null
  }

  /** Tells what of a comment would not be quite as it was, and makes nothing of it. */
  foresee(comment: ForeignComment): void {
    const { text, status, isCut, id } = comment
    if (status !== 'withdrawn' && !hasText(comment)) this.#changed.tell(NO_TEXT, id)
    const { length } = 'html' in text ? text.html : text.markdown
    if (status !== 'withdrawn' && length > SURELY_ONE && partsOf(comment).length > 1) this.#changed.tell(LONG, id)
    if (isCut) this.#changed.tell(CUT, id)
    this.#timeOf(comment, undefined)
  }

  /**
   * A comment as it will be written; nothing, and it is told why, where it has no place.
   * @param above when what it answers was written, where that stands here
   * @param isPlaced whether what it answers stands here, or is about to be written
   */
  of(comment: Coming, above: number | undefined, isPlaced: boolean): Draft[] {
    const place = this.#placeOf(comment.page)
    if (!isPlaced && 'refused' in place) {
      this.#skipped.tell(place.refused, comment.id)
      return []
    }
    if (!isRoot(comment) && !isPlaced) this.#changed.tell(NO_PARENT, comment.id)
    const isGone = comment.status === 'withdrawn'
    const parts = isGone ? [] : partsOf(comment)
    if (!isGone && parts.length === 0) this.#changed.tell(NO_TEXT, comment.id)
    if (parts.length > 1) this.#changed.tell(LONG, comment.id)
    if (comment.isCut) this.#changed.tell(CUT, comment.id)
    const at = this.#timeOf(comment, above)
    const author = comment.digest ?? authorDigest(comment, 'key' in place ? place.key : '')
    return (parts.length > 0 ? parts : [NOTHING]).map((said, n) => ({
      comment,
      foreignId: partOf(comment.id, n),
      author,
      parent: n > 0 ? partOf(comment.id, n - 1) : comment.parent,
      place: 'refused' in place ? null : place,
      said,
      at,
      status: parts.length > 0 ? comment.status : 'withdrawn',
    }))
  }

  /** A comment as it is put aside: without the address, of which only the digest is ever needed. */
  aside(comment: ForeignComment): WaitingRow {
    const place = this.#placeOf(comment.page)
    const author = authorDigest(comment, 'key' in place ? place.key : '')
    const kept: Coming = { ...comment, email: null, author: null, digest: author }
    return { foreign_id: comment.id, parent: comment.parent!, comment: JSON.stringify(kept), author }
  }

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

  #isTime(at: number): boolean {
    return at >= EARLIEST && at <= this.#begin + DAY
  }
}

/** The text of what was deleted there: it is a place for its answers. */
const NOTHING: WrittenText = { text: '', tree: '[]', likeness: '', salt: '', textDigest: '', lang: null, domains: [] }

export const isRoot = ({ id, parent }: ForeignComment) => parent === null || parent === id

/** What the parts of a long comment are called after the first. */
const partOf = (id: string, n: number) => (n === 0 ? id : `${id}\n${n + 1}`)
export const PART_OF = /\n\d+$/

export const TWICE = 'Another one in the file has the same id; the first one counts.'
export const NO_PARENT = 'What it answers is not in the file or has no place here: it begins a conversation of its own.'
export const IN_CIRCLE = 'It answers what answers it: it begins a conversation of its own.'
const NO_TEXT = 'It has no text: it is kept as a place for its answers.'
const LONG = 'It is longer than a comment may be: the rest follows as answers to it.'
const CUT = 'Its text is longer than a million letters: only the beginning came.'
export const SAME =
  'It came from Disqus already, which copied it into WordPress: it is the same comment, and stands once.'
const NO_TIME = 'It has no time that can be: it stands after what is beside it in the file.'
const FUTURE = 'Its time has not come yet: it counts as written now.'
