import { env } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { openD1 } from '../../server/store/open-d1.ts'
import { createStore, type Store } from '../../server/store/store.ts'
import { countingD1 } from './counting-d1.ts'
import { openWorkersStore } from './workers-store.ts'

/**
 * What the hot reads and writes cost on D1, by D1's own count of rows read: the cost follows the page, whatever the
 * size of the thread or the queue.
 */
let store: Store
const { d1, cost } = countingD1(env.DB)

/** So many comments under one article, a third of them roots, the rest replies to the root before. */
async function seed(article: number, key: string, count: number, status: 'published' | 'pending') {
  const first = article * 1_000_000
  const shown = status === 'published' ? 1 : 0
  await store.engine.write([
    sql`INSERT INTO articles (id, site_id, key, url, created_at) VALUES (${article}, 'daily', ${key}, 'https://daily.example/', 1)`,
    sql`INSERT INTO comments (id, site_id, article_id, parent_id, root_id, author_id, avatar, status, is_shown, text, tree,
        text_digest, created_at)
      WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})
      SELECT ${first} + i, 'daily', ${article}, CASE WHEN i % 3 = 0 THEN NULL ELSE ${first} + i - i % 3 END,
        ${first} + i - i % 3, 1, 1, ${status}, ${shown}, 'text', '[]', 'digest', i FROM n`,
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      SELECT 'daily', coalesce((SELECT max(seq) FROM rulings WHERE site_id = 'daily'), 0) + row_number() OVER (), id, 1,
        'post', 'none', status, 'rules', 'digest', 1 FROM comments WHERE article_id = ${article}`,
  ])
}

beforeAll(async () => {
  await openWorkersStore()
  store = createStore(openD1(d1))
  await store.sites.add({ id: 'daily', name: 'Daily', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  await store.engine.write([
    sql`INSERT INTO authors (id, site_id, kind, created_at) VALUES (1, 'daily', 'guest', 1)`,
    sql`INSERT INTO people (id, name, created_at) VALUES (1, 'Mona', 1)`,
    sql`INSERT INTO roles (person_id, site_id, role) VALUES (1, 'daily', 'moderator')`,
  ])
  await seed(1, '/small', 20, 'published')
  await seed(2, '/large', 10_000, 'published')
  await seed(3, '/waiting', 3_000, 'pending')
}, 60_000)

test.each(['newest', 'oldest'] as const)(
  'the first page of 10,000 comments, %s first, reads at most 6 rows for each one shown',
  async sort => {
    const { answer, rowsRead } = await cost(() => store.threads.page('daily', '/large', { sort, limit: 25 }))
    expect(answer.comments).toHaveLength(sort === 'newest' ? 73 : 75)
    expect(rowsRead / answer.comments.length).toBeLessThanOrEqual(6)
  },
)

test('a page in the middle of a large thread costs no more than its first', async () => {
  const middle = 2_000_000 + 5_001
  const { answer, rowsRead } = await cost(() =>
    store.threads.page('daily', '/large', { sort: 'newest', limit: 25, after: { value: 0, id: middle } }),
  )
  expect(rowsRead / answer.comments.length).toBeLessThanOrEqual(6)
})

/**
 * What each ruling pays on D1: itself as the call has it, its comment, itself on its way in, the comment that changes, the
 * CHECK on its status, its author's counts. What the public sees change also pays for its article: the revision read, the
 * revision and the count written.
 */
test.each([
  ['reject', 0, 6],
  ['approve', 500, 8],
] as const)(
  '500 rulings to %s in bulk cost what their rows cost, in at most 10 statements',
  async (ruling, skip, rows) => {
    const asked = Array.from({ length: 500 }, (_, n) => ({
      id: 3_000_000 + (skip + n) * 3,
      ruling,
      seen: 1,
      reason: null,
      note: null,
    }))
    const { answer, rowsRead, statements } = await cost(() =>
      store.rulings.make('daily', asked, { ruler: 'moderator', personId: 1 }, 2),
    )
    expect(answer).toHaveLength(500)
    expect(statements).toBeLessThanOrEqual(10)
    expect(rowsRead / 500).toBeLessThanOrEqual(rows + 0.1)
  },
)

test('a page of the queue examines at most 500 rows, and its counts stop at 101', async () => {
  const page = await cost(() => store.queue.page('daily', 'pending', 50, null))
  expect(page.answer.cases).toHaveLength(50)
  expect(page.rowsRead).toBeLessThanOrEqual(500)
  const counts = await cost(() => store.queue.counts('daily'))
  expect(counts.answer.pending).toBe(101)
  expect(counts.rowsRead).toBeLessThanOrEqual(500)
})

test('views are told and written by the article, at most 6 rows each, in one batch of two statements', async () => {
  const fresh = Array.from({ length: 100 }, (_, n) => ({
    site: 'daily',
    key: `/seen/${n}`,
    url: `https://daily.example/seen/${n}`,
    views: 2,
  }))
  const made = await cost(() => store.views.add(new Map([[1, 5]]), fresh, 1_800_000_000_000))
  expect(made.statements).toBe(2)
  const told = await cost(() =>
    store.views.of(
      'daily',
      fresh.map(({ key }) => key),
    ),
  )
  expect([...told.answer.values()].map(({ views }) => views)).toEqual(Array(100).fill(2))
  expect(told.rowsRead / 100).toBeLessThanOrEqual(6)
  const again = new Map([...told.answer.values()].map(({ id }) => [id, 1]))
  const added = await cost(() => store.views.add(again, [], 1_800_000_000_000))
  expect(added.statements).toBe(1)
  expect(added.rowsRead / 100).toBeLessThanOrEqual(6)
})

test('what must be known before a post is a handful of rows', async () => {
  const about = {
    site: 'daily',
    key: '/large',
    tokenHash: 'x',
    parent: 2_000_000,
    idempotencyKey: 'k',
    networks: [],
    domains: [],
    mentions: [],
    now: 0,
    likeness: 'l',
  }
  const { rowsRead } = await cost(() => store.posting.facts(about))
  expect(rowsRead).toBeLessThanOrEqual(10)
})
