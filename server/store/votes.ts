import { type SQL, sql } from 'drizzle-orm/sql'
import type { Vote, VoteCount } from '../contract.ts'
import { type Engine, json } from './engine.ts'
import { authorMade } from './posting.ts'
import { PUBLISHED } from './visible.ts'

/**
 * The lower bound of the score interval at 95 % (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927; z = 1.96), in millionths:
 * how large a share of all readers finds a comment helpful at the least, as far as its votes can tell.
 */
const WILSON = ((): SQL => {
  const votes = '(up_votes + down_votes)'
  return sql.raw(`CASE WHEN up_votes <= 0 THEN 0 ELSE CAST(1000000 *
    (1.0 * up_votes / ${votes} + 1.9208 / ${votes}
      - 1.96 * sqrt(1.0 * up_votes * down_votes / ${votes} + 0.9604) / ${votes})
    / (1 + 3.8416 / ${votes}) AS INTEGER) END`)
})()

/** Sets how helpful these comments are, after their votes have changed. */
export const helpfulnessOf = (comments: readonly number[]): SQL =>
  sql`UPDATE comments SET helpfulness = ${WILSON} WHERE id IN (SELECT value FROM json_each(${json(comments)}))`

export const votesStore = (engine: Engine) => ({
  /** How the votes on a comment stand. */
  async on(comment: number): Promise<{ up: number; down: number }> {
    const row = await engine.first<{ up: number; down: number }>(
      sql`SELECT up_votes AS up, down_votes AS down FROM comments WHERE id = ${comment}`,
    )
    return row ?? { up: 0, down: 0 }
  },

  /** How the votes on these comments stand, by id; what is not public on the site is left out. */
  async onAll(site: string, comments: readonly number[]): Promise<Map<number, VoteCount>> {
    const rows = await engine.all<VoteCount & { id: number }>(
      sql`SELECT c.id, c.up_votes AS up, c.down_votes AS down FROM json_each(${json(comments)}) asked
        CROSS JOIN comments c ON c.id = asked.value AND +c.site_id = ${site} AND ${PUBLISHED}`,
    )
    return new Map(rows.map(({ id, up, down }) => [id, { up, down }]))
  },

  /**
   * Sets a reader's vote on a published comment of somebody else; 0 takes it back. Gives how the votes stand, or null
   * where there is no such comment, or it is the reader's own.
   * @param author the reader's author, and whether it is made now
   */
  async set(
    vote: { comment: number; site: string; value: Vote; at: number },
    author: { id: number; tokenHash: string; isNew: boolean },
  ): Promise<{ up: number; down: number } | null> {
    const { comment, site, value, at } = vote
    const votable = sql`c.id = ${comment} AND c.site_id = ${site} AND ${PUBLISHED} AND c.author_id <> s.author_id
      AND s.token_hash = ${author.tokenHash} AND s.site_id = ${site}`
    const results = await engine.write([
      ...(author.isNew ? authorMade({ id: author.id, site, name: null, tokenHash: author.tokenHash, at }) : []),
      value === 0
        ? sql`DELETE FROM votes WHERE comment_id = ${comment}
            AND author_id = (SELECT s.author_id FROM comments c CROSS JOIN sessions s WHERE ${votable})`
        : sql`INSERT INTO votes (comment_id, author_id, value, created_at)
            SELECT c.id, s.author_id, ${value}, ${at} FROM comments c CROSS JOIN sessions s WHERE ${votable}
            ON CONFLICT (comment_id, author_id) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
      sql`UPDATE comments SET helpfulness = ${WILSON} WHERE id = (
          SELECT c.id FROM comments c CROSS JOIN sessions s WHERE ${votable})
        RETURNING up_votes AS up, down_votes AS down`,
    ])
    return (results.at(-1)![0] as { up: number; down: number } | undefined) ?? null
  },
})
