import { sql } from 'drizzle-orm/sql'
import type { Appeal, Comment, Reason } from '../contract.ts'
import { type CommentRow, commentOf } from './visible.ts'

/** The last ruling that changed the status of the comment `c`, newest first. */
const LAST_CHANGE = `r.comment_id = c.id AND r.from_status <> r.to_status ORDER BY r.version DESC LIMIT 1`

/** What an author is told of a comment of the author's own beside what everyone may know; the comment is `c`. */
export const TOLD_COLUMNS = sql.raw(`
  (SELECT r.reason FROM rulings r WHERE ${LAST_CHANGE}) AS why,
  (SELECT w.words FROM rulings r LEFT JOIN ruling_words w ON w.comment_id = r.comment_id AND w.version = r.version
    WHERE ${LAST_CHANGE}) AS words,
  (SELECT json_object('text', p.text, 'createdAt', p.created_at, 'outcome', p.outcome, 'decidedAt', p.decided_at,
    'words', p.words) FROM appeals p WHERE p.comment_id = c.id) AS appeal`)

export interface ToldRow {
  why: Reason | null
  words?: string | null
  /** JSON of its appeal. */
  appeal?: string | null
}

/**
 * An own comment as its author is told of it: taken for spam reads as refused; a reason where it was refused, or where it
 * waits for what a browser has not done.
 */
export function ownCommentOf(row: CommentRow & ToldRow): Comment {
  const isRefused = row.status === 'rejected' || row.status === 'spam'
  if (row.status === 'pending' && row.why === 'unproven') return { ...commentOf(row), reason: row.why }
  if (!isRefused) return commentOf(row)
  const appeal = row.appeal ? (JSON.parse(row.appeal) as Appeal) : null
  return { ...commentOf(row), status: 'rejected', reason: row.why, told: { words: row.words ?? null, appeal } }
}
