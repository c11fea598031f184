import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket, Server as TakingServer } from 'node:net'

/** Connections a process holds at the most; files and the database need some of what the system grants, too. */
const MOST = 4_000
const FOR_FILES = 200

/** A connection on which nothing has moved for this long, in ms, is dropped: its client reads no more of its answer. */
const STALLED = 60_000

/** At the end, who has come or was answered so many ms ago may have a request on the way, and is waited for as long. */
const ON_THE_WAY = 400

/** For so long, in ms, a client may send its request or take its answer while others find no place; and how many are looked at. */
const SLOW = 3_000
const LOOKED_AT = 64

/**
 * Requests that a connection may send before the first of them is answered. No browser and no proxy sends more than one; a
 * thousand of them at once would be a turn of the event loop in which nobody else is heard.
 */
const AT_ONCE = 8

/** Whoever has vanished without a word is found out by the system, after so many ms of silence. */
export const SOCKETS = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 }

/**
 * What Node's server is told of patience, in ms: with the head of a request, with all of it, and how often it looks. Who
 * says nothing, or says it letter by letter, is let go.
 */
export const PATIENCE = {
  ...SOCKETS,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
}

/** How many files and connections the system lets this process have, where it says so. */
function granted(): number {
  try {
    const [, most] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return Number(most ?? 1_024)
  } catch {
    return 1_024
  }
}

/** Turns of the event loop in which a listener that is to be closed may go on taking connections. */
const MOST_TURNS = 100

interface UnderWay {
  request: IncomingMessage
  response: ServerResponse
  /** By the clock that never goes back, in ms. */
  since: number
}

/**
 * The connections of a server. When there are as many as may be, a new one takes the place of that which has asked for
 * nothing for the longest; where there is none, of one that takes seconds to send its request or to take its answer, or a
 * single address could hold all places by that. Where all are being answered, it is told to come back.
 */
export class Connections {
  readonly #server: Server
  readonly #answering = new Map<Socket, number>()
  /** Those with no request under way, and since when; the one that has been so for the longest first. */
  readonly #idle = new Map<Socket, number>()
  /** What is under way on the others, and since when. */
  readonly #underWay = new Map<Socket, UnderWay>()
  #isEnding = false

  /** @param refusal the whole answer to who finds no place */
  constructor(server: Server, refusal: string, most = Math.max(50, Math.min(MOST, granted() - FOR_FILES))) {
    this.#server = server
    server.setTimeout(STALLED)
    server.on('connection', (socket: Socket) => {
      // Node remembers it from now on, also when the client is gone before the request is looked at.
      void socket.remoteAddress
      if (this.#answering.size >= most && !this.#makesRoom()) {
        socket.end(refusal, () => socket.destroySoon())
        return
      }
      this.#answering.set(socket, 0)
      this.#idle.set(socket, performance.now())
      socket.once('close', () => {
        this.#answering.delete(socket)
        this.#idle.delete(socket)
        this.#underWay.delete(socket)
      })
    })
    // Before anything is answered.
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      if (this.#isEnding) goesAfter(response)
      const { socket } = request
      if (!this.#answering.has(socket)) return
      const unanswered = this.#answering.get(socket)! + 1
      if (unanswered > AT_ONCE) return void socket.destroy()
      this.#answering.set(socket, unanswered)
      this.#idle.delete(socket)
      this.#underWay.set(socket, { request, response, since: performance.now() })
      response.once('close', () => this.#hasAnswered(socket))
    })
  }

  get size(): number {
    return this.#answering.size
  }

  /**
   * Takes no more of them, answers what is under way, and drops after ten seconds what will not end.
   * @param others what takes connections for the server
   */
  async end(others: readonly TakingServer[] = []): Promise<void> {
    this.#isEnding = true
    for (const { response } of this.#underWay.values()) goesAfter(response)
    const closed = []
    for (const each of [...others, this.#server]) closed.push(await closing(each))
    // A connection that has asked for nothing would be waited for as if it had.
    this.#dropIdle(performance.now() - ON_THE_WAY)
    setTimeout(() => this.#dropIdle(), ON_THE_WAY)
    setTimeout(() => this.#server.closeAllConnections(), 10_000).unref()
    await Promise.all(closed.map(({ done }) => done))
  }

  /** Drops those that have been idle since then. */
  #dropIdle(since = Number.POSITIVE_INFINITY): void {
    for (const [socket, at] of this.#idle) if (at <= since) socket.destroy()
  }

  #hasAnswered(socket: Socket): void {
    const left = (this.#answering.get(socket) ?? 0) - 1
    if (left < 0) return
    this.#answering.set(socket, left)
    if (left > 0) return
    this.#idle.set(socket, performance.now())
    this.#underWay.delete(socket)
    // Else it would be kept alive for a request that is no longer taken.
    if (this.#isEnding) socket.destroySoon()
  }

  #makesRoom(): boolean {
    const [idle, since = 0] = this.#idle.entries().next().value ?? []
    const enough = performance.now() - SLOW
    // Who has just come may be about to ask.
    const socket = idle && since < enough ? idle : (this.#slowest(enough) ?? idle)
    if (!socket) return false
    this.#idle.delete(socket)
    this.#underWay.delete(socket)
    this.#answering.delete(socket)
    socket.destroy()
    return true
  }

  /** One on which Parley waits for the client, and has since `enough`. */
  #slowest(enough: number): Socket | undefined {
    for (let left = Math.min(LOOKED_AT, this.#underWay.size); left > 0; left--) {
      const [socket, one] = this.#underWay.entries().next().value!
      const isTheirs = !one.request.complete || one.response.writableEnded
      if (isTheirs && one.since < enough) return socket
      // The next time others are looked at.
      this.#underWay.delete(socket)
      this.#underWay.set(socket, one)
    }
    return undefined
  }
}

/** Tells a client that keeps its connection to ask for more on another one. */
function goesAfter(response: ServerResponse): void {
  if (!response.headersSent) response.shouldKeepAlive = false
}

/**
 * Closes a listener right after a turn of the event loop in which nobody was waiting there to be taken: the system turns away
 * those who are. Each is closed in a turn of its own, or those of the last would wait while the first are closed.
 */
async function closing(listener: TakingServer): Promise<{ done: Promise<unknown> }> {
  let hasTaken = true
  const taken = () => {
    hasTaken = true
  }
  listener.on('connection', taken)
  for (let turns = 0; hasTaken && turns < MOST_TURNS; turns++) {
    hasTaken = false
    await new Promise(resolve => setImmediate(resolve))
  }
  listener.off('connection', taken)
  return { done: new Promise(resolve => listener.close(resolve)) }
}
