import { sha256 } from '@noble/hashes/sha2.js'
import * as v from 'valibot'
import { treeOf } from '../comments/markdown.ts'
import { LIMITS } from '../contract.ts'
import { base64url } from '../people/secrets.ts'
import { LOOPBACK, readOrigin } from '../sites/origins.ts'
import type { ArchivedRow } from '../store/archive-read.ts'
import { CARRIED } from '../store/archive-tables.ts'
import type { Row } from '../store/engine.ts'
import { NEWEST_MIGRATION } from '../store/version.ts'
import { ARCHIVE_VERSION, type ArchiveEnd, type ArchiveHead } from './archive.ts'
import { faultOf } from './archive-values.ts'
import type { ForeignFile } from './foreign.ts'
import { isSoundTree } from './sound-tree.ts'
import { type Piece, unzipped } from './unzipped.ts'

/** Why a file cannot be read as an archive, in words that say what to do. */
export class NoArchive extends Error {
  override name = 'NoArchive'
}

/** A line longer than this is none of Parley's: texts and lists are shorter by far. */
const LONGEST_LINE = 16_000_000

const Whole = v.pipe(v.number(), v.safeInteger())
const Head = v.object({
  kind: v.literal('parley'),
  archive: Whole,
  build: v.string(),
  schema: v.string(),
  at: Whole,
  sites: v.array(v.string()),
})
const End = v.object({
  kind: v.literal('end'),
  lines: Whole,
  rows: v.record(v.string(), Whole),
  changed: v.boolean(),
  sha256: v.string(),
})
const Origins = v.array(
  v.pipe(
    v.string(),
    v.check(text => text === LOOPBACK || readOrigin(text) === text),
  ),
)
const Settings = v.record(v.string(), v.unknown())

/** A line of an archive as it is read, with the bytes read so far. */
export type ArchiveLine = { read: number } & (
  | { head: ArchiveHead }
  | { row: ArchivedRow; line: number }
  | { end: ArchiveEnd }
)

/**
 * An archive from its first line to its last, in bounded memory. What it holds is looked at as anything from outside: a
 * tree that is none of ours is made anew from the text.
 * @throws NoArchive where it is none, is from a newer Parley, was cut off, or was changed
 */
export async function* readArchive(file: ForeignFile): AsyncGenerator<ArchiveLine> {
  const hash = sha256.create()
  let [lines, isOver] = [0, false]
  const seen: Record<string, number> = {}
  /** The columns of each kind: an older Parley wrote fewer of them, but always the same. */
  const shapes: Record<string, string> = {}
  for await (const { bytes, read } of linesOf(opened(file))) {
    const at = lines + 1
    if (isOver)
      throw new NoArchive(`Line ${at + 1}: something comes after the last line. Was it put together from two?`)
    const line = objectIn(bytes, at)
    if (at === 1) yield { head: headIn(line), read }
    else if (line['kind'] === 'end') {
      const end = v.safeParse(End, line)
      if (!end.success) throw new NoArchive(`Line ${at}: the last line is not as Parley writes it.`)
      if (end.output.sha256 !== base64url(hash.digest()) || end.output.lines !== lines) {
        throw new NoArchive('The archive was changed since it was written: its digest does not fit. Export it again.')
      }
      for (const kind of new Set([...Object.keys(seen), ...Object.keys(end.output.rows)])) {
        if (seen[kind] !== end.output.rows[kind]) throw new NoArchive(`The archive does not have all of its ${kind}.`)
      }
      isOver = true
      yield { end: end.output, read }
      continue
    } else {
      const row = rowIn(line, at)
      seen[row.kind] = (seen[row.kind] ?? 0) + 1
      const shape = Object.keys(row.row).join()
      shapes[row.kind] ??= shape
      if (shapes[row.kind] !== shape)
        throw new NoArchive(`Line ${at}: it has other columns than ${row.kind} before it.`)
      yield { row, line: at, read }
    }
    hash.update(bytes)
    lines += 1
  }
  if (lines === 0) throw new NoArchive('The file is empty.')
  if (!isOver)
    throw new NoArchive(`The archive was cut off: it ends at line ${lines}, without its last one. Export it again.`)
}

