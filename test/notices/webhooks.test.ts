import { sql } from 'drizzle-orm'
import { Webhook as Verifier } from 'standardwebhooks'
import { expect, onTestFinished, test } from 'vitest'
import type { Deliveries, Delivery, Webhook, WebhookEvent } from '../../server/contract.ts'
import {
  DELAYS,
  deliverDue,
  forgetDeliveries,
  LEASE,
  PATIENCE,
  restAsked,
} from '../../server/notices/webhooks/deliver.ts'
import { SOON } from '../../server/notices/webhooks/stir.ts'
import type { Told } from '../../server/notices/webhooks/told.ts'
import { inWorkerd, world } from '../world.ts'

const HOUR = 3_600_000
const ALL: WebhookEvent[] = ['published', 'pending', 'rejected', 'spam', 'withdrawn', 'edited', 'report', 'appeal']

interface Got {
  url: string
  headers: Record<string, string>
  body: string
  told: Told
}

/** A site with a webhook, and a receiver that answers as it is told to. */
async function hooked(events = ALL, settings = {}) {
  const got: Got[] = []
  const receiver = { answers: (): Response | Promise<Response> => new Response('ok') }
  const stage = await world({
    settings: { holds: 'none', ...settings },
    async fetch(url, init) {
      const { headers, body } = init as { headers: Record<string, string>; body: string }
      got.push({ url, headers, body, told: JSON.parse(body) })
      return receiver.answers()
    },
  })
  stage.clock.now = Date.now()
  const olga = await stage.atDesk('olga')
  const { site } = stage
  const json = { site, name: 'Archive', shape: 'standard', url: 'https://hooks.example/in?k=1', events }
  const { webhook } = await olga.asks<{ webhook: Webhook }>('/api/desk/webhooks', { method: 'POST', json })
  const at = `/api/desk/webhooks/${webhook.id}`
  // All tests share one database, and whoever delivers does so for all of it.
  onTestFinished(() => void stage.deps.store.webhooks.remove(webhook.id, site))
  return {
    ...stage,
    olga,
    got,
    receiver,
    webhook,
    at,
    types: () => got.map(({ told }) => told.type),
    delivers: () => deliverDue(stage.deps),
    code: async (path: string, init: Parameters<typeof olga.sends>[1]) =>
      ((await (await olga.sends(path, init)).json()) as { code?: string }).code,
    look: async () =>
      (await olga.asks<{ webhooks: Webhook[] }>(`/api/desk/webhooks?site=${site}`)).webhooks.find(
        ({ id }) => id === webhook.id,
      )!,
    listed: async () => (await olga.asks<Deliveries>(`${at}/deliveries?site=${site}`)).deliveries,
    does: <T>(what: string) => olga.asks<T>(`${at}/${what}?site=${site}`, { method: 'POST' }),
  }
}

test('what happens to a comment is told soon, in order, signed as Standard Webhooks has it', async () => {
  const { as, olga, passes, got, types, webhook, site, origin } = await hooked()
  const ada = as('ada')
  const comment = await ada.posts('The ferry was late.')
  expect(got).toEqual([])
  await passes(SOON)
  await olga.rules(comment, 'reject', { reason: 'off_topic' })
  await ada.appeals(comment, 'It was late indeed.')
  await olga.rules(comment, 'restore')
  await as('ben').reports(comment, 'spam')
  await passes(SOON)
  await ada.withdraws(comment)
  await passes(SOON)
  const names = ['comment.published', 'comment.rejected', 'appeal.opened', 'comment.published', 'report.opened']
  expect(types()).toEqual([...names, 'comment.withdrawn'])
  const [first, rejected, appealed, , reported, withdrawn] = got
  const verified = new Verifier(webhook.secrets[0]!).verify(first!.body, first!.headers)
  expect(verified).toMatchObject({
    type: 'comment.published',
    data: {
      site: { id: site, name: 'The Daily' },
      article: { key: '/news/1', url: `${origin}/news/1` },
      comment: { id: comment.id, text: 'The ferry was late.', status: 'published', parent: null },
      by: 'rules',
    },
  })
  expect(first!.url).toBe('https://hooks.example/in?k=1')
  expect(rejected!.told.data).toMatchObject({ reason: 'off_topic', by: 'moderator' })
  expect(appealed!.told.data.appeal).toBe('It was late indeed.')
  expect(reported!.told.data.reports).toBe(1)
  // What its author has taken back goes nowhere any more, the name with it.
  expect(withdrawn!.told.data.comment).toMatchObject({ text: null, author: { name: null } })
  expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(6)
  expect(() => new Verifier(webhook.secrets[0]!).verify(`${first!.body} `, first!.headers)).toThrow()
})

