import { sql } from 'drizzle-orm/sql'
import type { AuthorWeight } from '../contract.ts'
import { type Engine, json } from './engine.ts'

/** Finding a person, and what there is of them. */
export const erasingStore = (engine: Engine) => ({
  /**
   * The authors who have proved an address, on these sites, those who are told by mail there as its owner has agreed, and
   * those who were brought in with it from another system.
   * @param digest under which the latter are kept
   */
  async byAddress(
    sites: readonly string[],
    subject: string,
    digest: string,
  ): Promise<{ site: string; author: number }[]> {
    return engine.all(
      sql`SELECT i.site_id AS site, i.author_id AS author FROM json_each(${json(sites)}) each
        CROSS JOIN identities i ON i.site_id = each.value AND i.issuer = 'email' AND i.subject = ${subject}
        UNION ALL SELECT m.site_id, m.author_id FROM json_each(${json(sites)}) each
        CROSS JOIN mailings m ON m.site_id = each.value AND m.address_key = ${subject} AND m.confirmed_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM identities own WHERE own.author_id = m.author_id AND own.issuer = 'email'
            AND own.subject = m.address_key)
        UNION ALL SELECT i.site_id, i.author_id FROM json_each(${json(sites)}) each
        CROSS JOIN imported_authors i ON i.site_id = each.value AND i.digest = ${digest}`,
    )
  },

  /** How much there is of an author; null where there is none on the site. */
  async weigh(site: string, author: number): Promise<AuthorWeight | null> {
    const of = (table: string, column = 'author_id') =>
      sql`(SELECT count(*) FROM ${sql.raw(table)} WHERE ${sql.raw(column)} = a.id)`
    const own = sql`FROM comments c INDEXED BY comments_of_author WHERE c.author_id = a.id`
    const row = await engine.first<AuthorWeight>(
      sql`SELECT a.name, a.kind, (SELECT count(*) ${own} AND (c.text <> '' OR c.name IS NOT NULL)) AS comments,
          (SELECT count(*) ${own} AND c.legal_hold = 1) AS held,
          (SELECT count(*) FROM editions WHERE comment_id IN (SELECT c.id ${own})) AS editions,
          ${of('votes')} AS votes, ${of('reports')} AS reports, ${of('follows')} AS follows,
          ${of('mutes')} + ${of('mutes', 'muted_id')} AS mutes, ${of('notes')} AS notes, ${of('appeals')} AS appeals,
          ${of('identities')} AS identities, ${of('sessions')} AS sessions, ${of('mailings')} AS mailings, ${of('mentions')} AS mentions,
          nullif(max(coalesce(a.banned_until, 0), coalesce(a.muted_until, 0)), 0) AS boundUntil
        FROM authors a WHERE a.id = ${author} AND a.site_id = ${site}`,
    )
    return row ?? null
  },

  /** Whether an author is one of the site's. */
  async isOn(site: string, author: number): Promise<boolean> {
    return (await engine.first(sql`SELECT 1 FROM authors WHERE id = ${author} AND +site_id = ${site}`)) !== undefined
  },

  /** Whether an author is somebody of the desk, who answers there as staff. */
  async isOfDesk(author: number): Promise<boolean> {
    return (await engine.first(sql`SELECT 1 FROM authors WHERE id = ${author} AND person_id IS NOT NULL`)) !== undefined
  },

  /** Accounts of the desk to which mail goes; there are few, and an address may stand there in any case. */
  async accountsWithMail(): Promise<{ id: number; name: string; email: string }[]> {
    return engine.all(
      sql`SELECT people.id, people.name, people.email FROM people WHERE people.email IS NOT NULL ORDER BY people.id`,
    )
  },

  /** Takes the address of an account of the desk, and with it its digests. */
  async takeMail(person: number): Promise<void> {
    await engine.write([
      sql`UPDATE people SET email = NULL WHERE id = ${person}`,
      sql`UPDATE roles SET wants_digest = 0, digest_at = NULL WHERE person_id = ${person}`,
    ])
  },

  /** Forgets that somebody has claimed an address and not proved it, or that an issuer has told it. */
  async forgetClaims(sites: readonly string[], subject: string): Promise<number> {
    const results = await engine.write([
      sql`DELETE FROM claims WHERE id IN (SELECT c.id FROM json_each(${json(sites)}) each CROSS JOIN claims c
        ON c.site_id = each.value AND c.subject IS NOT NULL
          AND ((c.issuer = 'email' AND c.subject = ${subject}) OR c.profile ->> 'email' = ${subject})) RETURNING id`,
    ])
    return results[0]!.length
  },

  /** Moves what is still in the write-ahead log into the file, and empties the log; elsewhere there is none. */
  async settleFile(): Promise<void> {
    await engine.driver.settle?.()
  },

  /** Puts a comment under a legal hold, or lets it go; false where the site has no such comment. */
  async hold(site: string, comment: number, isHeld: boolean): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE comments SET legal_hold = ${isHeld ? 1 : 0} WHERE id = ${comment} AND site_id = ${site} RETURNING id`,
    ])
    return rows!.length > 0
  },
})
