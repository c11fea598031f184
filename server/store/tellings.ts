import { type SQL, sql } from 'drizzle-orm/sql'
import type { EmailAddress } from '../people/email-address.ts'
import { randomToken } from '../people/secrets.ts'
import { type Engine, json } from './engine.ts'
import { READABLE_AT } from './news.ts'
import type { OutboxRows } from './outbox.ts'
import { type CommentRow, commentOf, PUBLIC_COLUMNS, PUBLISHED } from './visible.ts'

/**
 * Rows of the log that are walked at once, and rows that are written for them at the most, if everybody who is told by mail on
 * the site is told of each: 5,000 take about 35 ms, for which nobody else writes.
 */
const WALKED = 500
const WRITTEN = 5_000
/** Comments that one digest can tell of, and how many of those that are too many are counted. */
const TOLD = 50

/** How far the log of a site was walked. */
export interface Walk {
  site_id: string
  seq: number
  /** How many are told by mail there, as far as they are counted. */
  told: number
}

/** A digest that is due. */
export interface DueDigest {
  id: number
  site_id: string
  mark: string
  address: string
  address_key: string
  lang: string
  due_at: number
}

/** A comment that a digest tells of. */
export interface ToldComment {
  comment: ReturnType<typeof commentOf>
  isReply: boolean
  article: { title: string | null; url: string; id: number }
}

/** That the mailing `m` is told of the comment `c`: it answers what its author wrote, or stands where its author follows. */
const isReply = sql`m.replies_since IS NOT NULL AND EXISTS (SELECT 1 FROM comments up
  WHERE up.id = c.parent_id AND up.author_id = m.author_id)`
const isFollowed = sql`m.follows_since IS NOT NULL AND EXISTS (SELECT 1 FROM follows f
  WHERE f.author_id = m.author_id AND f.is_unmailed = 0
    AND ((f.root_id = 0 AND f.article_id = c.article_id) OR f.root_id = c.root_id))`
/** That its author has seen it meanwhile: among the news, or where it is followed. */
const isSeen = sql`EXISTS (SELECT 1 FROM authors seen WHERE seen.id = m.author_id AND ${isReply} AND seen.news_seen_at >= ${READABLE_AT})
  OR EXISTS (SELECT 1 FROM follows f WHERE f.author_id = m.author_id AND f.seen_at > ${READABLE_AT}
    AND ((f.root_id = 0 AND f.article_id = c.article_id) OR f.root_id = c.root_id))`
/** That the mailing's author, or another author who is told at the same address, wrote it, or does not wish to read who did. */
const isNone = sql`EXISTS (SELECT 1 FROM mailings own WHERE own.site_id = m.site_id AND own.mark = m.mark
    AND own.author_id = c.author_id AND own.confirmed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM mutes WHERE mutes.author_id = m.author_id AND mutes.muted_id = c.author_id)`

