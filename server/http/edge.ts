import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'

/** How long an answer may be given again without asking, in seconds. */
const FRESH = 5
/** For the caches of the platform alone: a browser asks each time, as it does on Node. */
const CACHE_CONTROL = `public, max-age=0, s-maxage=${FRESH}, must-revalidate`

/**
 * Answers again for a few seconds what was answered at this edge before, where the platform has a cache there. Only for
 * public bytes, which are the same for everyone.
 */
export function keptAtTheEdge(deps: Deps): MiddlewareHandler {
  return async (c, next) => {
    const { edge } = deps
    if (!edge) return next()
    const known = c.req.header('if-none-match')
    const found = await edge.match(new Request(c.req.url))
    if (found) {
      c.res = found.headers.get('etag') === known ? new Response(null, { status: 304, headers: found.headers }) : found
      return
    }
    // Asked without a condition, so that there is something to keep.
    const headers = new Headers(c.req.raw.headers)
    headers.delete('if-none-match')
    c.req.raw = new Request(c.req.raw, { headers })
    await next()
    if (c.res.status !== 200) return
    c.header('Cache-Control', CACHE_CONTROL)
    const copy = c.res.clone()
    deps.later(c, 0, () => edge.put(new Request(c.req.url), copy))
    if (c.res.headers.get('etag') === known) c.res = new Response(null, { status: 304, headers: c.res.headers })
  }
}
