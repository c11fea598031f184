import { type SQL, sql } from 'drizzle-orm/sql'
import type { Closing } from '../articles/closing.ts'
import { readId, spellId } from '../comments/ids.ts'
import type { Engine } from './engine.ts'
import { articleIdAt } from './visible.ts'

export interface ArticleRow extends Closing {
  id: number
  key: string
  url: string
  title: string | null
  revision: number
  comment_count: number
  vote_count: number
  is_held: number
  slow_seconds: number
}

/** How many of a site's largest articles are looked through for words of a title. */
const LOOKED_THROUGH = 2_000

/** What an article is looked for by. */
export type Sought =
  | { by: 'key'; beginning: string }
  /** All of these must be in its title or address. */
  | { by: 'words'; words: string[] }

/** How comments are taken under an article. */
export interface Governed {
  isClosed?: boolean | undefined
  closesAt?: number | null | undefined
  isHeld?: boolean | undefined
  slowSeconds?: number | undefined
}

/** The columns of an article that reading it takes. */
export const ARTICLE = sql.raw(
  'id, key, url, title, is_closed, revision, comment_count, vote_count, closes_at, created_at, is_held, slow_seconds',
)

/** The articles of a site, for the desk. */
export const articlesStore = (engine: Engine) => ({
  /** Every article of a site, those that moved included, by id after a given one. */
  async all(site: string, after: number, limit: number): Promise<ArticleRow[]> {
    return engine.all<ArticleRow>(
      sql`SELECT ${ARTICLE} FROM articles WHERE id > ${after} AND +site_id = ${site} ORDER BY id LIMIT ${limit}`,
    )
  },

  /** Those that are sought: by key in its order, by words the largest first and among the largest only. */
  async found(site: string, sought: Sought, limit: number): Promise<ArticleRow[]> {
    if (sought.by === 'key') {
      const { beginning } = sought
      return engine.all<ArticleRow>(
        sql`SELECT ${ARTICLE} FROM articles WHERE site_id = ${site} AND key >= ${beginning}
          AND key < ${`${beginning}\u{10ffff}`} AND moved_to IS NULL ORDER BY key LIMIT ${limit}`,
      )
    }
    return engine.all<ArticleRow>(
      sql`SELECT ${ARTICLE} FROM (SELECT ${ARTICLE} FROM articles WHERE site_id = ${site} AND moved_to IS NULL
          ORDER BY comment_count DESC, id DESC LIMIT ${LOOKED_THROUGH})
        WHERE ${sql.join([sql`true`, ...sought.words.map(named)], sql` AND `)} LIMIT ${limit}`,
    )
  },

  /**
   * Changes how comments are taken under an article; what is not given stays.
   * @returns the article as it stands now; null where the site has none with this key
   */
  async govern(site: string, key: string, change: Governed): Promise<ArticleRow | null> {
    const { isClosed, closesAt, isHeld, slowSeconds } = change
    const set = [
      ...(isClosed === undefined ? [] : [sql`is_closed = ${isClosed ? 1 : 0}`]),
      ...(closesAt === undefined
        ? []
        : [sql`closes_at = ${closesAt}, revision = revision + (closes_at IS NOT ${closesAt})`]),
      ...(isHeld === undefined ? [] : [sql`is_held = ${isHeld ? 1 : 0}`]),
      ...(slowSeconds === undefined ? [] : [sql`slow_seconds = ${slowSeconds}`]),
    ]
    const [rows] = await engine.write([
      sql`UPDATE articles SET ${set.length > 0 ? sql.join(set, sql`, `) : sql`id = id`}
        WHERE id = ${articleIdAt(site, key)} RETURNING ${ARTICLE}`,
    ])
    return (rows![0] as unknown as ArticleRow) ?? null
  },

  /**
   * Articles with most comments first.
   * @param after the cursor that the page before gave as `next`
   */
  async list(
    site: string,
    { after, limit }: { after?: string | undefined; limit: number },
  ): Promise<{ rows: ArticleRow[]; next: string | null }> {
    const cursor = after === undefined ? null : readCursor(after)
    const beyond = cursor ? sql`AND (comment_count, id) < (${cursor.count}, ${cursor.id})` : sql``
    const rows = await engine.all<ArticleRow>(
      sql`SELECT ${ARTICLE} FROM articles WHERE site_id = ${site} AND moved_to IS NULL ${beyond}
        ORDER BY comment_count DESC, id DESC LIMIT ${limit + 1}`,
    )
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit ? `${last!.comment_count}-${spellId(last!.id)}` : null }
  },
})

/** Whether a title or an address has a word. SQLite knows the two cases of ASCII only: of other letters, try each case. */
function named(word: string): SQL {
  const lower = word.toWellFormed().toLowerCase()
  const text = sql.raw(`(coalesce(title, '') || ' ' || url)`)
  const inAnyCase = sql`instr(lower(${text}), ${lower}) > 0`
  if (/^[\0-\x7f]*$/.test(lower)) return inAnyCase
  const [first = '', ...rest] = lower
  const capital = first.toUpperCase() + rest.join('')
  return sql`(${inAnyCase} OR instr(${text}, ${capital}) > 0 OR instr(${text}, ${lower.toUpperCase()}) > 0
    OR instr(url, ${encodeURIComponent(lower)}) > 0)`
}

function readCursor(text: string): { count: number; id: number } | null {
  const [, count, spelt] = /^(\d{1,12})-(\w+)$/.exec(text) ?? []
  const id = spelt === undefined ? null : readId(spelt)
  return id === null ? null : { count: Number(count), id }
}
