import type { ForeignComment, ForeignFault, ForeignFile, ForeignFormat } from '../../server/exchange/foreign.ts'

/** A file with this in it, handed on in pieces that end wherever they end. */
export function fileOf(content: string | Uint8Array, pieceSize = 7_777): ForeignFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    path: '/nowhere',
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.slice(at, at + pieceSize)
    },
  }
}

/** What a format reads in a file, apart: comments by their ids as well, and how far it says that it came. */
export async function readAll(format: ForeignFormat, file: ForeignFile) {
  const comments: ForeignComment[] = []
  const faults: ForeignFault[] = []
  const ways: number[] = []
  for await (const { read, ...found } of format.read(file)) {
    ways.push(read)
    if ('fault' in found) faults.push(found)
    else comments.push(found)
  }
  const by = (id: string) => comments.find(comment => comment.id === id)
  return { comments, faults, ways, by }
}

/** As gzip writes it. */
export async function zipped(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
