import { sql } from 'drizzle-orm'
import { readId, spellId } from '../comments/ids.ts'
import type { Engine } from './engine.ts'

export interface ArticleRow {
  id: number
  key: string
  url: string
  title: string | null
  is_closed: number
  revision: number
  comment_count: number
  vote_count: number
}

/** How many of a site's largest articles are looked through for words of a title. */
const LOOKED_THROUGH = 2_000

/** The columns of an article that reading it takes. */
export const ARTICLE = sql.raw('id, key, url, title, is_closed, revision, comment_count, vote_count')

/** The articles of a site, for the desk. */
export const articlesStore = (engine: Engine) => ({
  /** Every article of a site, those that moved included, by id after a given one. */
  async all(site: string, after: number, limit: number): Promise<ArticleRow[]> {
    return engine.all<ArticleRow>(
      sql`SELECT ${ARTICLE} FROM articles WHERE id > ${after} AND +site_id = ${site} ORDER BY id LIMIT ${limit}`,
    )
  },

  /**
   * Articles with most comments first. With `q`, those whose key begins with it or, where it is no path, those among the
   * largest whose title or address has it somewhere.
   * @param after the cursor that the page before gave as `next`
   */
  async list(
    site: string,
    { q, after, limit }: { q?: string | undefined; after?: string | undefined; limit: number },
  ): Promise<{ rows: ArticleRow[]; next: string | null }> {
    const cursor = after === undefined ? null : readCursor(after)
    if (q !== undefined && /^[/=]/.test(q)) {
      const rows = await engine.all<ArticleRow>(
        sql`SELECT ${ARTICLE} FROM articles WHERE site_id = ${site} AND key >= ${q} AND key < ${`${q}\u{10ffff}`}
          AND moved_to IS NULL ORDER BY key LIMIT ${limit}`,
      )
      return { rows, next: null }
    }
    if (q !== undefined) {
      const rows = await engine.all<ArticleRow>(
        sql`SELECT ${ARTICLE} FROM (SELECT ${ARTICLE} FROM articles WHERE site_id = ${site} AND moved_to IS NULL
            ORDER BY comment_count DESC, id DESC LIMIT ${LOOKED_THROUGH})
          WHERE instr(lower(coalesce(title, '') || ' ' || url), lower(${q})) > 0 LIMIT ${limit}`,
      )
      return { rows, next: null }
    }
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

function readCursor(text: string): { count: number; id: number } | null {
  const [, count, spelt] = /^(\d{1,12})-(\w+)$/.exec(text) ?? []
  const id = spelt === undefined ? null : readId(spelt)
  return id === null ? null : { count: Number(count), id }
}
