import { type FileHandle, open } from 'node:fs/promises'

/** Bytes read at once. */
const PIECE = 1 << 20
const NEWLINE = 10

/**
 * Where two archives begin to differ, read side by side: the byte, counted from the second line; null where they are equal.
 * Their first lines say when they were written, and their last lines hold the digest of that, too.
 */
export async function differenceOf(one: string, other: string): Promise<number | null> {
  const files = [await open(one), await open(other)] as const
  try {
    const [mine, theirs] = [await rowsIn(files[0]), await rowsIn(files[1])]
    const [a, b] = [Buffer.alloc(PIECE), Buffer.alloc(PIECE)]
    const length = Math.min(mine.end - mine.begin, theirs.end - theirs.begin)
    for (let at = 0; at < length; at += PIECE) {
      const size = Math.min(PIECE, length - at)
      await fill(files[0], a, size, mine.begin + at)
      await fill(files[1], b, size, theirs.begin + at)
      if (a.compare(b, 0, size, 0, size) === 0) continue
      for (let n = 0; n < size; n++) if (a[n] !== b[n]) return at + n
    }
    return mine.end - mine.begin === theirs.end - theirs.begin ? null : length
  } finally {
    for (const file of files) await file.close()
  }
}

/** From the second line to the last but one. */
async function rowsIn(file: FileHandle): Promise<{ begin: number; end: number }> {
  const { size } = await file.stat()
  const head = Buffer.alloc(Math.min(PIECE, size))
  await fill(file, head, head.length, 0)
  const tail = Buffer.alloc(Math.min(PIECE, size))
  await fill(file, tail, tail.length, size - tail.length)
  const begin = head.indexOf(NEWLINE) + 1
  const end = size - tail.length + tail.lastIndexOf(NEWLINE, tail.length - 2) + 1
  return { begin, end: Math.max(begin, end) }
}

async function fill(file: FileHandle, buffer: Buffer, size: number, position: number): Promise<void> {
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(buffer, at, size - at, position + at)
    if (bytesRead === 0) throw new Error('The file has become shorter.')
    at += bytesRead
  }
}
