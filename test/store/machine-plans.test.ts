import { afterAll, test } from 'vitest'
import type { DeliveryRow } from '../../server/store/deliveries.ts'
import { openPlans } from './plan-stage.ts'

/** What keys and webhooks ask of the database. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const HOOK = {
  id: 'w',
  site: 'daily',
  name: 'n',
  shape: 'standard',
  url: 'https://x.example',
  token: null,
  events: ',report,',
  at: 1,
} as const
const DELIVERY: DeliveryRow = {
  ...{
    id: 1,
    webhook_id: 'w',
    message: 'm',
    event: 'test',
    comment_id: null,
    version: null,
    at: 1,
    tries: 0,
    next_at: 1,
  },
  ...{ outcome: null, status: null, took_ms: null, answer: null, error: null },
}
const TRIED = {
  nextAt: null,
  outcome: 'ended',
  status: 410,
  tookMs: 1,
  answer: '',
  error: null,
  isFailure: true,
  ends: 'gone',
} as const

const HOT: [string, () => Promise<unknown>][] = [
  ['a new webhook', () => store.webhooks.add(HOOK)],
  ['whose key it is', () => store.apiKeys.behind('d', 1)],
  ['that it was used', () => store.apiKeys.used('k', 1)],
  ['the keys of a site', () => store.apiKeys.list('daily', 1)],
  ['the keys that somebody made', () => store.apiKeys.madeBy(1, 1)],
  ['to end a key', () => store.apiKeys.remove('k', 'daily')],
  ['the webhooks of a site', () => store.webhooks.list('daily')],
  ['one of them', () => store.webhooks.find('w', 'daily')],
  [
    'to change it',
    () => store.webhooks.change('w', 'daily', { name: null, events: null, url: null, token: null, state: 'paused' }),
  ],
  ['its next secret', () => store.webhooks.rotate('w', 'daily', 1, 2)],
  ['whether there is something to deliver', () => store.deliveries.isDue(1)],
  ['whether anybody is told', () => store.deliveries.isAnybodyTold()],
  ['to take it', () => store.deliveries.claim(1, 2, 8)],
  ['what there is', () => store.deliveries.due('w', 1, 20)],
  ['what it is about', () => store.deliveries.about('daily', 1, 1)],
  ['what came of it', () => store.deliveries.note(DELIVERY, TRIED, 1)],
  ['to give it back', () => store.deliveries.release('w', 2, 0)],
  ['a test', () => store.deliveries.test('w', 1)],
  ['what was delivered', () => store.deliveries.list('w')],
  ['to send it again', () => store.deliveries.again('w', 1, 1)],
  ['to send all again', () => store.deliveries.againAll('w', 1, 1)],
  ['to send what waits now', () => store.deliveries.hurry('w', 1)],
  ['to forget what is old', () => store.deliveries.forget(9)],
  ['to remove one', () => store.webhooks.remove('w', 'daily')],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
