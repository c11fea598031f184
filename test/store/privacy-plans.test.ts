import { afterAll, test } from 'vitest'
import { RETAINED } from '../../server/store/retention.ts'
import { openPlans } from './plan-stage.ts'

/** What retention and erasing ask of the database: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const ends = { refused: { daily: 1_800_000_000_000 }, evidence: { daily: 1_800_000_000_000 }, now: 1_800_000_000_000 }

const HOT: [string, () => Promise<unknown>][] = [
  ...RETAINED.map((kind): [string, () => Promise<unknown>] => [
    `looking through ${kind}`,
    () => store.retention.step(kind, 0, 100, ends),
  ]),
  ...(['refused', 'findings', 'editions', 'words', 'notes', 'reports', 'appeals'] as const).map(
    (kind): [string, () => Promise<unknown>] => [`taking away ${kind}`, () => store.retention.take(kind, [1, 2], ends)],
  ),
  ['how each kind stands', () => store.retention.state()],
  ['taking one on', () => store.retention.claim('notes', 1)],
  ['leaving one', () => store.retention.leave('notes', { position: 1, isDone: true, taken: 0 }, 1)],
  ['what waits to go', () => store.retention.waiting('daily', 100)],
  ['whoever has proved an address', () => store.erasing.byAddress(['daily'], 'ada@mail.example', 'd')],
  ['how much there is of somebody', () => store.erasing.weigh('daily', 1)],
  ['claims to an address', () => store.erasing.forgetClaims(['daily'], 'ada@mail.example')],
  ['whether somebody is of a site', () => store.erasing.isOn('daily', 1)],
  ['an erasure that is begun', () => store.erasures.begin(1, 'daily', 1, 1, 2)],
  ['whether one is left', () => store.erasures.isDue(1)],
  ['to go on with it', () => store.erasures.claim(1, 2)],
  ['who was erased', () => store.erasures.list('daily')],
  ['what is held', () => store.erasures.holds('daily')],
  ['a legal hold', () => store.erasing.hold('daily', 1, true)],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
