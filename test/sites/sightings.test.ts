import { expect, test } from 'vitest'
import type { Sighting } from '../../server/contract.ts'
import type { Send } from '../people.ts'
import { world } from '../world.ts'

/** The widget on a page: it asks for the page's thread with its Origin. */
const opens = (send: Send, site: string, url: string, origin = new URL(url).origin) =>
  send(`/api/threads?${new URLSearchParams({ site, url })}`, { headers: { Origin: origin } })

async function open(origins?: string[]) {
  const stage = await world({ ...(origins && { origins }) })
  const mona = await stage.atDesk('mona')
  return {
    ...stage,
    seen: async () => (await mona.asks<{ sightings: Sighting[] }>(`/api/desk/sites/${stage.site}/sightings`)).sightings,
  }
}

const HOUR = 3_600_000

test('the desk tells at which origin the widget was seen last, to the hour, and says nothing of who looked', async () => {
  const { site, send, page, seen, passes, clock } = await open(['https://daily.example', 'https://fa.daily.example'])
  expect(await seen()).toEqual([])
  expect((await opens(send, site, page)).status).toBe(200)
  await passes(0)
  const hour = clock.now - (clock.now % HOUR)
  expect(await seen()).toEqual([{ origin: 'https://daily.example', seenAt: hour, refusedAt: null }])
  // The same page again, which is at hand, and with it in the browser.
  await passes(2 * HOUR)
  expect((await opens(send, site, page)).status).toBe(200)
  await opens(send, site, 'https://fa.daily.example/1')
  await passes(0)
  expect((await seen()).map(({ origin, seenAt }) => [origin, seenAt])).toEqual([
    ['https://daily.example', hour + 2 * HOUR],
    ['https://fa.daily.example', hour + 2 * HOUR],
  ])
})

test('a page that was refused is told with its origin until that origin is one of the site’s', async () => {
  const { site, send, seen, passes, deps } = await open()
  expect((await opens(send, site, 'https://old.example/1')).status).toBe(403)
  expect((await opens(send, site, 'https://old.example/1', 'null')).status).toBe(403)
  await passes(0)
  expect((await seen()).map(({ origin, seenAt }) => [origin, seenAt])).toEqual([
    ['https://old.example', null],
    ['null', null],
  ])
  await deps.store.sites.change(site, { origins: ['https://daily.example', 'https://old.example'] })
  await opens(send, site, 'https://old.example/1')
  await passes(0)
  expect((await seen())[0]).toMatchObject({
    origin: 'https://old.example',
    seenAt: expect.any(Number),
    refusedAt: null,
  })
})

test('whoever makes up origins fills nothing, and displaces none of the site’s own', async () => {
  const { site, send, page, seen, passes } = await open()
  for (let at = 0; at < 40; at++) {
    await opens(send, site, `https://o${at}.example/1`)
    // In the name of a page of the site, from elsewhere.
    await opens(send, site, page, `https://p${at}.example`)
    await opens(send, 'no-such-site', page, `https://q${at}.example`)
    if (at % 10 === 9) await passes(HOUR)
  }
  await opens(send, site, 'https://x.example/1', '<b>not an origin</b>')
  await opens(send, site, page)
  await passes(0)
  const all = await seen()
  expect(all.filter(({ seenAt }) => seenAt !== null).map(({ origin }) => origin)).toEqual(['https://daily.example'])
  expect(all.filter(({ seenAt }) => seenAt === null).length).toBeLessThanOrEqual(10)
  expect(JSON.stringify(all)).not.toMatch(/<b>|p\d+\.example|q\d+\.example/)
})

test('pages below Parley’s own host are seen, too, though they send no Origin when they read', async () => {
  const { site, send, seen, passes } = await open(['https://parley.example'])
  const at = `/api/threads?${new URLSearchParams({ site, url: 'https://parley.example/story' })}`
  await send(at)
  await send(at, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
  await passes(0)
  expect((await seen()).map(({ origin }) => origin)).toEqual(['https://parley.example'])
})
