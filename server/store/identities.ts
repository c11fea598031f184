import { type SQL, sql } from 'drizzle-orm/sql'
import type { Namesakes } from '../people/own-name.ts'
import { type Engine, json } from './engine.ts'
import { type NamesakesRow, namesakesColumns, readNamesakes } from './namesakes.ts'
import type { AuthorRow } from './posting.ts'
import { articleIdAt } from './visible.ts'
import { helpfulnessOf } from './votes.ts'

/** Who somebody is to an issuer. */
export interface Identity {
  issuer: string
  subject: string
}

/** What must be known before a session is bound. */
export interface BindingFacts {
  /** Whom the token stands for now. */
  me: { id: number; kind: AuthorRow['kind']; name: string | null; sessions: number; identities: number } | null
  /** The author who has this identity, and the one who has proved the address that comes with it. */
  owner: number | null
  byEmail: number | null
}

/** A session is bound to an author; what was read must still be so. */
export interface Binding {
  site: string
  tokenHash: string
  /** Whom the token stood for when it was looked at. */
  me: number | null
  /** Who had the first identity then. */
  owner: number | null
  /** Whom it stands for from now on; `isNew` where the author is made by it. */
  author: number
  isNew: boolean
  /** Whether all that a guest has written and done becomes the author's. */
  brings: boolean
  /** Those to be added; the first one is that which was proved. */
  identities: readonly Identity[]
  /** A name for an author who has none; `isVouched` where the site itself says what the author is called. */
  name: string | null
  skeleton: string | null
  isVouched: boolean
  kind: 'verified' | 'staff' | null
  /** When the session ends, where the site's own login made it; null where it lasts. */
  endsAt: number | null
  /** Digests by which somebody is known whose ban has outlived an erasure. */
  marks: readonly string[]
  at: number
}

