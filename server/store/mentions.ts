import { type SQL, sql } from 'drizzle-orm/sql'
import type { Called } from '../comments/mentions.ts'
import { type Engine, json } from './engine.ts'
import { articleIdAt, PUBLISHED } from './visible.ts'

/** The thread of a page, or that of a comment. */
type In = { site: string; key: string } | { comment: number }

/** Whom comments call by name. */
export const mentionsStore = (engine: Engine) => ({
  /** Who wrote these comments under a name, as far as they are public and of this thread; the others lead to nobody. */
  async people(where: In, ids: readonly number[]): Promise<Called[]> {
    const article =
      'key' in where
        ? articleIdAt(where.site, where.key)
        : sql`(SELECT article_id FROM comments WHERE id = ${where.comment})`
    // Where others are moving to, they may have gone ahead.
    return engine.all<Called>(
      sql`SELECT c.author_id AS author, c.name FROM articles a CROSS JOIN json_each(${json(ids)}) asked
        CROSS JOIN comments c ON c.id = asked.value
        WHERE a.id = ${article} AND +c.article_id IN (a.id, a.moving_to) AND ${PUBLISHED} AND c.name IS NOT NULL`,
    )
  },

  /** Whom a comment calls already, each by the name of the newest comment in the thread. */
  async of(comment: number): Promise<Called[]> {
    return engine.all<Called>(
      sql`SELECT m.author_id AS author, newest.name FROM mentions m CROSS JOIN comments called ON called.id = m.comment_id
        CROSS JOIN comments newest ON newest.id = (SELECT max(c.id) FROM comments c WHERE c.author_id = m.author_id
          AND c.article_id = called.article_id AND c.status = 'published')
        WHERE m.comment_id = ${comment} AND newest.name IS NOT NULL`,
    )
  },
})

/** Keeps whom the comment `c` calls, where it stands. */
export const mentionsWritten = (comment: number, authors: readonly number[], stands: SQL): SQL[] =>
  authors.length === 0
    ? []
    : [
        sql`INSERT INTO mentions (comment_id, author_id) SELECT c.id, called.value
          FROM comments c CROSS JOIN json_each(${json(authors)}) called WHERE c.id = ${comment} AND ${stands}
          ON CONFLICT DO NOTHING`,
      ]
