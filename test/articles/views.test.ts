import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sight, Views, ViewsRequest } from '../../server/contract.ts'
import { answerOf } from '../people.ts'
import { inWorkerd, type World, type WorldOptions, world } from '../world.ts'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const DAY = 86_400_000
const LONG_ENOUGH = 10_000

/** A site whose pages are looked at; everybody's address is their own. */
async function readership(options: WorldOptions = {}) {
  const stage = await world(options)
  const { site, origin, page, send } = stage
  const sends = (request: Partial<ViewsRequest> | object, headers: Record<string, string> = {}) =>
    send('/api/views', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'User-Agent': BROWSER, Origin: origin, ...headers },
      body: JSON.stringify({ site, ...request }),
    })
  const asks = async (request: Partial<ViewsRequest>, headers?: Record<string, string>) => {
    const response = await sends(request, headers)
    expect(response.ok ? response.status : 202).toBe(202)
    return (await answerOf<Views>(response)).views
  }
  return {
    ...stage,
    sends,
    asks,
    /** Somebody at this address looks at a page; gives how often it was seen. */
    async looks(address: string, at: string | Sight = page, headers: Record<string, string> = {}) {
      const seen = typeof at === 'string' ? { url: at } : at
      const [views] = await asks({ seen, urls: [seen] }, { 'x-test-client': address, ...headers })
      return views
    },
    /** How often a page was seen, as anybody is told. */
    tells: async (url = page) => (await asks({ urls: [url] }))[0],
  }
}

/** The views in the database. */
async function written({ deps, site }: World, key = '/news/1'): Promise<number | null> {
  const row = await deps.store.engine.first<{ n: number }>(
    sql`SELECT view_count AS n FROM articles WHERE site_id = ${site} AND key = ${key}`,
  )
  return row?.n ?? null
}

test('a reader who looks at an article is counted once a day, and again the next day', async () => {
  const { looks, tells, clock } = await readership()
  expect(await looks('198.51.100.1')).toBe(1)
  expect(await looks('198.51.100.1')).toBe(1)
  expect(await looks('198.51.100.2')).toBe(2)
  clock.now += DAY
  expect(await looks('198.51.100.1')).toBe(3)
  expect(await tells()).toBe(3)
})

test('another browser at the same address is the same reader, another article another view', async () => {
  const { looks, page } = await readership()
  await looks('198.51.100.1')
  expect(await looks('198.51.100.1', page, { 'User-Agent': `${BROWSER} Edg/156.0.0.0` })).toBe(1)
  expect(await looks('198.51.100.1', `${page}0`)).toBe(1)
})

test('every spelling of an address, its canonical form and the owner’s own id count as one article', async () => {
  const { looks, origin, page } = await readership()
  await looks('198.51.100.1', `${origin}/خبر?utm_source=x`)
  expect(await looks('198.51.100.2', `${origin}/%D8%AE%D8%A8%D8%B1#top`)).toBe(2)
  expect(await looks('198.51.100.3', { url: page, canonical: `${origin}/خبر` })).toBe(3)
  await looks('198.51.100.1', { url: page, article: '42' })
  expect(await looks('198.51.100.2', { url: `${page}?page=2`, article: '42' })).toBe(2)
})

test('one request counts the page and tells the views of fifty others, in order', async () => {
  const { looks, asks, origin, page } = await readership()
  const teasers = Array.from({ length: 50 }, (_, n) => `${origin}/${encodeURIComponent('خبر-'.repeat(80))}${n}`)
  await looks('198.51.100.1', teasers[3])
  await looks('198.51.100.2', teasers[3])
  await looks('198.51.100.1', teasers[7])
  const urls = [page, ...teasers, 'https://evil.example/', 'nonsense', '/%zz']
  const views = await asks({ seen: { url: page }, urls }, { 'x-test-client': '198.51.100.9' })
  expect(views).toEqual(urls.map((_, n) => (n === 4 ? 2 : n === 0 || n === 8 ? 1 : 0)))
})

