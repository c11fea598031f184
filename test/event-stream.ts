import type { Changes } from '../server/contract.ts'

interface StreamEvent {
  event: string
  id: string | null
  data: string
}

/** Reads a stream of events as a browser does (WHATWG HTML, server-sent events); every event here names its fields in full lines. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #decoder = new TextDecoder()
  #text = ''
  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader()
  }

  /** The next event; null at the end of the stream. */
  async next(): Promise<StreamEvent | null> {
    while (!this.#text.includes('\n\n')) {
      const { done, value } = await this.#reader.read()
      if (done) return null
      this.#text += this.#decoder.decode(value, { stream: true })
    }
    const end = this.#text.indexOf('\n\n')
    const lines = this.#text.slice(0, end).split('\n')
    this.#text = this.#text.slice(end + 2)
    const field = (name: string) => {
      const line = lines.find(each => each.startsWith(`${name}:`))
      return line === undefined ? null : line.slice(name.length + 1).replace(/^ /, '')
    }
    return { event: field('event') ?? 'message', id: field('id'), data: field('data') ?? '' }
  }

  /** The next changes, past signs of life; null at the end of the stream. */
  async changes(): Promise<(Changes & { id: string | null }) | null> {
    for (;;) {
      const next = await this.next()
      if (next === null) return null
      if (next.event === 'message') return { ...(JSON.parse(next.data) as Changes), id: next.id }
    }
  }

  leave(): Promise<void> {
    return this.#reader.cancel()
  }
}
