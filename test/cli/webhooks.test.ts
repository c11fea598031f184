import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Verifier } from 'standardwebhooks'
import { expect, onTestFinished, test } from 'vitest'
import type { Command, Say } from '../../server/commands/command.ts'
import {
  addHook,
  hookSecret,
  listDeliveries,
  listWebhooks,
  removeHook,
  resend,
  setHook,
  testHook,
} from '../../server/commands/webhooks.ts'
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
  ['fails without end', (_, answer) => endless(answer.writeHead(500)), /too long/],
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
  expect(delivery).toMatchObject({ outcome: null, tries: 1 })
  expect(delivery.error).toMatch(why)
  expect(delivery.nextAt).not.toBeNull()
})

test('what a receiver has taken it has taken, however much it then says', async () => {
  let sent = 0
  const { as, delivers, first } = await receiving((_, answer) => {
    const more = () => {
      sent += 65_536
      if (sent > 10_000_000) return answer.end()
      answer.write(Buffer.alloc(65_536), error => !error && setImmediate(more))
    }
    more()
  })
  await as('ada').posts('Hello')
  await delivers()
  expect(await first()).toMatchObject({ outcome: 'taken', status: 200, error: 'the answer is too long' })
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

test('the command adds a webhook, tries it out, rotates its secret, changes and removes it', async () => {
  const { deps, site } = await world()
  /** A command in this process: to begin one for each line takes longer than all of them. */
  const says = async <T = unknown>(run: (say: Say) => Promise<void>) => {
    let said = { lines: '', json: {} as T }
    await run((lines, json) => {
      said = { lines: [lines].flat().join('\n'), json: json as T }
    })
    return said
  }
  const url = 'https://hooks.example/in'
  const flags = (more: Command['flags'] = {}) => ({ site, ...more })
  const added = await says<{ webhook: Webhook }>(say =>
    addHook(deps, url, flags({ name: 'Archive', events: 'all' }), say),
  )
  const { id, secrets } = added.json.webhook
  expect(added.lines).toContain(`Its signing secret, for the receiver: ${secrets[0]}`)
  await expect(says(say => addHook(deps, 'https://10.0.0.1/', flags({ name: 'Bad' }), say))).rejects.toMatchObject({
    code: 'webhook_refused',
  })
  await expect(says(say => setHook(deps, id, flags({ events: 'gossip' }), say))).rejects.toThrow('is no event')
  await expect(says(say => setHook(deps, 'w1', flags({ name: 'x' }), say))).rejects.toThrow('has no webhook “w1”')
  expect((await says(say => setHook(deps, id, flags({ events: 'report', state: 'paused' }), say))).lines).toContain(
    'paused',
  )
  await says(say => testHook(deps, id, flags(), say))
  expect((await says(say => listDeliveries(deps, id, flags(), say))).lines).toMatch(/test {2}waiting/)
  const both = await says<{ secrets: string[] }>(say => hookSecret(deps, id, flags({ new: true }), say))
  expect(both.json.secrets).toEqual([expect.stringMatching(/^whsec_/), secrets[0]])
  const listed = await says(say => listWebhooks(deps, flags(), say))
  expect(listed.lines).toMatch(/Archive {2}standard .* paused {2}1 waiting {2}report/)
  expect(JSON.stringify(listed.json)).not.toContain('whsec_')
  expect((await says(say => resend(deps, [id], flags(), say))).lines).toContain('Nothing was given up')
  await says(say => removeHook(deps, id, flags(), say))
  expect((await says(say => listWebhooks(deps, flags(), say))).lines).toContain('tells nobody')
})

test('a webhook is named by its name as well, and where two have it, by which id is asked', async () => {
  const { deps, site } = await world()
  const said: string[] = []
  const say: Say = lines => void said.push([lines].flat().join('\n'))
  const add = (path: string) => addHook(deps, `https://hooks.example/${path}`, { site, name: 'The archive' }, say)
  await add('one')
  for (const run of [listDeliveries, hookSecret, testHook]) await run(deps, 'The archive', { site }, say)
  await resend(deps, ['The archive'], { site }, say)
  expect(said.at(-1)).toContain('Nothing was given up')
  await add('two')
  const [one, two] = await deps.store.webhooks.list(site)
  const both = new RegExp(`is called “The archive”\\. Say which by its id:\n +${one!.id} .*\n +${two!.id} `)
  await expect(removeHook(deps, 'The archive', { site }, say)).rejects.toThrow(both)
  await expect(removeHook(deps, 'The', { site }, say)).rejects.toThrow('has no webhook “The”')
  for (const { id } of [one!, two!]) await removeHook(deps, id, { site }, say)
})
