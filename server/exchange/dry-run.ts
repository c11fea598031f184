import type { SiteRow } from '../store/sites.ts'
import { Breath } from './breath.ts'
import { entriesOf } from './entries.ts'
import type { ForeignComment, ForeignFile, ForeignFormat, ForeignStatus } from './foreign.ts'
import { placesOn } from './foreign-place.ts'
import { hasText } from './foreign-text.ts'
import { Foreseen } from './foreseen.ts'
import { type ImportDeps, type ImportOptions, sameHere } from './import.ts'
import { Drafts, IN_CIRCLE, NO_PARENT, SAME, TWICE } from './import-drafts.ts'
import { Telling, type Told } from './import-report.ts'
import { Numbers } from './numbers.ts'
import { Threads } from './threads.ts'

/** What would come to one article. */
export interface PagePlan {
  key: string
  url: string
  title: string | null
  /** Comments that would come, by the status they have there. */
  comments: number
  statuses: Partial<Record<ForeignStatus, number>>
  /** Addresses in the file that are this one article, where there are several. */
  addresses: string[]
  /** The article that is here already, with how many published comments. */
  here: { key: string; title: string | null; count: number } | null
}

export interface ImportPlan {
  comments: number
  /** Those of them that had come before. */
  merged: number
  /** The articles, those with the most comments first. */
  pages: PagePlan[]
  /** Articles that are not told one by one. */
  morePages: number
  skipped: Told[]
  /** Those that would come, but not quite as they stand there. */
  changed: Told[]
  /** Addresses whose comments would not come, and why. */
  refused: { address: string; reason: string; comments: number }[]
}

const TOGETHER = 500
/** Articles that are counted one by one, and addresses of one that are told. */
const PAGES = 100_000
const ADDRESSES = 5
const REFUSED = 1_000

/**
 * Reads a file as an import would, writes nothing, and tells what would land where: an import that follows does the same.
 * @throws Error in words when the file cannot be read
 */
export async function planImport(
  { store, clock }: Pick<ImportDeps, 'store' | 'clock'>,
  site: SiteRow,
  format: ForeignFormat,
  file: ForeignFile,
  { onProgress = () => {}, pause }: Pick<ImportOptions, 'onProgress' | 'pause'> = {},
): Promise<ImportPlan> {
  const plan = new Plan(site, format.name, store, clock())
  let some: ForeignComment[] = []
  const look = async (read: number) => {
    await plan.take(some)
    some = []
    onProgress({ read, comments: plan.comments, imported: 0 })
  }
  const breath = new Breath(pause)
  for await (const entry of entriesOf(format, file)) {
    await breath.take()
    if ('fault' in entry) plan.skipped.tell(entry.fault, entry.at)
    else some.push(entry)
    if (some.length >= TOGETHER) await look(entry.read)
  }
  await look(file.size ?? 0)
  return plan.end()
}

/** Where comments would go: an article, or nowhere. */
type Spot = { key: string; page: PagePlan | null } | { refused: string; address: string; such: [number, string][] }

class Plan {
  readonly skipped = new Telling()
  comments = 0
  #merged = 0
  readonly #store: ImportDeps['store']
  readonly #site: SiteRow
  readonly #format: string
  readonly #placeOf
  readonly #threads = new Threads()
  readonly #foreseen = new Foreseen()
  readonly #drafts: Drafts
  readonly #spots: Spot[] = []
  readonly #byKey = new Map<string, number>()
  readonly #byRefusal = new Map<string, number>()
  #pages = 0
  /** Of each comment in the order of the file: the spot of its own page, that of what it answers here, and its status. */
  readonly #own = new Numbers()
  readonly #above = new Numbers()
  readonly #status = new Numbers()

