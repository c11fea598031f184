import { sql } from 'drizzle-orm/sql'
import { ARTICLE, type ArticleRow } from './articles.ts'
import type { Engine } from './engine.ts'

/** A page whose readers wrote under another page's address. */
export interface LocationRow {
  id: number
  article_id: number
  key: string
  url: string
  title: string | null
  /** Comments that began a conversation there. */
  roots: number
}

/**
 * Whether an article's address is claimed by more pages than print, AMP and the like would account for, and than an
 * owner has found right.
 */
export const CLAIMED = sql.raw('location_count >= 3 AND location_count >= 2 * locations_accepted')

/** Pages that name another one's address as their canonical address. */
export const locationsStore = (engine: Engine) => ({
  /** The articles of a site that many pages claim to be, and that no owner has called right; those most claimed first. */
  async claimed(site: string, limit: number): Promise<ArticleRow[]> {
    return engine.all(
      sql`SELECT ${ARTICLE} FROM articles
        WHERE site_id = ${site} AND ${CLAIMED} ORDER BY location_count DESC LIMIT ${limit}`,
    )
  },

  /** The pages that claim an article, and what was written on each. */
  async of(article: number, limit: number): Promise<LocationRow[]> {
    return engine.all<LocationRow>(
      sql`SELECT l.id, l.article_id, l.key, l.url, l.title,
          (SELECT count(*) FROM comments c WHERE c.location_id = l.id AND c.parent_id IS NULL) AS roots
        FROM locations l WHERE l.article_id = ${article} ORDER BY l.key LIMIT ${limit}`,
    )
  },

  /** Takes a claim away; what was written on the page stays where it is. */
  async forget(id: number): Promise<void> {
    await engine.write([
      sql`UPDATE comments SET location_id = NULL WHERE location_id = ${id}`,
      sql`DELETE FROM locations WHERE id = ${id}`,
    ])
  },

  /** An owner finds it right that so many pages share an article; twice as many are told of again. */
  async accept(site: string, key: string): Promise<void> {
    await engine.write([
      sql`UPDATE articles SET locations_accepted = location_count WHERE site_id = ${site} AND key = ${key}`,
    ])
  },
})