function objectIn(bytes: Uint8Array, at: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw new NoArchive(
    at === 1 ? NONE : `Line ${at} is no JSON object: the archive was cut off or changed. Export it again.`,
  )
}

const NONE = 'This is no archive of Parley: its first line is another. “parley export --site ID” writes one.'

function headIn(line: Record<string, unknown>): ArchiveHead {
  const head = v.safeParse(Head, line)
  if (!head.success) throw new NoArchive(NONE)
  const { archive, schema, build } = head.output
  if (archive > ARCHIVE_VERSION || schema > NEWEST_MIGRATION) {
    throw new NoArchive(`This archive is of a newer Parley (${build}, ${schema}). Bring this one up to date first.`)
  }
  return head.output
}

/** A row as it may be written. */
function rowIn({ kind, row: found, ...more }: Record<string, unknown>, at: number): ArchivedRow {
  const no = (what: string) => new NoArchive(`Line ${at}: ${what}. Parley has not written it so.`)
  if (typeof kind !== 'string' || !(kind === 'articles_after' || Object.hasOwn(CARRIED, kind))) {
    throw no(`there is no kind “${String(kind).slice(0, 40)}”`)
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found) || Object.keys(more).length > 0) {
    throw no('it has more or less than a kind and a row')
  }
  const row: Row = { ...found }
  const fault = faultOf(kind as ArchivedRow['kind'], row)
  if (fault) throw no(fault)
  if (kind === 'sites') {
    if (!isSite(row)) throw no('the site is none')
    row['settings'] = JSON.stringify(parsed(row['settings']), (_, value) =>
      typeof value === 'string' ? value.toWellFormed() : value,
    )
  }
  if (kind === 'comments') {
    row['tree'] = treeIn(row)
    // Of what is not public it says whether shown replies make it a stub; what is public is shown.
    if (row['status'] === 'published') row['is_shown'] = 1
  }
  return { kind: kind as ArchivedRow['kind'], row }
}

const isSite = ({ id, origins, settings }: Row): boolean =>
  /^[a-z0-9][a-z0-9-]{0,39}$/.test(String(id)) && v.is(Origins, parsed(origins)) && v.is(Settings, parsed(settings))

/** Bytes that the tree of a comment may have: line breaks alone take sixteen times as many as in the text. */
const LONGEST_TREE = 24 * LIMITS.textBytes

function treeIn({ tree, text }: Row): string {
  const isSound = String(tree).length <= LONGEST_TREE && isSoundTree(parsed(tree))
  return isSound ? String(tree) : JSON.stringify(treeOf(String(text ?? '')))
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

async function* opened(file: ForeignFile): AsyncGenerator<Piece> {
  try {
    yield* unzipped(file)
  } catch (error) {
    throw error instanceof Error && !('code' in error) ? new NoArchive(error.message) : error
  }
}

/** The lines of a file, each with its end of line and how many of the file's bytes have been read up to it. */
async function* linesOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  let rest: Uint8Array[] = []
  let [length, last] = [0, 0]
  for await (const { bytes, read } of pieces) {
    let begin = 0
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, begin)) {
      const line = bytes.subarray(begin, at + 1)
      yield { bytes: rest.length === 0 ? line : joined([...rest, line]), read }
      ;[rest, length] = [[], 0]
      begin = at + 1
    }
    if (begin < bytes.length) rest.push(bytes.subarray(begin))
    length += bytes.length - begin
    last = read
    if (length > LONGEST_LINE) throw new NoArchive(NONE)
  }
  if (length > 0) yield { bytes: joined(rest), read: last }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
