import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { archiveReader } from '../../server/store/archive-read.ts'
import { openD1 } from '../../server/store/open-d1.ts'
import { publishedReader } from '../../server/store/published.ts'
import { createStore, type Store } from '../../server/store/store.ts'
import { countingD1 } from './counting-d1.ts'
import { openWorkersStore } from './workers-store.ts'

/** What an export of a small site costs on D1 beside a large one, by D1's own count of rows read. */
let store: Store
const { d1, cost } = countingD1(env.DB)

/** So many comments of a site, each with its line in the log; both sites' ids lie among each other. */
async function seed(site: string, article: number, count: number) {
  await store.sites.add({ id: site, name: site, origins: [], settings: {}, isDemo: false, createdAt: 1 })
  await store.engine.write([
    sql`INSERT INTO authors (id, site_id, kind, created_at) VALUES (${article}, ${site}, 'guest', 1)`,
    sql`INSERT INTO articles (id, site_id, key, url, created_at) VALUES (${article}, ${site}, '/', 'https://daily.example/', 1)`,
    sql`INSERT INTO comments (id, site_id, article_id, root_id, author_id, avatar, status, is_shown, text, tree,
        text_digest, created_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
      SELECT i * 10 + ${article}, ${site}, ${article}, i * 10 + ${article}, ${article}, 1, 'published', 1, 'text', '[]', 'digest', i
      FROM n`,
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      SELECT ${site}, row_number() OVER (), id, 1, 'post', 'none', status, 'rules', 'digest', 1
      FROM comments WHERE article_id = ${article}`,
  ])
}

beforeAll(async () => {
  await openWorkersStore()
  store = createStore(openD1(d1))
  await seed('large', 1, 5_000)
  await seed('small', 2, 500)
}, 60_000)

async function count(pages: AsyncIterable<readonly unknown[]>): Promise<number> {
  let rows = 0
  for await (const page of pages) rows += page.length
  return rows
}

test('an archive of a site reads at most 8 rows for each row in it, whatever else there is', async () => {
  const { answer, rowsRead } = await cost(() => count(archiveReader(store.engine).site('small')))
  expect(answer).toBeGreaterThan(1_000)
  // Each of the ten tables beside a comment is asked for each comment.
  expect(rowsRead / answer).toBeLessThanOrEqual(8)
})

test('what is published is read with at most 3 rows for each comment', async () => {
  const { answer, rowsRead } = await cost(() => count(publishedReader(store.engine).comments('small')))
  expect(answer).toBe(500)
  expect(rowsRead / answer).toBeLessThanOrEqual(3)
})
