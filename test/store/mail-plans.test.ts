import { afterAll, test } from 'vitest'
import type { LetterRow } from '../../server/store/outbox.ts'
import { openPlans } from './plan-stage.ts'

/** What the outbox asks of the database. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const LETTER = {
  ...{ site: 'daily', kind: 'digest', to: { to: 'Mona@example.org', subject: 'mona@example.org' } },
  ...{ payload: {}, at: 1 },
}
const ROW: LetterRow = {
  ...{ id: 1, site_id: 'daily', kind: 'digest', address: 'Mona@example.org', address_key: 'mona@example.org' },
  ...{ mailbox: 'mona@example.org', payload: '{}', lang: '', is_urgent: 0, at: 1, ends_at: null, next_at: 1, tries: 1 },
  ...{ tried_at: 1, outcome: null, error: null, done_at: null, message_id: 'm', leased_until: 2 },
}

const HOT: [string, () => Promise<unknown>][] = [
  ['a letter', () => store.outbox.put(LETTER, { ...LETTER, site: null })],
  ['whether one is due', () => store.outbox.state(1)],
  ['to take some', () => store.outbox.claim(1, 2, 0, '', 20)],
  ['to take some of the next sites', () => store.outbox.claim(1, 2, 1, 'daily', 20)],
  ['what came of a try', () => store.outbox.note(ROW, { nextAt: null, outcome: 'sent', error: null }, 1)],
  ['to give them back', () => store.outbox.release([ROW])],
  ['to put a site off', () => store.outbox.putOff('daily', 1, 2)],
  ['what holds a letter back', () => store.outbox.standing(ROW, ['d'], 1, { hour: 9, day: 9, here: 9, everywhere: 9 })],
  ['how the mail server does', () => store.mailState.server()],
  ['that it took none', () => store.mailState.failed('x', 1, 2)],
  [
    'an address that gets no mail',
    () => store.mailState.suppress({ digest: 'd', site: 'daily', shown: 'a', reason: 'bounced', error: null, at: 1 }),
  ],
  ['those of a site', () => store.mailState.suppressed('daily')],
  ['to let mail go there again', () => store.mailState.lift('daily', 'd')],
  ['to forget that it did not', () => store.mailState.liftAll(['d'])],
  ['a code that waits', () => store.claims.waiting('c', 'daily', 1)],
  ['who wishes a digest', () => store.digests.wish(1, 'daily')],
  ['what waits on a site', () => store.outboxDesk.waiting('daily')],
  ['what was given up', () => store.outboxDesk.dead('daily')],
  ['how much there is', () => store.outboxDesk.counts('daily')],
  ['to send some again', () => store.outboxDesk.again('daily', [1], 1)],
  ['to let some go', () => store.outboxDesk.drop('daily', [1], 1)],
  ['to forget what is old', () => store.outbox.forget({ dead: 9, others: 9 })],
  ['what goes to an address', () => store.outbox.toAddress('mona@example.org', ['daily'])],
  ['to forget an address', () => store.outbox.forgetAddress('mona@example.org', ['daily'])],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
