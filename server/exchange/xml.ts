import { Parser } from 'htmlparser2'
import type { ForeignFile } from './foreign.ts'
import { unzipped } from './unzipped.ts'

/** An element with all that stands in it, once it has ended. */
export interface XmlRecord {
  /** Its name as it stands there, with its prefix. */
  name: string
  attributes: Record<string, string>
  /** The text of each element directly in it, or in one of those, by its path: `author/name`. The first one counts. */
  texts: Record<string, string>
  /** The attributes of the same. */
  marks: Record<string, Record<string, string>>
  /** Those of the texts that were longer than is read of one: their beginning is there. */
  cut: string[]
  /** Whether there is more in it than is read of anything: then what it lacks is not known. */
  isTooLarge: boolean
  /** Whether it has ended. */
  isWhole: boolean
}

/** Letters of one text that are read; of all texts in one record; and how many of these there may be. */
export const LONGEST = 1_000_000
const MOST_LETTERS = 4_000_000
const MOST_TEXTS = 1_000
/** Why a record is left out of which not everything could be read. */
export const TOO_LARGE = 'There is more in it than in any comment: it is left out, for it may say that it was deleted.'
const DEEPEST = 100
/** Bytes that may go by until something ends. */
const LARGEST = 64_000_000

/**
 * Reads a file as XML, piece by piece, and gives each element that has one of these names when it ends; one that others
 * stand in also before each of them, with what it has said so far. Entities that the file defines
 * for itself are left as they stand, so that none can grow; nothing is fetched. A file that gzip has compressed is opened.
 * @param names each with the name of that in which it stands, null for one that stands in no other
 * @param root the name that the outermost element must have
 * @param other words for a file that is something else
 * @throws Error in words, when the outermost element is another one or the file ends too soon
 */
export async function* xmlRecords(
  file: ForeignFile,
  names: ReadonlyMap<string, string | null>,
  root: string,
  other: string,
): AsyncGenerator<{ read: number; record: XmlRecord }> {
  const path: string[] = []
  const open: { record: XmlRecord; depth: number; size: number; ended: Set<string> }[] = []
  let ready: XmlRecord[] = []
  let hasRoot = false
  let read = 0
  /** Bytes of what is in it: a compressed file has fewer. */
  let opened = 0
  let heard = 0
  const fail = () => {
    throw new Error(other)
  }
  const key = () => path.slice(open.at(-1)!.depth).join('/')
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        heard = opened
        if (path.length >= DEEPEST) throw new Error(`Its elements stand deeper in each other than ${DEEPEST}.`)
        if (path.length === 0) {
          if (hasRoot || name !== root) fail()
          hasRoot = true
        }
        path.push(name)
        if (names.get(name) === (open.at(-1)?.record.name ?? null)) {
          const record = { name, attributes, texts: {}, marks: {}, cut: [], isTooLarge: false, isWhole: false }
          // What an outer one says of itself so far is known to what stands in it.
          const outer = open.at(-1)
          if (outer) ready.push({ ...outer.record, texts: { ...outer.record.texts } })
          open.push({ record, depth: path.length, size: 0, ended: new Set() })
        } else if (open.length > 0 && path.length - open.at(-1)!.depth <= 2)
          open.at(-1)!.record.marks[key()] ??= attributes
      },
      ontext(text) {
        heard = opened
        const inner = open.at(-1)
        if (!inner || path.length === inner.depth || path.length - inner.depth > 2) return
        const { record, ended } = inner
        const at = key()
        // What stands there twice says the first time what it is.
        if (ended.has(at)) return
        const before = record.texts[at] ?? ''
        // Each has its own measure: behind a text that never ends it is still told whether it was deleted.
        const more = text.slice(0, LONGEST - before.length)
        if (more.length < text.length && record.cut.at(-1) !== at) record.cut.push(at)
        inner.size += more.length
        if (inner.size > MOST_LETTERS) record.isTooLarge = true
        else record.texts[at] = before + more
      },
      onclosetag() {
        heard = opened
        const inner = open.at(-1)
        if (inner && inner.depth === path.length) ready.push({ ...open.pop()!.record, isWhole: true })
        else if (inner && path.length - inner.depth <= 2) {
          inner.ended.add(key())
          if (inner.ended.size > MOST_TEXTS) inner.record.isTooLarge = true
        }
        path.pop()
      },
    },
    { xmlMode: true },
  )
  let decoder: TextDecoder | null = null
  for await (const { bytes, read: before } of unzipped(file)) {
    decoder ??= decoderOf(bytes)
    read = before
    opened += bytes.length
    if (opened - heard > LARGEST)
      throw new Error(`Something in it is larger than ${LARGEST / 1_000_000} MB and does not end.`)
    const text = decoder.decode(bytes, { stream: true })
    if (!hasRoot && opened > 65_536) fail()
    parser.write(text)
    const some = ready
    ready = []
    for (const each of some) yield { read, record: each }
  }
  parser.write(decoder?.decode() ?? '')
  if (!hasRoot) fail()
  if (path.length > 0) throw new Error(`The file ends too soon, in the middle of <${path.at(-1)}>: it is not whole.`)
  parser.end()
  for (const each of ready) yield { read, record: each }
}

/** What the file says of its own encoding; UTF-8 where it says nothing that is known, or what it would then be unreadable in. */
function decoderOf(bytes: Uint8Array): TextDecoder {
  const named = /^\ufeff?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(
    new TextDecoder().decode(bytes.slice(0, 200)),
  )?.[1]
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(marked ?? (named && !/^(utf-?16|ucs-?2|utf-?32)/i.test(named) ? named : 'utf-8'))
  } catch {
    return new TextDecoder()
  }
}