  constructor(site: SiteRow, format: string, store: ImportDeps['store'], now: number) {
    this.#site = site
    this.#format = format
    this.#store = store
    this.#placeOf = placesOn(site)
    const changed = { tell: (reason: string, id?: string) => this.#foreseen.note(reason, this.#threads.size - 1, id) }
    this.#drafts = new Drafts(site, now, { skipped: this.skipped, changed })
  }

  async take(comments: readonly ForeignComment[]): Promise<void> {
    this.comments += comments.length
    const asked = [...new Set(comments.flatMap(({ id, parent }) => (parent === null ? [id] : [id, parent])))]
    const rows = asked.length > 0 ? await this.#store.imports.known(this.#site.id, this.#format, asked) : []
    const known = new Map(rows.map(row => [row.foreign_id, row]))
    const same = new Set((await sameHere(this.#store, this.#site.id, comments)).map(({ id }) => id))
    this.#drafts.lookAt(comments)
    for (const comment of comments) {
      const { id, parent, page, status } = comment
      if (this.#threads.find(id) >= 0) {
        this.skipped.tell(TWICE, id)
        continue
      }
      this.#threads.add(id, parent)
      const nth = this.#threads.size - 1
      const isKnown = known.has(id) || same.has(id)
      if (isKnown) {
        this.#threads.settle(id)
        this.#merged += 1
      } else this.#drafts.foresee(comment)
      if (same.has(id) && !known.has(id)) this.#foreseen.note(SAME, nth, id)
      const above = parent === null || isKnown ? undefined : known.get(parent)
      const place = this.#placeOf(page)
      const address = page.url ?? page.identifier ?? ''
      this.#own.push(
        'refused' in place ? this.#refusedAt(place.refused, address, nth, id) : this.#spotAt(place, address),
      )
      this.#above.push(above && above.id !== null ? this.#spotAt({ key: above.key, url: '', title: null }, null) : -1)
      this.#status.push(
        known.has(id) ? KNOWN : isKnown ? SAME_HERE : STATUSES.indexOf(hasText(comment) ? status : 'withdrawn'),
      )
    }
  }

  #spotAt({ key, url, title }: { key: string; url: string; title: string | null }, address: string | null): number {
    let at = this.#byKey.get(key)
    if (at === undefined) {
      const page = { key, url, title, comments: 0, statuses: {}, addresses: [], here: null }
      this.#pages += 1
      at = this.#spots.push({ key, page: this.#pages <= PAGES ? page : null }) - 1
      this.#byKey.set(key, at)
    }
    const page = (this.#spots[at] as { page: PagePlan | null }).page
    if (page && address !== null && page.addresses.length < ADDRESSES && !page.addresses.includes(address)) {
      page.addresses.push(address)
    }
    return at
  }

  #refusedAt(refused: string, address: string, nth: number, id: string): number {
    const name = JSON.stringify([refused, address])
    const isMuch = this.#byRefusal.size >= REFUSED && !this.#byRefusal.has(name)
    const told = isMuch ? { refused: OTHERS, address: '' } : { refused, address }
    const found = this.#byRefusal.get(isMuch ? OTHERS : name)
    const at = found ?? this.#spots.push({ ...told, such: [] }) - 1
    if (found === undefined) this.#byRefusal.set(isMuch ? OTHERS : name, at)
    const { such } = this.#spots[at] as { such: [number, string][] }
    if (such.length < SUCH) such.push([nth, id])
    return at
  }

  /** Where each goes: to what it answers, where that has a place, else to its own page. */
  #landed(): Int32Array {
    const landed = new Int32Array(this.#own.length).fill(-1)
    const chain: number[] = []
    for (let begin = 0; begin < landed.length; begin++) {
      let at = begin
      while (at >= 0 && landed[at] === -1) {
        chain.push(at)
        at = this.#above.at(at)! >= 0 || this.#threads.heads.has(at) ? -1 : this.#threads.above(at)
      }
      let above = at < 0 ? -1 : landed[at]!
      for (let next = chain.pop(); next !== undefined; next = chain.pop()) {
        const isPlaced = above >= 0 && 'key' in this.#spots[above]!
        // What has come before stands where it stands, and what answers it was found there.
        if (this.#status.at(next)! < 0) landed[next] = HERE
        else if (this.#above.at(next)! >= 0) landed[next] = this.#above.at(next)!
        else {
          landed[next] = isPlaced ? above : this.#own.at(next)!
          const isUnderSame = this.#status.at(this.#threads.above(next)) === SAME_HERE
          if (!isPlaced && !isUnderSame && this.#threads.answers(next)) {
            this.#foreseen.note(this.#threads.heads.has(next) ? IN_CIRCLE : NO_PARENT, next)
          }
        }
        above = landed[next]!
      }
    }
    return landed
  }

  async end(): Promise<ImportPlan> {
    const refused = new Map<number, number>()
    const beyond = new Set<number>()
    const landed = this.#landed()
    for (const [nth, at] of landed.entries()) {
      const status = STATUSES[this.#status.at(nth)!]
      const spot = this.#spots[at]!
      if (status === undefined) continue
      if ('refused' in spot) refused.set(at, (refused.get(at) ?? 0) + 1)
      else if (spot.page === null) beyond.add(at)
      else {
        spot.page.comments += 1
        spot.page.statuses[status] = (spot.page.statuses[status] ?? 0) + 1
      }
    }
    const told: ImportPlan['refused'] = []
    for (const [at, comments] of refused) {
      const { refused: reason, address, such } = this.#spots[at] as Extract<Spot, { refused: string }>
      const ids = such.filter(([nth]) => landed[nth] === at && this.#status.at(nth)! >= 0).map(([, id]) => id)
      for (let n = 0; n < comments; n++) this.skipped.tell(reason, ids[n])
      told.push({ address, reason, comments })
    }
    const pages = new Map<string, PagePlan>()
    for (const spot of this.#spots)
      if ('key' in spot && spot.page && spot.page.comments > 0) pages.set(spot.key, spot.page)
    const keys = [...pages.keys()]
    for (let at = 0; at < keys.length; at += TOGETHER) {
      for (const row of await this.#store.imports.articles(this.#site.id, keys.slice(at, at + TOGETHER)))
        pages.get(row.asked)!.here = { key: row.key, title: row.title, count: row.comment_count }
    }
    return {
      comments: this.comments,
      merged: this.#merged,
      pages: [...pages.values()].sort((one, other) => other.comments - one.comments),
      morePages: beyond.size,
      skipped: this.skipped.list,
      changed: this.#foreseen.told(nth =>
        this.#status.at(nth)! < 0 ? landed[nth] === HERE : 'key' in this.#spots[landed[nth]!]!,
      ),
      refused: told.sort((one, other) => other.comments - one.comments),
    }
  }
}

const STATUSES: readonly ForeignStatus[] = ['published', 'pending', 'spam', 'rejected', 'withdrawn']
/** In the place of a status: it came before under this id, or is here as what it is in another format. */
const KNOWN = -1
const SAME_HERE = -2
/** It came before: in the file it carries nothing. */
const HERE = -2
/** Comments without a place whose ids are remembered, of each address. */
const SUCH = 20
const OTHERS = 'Its page has no place on the site.'
