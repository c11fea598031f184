/** How long nobody may take anything of what was made, in ms: what is read as of one moment keeps the database's log growing. */
const PATIENCE = 60_000
/** How often it is asked whether whoever takes it still may, in ms. */
const GLANCE = 2_000

/**
 * What is made as the body of an answer, in bounded memory: nothing is begun before somebody reads, and it ends when nobody
 * does any more.
 */
export function bodyOf(made: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let patience: ReturnType<typeof setTimeout> | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(patience)
        const { value, done } = await made.next()
        if (done) return controller.close()
        controller.enqueue(value)
        patience = setTimeout(() => {
          controller.error(new Error('Nobody took it.'))
          void made.return(undefined)
        }, PATIENCE)
      },
      async cancel() {
        clearTimeout(patience)
        await made.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

/** Text as bytes, with gzip around them if that is wanted. */
export async function* bytesOf(
  text: AsyncGenerator<string, unknown>,
  isGzipped: boolean,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  if (!isGzipped) {
    for await (const some of text) if (some !== '') yield encoder.encode(some)
    return
  }
  const source = bodyOf(bytesOf(text, false))
  const reader = source.pipeThrough(new CompressionStream('gzip')).getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/**
 * The same, made beside what else the process does: others have their turn after each piece.
 * @param mayStill throws where whoever takes it no longer may
 */
export async function* besideOthers(
  text: AsyncGenerator<string, unknown>,
  mayStill: () => Promise<void>,
): AsyncGenerator<string, void> {
  let asked = Date.now()
  try {
    for (;;) {
      await new Promise(resolve => setTimeout(resolve, 0))
      if (Date.now() - asked > GLANCE) {
        await mayStill()
        asked = Date.now()
      }
      const next = await text.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await text.return(undefined)
  }
}
