import { sql } from 'drizzle-orm'
import { Webhook as Verifier } from 'standardwebhooks'
import { expect, onTestFinished, test } from 'vitest'
import type { Deliveries, Delivery, Webhook, WebhookEvent } from '../../server/contract.ts'
import { DELAYS, deliverDue, forgetDeliveries, LEASE, PATIENCE } from '../../server/notices/webhooks/deliver.ts'
import { SOON } from '../../server/notices/webhooks/stir.ts'
import type { Told } from '../../server/notices/webhooks/told.ts'
import { world } from '../world.ts'

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
  const { as, olga, at, site, clock, delivers, receiver, listed, look, does, got } = await hooked()
  receiver.answers = () => new Response(null, { status: 503 })
  await as('ada').posts('Never')
  const begun = clock.now
  let gaveUp = 0
  for (; (await look()).state === 'on' && clock.now < begun + 2 * PATIENCE; clock.now += HOUR) {
    await delivers()
    if (gaveUp === 0 && (await listed())[0]!.outcome === 'failed') {
      gaveUp = clock.now - begun
      await as('ben').posts('Another')
    }
    // Something happens now and then.
    if (clock.now - begun > PATIENCE) await as('chiara').posts(`At ${clock.now}`)
  }
  expect(gaveUp / HOUR).toBeGreaterThan(20)
  expect(gaveUp / HOUR).toBeLessThan(38)
  expect(await look()).toMatchObject({ state: 'dead', waiting: 0 })
  const before = got.length
  await as('ada').posts('Nobody hears')
  await delivers()
  expect(got).toHaveLength(before)
  // Its owner mends it, turns it on and sends the lost ones by hand.
  receiver.answers = () => new Response('ok')
  await olga.asks(at, { method: 'PATCH', json: { site, state: 'on' } })
  const lost = (await listed()).find(({ outcome }) => outcome === 'failed')!
  expect((await does<{ delivery: Delivery }>(`deliveries/${lost.id}/again`)).delivery.message).toBe(lost.message)
  await delivers()
  expect(got.at(-1)!.headers['webhook-id']).toBe(lost.message)
  expect(await look()).toMatchObject({ state: 'on', failingSince: null, waiting: 0 })
})

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
