import type { ForeignFile } from './foreign.ts'
import { JsonScanner } from './json-scanner.ts'
import { unzipped } from './unzipped.ts'

/** What one member of an array is, or why it is nothing. */
export type JsonItem = {
  /** How many of the file's bytes have been read. */
  read: number
  /** The array it stands in, as it was asked for. */
  in: string
  /** Which one of that array it is, from 1. */
  nth: number
} & ({ value: unknown } | { fault: string })

/**
 * The members of arrays in a JSON file, one after the other, in bounded memory: what is not asked for is walked over, and a
 * member is kept only until it is handed on. A file that gzip has compressed is opened.
 *
 * A member that is no JSON, longer than 16 million characters or nested more than 64 deep is told as a fault, and the next
 * one is read. Whole numbers beyond 2^53 come as the digits that stand in the file, so that no two ids become one.
 * @param arrays where they stand: `comments`, `data.Comment`, `` for the file itself, and `*` for a file that is one value
 * after the other. Where the file has several of them, members come in its order
 * @param isNeeded whether a file that has none of them is of another kind
 * @throws Error in words, when the file is no JSON, ends too soon, or has none of the arrays that are needed
 */
export async function* jsonItems(
  file: ForeignFile,
  arrays: readonly string[],
  isNeeded = true,
): AsyncGenerator<JsonItem> {
  const scanner = new JsonScanner(arrays)
  let decoder: TextDecoder | null = null
  let read = 0
  for await (const piece of unzipped(file)) {
    read = piece.read
    decoder ??= decoderOf(piece.bytes)
    for (const item of scanner.scan(decoder.decode(piece.bytes, { stream: true }))) yield { read, ...item }
  }
  for (const item of scanner.scan(decoder?.decode() ?? '')) yield { read, ...item }
  for (const item of scanner.end(isNeeded)) yield { read, ...item }
}

/** By the mark that Windows programs put before it; without one it is UTF-8. */
function decoderOf([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
}
