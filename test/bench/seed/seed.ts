import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { languageOf } from '../../../server/comments/language.ts'
import { json } from '../../../server/store/engine.ts'
import { searchRow } from '../../../server/store/search.ts'
import type { Store } from '../../../server/store/store.ts'
import { BEGIN, type Seed, type TownComment, town } from './town.ts'

/** The seeded site, where its pages are, and who moderates it. */
export const SITE = 'daily'
export const HOST = 'https://daily.example'
export const MONA = 1

/** Rows in one statement: as JSON they stay below what D1 takes as one parameter. */
const TOGETHER = 1000
/** How many published comments a moderator takes away in the end: where they have replies, a stub stays. */
const REMOVED = 200

/** The address of a thread's page in the API. */
export const threadPath = (key: string, query: Record<string, string> = {}) =>
  `/api/threads?${new URLSearchParams({ site: SITE, url: HOST + key, ...query })}`

type Row = (string | number | null)[]

/** What a row of each table holds, in this order; a table stands behind those it refers to. */
const COLUMNS = {
  articles: 'id, site_id, key, url, title, created_at',
  authors: 'id, site_id, kind, name, created_at',
  sessions: 'token_hash, site_id, author_id, created_at, seen_at',
  comments: `id, site_id, article_id, parent_id, root_id, author_id, name, avatar, status, is_shown, version, text, tree,
    likeness, salt, text_digest, idempotency_key, request_digest, created_at, lang, is_reviewed`,
  search: 'rowid, site, words',
  rulings: `site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler, person_id, text_digest, at`,
  findings: 'comment_id, version, rule, verdict, reason',
} as const
type Rows = Partial<Record<keyof typeof COLUMNS, Row[]>>

/** Fills a migrated store with a town's comments. Every count is kept by the triggers that keep it in life. */
export async function seed(store: Store, asked: Seed): Promise<void> {
  const { articles, authors, comments } = town(asked)
  const settings = { holds: 'none' } as const
  await store.sites.add({ id: SITE, name: 'The Daily', origins: [HOST], settings, isDemo: false, createdAt: BEGIN })
  await store.people.ensure(MONA, 'Mona', BEGIN)
  await store.people.grant(MONA, [SITE], 'moderator')
  for (const some of batches(articles)) {
    await insert(store, { articles: some.map(({ id, key }) => [id, SITE, key, HOST + key, `About ${key}`, BEGIN]) })
  }
  for (const some of batches(authors)) {
    await insert(store, {
      authors: some.map(({ id, name }) => [id, SITE, 'guest', name, BEGIN]),
      sessions: some.map(({ id }) => [hashed(`token of ${id}`), SITE, id, BEGIN, BEGIN]),
    })
  }
  const log = { length: 0 }
  for (const some of batches(comments())) await insert(store, rowsOf(some, log))
  await removeSome(store)
}

/** The rows of comments, with their findings and their lines in the log. */
function rowsOf(comments: TownComment[], log: { length: number }) {
  const rows = { comments: [] as Row[], search: [] as Row[], rulings: [] as Row[], findings: [] as Row[] }
  for (const { id, article, parent, root, author, avatar, said, steps, at } of comments) {
    const { text, tree, likeness } = said
    const status = steps.at(-1)!.to
    const isShown = status === 'published' ? 1 : 0
    const salt = hashed(`salt of ${id}`)
    const digest = hashed(salt + text)
    rows.comments.push(
      [id, SITE, article.id, parent, root, author.id, author.name, avatar, status, isShown, steps.length].concat([
        text,
        tree,
        likeness,
        salt,
        digest,
        `key-${id}`,
        hashed(text),
        at,
        foundBy(text).lang,
        steps.some(({ ruler }) => ruler === 'moderator') ? 1 : 0,
      ]),
    )
    rows.search.push([id, ...foundBy(text).words])
    for (const [n, { ruling, from, to, reason, ruler }] of steps.entries()) {
      log.length += 1
      const person = ruler === 'moderator' ? MONA : null
      rows.rulings.push([SITE, log.length, id, n + 1, ruling, from, to, reason, ruler, person, digest, at + n * 60_000])
    }
    if (steps[0]!.to === 'pending') rows.findings.push([id, 1, 'firstComments', 'hold', 'first_comment'])
  }
  return rows
}

/** What a text is found by: a town says few things often. */
const found = new Map<string, { lang: string | null; words: string[] }>()
function foundBy(text: string) {
  const known = found.get(text)
  if (known) return known
  const [, site, words] = searchRow({ id: 0, site: SITE, text })
  const made = { lang: languageOf(text), words: [site, words] }
  found.set(text, made)
  return made
}

/** Takes away comments that have replies, as a moderator does. */
async function removeSome(store: Store): Promise<void> {
  const found = await store.engine.all<{ id: number; version: number }>(
    sql`SELECT id, version FROM comments WHERE site_id = ${SITE} AND status = 'published' AND parent_id IS NULL
      AND reply_count > 0 AND article_id IN (SELECT id FROM articles WHERE site_id = ${SITE} AND key LIKE '/news/%')
      ORDER BY id LIMIT ${REMOVED}`,
  )
  const asked = found.map(
    ({ id, version }) => ({ id, ruling: 'reject', seen: version, reason: 'off_topic', note: null }) as const,
  )
  await store.rulings.make(SITE, asked, { ruler: 'moderator', personId: MONA }, BEGIN)
}

async function insert(store: Store, rows: Rows): Promise<void> {
  const tables = Object.entries(rows).filter(([, some]) => some.length > 0)
  await store.engine.write(
    tables.map(([table, some]) => {
      const columns = COLUMNS[table as keyof Rows]
      const values = columns.split(',').map((_, at) => `value ->> ${at}`)
      return sql`INSERT INTO ${sql.raw(table)} (${sql.raw(columns)}) SELECT ${sql.raw(values.join())} FROM json_each(${json(some)})`
    }),
  )
}

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let some: T[] = []
  for (const item of items) {
    some.push(item)
    if (some.length < TOGETHER) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

const hashed = (text: string) => hash('sha256', text, 'base64url')
