import type { Context, MiddlewareHandler, Next } from 'hono'
import type { Deps } from '../deps.ts'
import { sendOutbox } from './send-outbox.ts'

/** Rounds of one process that may be under way: a mail server that hangs shall not gather them. */
const AT_ONCE = 3

/**
 * Has letters sent right after the request that has put them into the outbox; nobody's answer waits for it, so none tells
 * whether a mail went. Where that fails chores send them within the minute.
 */
export class Postman {
  readonly #deps: Deps
  #isPlanned = false
  #underWay = 0
  constructor(deps: Deps) {
    this.#deps = deps
  }

  readonly after: MiddlewareHandler = (c, next) =>
    // Who only asks puts no letter anywhere, and pays nothing for it.
    c.req.method === 'GET' || c.req.method === 'HEAD' ? next() : this.#afterwards(c, next)

  async #afterwards(c: Context, next: Next): Promise<void> {
    await next()
    if (this.#deps.store.outbox.wasStirred()) this.#soon(c)
  }

  #soon(c: Context): void {
    if (this.#isPlanned || this.#underWay >= AT_ONCE) return
    this.#isPlanned = true
    this.#deps.later(c, 0, async () => {
      this.#isPlanned = false
      this.#underWay += 1
      try {
        await sendOutbox(this.#deps)
      } finally {
        this.#underWay -= 1
      }
    })
  }
}
