import { LARGEST_SEAL } from '../moderation/log/seal.ts'
import type { ArchivedRow } from '../store/archive-read.ts'
import { CARRIED, type CarriedName, carried } from '../store/archive-tables.ts'
import { archiveWriter, type Collision, type Written } from '../store/archive-write.ts'
import type { Engine, Row } from '../store/engine.ts'
import type { ArchiveEnd, ArchiveHead } from './archive.ts'
import { NoArchive, readArchive } from './archive-file.ts'
import type { ForeignFile } from './foreign.ts'

/** What an archive would do here. */
export interface ArchivePlan {
  head: ArchiveHead
  end: ArchiveEnd
  /** The sites that are meant, and whether they are here already. */
  /** `added`: how many of the site's rows would be new, people who come with it among them. */
  sites: { id: string; name: string; isHere: boolean; comments: number; added: number }[]
  /** Demo sites that stay away, because there is another one here. */
  demos: string[]
  /** Rows of other things that have the keys of rows in it: with one of them nothing is written. */
  collisions: Collision[]
}

/** What an import has done. */
export interface ArchiveReport {
  rows: Partial<Record<CarriedName, Written>>
  /** People who came under another name, because theirs is somebody else's here. */
  renamed: { from: string; to: string }[]
}

/** How far it has come, for whoever waits. */
export type Progress = (done: { read: number; rows: number }) => void

/** Rows and bytes written together: a batch of some 20 ms, and less than D1 takes as one parameter. */
const TOGETHER = { rows: 400, bytes: 500_000 }
/** Rows asked about together. */
const ASKED = 2_000
const TOLD = 10

/**
 * Reads an archive to its end, proves it, and tells what it would do here. Nothing is written.
 * @param only the one site that is meant; null for all
 * @throws NoArchive
 */
export async function planArchive(
  engine: Engine,
  file: ForeignFile,
  only: string | null,
  progress: Progress = () => {},
): Promise<ArchivePlan> {
  const writer = archiveWriter(engine)
  const collisions: Collision[] = []
  const sites: ArchivePlan['sites'] = []
  const demos: string[] = []
  let [head, end]: [ArchiveHead | null, ArchiveEnd | null] = [null, null]
  let waiting: ArchivedRow[] = []
  let [site, rows] = ['', 0]
  const ask = async () => {
    for (const [kind, some] of grouped(waiting)) {
      if (kind === 'articles_after') continue
      collisions.push(...(await writer.collisions(kind, some)))
      if (kind === 'articles') collisions.push(...(await writer.takenKeys(some)))
    }
    // Whoever has made an archive by hand may mean what is here on another site; an id that is taken is told as that.
    for (const [kind, some] of collisions.length > 0 ? [] : grouped(waiting)) {
      if (kind === 'articles_after' || kind === 'sites' || kind === 'people') continue
      const strays = await writer.strays(kind, some, site)
      if (strays.length > 0) throw new NoArchive(leadsAway(site, strays))
    }
    const current = sites.at(-1)
    for (const [kind, some] of current ? grouped(waiting) : []) {
      if (kind === 'articles_after') continue
      current!.added += current!.isHere ? await writer.unknown(kind, some) : some.length
    }
    waiting = []
  }
  for await (const line of read(file, id => only === null || id === only)) {
    if ('head' in line) head = line.head
    else if ('end' in line) end = line.end
    else {
      rows += 1
      const { kind, row } = line.row
      if (kind === 'sites') {
        await ask()
        site = String(row['id'])
        if (row['is_demo'] === 1 && (await writer.collisions('sites', [row])).length > 0) demos.push(site)
        else {
          const isHere = (await writer.sitesHere([site])).length > 0
          sites.push({ id: site, name: String(row['name']), isHere, comments: 0, added: 0 })
        }
      }
      if (demos.includes(site)) continue
      if (kind === 'comments') sites.at(-1)!.comments += 1
      waiting.push(line.row)
      if (waiting.length >= ASKED) await ask()
      if (rows % ASKED === 0) progress({ read: line.read, rows })
    }
    if (collisions.length >= TOLD) waiting = []
  }
  await ask()
  if (only !== null && sites.length + demos.length === 0) {
    throw new NoArchive(`The archive has no site “${only}”; it has: ${head!.sites.join(', ') || 'none'}.`)
  }
  return { head: head!, end: end!, sites, demos, collisions: collisions.slice(0, TOLD) }
}

/**
 * Writes an archive that has been planned. It can be ended at any moment and begun again: what is there stays as it is. A
 * site takes pages, and its people may do something there, only once all of it has come.
 */