/** What is to be told by mail: put down when a comment is published for the first time, and taken by the digest that tells of it. */
export const tellingsStore = (engine: Engine, letterRows: OutboxRows) => ({
  /**
   * Walks on through the log of a site and puts down whom each comment is told to that was published for the first time: a
   * comment that is published anew, edited or moved is not told again. Of two processes one does so.
   * @param dueAt when the digest of who waits for none goes at the earliest, and how long after the last one
   * @returns where to walk on, null where there is no more
   */
  async walk({ site_id: site, seq: from, told }: Walk, due: { at: number; every: number }): Promise<Walk | null> {
    const most = Math.max(1, Math.min(WALKED, Math.floor(WRITTEN / Math.max(1, told))))
    const row = await engine.first<{ seq: number | null; rows: number }>(
      sql`SELECT max(seq) AS seq, count(*) AS rows FROM (SELECT seq FROM rulings
        WHERE site_id = ${site} AND seq > ${from} ORDER BY seq LIMIT ${most})`,
    )
    if (!row || row.seq === null) return null
    const to = row.seq
    const walk = randomToken()
    const made = sql`r.site_id = ${site} AND r.seq > ${from} AND r.seq <= ${to} AND r.to_status = 'published'
      AND r.from_status <> 'published' AND r.ruling <> 'import'`
    const first = sql`NOT EXISTS (SELECT 1 FROM rulings before WHERE before.comment_id = r.comment_id
      AND before.version < r.version AND before.to_status = 'published')`
    const tell = (whom: SQL, since: SQL) =>
      sql`INSERT INTO tellings (mailing_id, comment_id) SELECT m.id, c.id
        FROM rulings r CROSS JOIN comments c ON c.id = r.comment_id ${whom}
        WHERE ${made} AND ${PUBLISHED} AND ${first} AND m.confirmed_at IS NOT NULL AND r.at >= ${since} AND NOT (${isNone})
          AND EXISTS (SELECT 1 FROM mailing_walks WHERE site_id = ${site} AND walk = ${walk})
        ON CONFLICT DO NOTHING`
    const followed = (which: SQL) =>
      tell(
        sql`CROSS JOIN follows f ON ${which} AND f.is_unmailed = 0 CROSS JOIN mailings m ON m.author_id = f.author_id`,
        sql`max(f.created_at, m.follows_since)`,
      )
    await engine.write([
      sql`UPDATE mailing_walks SET seq = ${to}, walk = ${walk} WHERE site_id = ${site} AND seq = ${from}`,
      tell(
        sql`CROSS JOIN comments up ON up.id = c.parent_id CROSS JOIN mailings m ON m.author_id = up.author_id`,
        sql`m.replies_since`,
      ),
      followed(sql`f.article_id = c.article_id AND f.root_id = 0`),
      followed(sql`f.root_id = c.root_id AND f.root_id > 0`),
      sql`UPDATE mailings SET due_at = max(${due.at}, coalesce(sent_at, 0) + ${due.every}) WHERE due_at IS NULL
        AND id IN (SELECT t.mailing_id FROM rulings r CROSS JOIN tellings t ON t.comment_id = r.comment_id WHERE ${made})`,
    ])
    return row.rows === most ? { site_id: site, seq: to, told } : null
  },

  /** How far the sites were walked where anybody is told by mail; where nobody is any more, that is forgotten. */
  async walks(): Promise<Walk[]> {
    return engine.all(
      sql`SELECT w.site_id, w.seq, (SELECT count(*) FROM (SELECT 1 FROM mailings m INDEXED BY mailings_confirmed
          WHERE m.site_id = w.site_id AND m.confirmed_at IS NOT NULL LIMIT ${WRITTEN})) AS told
        FROM mailing_walks w WHERE w.site_id >= '' ORDER BY w.site_id`,
    )
  },

  /** Forgets how far a site was walked, if nobody is told there by mail. */
  async endWalk(site: string): Promise<void> {
    await engine.write([
      sql`DELETE FROM mailing_walks WHERE site_id = ${site} AND NOT EXISTS (SELECT 1 FROM mailings m
        INDEXED BY mailings_confirmed WHERE m.site_id = ${site} AND m.confirmed_at IS NOT NULL)`,
    ])
  },

  /** The digests that are due, the longest waiting first. */
  async due(now: number, limit: number): Promise<DueDigest[]> {
    return engine.all(
      sql`SELECT m.id, m.site_id, m.mark, m.address, m.address_key, m.lang, m.due_at FROM mailings m
        INDEXED BY mailings_due WHERE m.due_at <= ${now} ORDER BY m.due_at LIMIT ${limit}`,
    )
  },

  /**
   * Puts a digest into the outbox with all that waits to be told at its address, which from then on does not. Of two processes
   * one does so, or none is told twice.
   * @param next when what has come meanwhile, or was too much for one digest, goes with the next one
   */
  async take(digest: DueDigest, now: number, next: number): Promise<boolean> {
    const { id, site_id: site, mark, due_at } = digest
    const group = sql`SELECT m.id FROM mailings m WHERE m.site_id = ${site} AND m.mark = ${mark}`
    const waiting = await engine.all<{ comment_id: number }>(
      sql`SELECT t.comment_id FROM tellings t WHERE t.mailing_id IN (${group}) LIMIT 1000`,
    )
    const comments = [...new Set(waiting.map(row => row.comment_id))].sort((a, b) => a - b)
    const to: EmailAddress = { to: digest.address, subject: digest.address_key }
    // The newest are told in full.
    const payload = { mark, comments: comments.slice(-TOLD), more: Math.max(0, comments.length - TOLD) }
    // Nobody else sees this time: the batch sets and takes it away.
    const mine = -crypto.getRandomValues(new Uint32Array(1))[0]! - 1
    const left = sql`iif(EXISTS (SELECT 1 FROM tellings t WHERE t.mailing_id = mailings.id), ${next}, NULL)`
    const isTaken = sql`EXISTS (SELECT 1 FROM mailings WHERE id = ${id} AND due_at = ${mine})`
    const results = await engine.write([
      sql`UPDATE mailings SET sent_at = ${now}, due_at = ${mine} WHERE id = ${id} AND due_at = ${due_at} RETURNING id`,
      ...(comments.length > 0
        ? letterRows([{ site, kind: 'follow_digest', to, payload, lang: digest.lang, at: now }], sql`changes() = 1`)
        : []),
      sql`DELETE FROM tellings WHERE mailing_id IN (${group}) AND ${isTaken}
        AND comment_id IN (SELECT value FROM json_each(${json(comments)}))`,
      sql`UPDATE mailings SET sent_at = ${now}, due_at = ${left} WHERE site_id = ${site} AND mark = ${mark} AND id <> ${id}
        AND ${isTaken}`,
      sql`UPDATE mailings SET due_at = ${left} WHERE id = ${id} AND due_at = ${mine}`,
    ])
    return results[0]!.length > 0
  },

  /** What a digest tells of, as it stands now: what may be read, is not by whom it is told to, is still wished for, and was not seen. */
  async told(site: string, mark: string, comments: readonly number[]): Promise<ToldComment[]> {
    const rows = await engine.all<
      CommentRow & { replies_to: 0 | 1; title: string | null; url: string; article_id: number }
    >(
      sql`SELECT ${PUBLIC_COLUMNS}, a.title, a.url, a.id AS article_id,
          EXISTS (SELECT 1 FROM mailings m WHERE m.site_id = ${site} AND m.mark = ${mark} AND ${isReply}) AS replies_to
        FROM json_each(${json(comments)}) each CROSS JOIN comments c ON c.id = each.value AND ${PUBLISHED}
        CROSS JOIN articles a ON a.id = c.article_id
        WHERE EXISTS (SELECT 1 FROM mailings m WHERE m.site_id = ${site} AND m.mark = ${mark}
          AND m.confirmed_at IS NOT NULL AND NOT (${isNone}) AND NOT (${isSeen})
          AND ((${isReply}) OR (${isFollowed})))`,
    )
    return rows
      .sort((a, b) => a.article_id - b.article_id || a.id - b.id)
      .map(row => ({
        comment: commentOf(row),
        isReply: row.replies_to === 1,
        article: { title: row.title, url: row.url, id: row.article_id },
      }))
  },
})
