import { describe, expect, test } from 'vitest'
import { newId } from '../../server/comments/ids.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { type World, world } from '../world.ts'

const MINUTE = 60_000

async function linkFor({ deps, site, clock, number }: World, name = 'zoe') {
  const person = await deps.store.people.ensure(newId(clock.now), `${name}-${number}`, clock.now)
  await deps.store.people.grant(person.id, [site], 'moderator')
  const address = new URL(await makeDeskLink(deps, person.id))
  return { address, link: address.hash.slice('#link='.length) }
}

const press = ({ send, deps }: World, link: string, headers: Record<string, string> = { Origin: deps.config.origin }) =>
  send('/api/desk/session', { method: 'POST', headers, json: { link } })

test('a desk link carries its token in the fragment, works once, and makes a session', async () => {
  const stage = await world()
  const { address, link } = await linkFor(stage)
  expect(address.pathname + address.search).toBe('/desk')
  const response = await press(stage, link)
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({
    person: { name: `zoe-${stage.number}` },
    sites: [{ id: stage.site, role: 'moderator' }],
  })
  const again = await press(stage, link)
  expect([again.status, await again.json()]).toMatchObject([401, { code: 'link_spent' }])
  expect(again.headers.get('set-cookie')).toBeNull()
})

test('of ten presses at the same moment one signs in', async () => {
  const stage = await world()
  const { link } = await linkFor(stage)
  const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await press(stage, link)).status))
  expect(statuses.filter(status => status === 201)).toHaveLength(1)
})

test('a desk link ends after fifteen minutes, and opening the page does not spend it', async () => {
  const stage = await world()
  const [early, late] = [await linkFor(stage), await linkFor(stage)]
  await stage.send('/desk')
  stage.clock.now += 14 * MINUTE
  expect((await press(stage, early.link)).status).toBe(201)
  stage.clock.now += MINUTE
  expect((await press(stage, late.link)).status).toBe(401)
})

test.each([
  ['https://parley.example', '__Host-parley', true],
  ['http://localhost:8787', 'parley', false],
])('at %s the cookie is %s', async (parley, name, isSecure) => {
  const stage = await world({ parley })
  const cookie = (await press(stage, (await linkFor(stage)).link)).headers.get('set-cookie')!
  expect(cookie).toMatch(new RegExp(`^${name}=[A-Za-z0-9_-]{43};`))
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).toContain('Path=/')
  expect(cookie.includes('Secure')).toBe(isSecure)
  expect(cookie).not.toContain('Domain')
})

test.each([
  ['a foreign page', { Origin: 'https://evil.example' }, 'origin_refused'],
  ['a page of the site', { Origin: 'https://daily.example' }, 'origin_refused'],
  ['a page without origin', { Origin: 'null' }, 'origin_refused'],
  ['no page', {}, 'origin_missing'],
])('%s cannot sign anybody in, and the link stays good', async (_, headers, code) => {
  const stage = await world()
  const { link } = await linkFor(stage)
  const response = await press(stage, link, headers as Record<string, string>)
  expect([response.status, await response.json()]).toMatchObject([403, { code }])
  expect((await press(stage, link)).status).toBe(201)
})

test('signing out ends the session', async () => {
  const stage = await world()
  const mona = await stage.atDesk('mona')
  expect((await mona.sends('/api/desk/session', { method: 'DELETE' })).status).toBe(204)
  await expect(mona.queue()).rejects.toMatchObject({ code: 'sign_in_needed', status: 401 })
})

test('a session ends after thirty days', async () => {
  const stage = await world()
  const mona = await stage.atDesk('mona')
  stage.clock.now += 30 * 24 * 60 * MINUTE
  await expect(mona.queue()).rejects.toMatchObject({ code: 'sign_in_needed' })
})

test('tokens are stored as digests only', async () => {
  const stage = await world()
  const { link } = await linkFor(stage)
  const cookie = (await press(stage, link)).headers.get('set-cookie')!.split(/[=;]/)[1]!
  await stage.as('ada').posts('Hello')
  const { sql } = await import('drizzle-orm')
  const rows = await stage.deps.store.engine.read(sql`SELECT * FROM links`, sql`SELECT * FROM sessions`)
  const stored = JSON.stringify(rows)
  for (const secret of [link, cookie, stage.as('ada').token]) expect(stored).not.toContain(secret)
})

describe('the desk has one door', () => {
  test('every desk route is closed to strangers and to readers, and open to nobody from a foreign page', async () => {
    const stage = await world()
    const mona = await stage.atDesk('mona')
    const reader = stage.as('ada')
    await reader.posts('Hello')
    const isOpen = (path: string) => /^\/api\/desk\/(session|invitation)(\/|$)/.test(path)
    const behind = stage.app.routes
      .filter(({ path, method }) => path.startsWith('/api/desk/') && method !== 'ALL' && !isOpen(path))
      .map(({ path, method }) => ({ method, path: path.replace(':id', '7') }))
    expect(behind.length).toBeGreaterThanOrEqual(6)
    for (const { method, path } of behind) {
      const json = method === 'GET' ? undefined : {}
      const origin = { Origin: stage.deps.config.origin }
      const stranger = await stage.send(path, { method, headers: origin, json })
      const asReader = await stage.send(path, { method, headers: reader.headers(origin), json })
      const badCookie = await stage.send(path, {
        method,
        headers: { ...origin, Cookie: `__Host-parley=${'x'.repeat(43)}` },
        json,
      })
      for (const response of [stranger, asReader, badCookie]) {
        expect([method, path, response.status]).toEqual([method, path, 401])
        expect(response.headers.get('access-control-allow-origin')).toBeNull()
      }
      if (method === 'GET') continue
      for (const from of ['https://evil.example', 'https://daily.example', 'null']) {
        const foreign = await mona.sends(path, { method, headers: { Origin: from }, json })
        expect([method, path, foreign.status]).toEqual([method, path, 403])
      }
    }
  })

  test.each([
    '//api/desk/queue',
    '/api//desk/queue',
    '/api/desk%2Fqueue',
    '/api/%64esk/queue',
    '/API/desk/queue',
    '/api/desk/queue/',
  ])('%s is no way around it', async path => {
    const { send, site } = await world()
    expect([401, 404]).toContain((await send(`${path}?site=${site}`)).status)
  })
})