test('only what was asked for is told, and nothing while it is paused', async () => {
  const { as, olga, at, site, passes, types, delivers } = await hooked(['pending'], { holds: 'first' })
  await as('ada').posts('It waits.')
  await passes(SOON)
  await olga.asks(at, { method: 'PATCH', json: { site, state: 'paused' } })
  await as('ben').posts('It waits unseen.')
  await olga.asks(at, { method: 'PATCH', json: { site, state: 'on', events: ['published'] } })
  await as('chiara').posts('It waits, too.')
  await delivers()
  expect(types()).toEqual(['comment.pending'])
})

test('a receiver that fails for an hour gets everything afterwards, under the same ids', async () => {
  const { as, clock, delivers, got, receiver, listed, look } = await hooked()
  receiver.answers = () => new Response('out of order', { status: 500 })
  await as('ada').posts('Once')
  await delivers()
  const [first] = await listed()
  expect(first).toMatchObject({ tries: 1, status: 500, answer: 'out of order', outcome: null })
  expect(first!.nextAt! - clock.now).toBeGreaterThanOrEqual(DELAYS[0]! * 0.8 - 1_000)
  expect((await look()).failingSince).not.toBeNull()
  for (let passed = 0; passed < HOUR; passed += 60_000) {
    clock.now += 60_000
    await delivers()
  }
  // At once, after 5 s, 5 min and 30 min; the next one is due in two hours.
  expect(got).toHaveLength(4)
  receiver.answers = () => new Response('ok')
  clock.now += 3 * HOUR
  await delivers()
  expect((await listed())[0]).toMatchObject({ tries: 5, status: 200, outcome: 'taken', nextAt: null })
  expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(await look()).toMatchObject({ failingSince: null, waiting: 0, state: 'on' })
})

test('after about a day one delivery is given up, after three days of failures the webhook is dead', async () => {
  const { as, olga, at, site, clock, delivers, receiver, listed, look, got } = await hooked()
  receiver.answers = () => new Response(null, { status: 503 })
  const texts: string[] = []
  const posts = async (name: 'ada' | 'ben' | 'chiara', text: string) => {
    await as(name).posts(text)
    texts.push(text)
  }
  await posts('ada', 'Never')
  const begun = clock.now
  let gaveUp = 0
  for (; (await look()).state === 'on' && clock.now < begun + 2 * PATIENCE; clock.now += HOUR) {
    await delivers()
    if (gaveUp === 0 && (await listed())[0]!.outcome === 'failed') {
      gaveUp = clock.now - begun
      await posts('ben', 'Another')
    }
    // Something happens now and then.
    if (clock.now - begun > PATIENCE) await posts('chiara', `At ${clock.now}`)
  }
  expect(gaveUp / HOUR).toBeGreaterThan(20)
  expect(gaveUp / HOUR).toBeLessThan(38)
  expect((await look()).state).toBe('dead')
  const before = got.length
  await posts('ada', 'Heard later')
  await delivers()
  expect(got).toHaveLength(before)
  // Its owner mends it and turns it on: what was given up, what waited, and what happened meanwhile, in order.
  receiver.answers = () => new Response('ok')
  await olga.asks(at, { method: 'PATCH', json: { site, state: 'on' } })
  await delivers()
  expect(got.slice(before).map(({ told }) => told.data.comment!.text)).toEqual(texts)
  expect(await look()).toMatchObject({ state: 'on', failingSince: null, waiting: 0 })
  expect(new Set((await listed()).map(({ outcome }) => outcome))).toEqual(new Set(['taken']))
})

