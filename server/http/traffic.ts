import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Deps } from '../deps.ts'

/** Upper bounds of the histogram of answering times, in seconds. */
export const BOUNDS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10] as const

/** What never got as far as a route: refused at the gate, or an address that nothing has. */
const NOWHERE = 'none'
/** They last for minutes because they should; how long says nothing. */
const STREAM = '/api/threads/stream'

/** What was asked of one route. */
export interface RouteFigures {
  /** How many answers, by status; 0 for who was gone before there was one. */
  statuses: Map<number, number>
  /** How many took at most so long as the bound at the same place, and longer than the one before; the last took longer. */
  took: number[]
  seconds: number
}

/**
 * What goes through the server on Node, by route: counted for `/metrics`, and a line each for the log where the operator
 * asks for that. Routes are patterns of the program and never what was asked for, so that nobody outside adds a label or
 * has anything of theirs in a line.
 */
export class Traffic {
  readonly routes = new Map<string, RouteFigures>()
  /** Requests that are being answered, and those of them that are streams. */
  underWay = 0
  streams = 0
  readonly #log: Deps['log'] | null
  readonly #named = new WeakMap<IncomingMessage, string>()
  readonly #boot = randomBytes(4).toString('hex')
  #number = 0

  /** @param log where a line for each request goes; null for none */
  constructor(log: Deps['log'] | null) {
    this.#log = log
  }

  /** Says which route a request is for. */
  name(request: IncomingMessage, route: string): void {
    this.#named.set(request, route)
    if (route === STREAM) this.streams += 1
  }

  /** Counts all that a listener answers. */
  counting(listener: RequestListener): RequestListener {
    return (request, response) => {
      const begun = performance.now()
      const written = request.socket.bytesWritten
      this.underWay += 1
      let id: string | null = null
      if (this.#log) {
        this.#number += 1
        id = `${this.#boot}-${this.#number.toString(36)}`
        response.setHeader('X-Request-Id', id)
      }
      response.once('close', () => {
        const ms = performance.now() - begun
        const route = this.#named.get(request) ?? NOWHERE
        this.underWay -= 1
        if (route === STREAM) this.streams -= 1
        const status = response.headersSent ? response.statusCode : 0
        this.#note(route, status, ms / 1000)
        if (id === null) return
        const bytes = request.socket.bytesWritten - written
        this.#log?.({ event: 'request', id, method: request.method, route, status, ms: Math.round(ms), bytes })
      })
      listener(request, response)
    }
  }

  #note(route: string, status: number, seconds: number): void {
    let figures = this.routes.get(route)
    if (!figures) {
      figures = { statuses: new Map(), took: new Array(BOUNDS.length + 1).fill(0), seconds: 0 }
      this.routes.set(route, figures)
    }
    figures.statuses.set(status, (figures.statuses.get(status) ?? 0) + 1)
    if (route === STREAM) return
    figures.seconds += seconds
    const at = BOUNDS.findIndex(bound => seconds <= bound)
    figures.took[at < 0 ? BOUNDS.length : at]! += 1
  }
}
