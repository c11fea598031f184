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
  /** Whether a text was longer than is read of one, and is not whole. */
  isCut: boolean
}

/** Letters of one text that are read; and of all texts in one record. */
const LONGEST = 1_000_000
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
  const open: { record: XmlRecord; depth: number; size: number }[] = []
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
          const record = { name, attributes, texts: {}, marks: {}, isCut: false }
          // What an outer one says of itself so far is known to what stands in it.
          const outer = open.at(-1)
          if (outer) ready.push({ ...outer.record, texts: { ...outer.record.texts } })
          open.push({ record, depth: path.length, size: 0 })
        } else if (open.length > 0 && path.length - open.at(-1)!.depth <= 2)
          open.at(-1)!.record.marks[key()] ??= attributes
      },
      ontext(text) {
        heard = opened
        const inner = open.at(-1)
        if (!inner || path.length === inner.depth || path.length - inner.depth > 2) return
        if (inner.size + text.length > LONGEST) {
          inner.record.isCut = true
          return
        }
        inner.size += text.length
        inner.record.texts[key()] = (inner.record.texts[key()] ?? '') + text
      },
      onclosetag() {
        heard = opened
        if (open.at(-1)?.depth === path.length) ready.push(open.pop()!.record)
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

/** What the file says of its own encoding; UTF-8 where it says nothing that is known. */
function decoderOf(bytes: Uint8Array): TextDecoder {
  const named = /^\ufeff?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(
    new TextDecoder().decode(bytes.slice(0, 200)),
  )?.[1]
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(marked ?? named ?? 'utf-8')
  } catch {
    return new TextDecoder()
  }
}
