import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { isReader } from './robots.ts'
import { ViewCounter } from './view-counter.ts'
import { viewPages } from './views.ts'

/** Counting views, and telling them. */
export function viewRoutes(deps: Deps, budgets: Budgets): Slice {
  const counter = new ViewCounter(deps, budgets)
  return new Slice().on(
    {
      method: 'post',
      path: '/api/views',
      summary:
        'Count the page a reader is looking at as seen, and tell how often pages were seen; as text/plain it needs no preflight',
      who: 'anyone',
      body: wire.ViewsRequest,
      bodyBytes: LIMITS.countsBytes,
      answers: { 202: wire.Views },
    },
    async ({ body }, c) => {
      const views = await viewPages(deps, counter, body, {
        origin: c.req.header('origin'),
        client: deps.client(c),
        isReader: isReader(name => c.req.header(name)),
      })
      counter.plan((ms, work) => deps.later(c, ms, work))
      c.header('Cache-Control', 'no-store')
      return c.json({ views }, 202)
    },
  )
}
