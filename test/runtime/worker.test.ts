import { applyD1Migrations, createExecutionContext, env, reset, SELF, waitOnExecutionContext } from 'cloudflare:test'
import { expect, onTestFinished, test, vi } from 'vitest'
import { BUDGETS } from '../../server/http/budgets.ts'
import { verifyLog } from '../../server/moderation/log/verify-log.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { openD1 } from '../../server/store/open-d1.ts'
import { createStore } from '../../server/store/store.ts'
import worker from '../../server/worker.ts'
import { tokenOf } from '../people.ts'

/** The Worker's own entry, as Cloudflare calls it, with its assets and its D1 database. */
const AT = 'http://localhost:8788'
const page = `${AT}/demo/the-night-ferry`

test('the Worker refuses an empty database in words, and serves it once wrangler has migrated it', async () => {
  await reset()
  const early = await SELF.fetch(`${AT}/healthz`)
  expect([early.status, await early.text()]).toEqual([503, expect.stringContaining('could not start')])
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  const health = await SELF.fetch(`${AT}/healthz`)
  expect(await health.json()).toEqual({ ok: true, schema: 'current' })
})

test('a reader posts under the demo’s article, through the Worker', async () => {
  const thread = await SELF.fetch(`${AT}/api/threads?${new URLSearchParams({ site: 'demo', url: page })}`)
  expect(await thread.json()).toMatchObject({ site: { id: 'demo' }, comments: [] })
  const response = await SELF.fetch(`${AT}/api/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf('ada', 1)}`, 'content-type': 'application/json', origin: AT },
    body: JSON.stringify({ site: 'demo', url: page, text: 'From the edge' }),
  })
  expect([response.status, await response.json()]).toMatchObject([201, { comment: { status: 'pending' } }])
})

test('who asks a Worker is told by Cloudflare alone; without its word nobody is told from others', async () => {
  const asks = async (headers: Record<string, string>) => {
    const body = JSON.stringify({ site: 'demo' })
    return (await SELF.fetch(`${AT}/api/stamps`, { method: 'POST', headers, body })).status
  }
  const { burst } = BUDGETS.stamp.client
  for (let n = 0; n <= burst; n++)
    await asks({ 'cf-connecting-ip': '203.0.113.7', 'x-forwarded-for': `198.51.100.${n}` })
  expect(await asks({ 'cf-connecting-ip': '203.0.113.7', forwarded: 'for=198.51.100.1' })).toBe(429)
  expect(await asks({ 'cf-connecting-ip': '203.0.113.8', 'x-forwarded-for': '203.0.113.7' })).toBe(200)
  for (let n = 0; n <= burst; n++) expect(await asks({ 'x-forwarded-for': '203.0.113.9' })).toBe(200)
})

test('the widget, the desk and the sample pages come with their headers', async () => {
  const embed = await SELF.fetch(`${AT}/embed.js`)
  expect(embed.headers.get('access-control-allow-origin')).toBe('*')
  expect(embed.headers.get('cache-control')).toContain('max-age=300')
  const desk = await SELF.fetch(`${AT}/desk`)
  expect(desk.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  for (const path of ['/demo/the-night-ferry', '/demo/کشتی-شب']) {
    const sample = await SELF.fetch(AT + path)
    expect([path, sample.status]).toEqual([path, 200])
    expect(await sample.text()).toContain(`${AT}/embed.js`)
  }
})

test('a reader’s view is written ten seconds later, by the request that brought it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const context = createExecutionContext()
  const response = await worker.fetch(
    new Request(`${AT}/api/views`, {
      method: 'POST',
      headers: { origin: AT, 'cf-connecting-ip': '198.51.100.1', 'user-agent': 'Mozilla/5.0 Chrome/156.0.0.0' },
      body: JSON.stringify({ site: 'demo', seen: { url: page }, urls: [page] }),
    }),
    { ...env },
    context,
  )
  expect([response.status, await response.json()]).toEqual([202, { views: [1] }])
  const store = createStore(openD1(env.DB))
  const views = async () => [...(await store.views.of('demo', [new URL(page).pathname])).values()].map(row => row.views)
  expect(await views()).not.toEqual([1])
  await vi.advanceTimersByTimeAsync(10_000)
  await waitOnExecutionContext(context)
  expect(await views()).toEqual([1])
})

test('a page of a thread is given again from the edge for a few seconds, and 304 to who holds it', async () => {
  const asked = (limit: number) =>
    `${AT}/api/threads?${new URLSearchParams({ site: 'demo', url: page, limit: `${limit}` })}`
  const first = await SELF.fetch(asked(25))
  const [etag, body] = [first.headers.get('etag')!, await first.text()]
  expect(first.headers.get('cache-control')).toContain('s-maxage=5')
  const { default: edge } = caches as unknown as { default: Cache }
  await expect.poll(() => edge.match(asked(25))).toBeDefined()
  const store = createStore(openD1(env.DB))
  await store.sites.change('demo', { name: 'Another name' })
  const again = await SELF.fetch(asked(25))
  expect(await again.text()).toBe(body)
  expect(again.headers.get('access-control-allow-origin')).toBe('*')
  expect((await SELF.fetch(asked(25), { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect(await (await SELF.fetch(asked(24))).json()).toMatchObject({ site: { name: 'Another name' } })
})

test('the log is sealed by the Worker’s schedule', async () => {
  const store = createStore(openD1(env.DB))
  expect(await store.seals.last('demo')).toBeNull()
  await worker.scheduled({}, { ...env })
  const log = await verifyLog(store, 'demo', null)
  expect(log).toMatchObject({ seals: 1, fault: null })
  expect(log.sealed).toBe(log.rows)
})

test('the desk says that a Worker has no mail', async () => {
  const store = createStore(openD1(env.DB))
  const person = await store.people.ensure(1, 'Mona', Date.now())
  await store.people.grant(person.id, ['demo'], 'moderator')
  const address = await makeDeskLink({ store, clock: Date.now, config: { origin: AT } }, person.id)
  const link = new URL(address).hash.slice('#link='.length)
  const signedIn = await SELF.fetch(`${AT}/api/desk/session`, {
    method: 'POST',
    headers: { origin: AT, 'content-type': 'application/json' },
    body: JSON.stringify({ link }),
  })
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  const notifications = await SELF.fetch(`${AT}/api/desk/notifications`, { headers: { cookie } })
  expect(await notifications.json()).toMatchObject({ mail: 'unavailable', email: null })
})
