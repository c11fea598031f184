import { type SQL, sql } from 'drizzle-orm/sql'
import type { Role } from '../contract.ts'
import { wentOut } from './desk-ways.ts'
import type { Engine } from './engine.ts'
import { changesWritten, type Hand } from './site-changes.ts'

/** Somebody with a role on a site, as its owners see them. */
export interface MemberRow {
  id: number
  name: string
  public_name: string | null
  role: Role
  /** When they last used the desk, ms UTC, to the hour; null where no session of theirs lives. */
  seen_at: number | null
}

/** Whether a person owns a site now; what owners do asks once more in the statement that does it. */
const owns = (person: number, site: string): SQL =>
  sql`EXISTS (SELECT 1 FROM roles mine WHERE mine.person_id = ${person} AND mine.site_id = ${site} AND mine.role = 'owner')`

/** The installation's owner, who owns every site and goes on doing so. */
const OWNER = sql`(SELECT id FROM people WHERE id > 0 AND is_imported = 0 AND is_key = 0 ORDER BY id LIMIT 1)`

/** Whether a site keeps an owner without this one. */
const hasOther = (person: number, site: string): SQL =>
  sql`EXISTS (SELECT 1 FROM roles other WHERE other.site_id = ${site} AND other.role = 'owner' AND other.person_id <> ${person})`

/** The people of one site. */
export const teamStore = (engine: Engine) => ({
  /** Everybody with a role on a site, in the order of their accounts; keys stand elsewhere. */
  async on(site: string, now: number): Promise<MemberRow[]> {
    return engine.all<MemberRow>(
      sql`SELECT people.id, people.name, people.public_name, roles.role,
          (SELECT max(seen_at) FROM sessions WHERE sessions.person_id = people.id AND expires_at > ${now}) AS seen_at
        FROM roles CROSS JOIN people ON people.id = roles.person_id
        WHERE roles.site_id = ${site} AND people.is_key = 0 ORDER BY roles.person_id`,
    )
  },

  /** Somebody's role on a site; a key is nobody here. */
  async roleOf(person: number, site: string): Promise<Role | null> {
    const row = await engine.first<{ role: Role }>(
      sql`SELECT role FROM roles CROSS JOIN people ON people.id = roles.person_id
        WHERE roles.person_id = ${person} AND roles.site_id = ${site} AND people.is_key = 0`,
    )
    return row?.role ?? null
  },

  /**
   * Gives somebody on a site the other role; who is made an owner here stays one, whatever an issuer says. False where they
   * have it, have none, or may not lose theirs.
   */
  async setRole(site: string, person: number, role: Role, hand: Hand & { person: number }): Promise<boolean> {
    const may = sql`${owns(hand.person, site)} AND (${role} = 'owner' OR (${hasOther(person, site)} AND ${person} <> ${OWNER}))`
    const before = role === 'owner' ? 'moderator' : 'owner'
    const stands = sql`EXISTS (SELECT 1 FROM roles WHERE person_id = ${person} AND site_id = ${site} AND role = ${before})`
    const results = await engine.write([
      changesWritten(site, hand, [{ kind: 'role', about: person, before, after: role }], sql`${stands} AND ${may}`),
      sql`UPDATE roles SET role = ${role}, openid_at = CASE WHEN ${role} = 'owner' THEN NULL ELSE openid_at END
        WHERE person_id = ${person} AND site_id = ${site} AND role = ${before} AND ${may}
        RETURNING person_id`,
    ])
    return results[1]!.length > 0
  },

  /**
   * Takes somebody's role on a site; with the last one go the sessions, the links and all other ways in. An owner may do so,
   * and everybody to themselves. False where there is no role, or it may not be taken.
   */
  async dismiss(site: string, person: number, hand: Hand & { person: number }): Promise<boolean> {
    const isSelf = sql`${person} = ${hand.person}`
    const isSpared = sql`EXISTS (SELECT 1 FROM roles spared WHERE spared.person_id = ${person} AND spared.site_id = ${site}
      AND spared.role = 'owner') AND NOT ${hasOther(person, site)}`
    const may = sql`(${isSelf} OR ${owns(hand.person, site)}) AND ${person} <> ${OWNER} AND NOT (${isSpared})`
    const stands = sql`EXISTS (SELECT 1 FROM roles WHERE person_id = ${person} AND site_id = ${site})`
    const results = await engine.write([
      changesWritten(site, hand, [{ kind: 'dismissed', about: person }], sql`${stands} AND ${may}`),
      sql`DELETE FROM roles WHERE person_id = ${person} AND site_id = ${site} AND ${may} RETURNING person_id`,
      ...wentOut(person),
    ])
    return results[1]!.length > 0
  },

  /** The names that readers see of the others who have a role on a site where this person has one. */
  async colleagues(person: number): Promise<string[]> {
    const rows = await engine.all<{ name: string }>(
      sql`SELECT coalesce(people.public_name, people.name) AS name FROM roles mine
        CROSS JOIN roles theirs ON theirs.site_id = mine.site_id CROSS JOIN people ON people.id = theirs.person_id
        WHERE mine.person_id = ${person} AND theirs.person_id <> ${person} AND people.is_key = 0`,
    )
    return [...new Set(rows.map(({ name }) => name))]
  },

  /** Gives a person a public name, or takes it. */
  async rename(person: number, publicName: string | null): Promise<void> {
    await engine.write([sql`UPDATE people SET public_name = ${publicName} WHERE id = ${person}`])
  },

  /** Keeps in which language a person has the desk; null for that of their browser. */
  async speak(person: number, language: string | null): Promise<void> {
    await engine.write([sql`UPDATE people SET language = ${language} WHERE id = ${person}`])
  },
})
