import type { SiteRow } from '../store/sites.ts'
import type { ForeignFile, ForeignFormat, ForeignStatus } from './foreign.ts'
import { placesOn } from './foreign-place.ts'
import { BREATH, type ImportDeps, type ImportOptions } from './import.ts'
import { Telling, type Told } from './import-report.ts'

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
  /** Addresses whose comments would not come, and why. */
  refused: { address: string; reason: string; comments: number }[]
}

const TOGETHER = 500
/** Articles that are counted one by one, and addresses of one that are told. */
const PAGES = 100_000
const ADDRESSES = 5
const REFUSED = 1_000

/**
 * Reads a file as an import would, writes nothing, and tells what would land where.
 * @throws Error in words when the file cannot be read
 */
export async function planImport(
  { store }: Pick<ImportDeps, 'store'>,
  site: SiteRow,
  format: ForeignFormat,
  file: ForeignFile,
  { onProgress = () => {}, pause }: Pick<ImportOptions, 'onProgress' | 'pause'> = {},
): Promise<ImportPlan> {
  const placeOf = placesOn(site)
  const pages = new Map<string, PagePlan>()
  const refused = new Map<string, ImportPlan['refused'][number]>()
  const skipped = new Telling()
  const beyond = new Set<string>()
  let [comments, merged] = [0, 0]
  let ids: string[] = []
  const look = async (read: number) => {
    merged += (await store.imports.known(site.id, format.name, ids)).length
    ids = []
    onProgress({ read, comments, imported: 0 })
  }
  let since = performance.now()
  for await (const entry of format.read(file)) {
    const worked = performance.now() - since
    if (pause && worked > BREATH) {
      await pause(worked)
      since = performance.now()
    }
    if ('fault' in entry) {
      skipped.tell(entry.fault, entry.at)
      continue
    }
    comments += 1
    ids.push(entry.id)
    const place = placeOf(entry.page)
    const address = entry.page.url ?? entry.page.identifier ?? ''
    if ('refused' in place) {
      skipped.tell(place.refused, entry.id)
      const known = refused.get(address)
      if (known) known.comments += 1
      else if (refused.size < REFUSED) refused.set(address, { address, reason: place.refused, comments: 1 })
    } else {
      const { key, url, title } = place
      const page = pages.get(key) ?? { key, url, title, comments: 0, statuses: {}, addresses: [], here: null }
      if (pages.size < PAGES) pages.set(key, page)
      else if (!pages.has(key)) beyond.add(key)
      page.comments += 1
      page.statuses[entry.status] = (page.statuses[entry.status] ?? 0) + 1
      if (page.addresses.length < ADDRESSES && !page.addresses.includes(address)) page.addresses.push(address)
    }
    if (ids.length >= TOGETHER) await look(entry.read)
  }
  await look(file.size ?? 0)
  const keys = [...pages.keys()]
  for (let at = 0; at < keys.length; at += TOGETHER) {
    for (const row of await store.imports.articles(site.id, keys.slice(at, at + TOGETHER)))
      pages.get(row.asked)!.here = { key: row.key, title: row.title, count: row.comment_count }
  }
  return {
    comments,
    merged,
    pages: [...pages.values()].sort((one, other) => other.comments - one.comments),
    morePages: beyond.size,
    skipped: skipped.list,
    refused: [...refused.values()].sort((one, other) => other.comments - one.comments),
  }
}
