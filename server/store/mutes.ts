import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { LIMITS, type OwnMutes } from '../contract.ts'
import type { ActingAs } from '../people/as-author.ts'
import type { Engine } from './engine.ts'
import { authorMade } from './posting.ts'
import { PUBLISHED } from './visible.ts'

/** Whom readers do not wish to read. */
export const mutesStore = (engine: Engine) => ({
  /**
   * Mutes the author of a published comment for a reader. False where there is no such comment, it is the reader's own or
   * staff's, or the reader has muted as many as one may.
   */
  async add({ comment, site, at }: { comment: number; site: string; at: number }, as: ActingAs): Promise<boolean> {
    const mutable = sql`c.id = ${comment} AND c.site_id = ${site} AND ${PUBLISHED} AND c.author_id <> s.author_id
      AND s.token_hash = ${as.tokenHash} AND s.site_id = ${site}`
    const results = await engine.write([
      ...(as.isNew ? authorMade({ id: as.id, site, name: null, tokenHash: as.tokenHash, at }) : []),
      sql`INSERT INTO mutes (author_id, muted_id, comment_id, created_at)
        SELECT s.author_id, c.author_id, c.id, ${at} FROM comments c CROSS JOIN sessions s
        WHERE ${mutable} AND (SELECT kind FROM authors WHERE id = c.author_id) <> 'staff'
          AND (SELECT count(*) FROM mutes WHERE author_id = s.author_id) < ${LIMITS.mutes}
        ON CONFLICT DO NOTHING`,
      sql`SELECT 1 FROM comments c CROSS JOIN sessions s
        CROSS JOIN mutes m ON m.author_id = s.author_id AND m.muted_id = c.author_id WHERE ${mutable}`,
    ])
    return results.at(-1)!.length > 0
  },

  /** Takes a mute back, by the comment at which it was made or by any published one of the same author. */
  async remove(author: number, comment: number): Promise<void> {
    await engine.write([
      sql`DELETE FROM mutes WHERE author_id = ${author} AND (comment_id = ${comment}
        OR muted_id = (SELECT c.author_id FROM comments c WHERE c.id = ${comment} AND ${PUBLISHED}))`,
    ])
  },

  /** Why the author of a comment could not be muted: staff, or the list is full; else the comment or the reader is gone. */
  async obstacle(comment: number, tokenHash: string): Promise<'staff' | 'full' | null> {
    const row = await engine.first<{ kind: string; muted: number }>(
      sql`SELECT author.kind, (SELECT count(*) FROM sessions s CROSS JOIN mutes m ON m.author_id = s.author_id
          WHERE s.token_hash = ${tokenHash}) AS muted
        FROM comments c CROSS JOIN authors author ON author.id = c.author_id WHERE c.id = ${comment}`,
    )
    if (row?.kind === 'staff') return 'staff'
    return row && row.muted >= LIMITS.mutes ? 'full' : null
  },

  /** Whether the reader of a token has muted somebody at this comment. */
  async isMadeAt(tokenHash: string, comment: number): Promise<boolean> {
    const row = await engine.first(
      sql`SELECT 1 FROM sessions s CROSS JOIN mutes m ON m.author_id = s.author_id
        WHERE s.token_hash = ${tokenHash} AND m.comment_id = ${comment}`,
    )
    return row !== undefined
  },

  /** Whom an author has muted, by the comment at which it was done. */
  async list(author: number): Promise<OwnMutes> {
    const rows = await engine.all<{ comment_id: number; name: string | null; created_at: number }>(
      sql`SELECT m.comment_id, m.created_at, CASE c.status WHEN 'published' THEN c.name END AS name
        FROM mutes m CROSS JOIN comments c ON c.id = m.comment_id
        WHERE m.author_id = ${author} ORDER BY m.muted_id DESC LIMIT ${LIMITS.mutes}`,
    )
    return { mutes: rows.map(row => ({ comment: spellId(row.comment_id), name: row.name, at: row.created_at })) }
  },
})
