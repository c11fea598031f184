import { sql } from 'drizzle-orm/sql'
import { type Engine, json } from './engine.ts'
import { letterRows, type NewLetter } from './outbox.ts'

/** Somebody who wishes to be told when the queue of a site is no longer empty. */
export interface DigestWish {
  personId: number
  email: string
  site: { id: string; name: string }
  /** When the last digest went. */
  digestAt: number | null
}

/** As many comments as a queue is counted. */
const COUNTED = 101

/** Digests of the queue: who wishes them, and when the last one went. */
export const digestsStore = (engine: Engine) => ({
  /** Those whose last digest is older than a time. */
  async wished(before: number): Promise<DigestWish[]> {
    const rows = await engine.all<{
      person_id: number
      site_id: string
      name: string
      email: string
      digest_at: number | null
    }>(
      sql`SELECT roles.person_id, roles.site_id, s.name, people.email, roles.digest_at
        FROM roles INDEXED BY roles_with_digest
        CROSS JOIN people ON people.id = roles.person_id CROSS JOIN sites s ON s.id = roles.site_id
        WHERE roles.wants_digest = 1 AND coalesce(roles.digest_at, 0) <= ${before} AND people.email IS NOT NULL`,
    )
    return rows.map(row => ({
      personId: row.person_id,
      email: row.email,
      site: { id: row.site_id, name: row.name },
      digestAt: row.digest_at,
    }))
  },

  /** Since when each comment of a queue waits, the first 101. */
  async waiting(site: string): Promise<{ at: number }[]> {
    return engine.all(
      sql`SELECT coalesce((SELECT r.at FROM rulings r WHERE r.comment_id = c.id ORDER BY r.version DESC LIMIT 1),
          c.created_at) AS at
        FROM comments c WHERE c.site_id = ${site} AND c.status = 'pending' ORDER BY c.id LIMIT ${COUNTED}`,
    )
  },

  /** Who wishes a digest of a site and where it goes, as that stands now; null where nobody does any more. */
  async wish(personId: number, site: string): Promise<{ email: string; language: string | null } | null> {
    const row = await engine.first<{ email: string; language: string | null }>(
      sql`SELECT people.email, people.language FROM roles CROSS JOIN people ON people.id = roles.person_id
        WHERE roles.person_id = ${personId} AND roles.site_id = ${site} AND roles.wants_digest = 1
          AND people.email IS NOT NULL`,
    )
    return row ?? null
  },

  /**
   * Sets the time of the last digest and puts its letter into the outbox, in one write; false when another process has done
   * so since it was read.
   */
  async claim(
    { personId, site }: Pick<DigestWish, 'personId' | 'site'>,
    was: number | null,
    now: number,
    letter: NewLetter,
  ): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE roles SET digest_at = ${now}
        WHERE person_id = ${personId} AND site_id = ${site.id} AND wants_digest = 1 AND digest_at IS ${was}
        RETURNING person_id`,
      ...letterRows([letter], sql`changes() = 1`),
    ])
    return rows!.length > 0
  },

  /** A person's address, and the sites whose digests go there. */
  async of(personId: number): Promise<{ email: string | null; sites: { id: string; name: string; wants: boolean }[] }> {
    const [people, roles] = await engine.read<[{ email: string | null }, { id: string; name: string; wants: number }]>(
      sql`SELECT email FROM people WHERE id = ${personId}`,
      sql`SELECT s.id, s.name, roles.wants_digest AS wants FROM roles CROSS JOIN sites s ON s.id = roles.site_id
        WHERE roles.person_id = ${personId} ORDER BY roles.site_id`,
    )
    return {
      email: people[0]?.email ?? null,
      sites: roles.map(({ wants, ...site }) => ({ ...site, wants: wants === 1 })),
    }
  },

  /** Sets a person's address, and of which sites digests go there. */
  async set(personId: number, email: string | null, sites: readonly string[]): Promise<void> {
    const all = json(sites)
    await engine.write([
      sql`UPDATE people SET email = ${email} WHERE id = ${personId}`,
      sql`UPDATE roles SET wants_digest = site_id IN (SELECT value FROM json_each(${all})) WHERE person_id = ${personId}`,
    ])
  },
})