test('what was given up is sent once more, one by one or all that there is', async () => {
  const { as, clock, delivers, receiver, listed, look, does, got } = await hooked()
  receiver.answers = () => new Response(null, { status: 503 })
  await as('ada').posts('One')
  await as('ben').posts('Two')
  for (let hours = 0; hours < 40; hours++) {
    await delivers()
    clock.now += HOUR
  }
  expect((await listed()).map(({ outcome }) => outcome)).toEqual(['failed', 'failed'])
  receiver.answers = () => new Response('ok')
  const [two] = await listed()
  expect((await does<{ delivery: Delivery }>(`deliveries/${two!.id}/again`)).delivery.message).toBe(two!.message)
  await delivers()
  expect(await does<{ sent: number }>('again')).toEqual({ sent: 1 })
  expect(await does<{ sent: number }>('again')).toEqual({ sent: 0 })
  await delivers()
  expect(got.slice(-2).map(({ told }) => told.data.comment!.text)).toEqual(['Two', 'One'])
  expect(await look()).toMatchObject({ waiting: 0, failingSince: null })
})

test('its owner gives it another name, address and events', async () => {
  const { as, olga, at, site, delivers, got, look, code } = await hooked(['pending'])
  const json = { site, name: 'Elsewhere', url: 'https://other.example/in', events: ['published'] }
  await olga.asks(at, { method: 'PATCH', json })
  expect(await look()).toMatchObject({ name: 'Elsewhere', url: json.url, events: ['published'] })
  await as('ada').posts('Hello')
  await delivers()
  expect(got.map(({ url }) => url)).toEqual([json.url])
  expect(await code(at, { method: 'PATCH', json: { site, url: 'https://10.0.0.1/' } })).toBe('webhook_refused')
  expect((await look()).url).toBe(json.url)
})

test('the token of a Matrix account goes to no other server than the one it was given for', async () => {
  const { olga, site, code, deps } = await hooked()
  const json = { site, name: 'Room', shape: 'matrix', url: 'https://a.example/!r:a.example', token: 't', events: ALL }
  const { webhook } = await olga.asks<{ webhook: Webhook }>('/api/desk/webhooks', { method: 'POST', json })
  onTestFinished(() => void deps.store.webhooks.remove(webhook.id, site))
  const at = `/api/desk/webhooks/${webhook.id}`
  const to = (url: string, token?: string) => ({ method: 'PATCH', json: { site, url, ...(token && { token }) } })
  expect(await code(at, to('https://b.example/!r:a.example'))).toBe('webhook_refused')
  expect(await code(at, to('https://a.example/!other:a.example'))).toBeUndefined()
  expect(await code(at, to('https://b.example/!r:a.example', 'u'))).toBeUndefined()
  expect(await deps.store.webhooks.find(webhook.id, site)).toMatchObject({
    url: 'https://b.example/!r:a.example',
    token: 'u',
  })
})

test.each<[string, number, HeadersInit, string, number]>([
  ['in seconds', 429, { 'Retry-After': '120' }, '', 120_000],
  ['as a date', 503, { 'Retry-After': new Date(Date.UTC(2026, 10, 22, 12, 2)).toUTCString() }, '', 120_000],
  ['as Telegram says it', 429, {}, '{"ok":false,"parameters":{"retry_after":35}}', 35_000],
  ['as Discord says it', 429, {}, '{"retry_after":64.57,"global":false}', 64_570],
  ['as Matrix says it', 429, {}, '{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2000}', 2_000],
  ['for a day', 429, { 'Retry-After': '86400' }, '', HOUR],
  ['nonsense', 429, { 'Retry-After': 'soon' }, '[', 0],
  ['nothing', 429, {}, 'null', 0],
])('a receiver that asks to be left alone, %s, is', (_, status, headers, body, wait) => {
  expect(restAsked(new Response(null, { status, headers }), body, Date.UTC(2026, 10, 22, 12))).toBe(wait)
})

