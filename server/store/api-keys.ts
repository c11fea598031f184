import { sql } from 'drizzle-orm/sql'
import { type ApiKey, type KeyScope, LIMITS } from '../contract.ts'
import type { Engine } from './engine.ts'

/** A key as the door knows it: as whom it acts, where, and what it may. */
export interface KeyRow {
  id: string
  site_id: string
  scope: KeyScope
  person_id: number
  name: string
  used_at: number | null
}

export interface NewKey {
  id: string
  site: string
  /** The id of the account as which it acts. */
  person: number
  madeBy: number
  name: string
  scope: KeyScope
  digest: string
  at: number
  expiresAt: number | null
}

/** Whether whoever made the key `k` owns its site still. */
const MADE_BY_OWNER = sql`EXISTS (SELECT 1 FROM roles maker WHERE maker.person_id = k.made_by
  AND maker.site_id = k.site_id AND maker.role = 'owner')`

/** The keys with which programs do what is done at the desk. Each has an account of its own, so that the log names it. */
export const apiKeysStore = (engine: Engine) => ({
  /**
   * Keeps a key with its account and its role; false where the site has as many as there can be.
   * @throws a UNIQUE error on `api_keys.site_id` when the site has one of this name, on `people.id` when the id is taken
   */
  async add(key: NewKey): Promise<boolean> {
    const results = await engine.write([
      sql`INSERT INTO people (id, name, public_name, created_at, is_key)
        SELECT ${key.person}, ${`key ${key.id}`}, ${`${key.name} (key)`}, ${key.at}, 1
        WHERE (SELECT count(*) FROM api_keys WHERE site_id = ${key.site}) < ${LIMITS.apiKeys}`,
      // What an owner's key may beyond a moderator's is the door's to know: who owns a site is always somebody.
      sql`INSERT INTO roles (person_id, site_id, role)
        SELECT id, ${key.site}, 'moderator' FROM people WHERE id = ${key.person} AND is_key = 1`,
      sql`INSERT INTO api_keys (id, site_id, person_id, made_by, name, scope, digest, created_at, expires_at)
        SELECT ${key.id}, ${key.site}, id, ${key.madeBy}, ${key.name}, ${key.scope}, ${key.digest}, ${key.at},
          ${key.expiresAt} FROM people WHERE id = ${key.person} AND is_key = 1 RETURNING id`,
    ])
    return results[2]!.length > 0
  },

  /** The key with this digest, as long as it counts. */
  async behind(digest: string, now: number): Promise<KeyRow | null> {
    const row = await engine.first<KeyRow>(
      sql`SELECT k.id, k.site_id, k.scope, k.person_id, k.name, k.used_at FROM api_keys k
        WHERE k.digest = ${digest} AND coalesce(k.expires_at > ${now}, 1) AND ${MADE_BY_OWNER}`,
    )
    return row ?? null
  },

  /** Keeps the day on which a key was used. */
  async used(id: string, day: number): Promise<void> {
    await engine.write([sql`UPDATE api_keys SET used_at = ${day} WHERE id = ${id} AND coalesce(used_at < ${day}, 1)`])
  },

  /** The keys of a site by name, those that have ended among them. */
  async list(site: string, now: number): Promise<ApiKey[]> {
    const rows = await engine.all<Omit<ApiKey, 'ended'> & { hasMaker: number }>(
      sql`SELECT k.id, k.name, k.scope, coalesce(p.public_name, p.name) AS "by", k.created_at AS createdAt,
          k.expires_at AS expiresAt, k.used_at AS usedAt, ${MADE_BY_OWNER} AS hasMaker
        FROM api_keys k CROSS JOIN people p ON p.id = k.made_by WHERE k.site_id = ${site} ORDER BY k.name`,
    )
    return rows.map(({ hasMaker, ...key }) => {
      const isOver = key.expiresAt !== null && key.expiresAt <= now
      return { ...key, ended: isOver ? 'expired' : hasMaker ? null : 'maker' }
    })
  },

  /** The keys that a person made and that count as long as they own the site, by site and name. */
  async madeBy(person: number, now: number): Promise<{ id: string; site: string; name: string }[]> {
    const rows = await engine.all<{ id: string; site: string; name: string }>(
      sql`SELECT k.id, k.site_id AS site, k.name FROM roles held CROSS JOIN api_keys k ON k.site_id = held.site_id
        WHERE held.person_id = ${person} AND held.role = 'owner' AND k.made_by = ${person}
          AND coalesce(k.expires_at > ${now}, 1)`,
    )
    return rows.sort((a, b) => (a.site + a.name < b.site + b.name ? -1 : 1))
  },

  /** Ends a key of a site with its role; its account stays, because the log names it. False where there is none. */
  async remove(id: string, site: string): Promise<boolean> {
    const own = sql`SELECT person_id FROM api_keys WHERE id = ${id} AND +site_id = ${site}`
    const results = await engine.write([
      sql`DELETE FROM roles WHERE person_id = (${own})`,
      sql`DELETE FROM api_keys WHERE id = ${id} AND +site_id = ${site} RETURNING id`,
    ])
    return results[1]!.length > 0
  },
})
