import { sql } from 'drizzle-orm/sql'
import type { ReportReason } from '../contract.ts'
import { type Engine, json } from './engine.ts'
import { authorMade } from './posting.ts'
import { stubsFollow } from './rulings.ts'
import { PUBLISHED } from './visible.ts'

/** The rule by which a comment is taken back when enough readers have reported it. */
export const REPORTED_OFTEN = 'reportedOften'

export interface NewReport {
  id: number
  comment: number
  site: string
  reason: ReportReason
  words: string | null
  at: number
  /** How many open reports take the comment back; 0 for never. */
  toHold: number
}

export const reportsStore = (engine: Engine) => ({
  /**
   * Keeps a reader's report of a published comment of somebody else, once for each comment and reader. What a moderator
   * has found fine is answered at once, until the text is another. With the report that makes them enough, the comment
   * waits: the rules' ruling, its log row and its finding are part of the same batch. What staff wrote stays.
   * @param author the reader's author, and whether it is made now
   * @returns the reason that is kept, of a second report the first one's; null where there is nothing to report
   */
  async add(
    report: NewReport,
    author: { id: number; tokenHash: string; isNew: boolean },
  ): Promise<ReportReason | null> {
    const { id, comment, site, reason, words, at, toHold } = report
    const reportable = sql`c.id = ${comment} AND +c.site_id = ${site} AND ${PUBLISHED} AND c.author_id <> s.author_id
      AND s.token_hash = ${author.tokenHash} AND s.site_id = ${site}`
    const wasFound = sql`EXISTS (SELECT 1 FROM reports old WHERE old.comment_id = c.id AND old.reason = ${reason}
      AND old.outcome = 'fine' AND old.settled_at >= coalesce(c.edited_at, 0))`
    const isNews = sql`EXISTS (SELECT 1 FROM reports news WHERE news.id = ${id} AND news.comment_id = c.id)`
    const isHeld = sql`r.comment_id = ${comment} AND r.ruling = 'hold' AND r.at = ${at}`
    const ids = json([comment])
    const results = await engine.write([
      ...(author.isNew ? authorMade({ id: author.id, site, name: null, tokenHash: author.tokenHash, at }) : []),
      sql`INSERT INTO reports (id, comment_id, author_id, reason, words, created_at, settled_at, outcome)
        SELECT ${id}, c.id, s.author_id, ${reason}, ${words}, ${at}, CASE WHEN ${wasFound} THEN ${at} END,
          CASE WHEN ${wasFound} THEN 'fine' END
        FROM comments c CROSS JOIN sessions s WHERE ${reportable}
        ON CONFLICT (comment_id, author_id) DO NOTHING`,
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler, rule,
          text_digest, at)
        SELECT c.site_id, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + 1, c.id, c.version + 1,
          'hold', c.status, 'pending', 'reported', 'rules', ${REPORTED_OFTEN}, c.text_digest, ${at}
        FROM comments c WHERE c.id = ${comment} AND +c.site_id = ${site} AND ${PUBLISHED} AND ${toHold} > 0
          AND c.open_reports >= ${toHold} AND (SELECT w.kind FROM authors w WHERE w.id = c.author_id) <> 'staff' AND ${isNews}`,
      sql`INSERT INTO findings (comment_id, version, rule, verdict, reason, detail)
        SELECT c.id, r.version, r.rule, 'hold', 'reported', c.open_reports || ' readers'
        FROM comments c CROSS JOIN rulings r ON r.comment_id = c.id AND r.version IN (c.version, c.version + 1)
        WHERE c.id = ${comment} AND ${isHeld}
          AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.comment_id = c.id AND f.version = r.version)`,
      sql`UPDATE comments SET status = 'pending', version = version + 1,
          is_shown = EXISTS (SELECT 1 FROM comments child WHERE child.parent_id = comments.id AND child.is_shown = 1)
        WHERE id = ${comment} AND EXISTS (SELECT 1 FROM rulings r
          WHERE r.version = comments.version + 1 AND ${isHeld})`,
      ...stubsFollow(ids),
      sql`SELECT reason FROM reports WHERE comment_id = ${comment}
        AND author_id = (SELECT author_id FROM sessions WHERE token_hash = ${author.tokenHash} AND site_id = ${site})`,
    ])
    return (results.at(-1)![0] as { reason: ReportReason } | undefined)?.reason ?? null
  },
})
