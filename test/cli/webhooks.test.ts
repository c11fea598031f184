import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Verifier } from 'standardwebhooks'
import { expect, onTestFinished, test } from 'vitest'
import type { Deliveries, Delivery, Webhook } from '../../server/contract.ts'
import { nodeDial } from '../../server/http/node-dial.ts'
import { outward } from '../../server/http/outward.ts'
import { deliverDue, requestFor } from '../../server/notices/webhooks/deliver.ts'
import { world } from '../world.ts'

/** Webhooks over real connections, through the guarded door. */
async function receiving(answer: RequestListener) {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const stage = await world({
    settings: { holds: 'none' },
    parley: 'http://localhost:8787',
    fetch: outward(true, nodeDial()),
  })
  stage.clock.now = Date.now()
  const olga = await stage.atDesk('olga')
  const { site } = stage
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`
  const json = { site, name: 'Real', shape: 'standard', url, events: ['published'] }
  const { webhook } = await olga.asks<{ webhook: Webhook }>('/api/desk/webhooks', { method: 'POST', json })
  onTestFinished(async () => {
    await stage.deps.store.webhooks.remove(webhook.id, site)
    server.closeAllConnections()
    await new Promise<void>(resolve => server.close(() => resolve()))
  })
  const first = async (): Promise<Delivery> =>
    (await olga.asks<Deliveries>(`/api/desk/webhooks/${webhook.id}/deliveries?site=${site}`)).deliveries.at(-1)!
  return { ...stage, olga, webhook, first, delivers: () => deliverDue(stage.deps) }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

test('a real receiver verifies what comes, and what it answers is kept by its beginning', async () => {
  const got: { headers: Record<string, string>; body: string }[] = []
  const { as, webhook, delivers, first } = await receiving(async (request, answer) => {
    got.push({ headers: request.headers as Record<string, string>, body: await bodyOf(request) })
    answer.end('<b>thank you</b>'.repeat(100))
  })
  await as('ada').posts('سلام، the ferry 🚢')
  await delivers()
  const told = new Verifier(webhook.secrets[0]!).verify(got[0]!.body, got[0]!.headers)
  expect(told).toMatchObject({ data: { comment: { text: 'سلام، the ferry 🚢' } } })
  expect(got[0]!.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Parley/test' })
  const { outcome, status, answer } = await first()
  expect([outcome, status, answer!.length]).toEqual(['taken', 200, 200])
})

test.each<[string, RequestListener, RegExp]>([
  ['closes at once', request => void request.socket.destroy(), /ECONNRESET|no connection/],
  ['sends without end', (_, answer) => endless(answer), /too long/],
  [
    'leads to this machine',
    (_, answer) => void answer.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    /leads elsewhere/,
  ],
])('a receiver that %s is tried again later', async (_, answer, why) => {
  const { as, delivers, first } = await receiving(answer)
  await as('ada').posts('Hello')
  await delivers()
  const delivery = await first()
  expect(delivery).toMatchObject({ outcome: null, tries: 1, status: null })
  expect(delivery.error).toMatch(why)
  expect(delivery.nextAt).not.toBeNull()
})

function endless(answer: Parameters<RequestListener>[1]) {
  const more = () => answer.write(Buffer.alloc(65_536), error => !error && setImmediate(more))
  more()
}

test('a receiver that hangs is given up after five seconds, and keeps no other one waiting', async () => {
  const { as, delivers, first, olga, site } = await receiving(() => {})
  let reached = 0
  const other = createServer((_, answer) => {
    reached = performance.now()
    answer.end()
  })
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  const json = { site, name: 'Well', shape: 'standard', url, events: ['published'] }
  await olga.asks('/api/desk/webhooks', { method: 'POST', json })
  await as('ada').posts('Hello')
  const begun = performance.now()
  await delivers()
  expect(reached - begun).toBeLessThan(2_000)
  expect((await first()).error).toBe('no answer within five seconds')
}, 15_000)

test('a process that is killed between sending and noting it sends it once more, under the same id', async () => {
  const ids: string[] = []
  const { as, deps, webhook, clock, site, delivers, first } = await receiving((request, answer) => {
    ids.push(request.headers['webhook-id'] as string)
    answer.end()
  })
  await as('ada').posts('Hello')
  // The other process gets as far as this, with the same store and the same receiver.
  const [hook] = await deps.store.deliveries.claim(clock.now, clock.now + 60_000, 8)
  const [due] = await deps.store.deliveries.due(webhook.id, clock.now, 1)
  const asked = requestFor(deps, hook!, due!.message, {
    ...{ type: 'test', timestamp: '', data: { site: { id: site, name: '' }, desk: '' } },
  })
  await deps.fetch(asked.url, asked)
  await delivers()
  expect(ids).toHaveLength(1)
  clock.now += 60_000
  await delivers()
  expect(ids).toEqual([due!.message, due!.message])
  expect((await first()).outcome).toBe('taken')
})
