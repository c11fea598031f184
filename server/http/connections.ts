import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket, Server as TakingServer } from 'node:net'

/** Connections a process holds at the most; files and the database need some of what the system grants, too. */
const MOST = 4_000
const FOR_FILES = 200

/** A connection on which nothing has moved for this long, in ms, is dropped: its client reads no more of its answer. */
const STALLED = 60_000

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

/**
 * The connections of a server. When there are as many as may be, a new one takes the place of that which has asked for
 * nothing for the longest; where all are being answered, it is told to come back.
 */
export class Connections {
  readonly #server: Server
  readonly #answering = new Map<Socket, number>()
  /** Those with no request under way, the one that has been so for the longest first. */
  readonly #idle = new Set<Socket>()
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
      this.#idle.add(socket)
      socket.once('close', () => {
        this.#answering.delete(socket)
        this.#idle.delete(socket)
      })
    })
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      if (!this.#answering.has(socket)) return
      this.#answering.set(socket, this.#answering.get(socket)! + 1)
      this.#idle.delete(socket)
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
    const closed = [this.#server, ...others].map(each => new Promise(resolve => each.close(resolve)))
    // A connection that has asked for nothing would be waited for as if it had.
    for (const socket of this.#idle) socket.destroy()
    setTimeout(() => this.#server.closeAllConnections(), 10_000).unref()
    await Promise.all(closed)
  }

  #hasAnswered(socket: Socket): void {
    const left = (this.#answering.get(socket) ?? 0) - 1
    if (left < 0) return
    this.#answering.set(socket, left)
    if (left > 0) return
    this.#idle.add(socket)
    // Else it would be kept alive for a request that is no longer taken.
    if (this.#isEnding) socket.destroySoon()
  }

  #makesRoom(): boolean {
    const [oldest] = this.#idle
    if (!oldest) return false
    this.#idle.delete(oldest)
    this.#answering.delete(oldest)
    oldest.destroy()
    return true
  }
}
