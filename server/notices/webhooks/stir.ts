import type { Context, MiddlewareHandler } from 'hono'
import type { Deps } from '../../deps.ts'
import { deliverDue } from './deliver.ts'

/** How soon after something has happened webhooks are told of it, in ms: what happens together goes together. */
export const SOON = 500
/** Chores tell of it anyway, within the minute; who has found nothing to tell looks again after so long. */
const QUIET = 60_000

/** What may have written into the outbox. Votes and previews do not. */
const TELLING = /^\/api\/(comments(\/(?!.*\/vote$)|$)|desk\/(rulings|acts|replies|authors|webhooks)\b)/

/** Has deliveries made soon after a request that may have caused some; nobody's answer waits for it. */
export class Stirring {
  readonly #deps: Deps
  #isPlanned = false
  #quietUntil = 0
  constructor(deps: Deps) {
    this.#deps = deps
  }

  readonly after: MiddlewareHandler = async (c, next) => {
    await next()
    const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.method !== 'OPTIONS'
    if (isWrite && c.res.status < 300 && TELLING.test(c.req.path)) this.#soon(c)
  }

  #soon(c: Context): void {
    const { clock, later, store } = this.#deps
    const isDesk = c.req.path.startsWith('/api/desk/webhooks')
    if (this.#isPlanned || (clock() < this.#quietUntil && !isDesk)) return
    this.#isPlanned = true
    later(c, SOON, async () => {
      this.#isPlanned = false
      if (this.#deps.stopping?.aborted) return
      // A site without webhooks shall not be asked about them with every comment.
      if (!(await store.deliveries.isAnybodyTold())) this.#quietUntil = clock() + QUIET
      else await deliverDue(this.#deps)
    })
  }
}