export async function importArchive(
  engine: Engine,
  file: ForeignFile,
  plan: Pick<ArchivePlan, 'sites' | 'head'>,
  progress: Progress = () => {},
  together: { rows: number; bytes: number } = TOGETHER,
): Promise<ArchiveReport> {
  const writer = archiveWriter(engine)
  const report: ArchiveReport = { rows: {}, renamed: [] }
  let waiting: ArchivedRow[] = []
  let [bytes, rows] = [0, 0]
  let coming: { site: string; origins: string } | null = null
  const write = async () => {
    const written = await writer.write(await renamed(waiting), coming?.site ?? null)
    for (const [name, some] of Object.entries(written) as [CarriedName, Written][]) {
      const sum = report.rows[name] ?? { added: 0, known: 0, astray: 0 }
      report.rows[name] = sum
      sum.added += some.added
      sum.known += some.known
      sum.astray += some.astray
    }
    ;[waiting, bytes] = [[], 0]
  }
  const open = async () => {
    await write()
    if (coming) await writer.open(coming.site, coming.origins)
    coming = null
  }
  /** People under names that are free here. */
  const renamed = async (some: readonly ArchivedRow[]): Promise<ArchivedRow[]> => {
    const people = some.filter(({ kind }) => kind === 'people').map(({ row }) => row)
    const taken = people.length === 0 ? new Set() : await writer.namesakes(people)
    const result = []
    for (const each of some) {
      const name = String(each.row['name'])
      if (each.kind !== 'people' || !taken.has(name)) {
        result.push(each)
        continue
      }
      let n = 2
      while (await writer.isNamed(`${name} (${n})`, each.row['id'])) n += 1
      const to = `${name} (${n})`
      if (!report.renamed.some(({ from }) => from === name)) report.renamed.push({ from: name, to })
      result.push({ kind: each.kind, row: { ...each.row, name: to } })
    }
    return result
  }
  const meant = new Set(plan.sites.map(({ id }) => id))
  // The people of none of its sites come where all of it does.
  const isMeant = (site: string | null) => (site === null ? meant.size === plan.head.sites.length : meant.has(site))
  /** Rows of the log wait for their seal, so that nobody else seals them. */
  let unsealed = false
  let before = 0
  let hasComments = false
  for await (const line of read(file, isMeant)) {
    if (!('row' in line)) continue
    const { kind, row } = line.row
    if (kind === 'sites') {
      await open()
      hasComments = false
      coming = { site: String(row['id']), origins: String(row['origins']) }
    }
    const isLog = kind === 'rulings' || kind === 'ruling_words' || kind === 'seals'
    // Comments find their places among what is written.
    const isFirst: boolean = kind === 'comments' && !hasComments
    if ((isLog && !unsealed) || isFirst) await write()
    hasComments ||= isFirst
    unsealed = kind === 'rulings' || kind === 'ruling_words'
    waiting.push(line.row)
    rows += 1
    bytes += line.read - before
    before = line.read
    const isFull = waiting.length >= together.rows || bytes >= together.bytes
    if (kind === 'seals' || (isFull && !(unsealed && waiting.length < LARGEST_SEAL * 2))) {
      await write()
      progress({ read: line.read, rows })
    }
  }
  await open()
  return report
}

/**
 * The lines of an archive that belong to the sites that are meant; null stands for those before the first site. Each site
 * comes once, and whom its rows name stands before them. A program's key is nobody who has a role.
 */
async function* read(file: ForeignFile, isMeant: (site: string | null) => boolean) {
  let site: string | null = null
  let sites: string[] = []
  const people = new Set<unknown>()
  const keys = new Set<unknown>()
  for await (const line of readArchive(file)) {
    if ('head' in line) sites = [...line.head.sites]
    if ('row' in line) {
      const { kind, row } = line.row
      const no = (what: string) => new NoArchive(`Line ${line.line} ${what}. Parley has not written it so.`)
      if (kind === 'sites') {
        site = String(row['id'])
        if (!sites.includes(site)) throw no(`begins a site that comes twice, or is not named in the first line`)
        sites = sites.filter(each => each !== site)
      } else if (kind === 'people') (row['is_key'] === 1 ? keys : people).add(row['id'])
      else if (site === null) throw no('belongs to no site')
      if ('site_id' in row && row['site_id'] !== site) throw no('is of another site')
      const named = kind === 'articles_after' ? [] : (carried(kind).people ?? []).map(each => row[each])
      if (named.some(id => id != null && !people.has(id) && !keys.has(id))) throw no('names somebody who is not in it')
      if (!isMeant(site) || (kind === 'roles' && keys.has(row['person_id']))) continue
    }
    yield line
  }
}

const leadsAway = (site: string, strays: readonly Collision[]): string =>
  `The archive of ${site} leads to what belongs to another site here (${strays
    .map(({ kind, id }) => `${kind} ${id}`)
    .join(', ')}). Parley has not written it so, and nothing was changed.`

function grouped(rows: readonly ArchivedRow[]): [ArchivedRow['kind'], Row[]][] {
  const kinds = [...Object.keys(CARRIED), 'articles_after'] as ArchivedRow['kind'][]
  return kinds
    .map((kind): [ArchivedRow['kind'], Row[]] => [kind, rows.filter(each => each.kind === kind).map(({ row }) => row)])
    .filter(([, some]) => some.length > 0)
}