test.skipIf(inWorkerd)(
  'a thousand events at once are delivered once each by two processes',
  async () => {
    const { deps, webhook, got, delivers, look } = await hooked()
    await deps.store.engine.write([
      sql`INSERT INTO deliveries (webhook_id, message, event, at, next_at)
      WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 1000)
      SELECT ${webhook.id}, 'msg_' || value, 'test', 1, 1 FROM n`,
      sql`UPDATE webhooks SET waiting = 1000, next_at = 1 WHERE id = ${webhook.id}`,
    ])
    await Promise.all([delivers(), delivers()])
    expect(got).toHaveLength(1_000)
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1_000)
    expect(await look()).toMatchObject({ waiting: 0, failingSince: null })
  },
  60_000,
)

test('a receiver that says it is gone is asked no more', async () => {
  const { as, delivers, receiver, look, got, clock, listed } = await hooked()
  receiver.answers = () => new Response('gone', { status: 410 })
  await as('ada').posts('One')
  await as('ben').posts('Two')
  await delivers()
  clock.now += 48 * HOUR
  await delivers()
  expect(got).toHaveLength(1)
  expect(await look()).toMatchObject({ state: 'gone', waiting: 0 })
  expect((await listed()).map(({ outcome }) => outcome)).toEqual(['ended', 'ended'])
})

test('a rotated secret signs beside the one before for a day, and then alone', async () => {
  const { as, does, delivers, got, clock, webhook } = await hooked()
  const { webhook: after } = await does<{ webhook: Webhook }>('secret')
  expect(after.secrets).toHaveLength(2)
  const [next, before] = after.secrets as [string, string]
  expect(before).toBe(webhook.secrets[0])
  await as('ada').posts('Both')
  await delivers()
  for (const secret of after.secrets) new Verifier(secret).verify(got[0]!.body, got[0]!.headers)
  clock.now += 25 * HOUR
  await as('ada').posts('One')
  await delivers()
  const { headers, body } = got[1]!
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const signs = (secret: string) => new Verifier(secret).sign(headers['webhook-id']!, at, body)
  expect(headers['webhook-signature']).toBe(signs(next))
  expect(signs(before)).not.toBe(signs(next))
})

test('of several processes one delivers; when it is killed another one does after a minute', async () => {
  const { as, delivers, deps, got, clock, receiver } = await hooked()
  receiver.answers = () => new Promise(resolve => setTimeout(() => resolve(new Response('ok')), 5))
  for (const name of ['ada', 'ben', 'chiara'] as const) await as(name).posts(`By ${name}`)
  await Promise.all([delivers(), delivers(), delivers()])
  expect(got.map(({ told }) => told.data.comment!.text)).toEqual(['By ada', 'By ben', 'By chiara'])
  await as('ada').posts('In between')
  // It takes the work, sends, and is killed before it notes that.
  expect(await deps.store.deliveries.claim(clock.now, clock.now + LEASE, 8)).toHaveLength(1)
  await delivers()
  expect(got).toHaveLength(3)
  clock.now += LEASE
  await Promise.all([delivers(), delivers()])
  expect(got.slice(3).map(({ told }) => told.data.comment!.text)).toEqual(['In between'])
})

