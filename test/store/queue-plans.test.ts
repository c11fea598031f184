import { afterAll, test } from 'vitest'
import { type Order, TABS, type Tab } from '../../server/contract.ts'
import type { Filters } from '../../server/store/tabs.ts'
import { openPlans } from './plan-stage.ts'

/** Every tab, filter and order of the queue, and what stands around a case: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const FILTERS: Filters[] = [
  {},
  { q: 'night ferry' },
  { article: '/' },
  { author: 7 },
  { language: 'fa' },
  { language: 'und' },
  { reason: 'spam' },
  { from: 1_800_000_000_000, until: 1_900_000_000_000 },
  { q: 'ferry', article: '/', author: 7, language: 'fa', reason: 'spam', from: 1, until: 2 },
]
const ORDERS: Order[] = ['oldest', 'newest', 'doubtful']
const asks = TABS.flatMap(tab =>
  FILTERS.flatMap(filters => ORDERS.map(order => [tab, JSON.stringify(filters), order, filters] as const)),
)

test.each(asks)('the tab %s with %s, %s first, walks indexes', async (tab, _, order, filters) => {
  await walksIndexes(() =>
    order === 'doubtful'
      ? store.doubts.block('daily', tab as Tab, 9, filters)
      : store.queue.page('daily', tab as Tab, 50, 9, filters, order),
  )
})

test.each<[string, () => Promise<unknown>]>([
  ['how the rules’ findings fared', () => store.doubts.fates('daily')],
  ['the newest number of the log', () => store.queueChanges.head('daily')],
  ['what has changed', () => store.queueChanges.since('daily', 0)],
  ['the counts of some tabs', () => store.queue.counts('daily', ['reported', 'appealed'])],
  ['an author’s record', () => store.authors.record('daily', 7)],
  ['an author’s comments', () => store.authors.comments(7, 9, 500)],
  ['an author’s other comments', () => store.surroundings.others(7, 9)],
  ['what says the same', () => store.surroundings.alike(7)],
  ['the answers to a comment', () => store.surroundings.answers(7)],
  ['whether the search is being filled', () => store.search.isFilling()],
  ['a batch into the search', () => store.search.fill(100)],
])('%s walks indexes', async (_, ask) => walksIndexes(ask))