export const identitiesStore = (engine: Engine) => ({
  async facts(
    site: string,
    tokenHash: string,
    { issuer, subject }: Identity,
    email: string | null,
  ): Promise<BindingFacts> {
    const ownerOf = (of: Identity) =>
      sql`(SELECT author_id FROM identities WHERE site_id = ${site} AND issuer = ${of.issuer} AND subject = ${of.subject})`
    const row = (await engine.first<{
      id: number | null
      kind: AuthorRow['kind']
      name: string | null
      sessions: number
      identities: number
      owner: number | null
      by_email: number | null
    }>(
      sql`SELECT me.id, me.kind, me.name,
          (SELECT count(*) FROM sessions other WHERE other.author_id = me.id) AS sessions,
          (SELECT count(*) FROM identities mine WHERE mine.author_id = me.id) AS identities,
          ${ownerOf({ issuer, subject })} AS owner, ${ownerOf({ issuer: 'email', subject: email ?? '' })} AS by_email
        FROM (SELECT 1) LEFT JOIN sessions s ON s.token_hash = ${tokenHash} AND s.site_id = ${site}
        LEFT JOIN authors me ON me.id = s.author_id`,
    ))!
    const { id, kind, name, sessions, identities, owner, by_email: byEmail } = row
    return { me: id === null ? null : { id, kind, name, sessions, identities }, owner, byEmail }
  },

  /**
   * Binds a token's session to an author, in one batch; false, and nothing is changed, where anything that was read is
   * otherwise by now.
   * @throws a UNIQUE error on `authors.id` when the id is taken
   */
  async bind(binding: Binding): Promise<boolean> {
    const { site, tokenHash, me, owner, author, isNew, brings, identities, endsAt, at } = binding
    const [{ issuer, subject }] = identities as [Identity]
    const standsFor = (whom: number | null) =>
      sql`(SELECT author_id FROM sessions WHERE token_hash = ${tokenHash}) IS ${whom}`
    const others = sql`(SELECT count(*) FROM sessions other WHERE other.author_id = ${me} AND other.token_hash <> ${tokenHash})`
    const ownerIs = (whom: number | null) =>
      sql`(SELECT author_id FROM identities WHERE site_id = ${site} AND issuer = ${issuer} AND subject = ${subject}) IS ${whom}`
    const asRead = sql`${standsFor(me)} AND ${ownerIs(owner)} ${brings ? sql`AND ${others} = 0` : sql``}`
    // Who becomes somebody in place stood for the same author before: only the identity tells that it was done.
    const isBound = sql`${standsFor(author)} AND ${ownerIs(author)}`
    const batch: SQL[] = []
    if (isNew) {
      batch.push(sql`INSERT INTO authors (id, site_id, kind, created_at)
        SELECT ${author}, ${site}, 'verified', ${at} WHERE ${asRead}`)
    }
    const turn = batch.length
    batch.push(
      me === null
        ? sql`INSERT INTO sessions (token_hash, site_id, author_id, created_at, seen_at, expires_at)
            SELECT ${tokenHash}, ${site}, id, ${at}, ${at}, ${endsAt} FROM authors WHERE id = ${author} AND ${asRead}
            ON CONFLICT DO NOTHING RETURNING author_id`
        : sql`UPDATE sessions SET author_id = ${author}, seen_at = ${at},
              expires_at = ${endsAt === null ? sql`expires_at` : lastsUntil(endsAt, binding.kind)}
            WHERE token_hash = ${tokenHash}
            AND EXISTS (SELECT 1 FROM authors WHERE id = ${author}) AND ${asRead} RETURNING author_id`,
      ...identities.map(
        (each, place) => sql`INSERT INTO identities (site_id, issuer, subject, author_id, created_at)
          SELECT ${site}, ${each.issuer}, ${each.subject}, ${author}, ${at} WHERE ${standsFor(author)}
            AND ${ownerIs(place === 0 ? owner : author)} ON CONFLICT DO NOTHING`,
      ),
      sql`UPDATE authors SET kind = ${binding.kind ?? sql`CASE kind WHEN 'guest' THEN 'verified' ELSE kind END`}
        WHERE id = ${author} AND person_id IS NULL AND ${isBound}`,
      ...named(binding, isBound),
    )
    const taken = batch.length
    if (me !== null && me !== author) {
      batch.push(standingFollows(sql`was.id = ${me}`, author, isBound))
      // Who came first may have come back meanwhile; nothing is left to bring then.
      if (brings) batch.push(...brought(me, author, sql`${isBound} AND ${others} = 0`))
    }
    const kept = sql`(SELECT k.author_id FROM kept_bans k WHERE k.site_id = ${site}
      AND k.digest IN (SELECT value FROM json_each(${json(binding.marks)})))`
    batch.push(standingFollows(sql`was.id IN ${kept} AND was.id <> ${author}`, author, isBound))
    const results = await engine.write(batch)
    if (results[turn]!.length === 0) return false
    const recount = results.slice(taken).flatMap(rows => rows.flatMap(row => (row['comment_id'] as number) ?? []))
    if (recount.length > 0) await engine.write([helpfulnessOf(recount)])
    return true
  },

  /** Whose on a site a name is that looks like this, beside the author's own. */
  async namesakes(site: string, skeleton: string, author: number): Promise<Namesakes> {
    const row = await engine.first<NamesakesRow>(
      sql`SELECT ${namesakesColumns(site, skeleton, sql`${author}`)} FROM (SELECT 1)`,
    )
    return readNamesakes(row!)
  },

  /** The identities of an author, oldest first. */
  async of(author: number): Promise<{ issuer: string; subject: string; created_at: number }[]> {
    const rows = await engine.all<{ issuer: string; subject: string; created_at: number }>(
      sql`SELECT issuer, subject, created_at FROM identities WHERE author_id = ${author} LIMIT 100`,
    )
    return rows.sort((a, b) => a.created_at - b.created_at || (a.issuer < b.issuer ? -1 : 1))
  },

  /** Somebody wrote an article, which gets its row where it has none: the site itself has said so. */
  async makeAuthorOf(
    site: string,
    author: number,
    article: { id: number; key: string; url: string },
    at: number,
  ): Promise<void> {
    await engine.write([
      sql`INSERT INTO articles (id, site_id, key, url, created_at)
        VALUES (${article.id}, ${site}, ${article.key}, ${article.url}, ${at}) ON CONFLICT (site_id, key) DO NOTHING`,
      sql`INSERT INTO article_authors (article_id, author_id)
        SELECT ${articleIdAt(site, article.key)}, ${author} WHERE true ON CONFLICT DO NOTHING`,
    ])
  },
})

/** What an author is called. A name that somebody else has already is nobody's to keep others from. */
function named({ site, author, name, skeleton, isVouched }: Binding, isBound: SQL): SQL[] {
  const wanted = isVouched && name !== null ? sql`${name}` : sql`coalesce(name, ${name})`
  return [
    sql`UPDATE authors SET name = ${wanted} WHERE id = ${author} AND name IS NOT ${wanted} AND ${isBound}`,
    sql`UPDATE authors SET name_skeleton = ${skeleton}
      WHERE id = ${author} AND ${skeleton} IS NOT NULL AND name_skeleton IS NOT ${skeleton} AND ${isBound}
        AND NOT EXISTS (SELECT 1 FROM authors other WHERE other.site_id = ${site} AND other.name_skeleton = ${skeleton}
          AND other.id <> ${author})`,
  ]
}

