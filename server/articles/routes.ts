import type { Deps } from '../deps.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { readThread } from './read-thread.ts'

/** Reading threads. */
export function articleRoutes(deps: Deps): Slice {
  return new Slice().on(
    {
      method: 'get',
      path: '/api/threads',
      summary: 'What the widget needs to draw: the article, the policy, and a page of its thread',
      who: 'anyone',
      query: wire.ThreadQuery,
      answers: { 200: wire.Thread, 304: null },
    },
    async ({ query }, c) => {
      const { etag, thread } = await readThread(deps, query, c.req.header('if-none-match'))
      c.header('ETag', etag)
      c.header('Cache-Control', 'no-cache')
      return thread ? c.json(thread) : c.body(null, 304)
    },
  )
}
