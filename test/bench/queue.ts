import { sql } from 'drizzle-orm'
import { LIMITS, type Tab } from '../../server/contract.ts'
import { openFile } from '../../server/store/open-file.ts'
import { createStore, type Store } from '../../server/store/store.ts'
import type { Filters } from '../../server/store/tabs.ts'
import { inTurn, timed } from './rounds.ts'
import { type Run, SMALL } from './run.ts'
import { seededFile } from './seed/kept.ts'
import { SITE } from './seed/seed.ts'
import { spell } from './table.ts'

/** A page of the desk's queue, with the counts on its tabs, where very many wait and where few do. */
export async function measureQueue({ table, rounds, large }: Run): Promise<void> {
  const [long, short] = [await openStoreOn(large), await openStoreOn({ ...SMALL, pending: 100 })]
  const measure = async (what: string, after: number | null, tab: Tab = 'pending', filters: Filters = {}) => {
    const [ours, theirs] = await inTurn(
      rounds * 40,
      () => timed(() => opensQueue(long, after, tab, filters)),
      () => timed(() => opensQueue(short, null)),
    )
    table.ratio(`${what}, against the first with 100 pending`, ours, theirs, 'ms', { atMost: 1.5 })
  }
  await measure(`first page of the queue, ${spell(large.pending)} pending of ${spell(large.comments)}`, null)
  const middle = await long.engine.first<{ id: number }>(
    sql`SELECT id FROM comments WHERE site_id = ${SITE} AND status = 'pending' ORDER BY id LIMIT 1 OFFSET ${large.pending / 2}`,
  )
  await measure('a page in the middle of it', middle!.id)
  await measure('what waits in one language', null, 'pending', { language: 'ru' })
  await measure('the first page of what nobody has reviewed', null, 'unreviewed')
  await measure('a search for two frequent words among all', null, 'all', { q: 'nobody asked' })
  await long.close()
  await short.close()
}

const openStoreOn = async (seed: Run['large']) => createStore(await openFile(`file:${await seededFile(seed)}`))

/** What the queue's route reads. */
async function opensQueue(
  { queue }: Store,
  after: number | null,
  tab: Tab = 'pending',
  filters: Filters = {},
): Promise<void> {
  const { cases } = await queue.page(SITE, tab, LIMITS.queuePage, after, filters)
  await queue.counts(SITE)
  if (cases.length !== LIMITS.queuePage) throw new Error(`The queue’s page has ${cases.length} cases.`)
}