test('views are gathered and written in one batch after ten seconds; the number told has them at once', async () => {
  const stage = await readership()
  const { looks, tells, passes, putOff, page } = stage
  for (let n = 0; n < 5; n++) await looks(`198.51.100.${n}`)
  await looks('198.51.100.1', `${page}0`)
  expect(await written(stage)).toBeNull()
  expect(putOff.size).toBe(1)
  await passes(LONG_ENOUGH)
  expect([await written(stage), await written(stage, '/news/10')]).toEqual([5, 1])
  expect(await tells()).toBe(5)

  expect(putOff.size).toBe(0)
  await looks('198.51.100.1')
  expect(putOff.size).toBe(0)
  expect(await looks('198.51.100.7')).toBe(6)
  expect(await written(stage)).toBe(5)
  await passes(LONG_ENOUGH)
  expect([await written(stage), await tells()]).toEqual([6, 6])
})

test('what could not be written is kept and written with the next batch', async () => {
  const stage = await readership()
  const { deps, looks, tells, passes, log } = stage
  await looks('198.51.100.1')
  await deps.store.engine.write([
    sql`CREATE TRIGGER articles_refused BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'no room'); END`,
  ])
  await passes(LONG_ENOUGH)
  await deps.store.engine.write([sql`DROP TRIGGER articles_refused`])
  expect(JSON.stringify(log)).toContain('views_not_written')
  expect(await tells()).toBe(1)
  await looks('198.51.100.2')
  await passes(LONG_ENOUGH)
  expect([await written(stage), await tells()]).toEqual([2, 2])
})

test('a plan that died with its request is made anew by a later one', async () => {
  const stage = await readership()
  const { looks, clock, putOff, passes } = stage
  await looks('198.51.100.1')
  putOff.clear()
  clock.now += 3 * LONG_ENOUGH
  await looks('198.51.100.1')
  await passes(LONG_ENOUGH)
  expect(await written(stage)).toBe(1)
})

test('an article that gets its first comment while its first views are on their way has both', async () => {
  const stage = await readership({ settings: { holds: 'none' } })
  const { as, looks, passes } = stage
  await looks('198.51.100.1')
  await as('ada').posts('First', { title: 'The night ferry' })
  await looks('198.51.100.2')
  await passes(LONG_ENOUGH)
  expect(await looks('198.51.100.3')).toBe(3)
  expect((await as('ben').reads()).article).toMatchObject({ count: 1, title: 'The night ferry' })
  expect(await written(stage)).toBe(2)
})

test('an article that was only seen takes the title that its first comment brings', async () => {
  const { as, looks, passes } = await readership({ settings: { holds: 'none' } })
  await looks('198.51.100.1')
  await passes(LONG_ENOUGH)
  await as('ada').posts('First', { title: 'The night ferry' })
  expect((await as('ben').reads()).article.title).toBe('The night ferry')
})

test('views at an address that moved count at its new place, and moving it again adds none', async () => {
  const { atDesk, looks, tells, passes, origin, site } = await readership()
  const [old, next] = [`${origin}/old`, `${origin}/new`]
  for (const page of [old, next]) await looks('198.51.100.1', page)
  await passes(LONG_ENOUGH)
  const olga = await atDesk('olga')
  const moves = () => olga.asks('/api/desk/moves', { method: 'POST', json: { site, from: '/old', to: '/new' } })
  await moves()
  expect([await tells(old), await tells(next)]).toEqual([2, 2])
  expect(await looks('198.51.100.3', old)).toBe(3)
  await passes(LONG_ENOUGH)
  await moves()
  expect([await tells(old), await tells(next)]).toEqual([3, 3])
})

test('a page that was only seen takes the title of a thread that moves there, though the old address keeps its own', async () => {
  const { as, atDesk, looks, passes, origin, site } = await readership({ settings: { holds: 'none' } })
  const [old, next] = [`${origin}/old`, `${origin}/new`]
  await as('ada', old).posts('First', { title: 'The night ferry' })
  await looks('198.51.100.1', next)
  await passes(LONG_ENOUGH)
  const json = { site, from: '/old', to: '/new', forward: false }
  await (await atDesk('olga')).asks('/api/desk/moves', { method: 'POST', json })
  expect((await as('ben', next).reads()).article).toMatchObject({ count: 1, title: 'The night ferry' })
})

