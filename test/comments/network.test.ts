import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { doChores } from '../../server/chores.ts'
import { networksOf } from '../../server/http/networks.ts'
import { world } from '../world.ts'

const DAY = 24 * 3_600_000

test('a network is kept as a hash that cannot be told any more once the salt of its day is gone', async () => {
  const { as, deps, clock, site } = await world()
  await as('ada').sends({ text: 'Hello', name: 'Ada' }, { 'x-test-client': '203.0.113.7' })
  const [row] = await deps.store.engine.all<{ network: string }>(
    sql`SELECT network FROM comments WHERE site_id = ${site}`,
  )
  expect(row!.network).toMatch(/^[0-9a-f]{16}$/)
  const same = await networksOf(deps, '203.0.113.7', clock.now)
  expect(same[0]).toBe(row!.network)
  expect(await networksOf(deps, '203.0.113.8', clock.now)).not.toContain(row!.network)
  clock.now += DAY
  expect(await networksOf(deps, '203.0.113.7', clock.now)).toContain(row!.network)
  clock.now += 2 * DAY
  expect(await networksOf(deps, '203.0.113.7', clock.now)).not.toContain(row!.network)
  const salts = await deps.store.engine.all<{ day: number }>(sql`SELECT day FROM salts ORDER BY day`)
  expect(salts.length).toBeLessThanOrEqual(2)
  for (const client of [null, '127.0.0.1', '10.1.2.3', '192.168.0.9', '172.20.0.1', '100.64.0.1', 'fd00:0:0:1::/64'])
    expect(await networksOf(deps, client, clock.now)).toEqual([])
})

test('its key goes also where nobody writes for days', async () => {
  const { as, deps, clock } = await world()
  await as('ada').sends({ text: 'Hello', name: 'Ada' }, { 'x-test-client': '203.0.113.7' })
  clock.now += 2 * DAY
  await doChores(deps)
  const salts = await deps.store.engine.all(sql`SELECT day FROM salts WHERE day < ${Math.floor(clock.now / DAY) - 1}`)
  expect(salts).toEqual([])
})

test('what comes from a held network waits, whoever says to write it', async () => {
  const { as, deps, clock, site } = await world({ settings: { holds: 'none' } })
  const [network] = await networksOf(deps, '203.0.113.9', clock.now)
  await deps.store.engine.write([
    sql`INSERT INTO held_networks (site_id, network, until) VALUES (${site}, ${network}, ${clock.now + DAY})`,
  ])
  const from = async (client: string, text: string) => {
    const response = await as('ben').sends({ text, name: 'Ben' }, { 'x-test-client': client })
    return ((await response.json()) as { comment: { status: string } }).comment.status
  }
  expect(await from('203.0.113.9', 'From there')).toBe('pending')
  expect(await from('203.0.113.10', 'From elsewhere')).toBe('published')
  clock.now += DAY
  expect(await from('203.0.113.9', 'A day later')).toBe('published')
})

test('stamps have a budget, like all that costs', async () => {
  const { send, site } = await world({ limits: true })
  const asks = () =>
    send('/api/stamps', { method: 'POST', json: { site }, headers: { 'x-test-client': '203.0.113.11' } })
  for (let n = 0; n < 60; n++) expect((await asks()).status).toBe(200)
  const refused = await asks()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
})

test('how fast something was typed counts only with a stamp of this installation', async () => {
  const { as, send, site, clock } = await world({ settings: { holds: 'none' } })
  const { stamp } = (await (await send('/api/stamps', { method: 'POST', json: { site } })).json()) as { stamp: string }
  const text = 'A sentence of some sixty characters that nobody types at once.'
  clock.now += 500
  const typed = (n: number, more: object) => as('ada').posts(`${text} ${n}`, more as never)
  expect(await typed(1, { typing: { stamp, letters: 60 } })).toMatchObject({ status: 'pending' })
  expect(await typed(2, { typing: { stamp, letters: 3 } })).toMatchObject({ status: 'published' })
  expect(await typed(3, { typing: { stamp: `${stamp}x`, letters: 60 } })).toMatchObject({ status: 'published' })
  expect(await typed(4, { typing: { stamp: 'nonsense', letters: 60 } })).toMatchObject({ status: 'published' })
  clock.now += 20_000
  expect(await typed(5, { typing: { stamp, letters: 60 } })).toMatchObject({ status: 'published' })
})
