import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import type { Account } from '../contract.ts'
import { emptied } from './emptying.ts'
import { type Engine, json } from './engine.ts'
import { helpfulnessOf } from './votes.ts'

/** Everything of one person on one site, as a file that the person takes along. */
type Taken = Record<string, unknown>

export const accountStore = (engine: Engine) => ({
  /** How much there is of an author. */
  async counts(author: number): Promise<{ since: number; counts: Account['counts'] }> {
    const row = (await engine.first<Account['counts'] & { since: number }>(
      sql`SELECT a.created_at AS since, a.pending_count AS pending, a.published_count AS published,
          a.rejected_count AS rejected,
          (SELECT count(*) FROM comments c INDEXED BY comments_of_author WHERE c.author_id = a.id)
            - a.pending_count - a.published_count - a.rejected_count AS withdrawn,
          (SELECT count(*) FROM votes WHERE author_id = a.id) AS votes,
          (SELECT count(*) FROM reports WHERE author_id = a.id) AS reports,
          (SELECT count(*) FROM follows WHERE author_id = a.id) AS follows,
          (SELECT count(*) FROM mutes WHERE author_id = a.id) AS mutes
        FROM authors a WHERE a.id = ${author}`,
    ))!
    const { since, ...counts } = row
    return { since, counts }
  },

  /** Ends the session of one token. */
  async signOut(site: string, tokenHash: string): Promise<void> {
    await engine.write([sql`DELETE FROM sessions WHERE token_hash = ${tokenHash} AND site_id = ${site}`])
  },

  /** Ends the sessions whose time is over. */
  async endPast(now: number): Promise<void> {
    await engine.write([sql`DELETE FROM sessions WHERE expires_at <= ${now}`])
  },

  /** Ends all sessions of an author. */
  async signOutEverywhere(author: number): Promise<void> {
    await engine.write([sql`DELETE FROM sessions WHERE author_id = ${author}`])
  },

  /** Everything of an author: what was written, with its earlier texts and what was decided, and what was done. */
  async everything(author: number): Promise<Taken> {
    const own = sql`FROM comments c INDEXED BY comments_of_author WHERE c.author_id = ${author}`
    const article = sql`(SELECT a.url FROM articles a WHERE a.id = c.article_id) AS article`
    const [comments, editions, decisions, appeals, votes, reports, follows, mutes, mails] = await engine.read<Row[]>(
      sql`SELECT c.id, c.parent_id AS parent, ${article}, c.status, c.name, c.badge, c.text, c.created_at AS createdAt,
          c.edited_at AS editedAt ${own} ORDER BY c.id`,
      sql`SELECT e.comment_id AS comment, e.version, e.text, e.ended_at AS endedAt FROM editions e
        WHERE e.comment_id IN (SELECT c.id ${own})`,
      // What an author is told: never by which rule, nor by whom.
      sql`SELECT r.comment_id AS comment, r.ruling, r.from_status AS "from",
          CASE r.to_status WHEN 'spam' THEN 'rejected' ELSE r.to_status END AS "to",
          CASE WHEN r.to_status IN ('rejected', 'spam') THEN r.reason END AS reason, w.words, r.at
        FROM rulings r LEFT JOIN ruling_words w ON w.comment_id = r.comment_id AND w.version = r.version
        WHERE r.comment_id IN (SELECT c.id ${own})`,
      sql`SELECT p.comment_id AS comment, p.text, p.created_at AS createdAt, p.outcome, p.decided_at AS decidedAt, p.words
        FROM appeals p WHERE p.author_id = ${author}`,
      sql`SELECT comment_id AS comment, value, created_at AS at FROM votes WHERE author_id = ${author}`,
      sql`SELECT comment_id AS comment, reason, words, created_at AS at, outcome FROM reports WHERE author_id = ${author}`,
      sql`SELECT a.url AS article, nullif(f.root_id, 0) AS comment, f.created_at AS since FROM follows f
        CROSS JOIN articles a ON a.id = f.article_id WHERE f.author_id = ${author}`,
      // By the name that was seen: by what else somebody is called, who muted them has no business to know.
      sql`SELECT m.comment_id AS comment, CASE c.status WHEN 'published' THEN c.name END AS name, m.created_at AS since
        FROM mutes m CROSS JOIN comments c ON c.id = m.comment_id WHERE m.author_id = ${author}`,
      sql`SELECT m.address, m.lang, m.asked_at AS askedAt, m.confirmed_at AS confirmedAt, m.replies_since AS repliesSince,
          m.follows_since AS followsSince, m.sent_at AS lastMailAt FROM mailings m WHERE m.author_id = ${author}`,
    )
    const spelt = (rows: Row[] = []) => rows.map(row => ({ ...row, ...spelledIds(row) }))
    return {
      comments: spelt(comments),
      editions: spelt(editions),
      decisions: spelt(decisions).sort((a, b) => Number(a['at']) - Number(b['at'])),
      appeals: spelt(appeals),
      votes: spelt(votes),
      reports: spelt(reports),
      follows: spelt(follows),
      mutes: spelt(mutes),
      mails: mails ?? [],
    }
  },

  /**
   * The next comments of an author that still hold anything of the author's, with what withdrawing them needs. A legal hold
   * keeps what it holds, out of sight.
   * @param below only those with lower ids: what was emptied already is not walked through again
   */
  async unerased(author: number, limit: number, below: number) {
    return engine.all<{ id: number; version: number; status: string }>(
      sql`SELECT c.id, c.version, c.status FROM comments c INDEXED BY comments_of_author
        WHERE c.author_id = ${author} AND c.id < ${below} AND ${HOLDS_SOMETHING} ORDER BY c.id DESC LIMIT ${limit}`,
    )
  },

  /**
   * Empties comments that were withdrawn: text, name, findings, earlier texts, what was said about them. The rows stay, so
   * that what others have answered stands where it stood.
   */
  async empty(author: number, comments: readonly number[]): Promise<number> {
    const these = sql`(SELECT c.id FROM json_each(${json(comments)}) each CROSS JOIN comments c ON c.id = each.value
      WHERE c.author_id = ${author} AND c.status = 'withdrawn' AND c.legal_hold = 0)`
    return (await engine.write(emptied(these))).at(-1)!.length
  },

  /** Takes back some of an author's votes; gives how many there were. */
  async unvote(author: number, limit: number): Promise<number> {
    const [rows] = await engine.write([
      sql`DELETE FROM votes WHERE author_id = ${author} AND comment_id IN (SELECT v.comment_id
        FROM votes v INDEXED BY votes_by_author WHERE v.author_id = ${author} LIMIT ${limit}) RETURNING comment_id`,
    ])
    const voted = rows!.map(row => row['comment_id'] as number)
    if (voted.length > 0) await engine.write([helpfulnessOf(voted)])
    return voted.length
  },

  /**
   * Erases what is left of an author whose comments are empty and whose votes are taken back: reports, follows, mutes, ways
   * of proof, sessions, the name. What moderators have imposed stays with the row; for as long as it lasts, so do the keys
   * by which the author's browsers are known, and digests of the ways of proof. That it was done is kept.
   * @param marks digests of the ways of proof, from which nobody learns them
   * @returns false where a comment has come, or come back, meanwhile
   */
  async erase(author: number, { tokenHash, marks, by, person, now }: Erasing): Promise<boolean> {
    const isEmpty = sql`NOT EXISTS (SELECT 1 FROM comments c INDEXED BY comments_of_author
      WHERE c.author_id = ${author} AND ${HOLDS_SOMETHING})`
    const isBound = sql`EXISTS (SELECT 1 FROM authors a WHERE a.id = ${author}
      AND (coalesce(a.banned_until, 0) > ${now} OR coalesce(a.muted_until, 0) > ${now}))`
    const gone = (table: string, column = 'author_id') =>
      sql`DELETE FROM ${sql.raw(table)} WHERE ${sql.raw(column)} = ${author} AND ${isEmpty}`
    const results = await engine.write([
      sql`DELETE FROM votes WHERE author_id = ${author} AND ${isEmpty} RETURNING comment_id`,
      ...['reports', 'follows', 'mutes', 'mentions', 'article_authors', 'imported_authors', 'notes'].map(table =>
        gone(table),
      ),
      sql`DELETE FROM tellings WHERE mailing_id IN (SELECT m.id FROM mailings m WHERE m.author_id = ${author}) AND ${isEmpty}`,
      gone('mailings'),
      // Of what is held, the appeal is held, too.
      sql`DELETE FROM appeals WHERE author_id = ${author} AND ${isEmpty}
        AND (SELECT c.legal_hold FROM comments c WHERE c.id = appeals.comment_id) = 0`,
      gone('mutes', 'muted_id'),
      sql`DELETE FROM claims WHERE ${isEmpty} AND id IN (SELECT c.id FROM identities i CROSS JOIN claims c
        ON c.site_id = i.site_id AND c.issuer = i.issuer AND c.subject = i.subject WHERE i.author_id = ${author})`,
      sql`DELETE FROM claims WHERE ${isEmpty} AND id IN (SELECT c.id FROM sessions s CROSS JOIN claims c
        ON c.token_hash = s.token_hash WHERE s.author_id = ${author})`,
      sql`DELETE FROM outbox WHERE ${isEmpty} AND id IN (SELECT o.id FROM identities i CROSS JOIN outbox o
        INDEXED BY outbox_by_address ON o.address_key = i.subject AND o.site_id = i.site_id
        WHERE i.author_id = ${author} AND i.issuer = 'email')`,
      sql`DELETE FROM claims WHERE token_hash = ${tokenHash} AND ${isEmpty}`,
      sql`INSERT INTO kept_bans (site_id, digest, author_id)
        SELECT a.site_id, mark.value, a.id FROM json_each(${json([...marks, `of ${author}`])}) mark
        CROSS JOIN authors a ON a.id = ${author} WHERE ${isEmpty} AND ${isBound}
        ON CONFLICT (site_id, digest) DO UPDATE SET author_id = excluded.author_id`,
      gone('identities'),
      gone('erasures_due'),
      // A receiver may have answered with what it was told.
      sql`UPDATE deliveries SET answer = NULL WHERE answer IS NOT NULL AND ${isEmpty} AND webhook_id IN (
        SELECT w.id FROM authors a CROSS JOIN webhooks w ON w.site_id = a.site_id WHERE a.id = ${author})`,
      sql`${gone('sessions')} AND NOT ${isBound}`,
      sql`INSERT INTO erasures (author_id, site_id, asked_by, person_id, comments, at)
        SELECT a.id, a.site_id, ${by}, ${person ?? null},
          (SELECT count(*) FROM comments c INDEXED BY comments_of_author WHERE c.author_id = a.id), ${now}
        FROM authors a WHERE a.id = ${author} AND ${isEmpty}
        ON CONFLICT (author_id) DO UPDATE SET asked_by = excluded.asked_by, person_id = excluded.person_id,
          comments = excluded.comments, at = excluded.at`,
      sql`UPDATE authors SET kind = 'guest', name = NULL, name_skeleton = NULL, warning = NULL, ban_words = NULL
        WHERE id = ${author} AND person_id IS NULL AND ${isEmpty} RETURNING id`,
    ])
    const voted = results[0]!.map(row => row['comment_id'] as number)
    if (voted.length > 0) await engine.write([helpfulnessOf(voted)])
    return results.at(-1)!.length > 0
  },
})

/** Who asks for an erasure, and what of whom is erased may be known again. */
export interface Erasing {
  /** Of the reader who asks. */
  tokenHash: string | null
  marks: readonly string[]
  by: 'reader' | 'owner' | 'command'
  /** The owner who asked. */
  person?: number
  now: number
}

/** A comment `c` that is not withdrawn and empty; one that is held need not be empty. */
const HOLDS_SOMETHING = sql.raw(
  "(c.status <> 'withdrawn' OR (c.legal_hold = 0 AND (c.text <> '' OR c.name IS NOT NULL)))",
)

type Row = Record<string, unknown>

/** The ids in a row as they are spelt on the wire. */
const spelledIds = (row: Row) =>
  Object.fromEntries(
    ['id', 'parent', 'comment'].flatMap(name => (typeof row[name] === 'number' ? [[name, spellId(row[name])]] : [])),
  )