test('whoever comes back too late notes nothing', async () => {
  const { as, delivers, deps, clock, listed } = await hooked()
  await as('ada').posts('Slow')
  const [hook] = await deps.store.deliveries.claim(clock.now, clock.now + LEASE, 8)
  const [mine] = await deps.store.deliveries.due(hook!.id, clock.now, 1)
  clock.now += LEASE
  await delivers()
  const late = { nextAt: clock.now, outcome: null, status: 500, tookMs: 1, answer: 'late', error: null }
  await deps.store.deliveries.note(mine!, { ...late, isFailure: true, ends: null }, clock.now)
  expect((await listed())[0]).toMatchObject({ outcome: 'taken', status: 200 })
})

test('a flood leaves a thousand deliveries and the number of the rest', async () => {
  const { as, deps, look, delivers, receiver, got } = await hooked()
  receiver.answers = () => new Response(null, { status: 500 })
  const { store } = deps
  const { id } = await look()
  await as('ada').posts('The first')
  await store.deliveries.test(id, deps.clock())
  await store.engine.write([sql`UPDATE webhooks SET waiting = 999 WHERE id = ${id}`])
  await as('ada').posts('The last one with room')
  await as('ben').posts('Too many')
  await as('chiara').posts('Far too many')
  expect(await look()).toMatchObject({ waiting: 1_000, dropped: 2 })
  // A dead receiver is asked twice, and then left alone for a minute.
  await delivers()
  await delivers()
  expect(got).toHaveLength(2)
})

test('what was over a week ago is forgotten', async () => {
  const { as, deps, clock, delivers, webhook } = await hooked()
  await as('ada').posts('Old')
  await delivers()
  clock.now += 8 * 24 * HOUR
  await as('ada').posts('New, and not sent yet')
  await forgetDeliveries(deps)
  expect((await deps.store.deliveries.list(webhook.id)).map(({ outcome }) => outcome)).toEqual([null])
})

test('owners try it out, and remove it with all that was told', async () => {
  const { does, passes, got, olga, at, site } = await hooked()
  await does('test')
  await passes(SOON)
  expect(got[0]!.told).toMatchObject({ type: 'test', data: { site: { id: site } } })
  expect((await olga.sends(`${at}?site=${site}`, { method: 'DELETE' })).status).toBe(204)
  expect((await olga.sends(`${at}/deliveries?site=${site}`)).status).toBe(404)
})

test.each([
  ['standard', 'http://hooks.example/in'],
  ['standard', 'https://127.0.0.1/in'],
  ['standard', 'https://10.0.0.1.nip.internal/in'],
  ['standard', 'https://user:secret@hooks.example/in'],
  ['standard', 'https://hooks.example:22/in'],
  ['standard', 'nonsense'],
  ['discord', 'https://discord.com/in'],
  ['telegram', 'https://api.telegram.org/bot1:a/sendMessage'],
  ['matrix', 'https://matrix.example/!room:matrix.example'],
  ['matrix', 'https://matrix.example/%E0%A4%A'],
])('%s: nothing is sent to %s', async (shape, url) => {
  const { olga, site } = await hooked()
  const json = { site, name: 'Bad', shape, url, events: ALL }
  const answer = await olga.sends('/api/desk/webhooks', { method: 'POST', json })
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'webhook_refused'])
})

test('what a receiver has answered, which may be what it was told, goes with whoever is erased', async () => {
  const { as, site, olga, at, receiver, delivers, got, deps } = await hooked(['published'])
  receiver.answers = () => new Response(got.at(-1)!.body.slice(-200))
  const comment = await as('ada').posts('Echoed words', { name: 'Adalind' })
  await delivers()
  const kept = async () => (await olga.asks<Deliveries>(`${at}/deliveries?site=${site}`)).deliveries
  expect(await kept()).toMatchObject([{ outcome: 'taken', answer: expect.stringContaining('"') }])
  const { id } = (await olga.case(comment)).case.author
  await olga.asks(`/api/desk/authors/${id}/erase`, { method: 'POST', json: { site } })
  expect(await kept()).toMatchObject([{ outcome: 'taken', answer: null }])
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})