/** What moderators have said of somebody is said of whom the browser stands for next: of two bans the longer one. */
const standingFollows = (from: SQL, to: number, isBound: SQL): SQL => {
  const isBanned = sql`coalesce(was.banned_until, 0) > coalesce(authors.banned_until, 0)`
  const isWarned = sql`was.warning IS NOT NULL AND was.acknowledged_at IS NULL`
  const longer = (column: string) =>
    sql.raw(`${column} = nullif(max(coalesce(authors.${column}, 0), coalesce(was.${column}, 0)), 0)`)
  return sql`UPDATE authors SET ${longer('banned_until')}, ${longer('muted_until')},
      banned_for = CASE WHEN ${isBanned} THEN was.banned_for ELSE authors.banned_for END,
      ban_words = CASE WHEN ${isBanned} THEN was.ban_words ELSE authors.ban_words END,
      warning = CASE WHEN ${isWarned} THEN was.warning ELSE authors.warning END,
      warned_at = CASE WHEN ${isWarned} THEN was.warned_at ELSE authors.warned_at END,
      acknowledged_at = CASE WHEN ${isWarned} THEN NULL ELSE authors.acknowledged_at END
    FROM authors was WHERE ${from} AND authors.id = ${to} AND authors.kind <> 'staff' AND ${isBound}`
}

/**
 * All that a guest has written and done becomes another author's, and the guest is gone. What both have done counts once;
 * votes and open complaints about what is now one's own go, with the ids of the comments voted on.
 */
function brought(from: number, to: number, isBound: SQL): SQL[] {
  const writtenBy = (author: number) => sql`(SELECT id FROM comments WHERE author_id = ${author})`
  const gone = (table: string, author: number, which: SQL, returning = sql``) =>
    sql`DELETE FROM ${sql.raw(table)} WHERE author_id = ${author} AND ${which} AND ${isBound} ${returning}`
  const returning = sql`RETURNING comment_id`
  const passed = (table: string, column = 'author_id') => [
    sql`UPDATE OR IGNORE ${sql.raw(table)} SET ${sql.raw(column)} = ${to} WHERE ${sql.raw(column)} = ${from} AND ${isBound}`,
    sql`DELETE FROM ${sql.raw(table)} WHERE ${sql.raw(column)} = ${from} AND ${isBound}`,
  ]
  return [
    gone('votes', from, sql`comment_id IN ${writtenBy(to)}`, returning),
    gone('votes', to, sql`comment_id IN ${writtenBy(from)}`, returning),
    gone('votes', from, sql`comment_id IN (SELECT comment_id FROM votes WHERE author_id = ${to})`, returning),
    gone('reports', from, sql`comment_id IN (SELECT comment_id FROM reports WHERE author_id = ${to})`),
    gone('reports', from, sql`settled_at IS NULL AND comment_id IN ${writtenBy(to)}`),
    gone('reports', to, sql`settled_at IS NULL AND comment_id IN ${writtenBy(from)}`),
    sql`UPDATE comments SET idempotency_key = NULL WHERE author_id = ${from} AND ${isBound} AND idempotency_key IN (
      SELECT idempotency_key FROM comments WHERE author_id = ${to} AND idempotency_key IS NOT NULL)`,
    sql`UPDATE authors SET pending_count = authors.pending_count + was.pending_count,
        published_count = authors.published_count + was.published_count,
        rejected_count = authors.rejected_count + was.rejected_count,
        created_at = min(authors.created_at, was.created_at),
        news_seen_at = max(authors.news_seen_at, was.news_seen_at)
      FROM authors was WHERE was.id = ${from} AND authors.id = ${to} AND ${isBound}`,
    ...['comments', 'votes', 'reports', 'appeals', 'notes'].map(
      table => sql`UPDATE ${sql.raw(table)} SET author_id = ${to} WHERE author_id = ${from} AND ${isBound}`,
    ),
    sql`DELETE FROM mutes WHERE ${isBound} AND ((author_id = ${from} AND muted_id = ${to})
      OR (author_id = ${to} AND muted_id = ${from}))`,
    ...['follows', 'mutes', 'mentions', 'article_authors'].flatMap(table => passed(table)),
    ...passed('mutes', 'muted_id'),
    // Who is told by mail already goes on being told there; else what came along is confirmed, or waits to be.
    sql`DELETE FROM mailings WHERE author_id = ${to} AND confirmed_at IS NULL AND ${isBound}
      AND EXISTS (SELECT 1 FROM mailings m WHERE m.author_id = ${from})`,
    sql`DELETE FROM tellings WHERE ${isBound} AND mailing_id IN (SELECT m.id FROM mailings m
      WHERE m.author_id = ${from} AND EXISTS (SELECT 1 FROM mailings own WHERE own.author_id = ${to}))`,
    sql`DELETE FROM mailings WHERE author_id = ${from} AND ${isBound}
      AND EXISTS (SELECT 1 FROM mailings own WHERE own.author_id = ${to})`,
    sql`UPDATE mailings SET author_id = ${to} WHERE author_id = ${from} AND ${isBound}`,
    sql`DELETE FROM authors WHERE id = ${from} AND ${isBound}`,
  ]
}

/** A guest's own key goes on after a login of the site, but not as one of the staff. */
const lastsUntil = (endsAt: number, kind: Binding['kind']): SQL =>
  kind === 'staff' ? sql`${endsAt}` : sql`CASE WHEN expires_at IS NOT NULL THEN ${endsAt} END`
