import { type SQL, sql } from 'drizzle-orm/sql'
import { searchErased } from './search.ts'

/** What stands beside comments, each with its comment: all of it speaks of the comment, or of who wrote it. */
const BESIDE = ['findings', 'editions', 'link_domains', 'appeals', 'mentions', 'notes', 'ruling_words', 'translations']

/**
 * The statements that take from comments all that was said: text, name, findings, earlier texts, what was said about them,
 * and what they are found by. The rows stay, so that what others have answered stands where it stood, and so does the log,
 * whose digests of the texts mean nothing without their salts.
 * @param these a query of the comments' ids, which must not depend on what stands beside them; the last statement gives
 *   those that were emptied
 */
export function emptied(these: SQL): SQL[] {
  return [
    ...BESIDE.map(table => sql`DELETE FROM ${sql.raw(table)} WHERE comment_id IN ${these}`),
    sql`UPDATE reports SET words = NULL WHERE comment_id IN ${these} AND words IS NOT NULL`,
    ...searchErased(sql`(SELECT json_group_array(id) FROM ${these})`),
    SEARCH_IS_DUE,
    sql`UPDATE comments SET text = '', tree = '[]', name = NULL, badge = NULL, avatar = 0, lang = NULL, likeness = NULL,
        salt = NULL, network = NULL, idempotency_key = NULL, request_digest = NULL, edited_at = NULL, edited_by = NULL
      WHERE id IN ${these} RETURNING id`,
  ]
}

/** The words of what was erased stand in the index until it is put together anew. */
const SEARCH_IS_DUE = sql`INSERT INTO retention (kind, taken) VALUES ('search', 1)
  ON CONFLICT (kind) DO UPDATE SET taken = taken + 1`
