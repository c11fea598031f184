import { sql } from 'drizzle-orm/sql'
import { newId } from '../comments/ids.ts'
import type { Role } from '../contract.ts'
import { type NewSession, stands } from './desk-ways.ts'
import { type Engine, json } from './engine.ts'
import type { PersonRow } from './people.ts'

/** A role that a claim gives. */
export interface ClaimedRole {
  site: string
  role: Role
}

/** People at the desk whom an organisation's OpenID issuer knows. */
export const deskIdentitiesStore = (engine: Engine) => ({
  /** Whether there is such a person. */
  async known(issuer: string, subject: string): Promise<boolean> {
    const row = await engine.first(sql`SELECT 1 FROM desk_identities WHERE issuer = ${issuer} AND subject = ${subject}`)
    return row !== undefined
  },

  /**
   * The person whom an issuer knows by this subject, made where there is none. A name that somebody here has already is not
   * theirs for that: they get the next one that is free.
   */
  async ensure(issuer: string, subject: string, name: string, now: number): Promise<PersonRow> {
    const known = sql`SELECT 1 FROM desk_identities WHERE issuer = ${issuer} AND subject = ${subject}`
    for (let n = 1; ; n++) {
      const row = await engine.first<PersonRow>(
        sql`SELECT people.id, people.name FROM desk_identities CROSS JOIN people ON people.id = desk_identities.person_id
          WHERE issuer = ${issuer} AND subject = ${subject}`,
      )
      if (row) return row
      const [id, called] = [newId(now), n === 1 ? name : `${name} ${n}`]
      await engine.write([
        sql`INSERT INTO people (id, name, created_at) SELECT ${id}, ${called}, ${now} WHERE NOT EXISTS (${known})
          ON CONFLICT DO NOTHING`,
        sql`INSERT INTO desk_identities (issuer, subject, person_id, created_at) SELECT ${issuer}, ${subject}, id, ${now}
          FROM people WHERE id = ${id} AND name = ${called} ON CONFLICT DO NOTHING`,
      ])
    }
  },

  /**
   * Gives a person the roles that the issuer's word means now, takes those that it no longer means, and opens the session; null,
   * and every session of theirs ends, where no role is left. Roles that were given here are not touched.
   * @param roles one for each site at the most
   */
  async enter(
    person: PersonRow,
    roles: readonly ClaimedRole[],
    session: NewSession,
    now: number,
  ): Promise<PersonRow | null> {
    const meant = json(roles)
    const results = await engine.write([
      sql`DELETE FROM roles WHERE person_id = ${person.id} AND openid_at IS NOT NULL
        AND site_id NOT IN (SELECT value ->> 'site' FROM json_each(${meant}))`,
      sql`INSERT INTO roles (person_id, site_id, role, openid_at) SELECT ${person.id}, s.id, claimed.value ->> 'role', ${now}
        FROM json_each(${meant}) claimed CROSS JOIN sites s ON s.id = claimed.value ->> 'site' WHERE true
        ON CONFLICT (person_id, site_id) DO UPDATE SET role = excluded.role, openid_at = excluded.openid_at
        WHERE openid_at IS NOT NULL`,
      sql`INSERT INTO sessions (token_hash, person_id, created_at, seen_at, expires_at, browser, way)
        SELECT ${session.hash}, ${person.id}, ${now}, ${now}, ${session.expiresAt}, ${session.browser}, 'openid'
        WHERE EXISTS (SELECT 1 FROM roles WHERE person_id = ${person.id}) RETURNING token_hash`,
      sql`DELETE FROM sessions WHERE person_id = ${person.id} AND NOT ${stands(session)}`,
      sql`DELETE FROM sessions WHERE token_hash = ${session.replaced} AND person_id IS NOT NULL AND ${stands(session)}`,
    ])
    return results[2]!.length > 0 ? person : null
  },

  /** Takes roles of which an issuer has not said since `before` that somebody has them. */
  async endRoles(before: number): Promise<void> {
    await engine.write([
      // Without a role nobody gets mail: the address is needed no more.
      sql`UPDATE people SET email = NULL WHERE email IS NOT NULL AND id IN (SELECT old.person_id FROM roles old
        INDEXED BY roles_by_openid WHERE old.openid_at IS NOT NULL AND old.openid_at < ${before} LIMIT 200)
        AND NOT EXISTS (SELECT 1 FROM roles WHERE person_id = people.id AND coalesce(openid_at, ${before}) >= ${before})`,
      sql`DELETE FROM roles WHERE (person_id, site_id) IN (SELECT old.person_id, old.site_id FROM roles old
        INDEXED BY roles_by_openid WHERE old.openid_at IS NOT NULL AND old.openid_at < ${before} LIMIT 200)`,
    ])
  },
})