test('views change nothing that the thread shows: its ETag stays', async () => {
  const { as, looks, passes, send, site, page } = await readership({ settings: { holds: 'none' } })
  await as('ada').posts('First')
  const address = `/api/threads?${new URLSearchParams({ site, url: page })}`
  const etag = (await send(address)).headers.get('etag')!
  await looks('198.51.100.1')
  await passes(LONG_ENOUGH)
  const again = await send(address, { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
  expect((await send(address)).headers.get('etag')).toBe(etag)
})

test('asking for views counts nothing and makes no row', async () => {
  const stage = await readership()
  for (let n = 0; n < 3; n++) expect(await stage.tells()).toBe(0)
  expect(stage.putOff.size).toBe(0)
  expect(await stage.asks({ urls: [stage.page] }, { Origin: 'https://anywhere.example' })).toEqual([0])
})

test.each([
  ['Googlebot', { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  ['a link preview', { 'User-Agent': 'facebookexternalhit/1.1' }],
  ['a browser without a window', { 'User-Agent': BROWSER.replace('Chrome', 'HeadlessChrome') }],
  ['curl', { 'User-Agent': 'curl/8.11.0' }],
  ['a script', { 'User-Agent': 'python-requests/2.32' }],
  ['somebody who does not say', { 'User-Agent': '' }],
  ['a page drawn ahead of time', { 'Sec-Purpose': 'prefetch;prerender' }],
  ['a page fetched ahead of time', { 'Sec-Purpose': 'prefetch' }],
  ['an older browser that fetches ahead', { Purpose: 'prefetch' }],
])('%s is told the number and not counted', async (_, headers) => {
  const { looks, page } = await readership()
  expect(await looks('198.51.100.1', page, headers as Record<string, string>)).toBe(0)
  expect(await looks('198.51.100.1')).toBe(1)
})

test('a reader with a telephone by Cubot is a reader', async () => {
  const { looks, page } = await readership()
  const cubot = 'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36'
  expect(await looks('198.51.100.1', page, { 'User-Agent': cubot })).toBe(1)
})

test('somebody whose address is not known is told the number and not counted', async () => {
  const { asks, page } = await readership()
  expect(await asks({ seen: { url: page }, urls: [page] })).toEqual([0])
})

test('a site that switched views off counts nothing and tells nothing', async () => {
  const stage = await readership({ settings: { views: false } })
  expect(await stage.looks('198.51.100.1')).toBeNull()
  expect(stage.putOff.size).toBe(0)
  await stage.deps.store.sites.change(stage.site, { settings: { views: true } })
  expect(await stage.looks('198.51.100.1')).toBe(1)
})

test('sites are apart', async () => {
  const [here, there] = [await readership(), await readership()]
  await here.looks('198.51.100.1')
  expect(await there.tells()).toBe(0)
})

test('made-up addresses get no more rows than the budget, and articles that are known go on being counted', async () => {
  const stage = await readership({ limits: true, settings: { holds: 'none' } })
  const { as, looks, tells, passes, page, deps, site, clock } = stage
  await as('ada').posts('Known')
  const rows = async () => {
    await passes(LONG_ENOUGH)
    return (await deps.store.engine.first<{ n: number }>(
      sql`SELECT count(*) AS n FROM articles WHERE site_id = ${site}`,
    ))!.n
  }
  for (let n = 0; n < 40; n++) await looks('198.51.100.1', `${page}/made-up/${n}`)
  expect(await rows()).toBe(1 + 30)
  expect(await tells(`${page}/made-up/39`)).toBe(0)
  expect(await looks('198.51.100.1')).toBe(1)
  // Whoever comes with many addresses finds the site's own budget.
  for (let n = 0; n < 400; n++) {
    await looks(`203.0.113.${n % 250}`, `${page}/more/${n}`)
    if (n % 100 === 0) await rows()
  }
  const made = await rows()
  expect(made).toBeGreaterThan(290)
  expect(made).toBeLessThan(310)
  clock.now += 3_600_000
  expect(await looks('198.51.100.1', `${page}/made-up/39`)).toBe(1)
}, 30_000)

test('an address too long for a row of its own is counted once somebody has written there', async () => {
  const { as, looks, origin } = await readership({ settings: { holds: 'none' } })
  const long = `${origin}/${'a'.repeat(4_000)}`
  expect(await looks('198.51.100.1', long)).toBe(0)
  await as('ada', long).posts('First')
  expect(await looks('198.51.100.1', long)).toBe(1)
})

test('at the turn of the day nobody is counted twice for one day, however the views fall', async () => {
  const look = fc.record({ reader: fc.nat(4), article: fc.nat(2), after: fc.constantFrom(0, 60_000, DAY / 3) })
  await fc.assert(
    fc.asyncProperty(fc.array(look, { maxLength: 30 }), async looks => {
      const stage = await readership()
      const expected = new Map<string, Set<string>>()
      for (const { reader, article, after } of looks) {
        await stage.passes(after)
        const url = `${stage.origin}/a/${article}`
        const views = expected.get(url) ?? new Set()
        expected.set(url, views.add(`${reader} on ${Math.floor((stage.clock.now + 1) / DAY)}`))
        expect(await stage.looks(`198.51.100.${reader}`, url)).toBe(views.size)
      }
      await stage.passes(LONG_ENOUGH)
      for (const [url, views] of expected) expect(await written(stage, new URL(url).pathname)).toBe(views.size)
    }),
    { numRuns: inWorkerd ? 5 : 20 },
  )
}, 60_000)

const refusals: [string, Partial<ViewsRequest> | object, Record<string, string>, string][] = [
  ['from a page of another site', {}, { Origin: 'https://evil.example' }, '403 origin_refused'],
  ['from a page without an origin', {}, { Origin: 'null' }, '403 origin_refused'],
  ['of a page of another site', { seen: { url: 'https://evil.example/' } }, {}, '403 origin_refused'],
  ['of no page', { seen: { url: '/%zz' } }, {}, '400 bad_url'],
  [
    'of a page whose address is 10 kB long',
    { seen: { url: `https://daily.example/${'a'.repeat(10_240)}` } },
    {},
    '400 bad_url',
  ],
  ['of several pages at once', { seen: [{ url: 'https://daily.example/' }] }, {}, '400 bad_request'],
  ['on a site that does not exist', { site: 'nowhere' }, {}, '404 unknown_site'],
  ['with 101 addresses', { urls: Array(101).fill('https://daily.example/') }, {}, '400 bad_request'],
  ['with 50,000 addresses', { urls: Array(50_000).fill('https://daily.example/') }, {}, '413 body_too_large'],
  ['with a number for an address', { urls: [7] }, {}, '400 bad_request'],
]
test.each(refusals)('a view %s is refused', async (_, request, headers, expected) => {
  const { sends, page, putOff } = await readership()
  const response = await sends({ seen: { url: page }, ...request }, { 'x-test-client': '198.51.100.1', ...headers })
  expect(`${response.status} ${((await response.json()) as { code: string }).code}`).toBe(expected)
  expect(putOff.size).toBe(0)
})

test('a view that does not say which page it comes from is refused', async () => {
  const { send, site, page } = await readership()
  const body = JSON.stringify({ site, seen: { url: page } })
  const response = await send('/api/views', { method: 'POST', headers: { 'User-Agent': BROWSER }, body })
  expect([response.status, await response.json()]).toMatchObject([403, { code: 'origin_missing' }])
})

test('an address that no server can decode is an article like any other', async () => {
  const { looks, origin } = await readership()
  for (const path of ['/%zz', '/%', '/%ff', '/a%2Fb']) expect(await looks('198.51.100.1', origin + path)).toBe(1)
})
