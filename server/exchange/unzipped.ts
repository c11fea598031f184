import type { ForeignFile } from './foreign.ts'

/** How much is handed on at once, in bytes: a compressed piece may be a thousand times as much when it is opened. */
const PIECE = 16_384

/** The first two bytes of what gzip has written. */
const GZIP = [0x1f, 0x8b] as const

/** A piece of a file, and how many of the file's own bytes have been read up to it. */
export interface Piece {
  bytes: Uint8Array
  read: number
}

/**
 * The bytes of a file from the beginning, opened where gzip has compressed them.
 * @throws Error in words, when the compressed file is damaged or cut off
 */
export async function* unzipped(file: ForeignFile): AsyncGenerator<Piece> {
  const pieces = inPieces(file)
  try {
    const head: Piece[] = []
    let beginning: number[] = []
    while (beginning.length < GZIP.length) {
      const { value, done } = await pieces.next()
      if (done) break
      head.push(value)
      beginning = [...beginning, ...value.bytes.subarray(0, GZIP.length)].slice(0, GZIP.length)
    }
    if (GZIP.every((byte, at) => byte === beginning[at])) yield* opened(head, pieces)
    else {
      yield* head
      yield* pieces
    }
  } finally {
    await pieces.return(undefined)
  }
}

async function* inPieces(file: ForeignFile): AsyncGenerator<Piece, undefined> {
  let read = 0
  for await (const bytes of file.open()) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE)
      read += piece.length
      yield { bytes: piece, read }
    }
  }
  return undefined
}

async function* opened(head: Piece[], rest: AsyncGenerator<Piece, undefined>): AsyncGenerator<Piece> {
  let read = 0
  /** What went wrong with the file itself, as against what is in it. */
  let unread: { error: unknown } | null = null
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const piece = head.shift() ?? (await rest.next()).value
        if (!piece) return controller.close()
        read = piece.read
        controller.enqueue(piece.bytes as Uint8Array<ArrayBuffer>)
      } catch (error) {
        unread = { error }
        controller.error(error)
      }
    },
  })
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader()
  const next = () =>
    reader.read().catch(() => {
      if (unread) throw unread.error
      throw new Error(
        'The compressed file is damaged or was cut off. Export it again, or decompress it yourself first.',
      )
    })
  try {
    for (let piece = await next(); !piece.done; piece = await next()) yield { bytes: piece.value, read }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
