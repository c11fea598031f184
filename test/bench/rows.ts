import { sql } from 'drizzle-orm'
import { LIMITS } from '../../server/contract.ts'
import { openFile } from '../../server/store/open-file.ts'
import { createStore, type Store } from '../../server/store/store.ts'
import { isSlow, plansOf, recording } from '../store/query-plans.ts'
import { type Run, SMALL } from './run.ts'
import { seededFile } from './seed/kept.ts'
import { MONA, SITE } from './seed/seed.ts'
import { THREADS } from './seed/threads.ts'
import { openSeededD1 } from './seeded-d1.ts'
import type { Table } from './table.ts'

/** What the hot paths read of D1, by D1's own count in workerd, and by which plans the queries are answered. */
export async function measureRows({ table, arePlansAsked }: Run): Promise<void> {
  const { store, cost } = await openSeededD1()
  const file = `file:${await seededFile(SMALL)}`
  const driver = recording(await openFile(file))
  const onFile = createStore(driver)
  const known = await look(onFile)
  const steps: string[] = []

  for (const { what, does, hold } of WORK) {
    const { answer, rowsRead, statements } = await cost(() => does(store, known))
    hold(table, what, { comments: answer, rowsRead, statements })
    driver.asked.length = 0
    await does(onFile, known)
    const plans = await plansOf(file, driver.asked)
    if (arePlansAsked) for (const plan of plans) table.remark(plan.join(' · '))
    steps.push(...plans.flat())
  }
  const figure = `${steps.filter(isSlow).length} of ${steps.length}`
  table.hold(
    'steps of their plans that scan a table or sort aside',
    steps.filter(isSlow).length,
    { atMost: 0 },
    { figure },
  )
  await store.close()
  await onFile.close()
}

interface Known {
  chain: number
  pending: { id: number; version: number }[]
}

/** Ids of the seed, which are the same in every database it fills. */
async function look({ engine }: Store): Promise<Known> {
  const [[chain], pending] = await engine.read<[{ id: number }, Known['pending'][number]]>(
    sql`SELECT c.id FROM comments c JOIN articles a ON a.id = c.article_id
      WHERE a.site_id = ${SITE} AND a.key = ${THREADS.chain.key} AND c.parent_id IS NULL`,
    sql`SELECT id, version FROM comments WHERE site_id = ${SITE} AND status = 'pending' ORDER BY id LIMIT ${LIMITS.rulings}`,
  )
  return { chain: chain!.id, pending }
}

interface Work {
  what: string
  /** Does it, and gives how many comments it was about. */
  does(store: Store, known: Known): Promise<number>
  hold(table: Table, what: string, cost: { comments: number; rowsRead: number; statements: number }): void
}

const perComment: Work['hold'] = (table, what, { comments, rowsRead }) =>
  table.ratio(`rows read, ${what}`, rowsRead, comments, '', { atMost: 6 })

const firstPage = (sort: 'newest' | 'oldest') => async (store: Store) => {
  const page = await store.threads.page(SITE, THREADS.tenThousand.key, { sort, limit: LIMITS.rootsPage })
  return page.comments.length
}

const WORK: Work[] = [
  { what: 'for each comment of a first page of 10,000', does: firstPage('newest'), hold: perComment },
  { what: 'the same, oldest first, where branches are longest', does: firstPage('oldest'), hold: perComment },
  {
    what: 'for each of a page of replies in a chain of 1,000',
    does: async ({ threads }, { chain }) => (await threads.replies(chain, LIMITS.repliesPage)).comments.length,
    hold: perComment,
  },
  {
    what: 'rows examined for a page of the queue',
    does: async ({ queue }, { pending }) =>
      (await queue.page(SITE, 'pending', LIMITS.queuePage, pending[300]!.id)).cases.length,
    hold: (table, what, { rowsRead }) => table.hold(what, rowsRead, { atMost: 500 }),
  },
  {
    what: 'for each of 500 rulings in bulk',
    async does({ rulings }, { pending }) {
      const asked = pending.map(
        ({ id, version }) => ({ id, ruling: 'approve', seen: version, reason: null, note: null }) as const,
      )
      return (await rulings.make(SITE, asked, { ruler: 'moderator', personId: MONA }, Date.now())).length
    },
    hold(table, what, cost) {
      perComment(table, what, cost)
      table.hold('statements for all of them', cost.statements, { atMost: 10 })
    },
  },
]
