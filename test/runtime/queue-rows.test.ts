import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { TABS } from '../../server/contract.ts'
import { openD1 } from '../../server/store/open-d1.ts'
import { searchWrittenAll } from '../../server/store/search.ts'
import { createStore, type Store } from '../../server/store/store.ts'
import type { Filters } from '../../server/store/tabs.ts'
import { countingD1 } from './counting-d1.ts'
import { openWorkersStore } from './workers-store.ts'

/** What the queue costs on D1, by D1's own count of rows read, where few wait and where very many do. */
let store: Store
const { d1, cost } = countingD1(env.DB)
const SITES = { few: 100, many: 6_000 }

async function fill(site: string, base: number, waiting: number) {
  await store.engine.write([
    sql`INSERT INTO articles (id, site_id, key, url, created_at) VALUES (${base}, ${site}, '/', 'https://d.example/', 1)`,
    sql`INSERT INTO authors (id, site_id, kind, created_at) VALUES (${base}, ${site}, 'guest', 1)`,
    sql`INSERT INTO comments (id, site_id, article_id, root_id, author_id, avatar, status, is_shown, open_reports, text,
        tree, lang, likeness, text_digest, created_at)
      WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${2 * waiting - 1})
      SELECT ${base} + i, ${site}, ${base}, ${base} + i, ${base}, 1, CASE i % 2 WHEN 0 THEN 'pending' ELSE 'published' END,
        i % 2, i % 3 = 0, 'words', '[]', CASE i % 50 WHEN 0 THEN 'fa' ELSE 'en' END, 'same', 'd', i FROM n`,
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler,
        text_digest, at)
      SELECT ${site}, row_number() OVER (), id, 1, 'post', 'none', status, 'first_comment', 'rules', 'd', 1
      FROM comments WHERE site_id = ${site}`,
    sql`INSERT INTO findings (comment_id, version, rule, verdict, reason)
      SELECT id, 1, 'firstComments', 'hold', 'first_comment' FROM comments WHERE site_id = ${site} AND status = 'pending'`,
  ])
  const texts = Array.from({ length: 2 * waiting }, (_, n) => ({
    ...{ id: base + n, site, text: n % 50 === 0 ? 'ferry rare' : 'ferry', digest: 'd' },
  }))
  for (let n = 0; n < texts.length; n += 1_000) await store.engine.write(searchWrittenAll(texts.slice(n, n + 1_000)))
}

beforeAll(async () => {
  await openWorkersStore()
  store = createStore(openD1(d1))
  for (const [at, [site, waiting]] of Object.entries(SITES).entries()) {
    await store.sites.add({ id: site, name: site, origins: [], settings: {}, isDemo: false, createdAt: 1 })
    await fill(site, (at + 2) * 1_000_000, waiting)
  }
}, 120_000)

/** 500 comments are looked at, at the most; D1 counts each as the row of an index, of the table, and of the walk. */
const FILTERS: [string, Filters, number][] = [
  ['no filter', {}, 500],
  ['an article', { article: '/' }, 500],
  ['an author', { author: 3_000_000 }, 1_700],
  ['a frequent language', { language: 'en' }, 1_700],
  ['a rare language', { language: 'fa' }, 1_700],
  ['a reason', { reason: 'first_comment' }, 1_700],
  ['a reason that nothing has', { reason: 'hate' }, 3_500],
  ['a frequent word', { q: 'ferry' }, 1_700],
  ['a rare word', { q: 'rare' }, 1_700],
]
const asks = TABS.flatMap(tab => FILTERS.map(([name, filters, most]) => [tab, name, filters, most] as const))

test.each(asks)('a page of the tab %s with %s reads so many rows at the most', async (tab, _, filters, most) => {
  for (const after of [null, 3_003_000]) {
    const { rowsRead } = await cost(() => store.queue.page('many', tab, 50, after, filters))
    expect(rowsRead).toBeLessThanOrEqual(most)
  }
})

test('the doubtful are found among 250, with 250 lines of the log', async () => {
  const block = await cost(() => store.doubts.block('many', 'pending', null, {}))
  expect(block.answer.evidence).toHaveLength(250)
  expect(block.rowsRead).toBeLessThanOrEqual(1_500)
  expect((await cost(() => store.doubts.fates('many'))).rowsRead).toBeLessThanOrEqual(750)
})

test('to hear that nothing has changed costs next to nothing, and the tabs’ numbers stop at 101', async () => {
  const seq = await store.queueChanges.head('many')
  expect((await cost(() => store.queueChanges.since('many', seq))).rowsRead).toBeLessThanOrEqual(5)
  const counts = await cost(() => store.queue.counts('many'))
  expect(counts.answer).toMatchObject({ pending: 101, reported: 101, unreviewed: 101, published: 101, rejected: 0 })
  expect(counts.rowsRead).toBeLessThanOrEqual(500)
})

test('what stands around a case does not grow with its author, nor with a campaign', async () => {
  for (const ask of ['others', 'alike', 'answers'] as const) {
    const { rowsRead } = await cost(async () => store.surroundings[ask](3_005_000, null))
    expect([ask, rowsRead]).toEqual([ask, expect.any(Number)])
    expect(rowsRead).toBeLessThanOrEqual(260)
  }
})
