import { type Changes, LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'

/** How often the streams are looked after, in ms: own commits are told within this, another process's 250 ms later. */
const LOOK = 100
/** A stream that was sent nothing for this long, in ms, gives a sign of life. */
const BEAT = 15_000
/** How long a stream lives, in ms; then its client opens the next one where it broke off. */
const LIFE = 300_000
/** How long a client waits before it comes back, in ms. */
const RETRY = 3_000
/** Streams that one process holds, and those of them that one client may have. */
const MOST = 2_000
const MOST_OF_ONE = 50
/** How often changes are asked for in one look, so that those who are pages behind do not hold up the rest. */
const ASKED = 10

interface Stream {
  site: string
  key: string
  client: string | null
  /** What its client has been told of. */
  revision: number
  /** Whether there is more to tell. */
  isBehind: boolean
  beatAt: number
  endsAt: number
  controller: ReadableStreamDefaultController<Uint8Array>
}

/**
 * The event streams of one process (WHATWG HTML, server-sent events). One loop looks after all of them, and runs only
 * while there is one: it asks the store for its generation, once something was committed for the revisions of the
 * articles that are followed, and for the changes of those that moved, once for all who stand at the same revision.
 *
 * Nothing is buffered beyond one event: a stream whose client has not read the last one is told the rest when it has,
 * and is ended when it has not by the next beat. Whoever comes back says where it stopped, so that nothing is lost.
 */
export class Streams {
  readonly #deps: Deps
  readonly #open = new Set<Stream>()
  #isLooping = false
  /** The generation that the streams were compared with last; null when one has not been compared yet. */
  #seen: number | null = null

  constructor(deps: Deps) {
    this.#deps = deps
    deps.stopping?.addEventListener('abort', () => this.#endAll())
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size
  }

  /**
   * A stream of what the public sees change in an article after a revision. What has changed by now comes with its first
   * bytes, after a `hello` by which a client can tell that nothing on the way holds the bytes back.
   * @param since a revision; null follows the article from now on
   * @param client who it counts for; null for nobody
   * @returns the bytes, or null where there is no stream: too many are open, or the process is about to stop
   */
  async open(
    site: string,
    key: string,
    since: number | null,
    client: string | null,
  ): Promise<ReadableStream<Uint8Array> | null> {
    const { threads } = this.#deps.store
    const from = since ?? (await threads.article(site, key))?.revision ?? 0
    const changes = await threads.changes(site, key, from, LIMITS.changes)
    if (!this.#hasRoomFor(client)) return null
    const greeting = `retry: ${around(RETRY)}\nid: ${from}\n${HELLO}`
    const { revision, isMore: isBehind } = changes
    const endsAt = this.#deps.clock() + around(LIFE)
    let stream: Stream
    return new ReadableStream<Uint8Array>({
      start: controller => {
        stream = { site, key, client, revision, isBehind, beatAt: 0, endsAt, controller }
        this.#send(stream, bytesOf(revision === from ? greeting : greeting + eventOf(changes)))
        this.#enter(stream)
      },
      cancel: () => void this.#open.delete(stream),
    })
  }

  #hasRoomFor(client: string | null): boolean {
    const { stopping, config } = this.#deps
    if (stopping?.aborted || this.#open.size >= MOST) return false
    if (client === null || !config.limits) return true
    let own = 0
    for (const stream of this.#open) if (stream.client === client) own += 1
    return own < MOST_OF_ONE
  }

  #enter(stream: Stream): void {
    this.#open.add(stream)
    // Something may have been committed since its changes were read.
    this.#seen = null
    if (!this.#isLooping) this.#loop()
  }

  async #loop(): Promise<void> {
    this.#isLooping = true
    for (;;) {
      await new Promise(resolve => setTimeout(resolve, LOOK))
      if (this.#open.size === 0) break
      await this.#look()
    }
    this.#isLooping = false
  }

  async #look(): Promise<void> {
    this.#tend(this.#deps.clock())
    try {
      const generation = await this.#deps.store.engine.generation()
      if (generation !== this.#seen) {
        this.#seen = generation
        await this.#compare()
      }
      await this.#tell()
    } catch (error) {
      this.#seen = null
      // Another process holds the database for a moment.
      if (error instanceof Problem && error.code === 'busy') return
      if (this.#open.size > 0) this.#deps.log({ event: 'streams_failed', error: String(error) })
      this.#endAll()
    }
  }

  /** Ends what has lived long enough or is not read, and gives signs of life. */
  #tend(now: number): void {
    for (const stream of this.#open) {
      if (now >= stream.endsAt) this.#end(stream)
      else if (now >= stream.beatAt && !isRead(stream)) this.#end(stream)
      else if (now >= stream.beatAt) this.#send(stream, SIGN_OF_LIFE)
    }
  }

  /** Marks the streams whose article has moved. */
  async #compare(): Promise<void> {
    const articles = [...Map.groupBy(this.#open, articleOf).values()]
    const revisions = await this.#deps.store.threads.revisions(articles.map(([first]) => first!))
    for (const [at, streams] of articles.entries()) {
      for (const stream of streams) stream.isBehind = stream.revision !== revisions[at]
    }
  }

  /** Tells everybody who is behind and has read what came before. */
  async #tell(): Promise<void> {
    const waiting = [...this.#open].filter(stream => stream.isBehind && isRead(stream))
    const alike = Map.groupBy(waiting, stream => `${stream.revision} ${articleOf(stream)}`)
    for (const streams of [...alike.values()].slice(0, ASKED)) {
      const { site, key, revision } = streams[0]!
      const changes = await this.#deps.store.threads.changes(site, key, revision, LIMITS.changes)
      const event = bytesOf(eventOf(changes))
      for (const stream of streams) {
        if (!this.#open.delete(stream)) continue
        // Who was told comes last in the next look.
        this.#open.add(stream)
        stream.isBehind = changes.isMore
        stream.revision = changes.revision
        if (changes.revision !== revision) this.#send(stream, event)
        // No article has this key any more: where the page's thread is now is found out when its client comes back.
        if (changes.isAnew && changes.revision === 0) this.#end(stream)
      }
    }
  }

  #send(stream: Stream, bytes: Uint8Array): void {
    stream.controller.enqueue(bytes)
    stream.beatAt = this.#deps.clock() + around(BEAT)
  }

  #end(stream: Stream): void {
    this.#open.delete(stream)
    stream.controller.close()
  }

  #endAll(): void {
    for (const stream of this.#open) this.#end(stream)
  }
}

const articleOf = ({ site, key }: Stream) => `${site} ${key}`

/** Whether the client's side has taken all that was sent. */
const isRead = ({ controller }: Stream) => controller.desiredSize! > 0

/** Up to a fifth more or less, so that what began together does not end together. */
const around = (ms: number) => Math.round(ms * (0.8 + 0.4 * Math.random()))

const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text)

/** An event with a name, because a script in a browser does not see comments. */
const HELLO = 'event: hello\ndata:\n\n'
const SIGN_OF_LIFE = bytesOf(HELLO)

/** JSON has no line breaks of its own, so that one `data` line holds it. */
const eventOf = (changes: Changes) => `id: ${changes.revision}\ndata: ${JSON.stringify(changes)}\n\n`
