import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from '../people/secrets.ts'
import { type ArchivedRow, archiveReader } from '../store/archive-read.ts'
import { type CarriedName, carried } from '../store/archive-tables.ts'
import type { Engine } from '../store/engine.ts'
import { NEWEST_MIGRATION } from '../store/version.ts'

/** The archive's own version: another one cannot be read by this program. */
export const ARCHIVE_VERSION = 1

/** The first line. */
export interface ArchiveHead {
  kind: 'parley'
  archive: number
  /** The program that wrote it, and the newest migration it knew. */
  build: string
  schema: string
  /** When it was begun, in ms UTC. */
  at: number
  sites: string[]
}

/** The last line. */
export interface ArchiveEnd {
  kind: 'end'
  /** Lines before this one. */
  lines: number
  rows: Record<string, number>
  /** Whether anything was posted or decided while it was written, so that it is not of one moment. */
  changed: boolean
  /** SHA-256 (FIPS 180-4) of all bytes before this line, as base64url. */
  sha256: string
}

/**
 * Sites as lines of JSON, page by page as they are asked for. It is of one moment where the engine reads one snapshot;
 * else each page is of the moment it was read at, and the last line says whether anything came meanwhile.
 * @param isWhole whether people without a trace on these sites belong to it, too; else each site brings those it names
 * @yields whole lines, several at once
 */
export async function* archiveOf(
  engine: Engine,
  sites: readonly string[],
  isWhole: boolean,
  { build, at }: { build: string; at: number },
): AsyncGenerator<string, ArchiveEnd> {
  const reader = archiveReader(engine)
  const hash = sha256.create()
  const rows: Record<string, number> = {}
  let lines = 0
  const written = (some: readonly ArchivedRow[]): string => {
    let text = ''
    for (const { kind, row } of some) {
      text += `${JSON.stringify({ kind, row })}\n`
      rows[kind] = (rows[kind] ?? 0) + 1
    }
    return counted(text, some.length)
  }
  const counted = (text: string, n: number): string => {
    hash.update(utf8ToBytes(text))
    lines += n
    return text
  }

  const head: ArchiveHead = {
    kind: 'parley',
    archive: ARCHIVE_VERSION,
    build,
    schema: NEWEST_MIGRATION,
    at,
    sites: [...sites],
  }
  yield counted(`${JSON.stringify(head)}\n`, 1)
  if (isWhole) for await (const some of reader.everybody()) yield written(some)
  let changed = false
  for (const site of sites) {
    const before = await reader.mark(site)
    const named = new Set<number>()
    for await (const some of reader.site(site)) {
      const people = peopleIn(some).filter(id => !named.has(id))
      for (const id of people) named.add(id)
      yield written([...(people.length > 0 ? await reader.people(people) : []), ...some.map(withoutKey)])
    }
    changed ||= (await reader.mark(site)) !== before
  }
  const end: ArchiveEnd = { kind: 'end', lines, rows, changed, sha256: base64url(hash.digest()) }
  yield `${JSON.stringify(end)}\n`
  return end
}

/** The people whom rows name. */
function peopleIn(rows: readonly ArchivedRow[]): number[] {
  const ids = new Set<number>()
  for (const { kind, row } of rows) {
    if (kind === 'articles_after') continue
    for (const column of carried(kind as CarriedName).people ?? []) {
      if (row[column] !== null) ids.add(Number(row[column]))
    }
  }
  return [...ids]
}

/** `articles_after` is read with the key by which it is paged. */
function withoutKey({ kind, row }: ArchivedRow): ArchivedRow {
  if (kind !== 'articles_after') return { kind, row }
  const { key: _, ...rest } = row
  return { kind, row: rest }
}
