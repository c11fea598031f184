import { sql } from 'drizzle-orm/sql'
import type { Role } from '../contract.ts'
import { type NewSession, wentOut } from './desk-ways.ts'
import { type Engine, json } from './engine.ts'
import { CLAIMED } from './locations.ts'

export interface PersonRow {
  id: number
  name: string
}

/** Who is behind a session, when it was used last, to the hour, and when it began. */
export type SessionPerson = PersonRow & { seen_at: number; created_at: number }

export interface RoleRow {
  id: string
  name: string
  is_demo: number
  role: Role
  samples: number
  waiting: number
  claimed: number
}

export interface HeldRole {
  site: string
  role: Role
}

/** An account as the command line lists it. */
export interface Account {
  name: string
  public_name: string | null
  roles: HeldRole[]
  /** Desk sessions that have not ended. */
  sessions: number
}

export const peopleStore = (engine: Engine) => ({
  /**
   * The person with this name, made where there is none. Names are compared exactly.
   * @throws Error where it is the name of a program's key, which is nobody who can sign in
   */
  async ensure(id: number, name: string, now: number): Promise<PersonRow> {
    await engine.write([
      sql`INSERT INTO people (id, name, created_at) VALUES (${id}, ${name}, ${now}) ON CONFLICT DO NOTHING`,
    ])
    const row = await engine.first<PersonRow & { is_key: number }>(
      sql`SELECT id, name, is_key FROM people WHERE name = ${name}`,
    )
    if (row?.is_key) throw new Error(`${name} is the name of a key for programs`)
    // Somebody else was made in the same millisecond, with the same random bits.
    return row ? { id: row.id, name: row.name } : this.ensure(id + 1, name, now)
  },

  /** The person with this name; a program's key is nobody. */
  async named(name: string): Promise<PersonRow | null> {
    return (await engine.first<PersonRow>(sql`SELECT id, name FROM people WHERE name = ${name} AND is_key = 0`)) ?? null
  },

  /** Whether a name belongs to somebody, or to a key. */
  async isTaken(name: string): Promise<boolean> {
    return (await engine.first(sql`SELECT 1 FROM people WHERE name = ${name}`)) !== undefined
  },

  /** The first person there was, but for those who came with an archive and for keys: the installation's owner. */
  async owner(): Promise<PersonRow | null> {
    return (
      (await engine.first<PersonRow>(
        sql`SELECT id, name FROM people WHERE id > 0 AND is_imported = 0 AND is_key = 0 ORDER BY id LIMIT 1`,
      )) ?? null
    )
  },

  /** Gives a person a role on each of these sites; an owner stays an owner. */
  async grant(personId: number, sites: readonly string[], role: Role): Promise<void> {
    await engine.write([
      sql`INSERT INTO roles (person_id, site_id, role) SELECT ${personId}, value, ${role} FROM json_each(${json(sites)})
        WHERE true ON CONFLICT (person_id, site_id) DO UPDATE SET role = excluded.role, openid_at = NULL
        WHERE role <> 'owner' OR excluded.role = 'owner'`,
    ])
  },

  /** The sites on which a person has a role, with what waits there for somebody to look at it. */
  async rolesOf(personId: number): Promise<RoleRow[]> {
    return engine.all<RoleRow>(
      sql`SELECT s.id, s.name, s.is_demo, roles.role, CASE s.is_demo WHEN 1 THEN
          (SELECT count(*) FROM comments WHERE site_id = s.id AND source = 'sample') ELSE 0 END AS samples,
          (SELECT count(*) FROM (SELECT 1 FROM comments WHERE site_id = s.id AND status = 'pending' LIMIT 101)) AS waiting,
          (SELECT count(*) FROM articles WHERE site_id = s.id AND ${CLAIMED}) AS claimed
        FROM roles CROSS JOIN sites s ON s.id = roles.site_id WHERE roles.person_id = ${personId} ORDER BY roles.site_id`,
    )
  },

  /** A person's role on one site. */
  async roleOn(personId: number, site: string): Promise<Role | null> {
    const row = await engine.first<{ role: Role }>(
      sql`SELECT role FROM roles WHERE person_id = ${personId} AND site_id = ${site}`,
    )
    return row?.role ?? null
  },

  /** The people who have a role on a site, by the names that the desk shows. */
  async on(site: string): Promise<PersonRow[]> {
    return engine.all<PersonRow>(
      sql`SELECT people.id, coalesce(people.public_name, people.name) AS name
        FROM roles CROSS JOIN people ON people.id = roles.person_id WHERE roles.site_id = ${site} ORDER BY roles.person_id`,
    )
  },

  /** A person's roles, by the sites' ids. */
  async heldBy(personId: number): Promise<HeldRole[]> {
    return engine.all<HeldRole>(
      sql`SELECT site_id AS site, role FROM roles WHERE person_id = ${personId} ORDER BY site_id`,
    )
  },

  /** All accounts in the order they were made, with their roles and how many desk sessions each one has. */
  async everybody(idleSince: number, now: number): Promise<Account[]> {
    const rows = await engine.all<Omit<Account, 'roles'> & { roles: string }>(
      sql`SELECT people.name, people.public_name,
          (SELECT json_group_array(json_object('site', held.site_id, 'role', held.role)) FROM (SELECT site_id, role
            FROM roles WHERE person_id = people.id ORDER BY site_id) held) AS roles,
          (SELECT count(*) FROM sessions
            WHERE person_id = people.id AND expires_at > ${now} AND seen_at > ${idleSince}) AS sessions
        FROM people WHERE is_key = 0 ORDER BY people.id`,
    )
    return rows.map(row => ({ ...row, roles: JSON.parse(row.roles) }))
  },

  /** What a person has chosen: what readers and the log call them, if not by the account's name; and the desk's language. */
  async choices(id: number): Promise<{ publicName: string | null; language: string | null }> {
    const row = await engine.first<{ public_name: string | null; language: string | null }>(
      sql`SELECT public_name, language FROM people WHERE id = ${id}`,
    )
    return { publicName: row?.public_name ?? null, language: row?.language ?? null }
  },

  /** Gives a person a public name, or takes it; false when there is no such account. */
  async setPublicName(name: string, publicName: string | null): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE people SET public_name = ${publicName} WHERE name = ${name} AND is_key = 0 RETURNING id`,
    ])
    return rows!.length > 0
  },

  async addLink(link: { tokenHash: string; personId: number; createdAt: number; expiresAt: number }): Promise<void> {
    await engine.write([
      sql`INSERT INTO links (token_hash, person_id, created_at, expires_at)
        SELECT ${link.tokenHash}, id, ${link.createdAt}, ${link.expiresAt} FROM people
        WHERE id = ${link.personId} AND is_key = 0`,
    ])
  },

  /**
   * Turns an unspent link into a desk session, once, whoever asks at the same time; null when it is spent.
   */
  async redeem(linkHash: string, session: NewSession & { idleSince: number }, now: number): Promise<PersonRow | null> {
    const isRedeemed = sql`EXISTS (SELECT 1 FROM links WHERE token_hash = ${linkHash} AND session_hash = ${session.hash})`
    await engine.write([
      sql`UPDATE links SET used_at = ${now}, session_hash = ${session.hash}
        WHERE token_hash = ${linkHash} AND used_at IS NULL AND expires_at > ${now}`,
      sql`INSERT INTO sessions (token_hash, person_id, created_at, seen_at, expires_at, browser, way)
        SELECT ${session.hash}, person_id, ${now}, ${now}, ${session.expiresAt}, ${session.browser}, 'link' FROM links
        WHERE token_hash = ${linkHash} AND session_hash = ${session.hash}`,
      sql`DELETE FROM sessions WHERE token_hash = ${session.replaced} AND person_id IS NOT NULL AND ${isRedeemed}`,
    ])
    return this.behind(session.hash, session.idleSince, now)
  },

  /** The person behind a desk session that has not ended and was used since `idleSince`. */
  async behind(sessionHash: string, idleSince: number, now: number): Promise<SessionPerson | null> {
    const row = await engine.first<SessionPerson>(
      sql`SELECT people.id, people.name, sessions.seen_at, sessions.created_at FROM sessions
        CROSS JOIN people ON people.id = sessions.person_id
        WHERE sessions.token_hash = ${sessionHash} AND sessions.expires_at > ${now} AND sessions.seen_at > ${idleSince}
          AND people.is_key = 0`,
    )
    return row ?? null
  },

  /** Keeps that a desk session was used. */
  async seen(sessionHash: string, now: number): Promise<void> {
    await engine.write([
      sql`UPDATE sessions SET seen_at = ${now} WHERE token_hash = ${sessionHash} AND seen_at < ${now}`,
    ])
  },

  async signOut(sessionHash: string): Promise<void> {
    await engine.write([sql`DELETE FROM sessions WHERE token_hash = ${sessionHash} AND person_id IS NOT NULL`])
  },

  /** Ends all desk sessions of a person, and the links that would make another; gives how many sessions there were. */
  async signOutEverywhere(personId: number): Promise<number> {
    const results = await engine.write([
      sql`DELETE FROM links WHERE person_id = ${personId} AND used_at IS NULL`,
      sql`DELETE FROM sessions WHERE person_id = ${personId} RETURNING token_hash`,
    ])
    return results[1]!.length
  },

  /** Takes a person's role on a site; with the last one go the sessions, the links and all other ways in. False where there was none. */
  async dismiss(personId: number, site: string): Promise<boolean> {
    const results = await engine.write([
      sql`DELETE FROM roles WHERE person_id = ${personId} AND site_id = ${site} RETURNING person_id`,
      ...wentOut(personId),
    ])
    return results[0]!.length > 0
  },

  /** Whether any owner has ever signed in: a link that was used, on any day. */
  async anyoneSignedIn(): Promise<boolean> {
    return (await engine.first(sql`SELECT 1 FROM links WHERE used_at IS NOT NULL LIMIT 1`)) !== undefined
  },
})
