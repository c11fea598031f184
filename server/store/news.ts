import { sql } from 'drizzle-orm/sql'
import { firstIdAt } from '../comments/ids.ts'
import { LIMITS, type NamedArticle, type News } from '../contract.ts'
import type { Engine } from './engine.ts'
import { ownCommentOf, TOLD_COLUMNS, type ToldRow } from './told.ts'
import { type CommentRow, commentOf, OWN_COLUMNS, PUBLIC_COLUMNS, PUBLISHED } from './visible.ts'

/** How long something is new that nobody has looked at, in ms: who comes back after a year is not met by a number. */
const NEW_MS = 30 * 24 * 3_600_000
/** Own comments that are walked, the newest, and answers to each of them. */
const WALKED = 100
const ANSWERS = 20

/** The author's newest comments. */
const mine = (author: number) =>
  sql`(SELECT id FROM comments INDEXED BY comments_of_author WHERE author_id = ${author} ORDER BY id DESC LIMIT ${WALKED})`

/** Answers of others to these, from a time of writing on: the newest of each that can be read, and whom the author has not muted. */
const answers = (author: number, writtenSince: number) =>
  sql`${mine(author)} walked CROSS JOIN comments c ON c.id IN (SELECT k.id FROM comments k
      WHERE k.parent_id = walked.id AND k.is_shown = 1 AND k.id >= ${firstIdAt(writtenSince)} ORDER BY k.id DESC LIMIT ${ANSWERS})
    AND ${PUBLISHED} AND +c.author_id <> ${author}
    AND NOT EXISTS (SELECT 1 FROM mutes m WHERE m.author_id = ${author} AND m.muted_id = c.author_id)`

/** When the comment `c` could first be read here: one that came from another system, when it was written. */
export const READABLE_AT = sql.raw(`coalesce((SELECT min(r.at) FROM rulings r WHERE r.comment_id = c.id
  AND r.to_status = 'published' AND r.from_status <> 'published' AND r.ruling <> 'import'), c.created_at)`)

/** The last decision of others on each of these that still stands; how a comment was judged when it came its author has seen. */
const decisions = (author: number) =>
  sql`${mine(author)} walked CROSS JOIN comments c ON c.id = walked.id AND c.status <> 'withdrawn'
    CROSS JOIN rulings d ON d.comment_id = c.id AND d.version = (SELECT max(r.version) FROM rulings r
      WHERE r.comment_id = c.id AND r.ruler <> 'author' AND r.from_status <> 'none'
        AND (r.from_status <> r.to_status OR r.ruling = 'decline')) AND d.to_status = c.status`

const isNewAt = (seen: number, now: number) => Math.max(seen, now - NEW_MS)

type Told = Pick<CommentRow, 'id'> & NamedArticle & { at: number }

/** What readers are told of their own: answers to what they wrote, and what was decided about it. Nothing is stored for it. */
export const newsStore = (engine: Engine) => ({
  /** How much of it is new to an author, up to 100. */
  async count(author: number, now: number): Promise<number> {
    const since = now - NEW_MS
    const row = await engine.first<{ fresh: number }>(
      sql`SELECT (SELECT count(*) FROM ${answers(author, since)}
            AND ${READABLE_AT} > max(a.news_seen_at, ${since}))
          + (SELECT count(*) FROM ${decisions(author)} AND d.at > max(a.news_seen_at, ${since})) AS fresh
        FROM authors a WHERE a.id = ${author}`,
    )
    return Math.min(row?.fresh ?? 0, LIMITS.newCounted)
  },

  /**
   * The newest of it.
   * @param linkTo the address where a comment that others can read is found
   */
  async list(author: number, now: number, linkTo: (comment: { id: string }) => string): Promise<News> {
    const [seen, told, decided] = await engine.read<
      [
        { news_seen_at: number },
        CommentRow & Told & { ruling?: never },
        CommentRow & ToldRow & Told & { ruling: string; outcome: 'granted' | 'declined' | null },
      ]
    >(
      sql`SELECT news_seen_at FROM authors WHERE id = ${author}`,
      sql`SELECT ${PUBLIC_COLUMNS}, a.key, a.title, a.url, ${READABLE_AT} AS at
        FROM ${answers(author, 0)} CROSS JOIN articles a ON a.id = c.article_id`,
      sql`SELECT ${OWN_COLUMNS}, ${TOLD_COLUMNS}, a.key, a.title, a.url, d.at, d.ruling,
          (SELECT p.outcome FROM appeals p WHERE p.comment_id = c.id AND p.decided_at = d.at) AS outcome
        FROM ${decisions(author)} CROSS JOIN articles a ON a.id = c.article_id`,
    )
    const since = isNewAt(seen[0]?.news_seen_at ?? 0, now)
    const common = ({ key, title, url, at }: Told) => ({ article: { key, title, url }, at, isNew: at > since })
    // Only what is told is read in full.
    const newest = [...told, ...decided].sort((a, b) => b.at - a.at).slice(0, LIMITS.news)
    return {
      news: newest.map(row => {
        if (row.ruling === undefined) {
          const comment = commentOf(row)
          return { kind: 'reply', ...common(row), comment, permalink: linkTo(comment) }
        }
        const kind = row.outcome ?? (row.ruling === 'restore' && row.status === 'published' ? 'restored' : 'decided')
        const comment = ownCommentOf(row)
        const permalink = row.status === 'published' ? linkTo(comment) : null
        return { kind, ...common(row), comment, permalink }
      }),
    }
  },

  /** The author has looked at what there was until a time. */
  async see(author: number, until: number): Promise<void> {
    await engine.write([sql`UPDATE authors SET news_seen_at = max(news_seen_at, ${until}) WHERE id = ${author}`])
  },
})
