import { sql } from 'drizzle-orm/sql'
import { LIMITS, type NamedArticle, type OwnFollows } from '../contract.ts'
import type { ActingAs } from '../people/as-author.ts'
import type { Engine } from './engine.ts'
import { authorMade } from './posting.ts'
import { type CommentRow, commentOf, PUBLIC_COLUMNS, PUBLISHED, SHOWN } from './visible.ts'

/** A thread, or one conversation in it. */
export interface Followed {
  articleId: number
  /** 0 for the thread. */
  rootId: number
}

/** How many changes since the last look are walked for each thing that is followed. */
const WALKED = 2 * LIMITS.newCounted

/**
 * How many comments of others were published since the follow `f` was last looked at, and may be read: by the changes of
 * the article `a` where its thread is followed, by the newest answers where a conversation is. What was written earlier and
 * approved since is new, what was edited since is not.
 */
const FRESH = (() => {
  const count = (newest: string) => `(SELECT count(*) FROM (SELECT 1 FROM (${newest} LIMIT ${WALKED}) walked
    CROSS JOIN comments c ON c.id = walked.id
    WHERE c.status = 'published' AND c.changed_in > f.seen_in AND c.author_id <> f.author_id
      AND (c.created_at >= f.seen_at OR EXISTS (SELECT 1 FROM rulings r WHERE r.comment_id = c.id
        AND r.to_status = 'published' AND r.from_status <> 'published' AND r.at >= f.seen_at))
      AND NOT EXISTS (SELECT 1 FROM mutes m WHERE m.author_id = f.author_id AND m.muted_id = c.author_id)
    LIMIT ${LIMITS.newCounted}))`
  const thread = `SELECT id FROM comments WHERE article_id = a.id AND changed_in > f.seen_in ORDER BY changed_in DESC`
  const conversation = `SELECT id FROM comments
    WHERE root_id = f.root_id AND parent_id IS NOT NULL AND is_shown = 1 ORDER BY id DESC`
  return sql.raw(`CASE WHEN a.revision <= f.seen_in THEN 0
    WHEN f.root_id = 0 THEN ${count(thread)} ELSE ${count(conversation)} END AS fresh`)
})()

/** What readers follow: threads, and conversations in them. */
export const followsStore = (engine: Engine) => ({
  /**
   * Follows; again is no change. False where the reader follows as much as one may; what nobody sees any more, and the reader
   * could not leave, does not count.
   */
  async add({ articleId, rootId }: Followed, site: string, at: number, as: ActingAs): Promise<boolean> {
    const kept = sql`(SELECT count(*) FROM follows kept WHERE kept.author_id = s.author_id AND (kept.root_id = 0 OR EXISTS (
      SELECT 1 FROM comments c WHERE c.id = kept.root_id AND ${SHOWN})))`
    const results = await engine.write([
      ...(as.isNew ? authorMade({ id: as.id, site, name: null, tokenHash: as.tokenHash, at }) : []),
      sql`INSERT INTO follows (author_id, article_id, root_id, seen_in, seen_at, created_at)
        SELECT s.author_id, a.id, ${rootId}, a.revision, ${at}, ${at} FROM sessions s CROSS JOIN articles a
        WHERE s.token_hash = ${as.tokenHash} AND s.site_id = ${site} AND a.id = ${articleId} AND a.site_id = ${site}
          AND ${kept} < ${LIMITS.follows}
          AND (${rootId} = 0 OR NOT EXISTS (SELECT 1 FROM follows WHERE author_id = s.author_id AND root_id = ${rootId}))
        ON CONFLICT DO NOTHING`,
      sql`SELECT 1 FROM sessions s CROSS JOIN follows f ON f.author_id = s.author_id AND f.root_id = ${rootId}
        WHERE s.token_hash = ${as.tokenHash} AND s.site_id = ${site} AND (${rootId} > 0 OR f.article_id = ${articleId})`,
    ])
    return results.at(-1)!.length > 0
  },

  /** A conversation is told by its root alone: its article may have become another one since. */
  async remove(author: number, { articleId, rootId }: Followed): Promise<void> {
    const which = rootId > 0 ? sql`` : sql`AND article_id = ${articleId}`
    await engine.write([sql`DELETE FROM follows WHERE author_id = ${author} AND root_id = ${rootId} ${which}`])
  },

  /** The reader has looked: at one conversation, or at a thread and with it at all that is followed in it. */
  async see(author: number, { articleId, rootId }: Followed, at: number): Promise<void> {
    const which =
      rootId > 0
        ? sql`root_id = ${rootId}`
        : sql`(article_id = ${articleId} OR root_id IN (SELECT c.id FROM follows f CROSS JOIN comments c ON c.id = f.root_id
            WHERE f.author_id = ${author} AND c.article_id = ${articleId}))`
    await engine.write([
      sql`UPDATE follows SET seen_at = ${at}, seen_in = (SELECT revision FROM articles WHERE id = ${articleId})
        WHERE author_id = ${author} AND ${which}`,
    ])
  },

  /** All that an author follows, that of the newest articles first, with how much is new in each. */
  async list(author: number): Promise<OwnFollows> {
    const rows = await engine.all<CommentRow & NamedArticle & { followed: number; fresh: number }>(
      sql`SELECT f.root_id AS followed, a.key, a.title, a.url, ${PUBLIC_COLUMNS}, ${FRESH}
        FROM follows f LEFT JOIN comments c ON c.id = f.root_id AND ${SHOWN}
        CROSS JOIN articles a ON a.id = coalesce(c.article_id, f.article_id)
        WHERE f.author_id = ${author} AND (f.root_id = 0 OR c.id IS NOT NULL)
        ORDER BY f.article_id DESC, f.root_id DESC LIMIT ${LIMITS.follows}`,
    )
    return {
      follows: rows.map(row => ({
        article: { key: row.key, title: row.title, url: row.url },
        root: row.followed > 0 ? commentOf(row) : null,
        fresh: row.fresh,
      })),
    }
  },

  /**
   * The root that a comment shown on a site stands under, and the article of both; null where there is none.
   * @param isPublished whether its text must be public, too: a stub tells its conversation as well
   */
  async conversationOf(site: string, comment: number, isPublished: boolean): Promise<Followed | null> {
    const row = await engine.first<Followed>(
      sql`SELECT c.article_id AS articleId, c.root_id AS rootId FROM comments c
        WHERE c.id = ${comment} AND c.site_id = ${site} AND ${isPublished ? PUBLISHED : SHOWN}`,
    )
    return row ?? null
  },
})
