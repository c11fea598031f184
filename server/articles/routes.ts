import type { Context } from 'hono'
import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { keptAtTheEdge } from '../http/edge.ts'
import { packedAnswer } from '../http/packed.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { Problem } from '../problems.ts'
import { sightings } from '../sites/sightings.ts'
import { countAll } from './count.ts'
import { type KeptPage, KeptPages } from './kept-pages.ts'
import { placeOn, siteNamed } from './open.ts'
import { readThread } from './read-thread.ts'
import { Streams } from './streams.ts'

/** Reading threads. */
export function articleRoutes(deps: Deps): Slice {
  const slice = new Slice()
  const kept = new KeptPages()
  const streams = new Streams(deps)
  slice.hono.get('/api/threads', sightings(deps))
  slice.hono.get('/api/threads', keptAtTheEdge(deps))
  slice.hono.get('/api/threads', async (c, next) => {
    const page = kept.get(queryOf(c))
    const now = deps.clock()
    if (!page || (page.until !== null && now >= page.until)) return next()
    if (page.generation === (await deps.store.engine.generation())) page.knownAt = now
    else if (now - page.knownAt > OLD || !deps.isPressed?.()) return next()
    return answer(deps, c, page)
  })
  slice.on(
    {
      method: 'get',
      path: '/api/threads/changes',
      summary: 'What the public has seen change since a revision',
      who: 'anyone',
      query: wire.ChangesQuery,
      answers: { 200: wire.Changes },
    },
    async ({ query: { since, ...sight } }, c) => {
      const site = await siteNamed(deps, sight.site)
      c.header('Cache-Control', 'no-cache')
      return c.json(await deps.store.threads.changes(site.id, placeOn(site, sight).key, since, LIMITS.changes))
    },
  )
  slice.on(
    {
      method: 'get',
      path: '/api/threads/stream',
      summary:
        'The changes as they come, each an event whose id is its revision; 204: none here now, ask for the changes',
      who: 'anyone',
      query: wire.StreamQuery,
      headers: wire.StreamHeaders,
      answers: { 200: wire.Changes, 204: null },
      isStream: true,
    },
    async ({ query: { since, ...sight }, headers }, c) => {
      // What is compressed or kept on the way would come late or never.
      c.header('Cache-Control', 'no-cache, no-transform')
      c.header('X-Accel-Buffering', 'no')
      // A store that cannot tell cheaply that something was committed would have to be asked for every stream.
      if ((await deps.store.engine.generation()) === null) return c.body(null, 204)
      const site = await siteNamed(deps, sight.site)
      const type = { 'Content-Type': 'text/event-stream' }
      // Who asks for the head alone would never read what was opened.
      if (c.req.method === 'HEAD') return c.body(null, 200, type)
      const from = headers['last-event-id'] ?? since ?? null
      const body = await streams.open(site.id, placeOn(site, sight).key, from, deps.client(c))
      // A browser gives a stream up for good at any other status, too, but writes an error to the page's console.
      return body ? c.body(body, 200, type) : c.body(null, 204)
    },
  )
  slice.on(
    {
      method: 'post',
      path: '/api/counts',
      summary: 'How many comments these pages have; as text/plain it needs no preflight',
      who: 'anyone',
      body: wire.CountsRequest,
      bodyBytes: LIMITS.countsBytes,
      answers: { 200: wire.Counts },
    },
    async ({ body }, c) => c.json({ counts: await countAll(deps, body) }),
  )
  return slice.on(
    {
      method: 'get',
      path: '/api/threads',
      summary: 'What the widget needs to draw: the article, the policy, and a page of its thread',
      who: 'anyone',
      query: wire.ThreadQuery,
      answers: { 200: wire.Thread, 304: null },
    },
    async ({ query }, c) => {
      if (deps.isPressed?.()) throw new Problem('overloaded', { retryAfter: 2 })
      const knownAt = deps.clock()
      // The generation is asked first: what is committed while the page is read makes it stale.
      const generation = await deps.store.engine.generation()
      const last = kept.get(queryOf(c))
      const { etag, thread, until } = await readThread(deps, query, [c.req.header('if-none-match'), last?.etag])
      const body = thread ? JSON.stringify(thread) : last?.etag === etag ? last.body : null
      const page = { etag, body, packed: {} }
      if (generation !== null && body !== null) kept.keep(queryOf(c), { ...page, body, generation, knownAt, until })
      return answer(deps, c, page)
    },
  )
}

/** How old a page may be, in ms, that is given again because the process is pressed: better than none. */
const OLD = 1_000

const queryOf = (c: Context) => c.req.url.slice(c.req.url.indexOf('?'))

/** The page, in the best form the asker takes; 304 when the asker holds it. */
function answer(
  deps: Deps,
  c: Context,
  { etag, body, packed }: Pick<KeptPage, 'etag' | 'packed'> & { body: string | null },
) {
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Encoding')
  if (body === null || holds(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  return packedAnswer(deps, c, body, packed, { 'Content-Type': 'application/json' })
}

const holds = (known: string | undefined, etag: string) => known?.split(',').some(each => each.trim() === etag) ?? false
