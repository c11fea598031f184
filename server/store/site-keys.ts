import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

/** Keys of a site's own login that count at the same time: the one in use, and the next. */
export const LIVING_KEYS = 2

export const siteKeysStore = (engine: Engine) => ({
  /** The ids of the keys that count now, oldest first. */
  async living(site: string, now: number): Promise<string[]> {
    const rows = await engine.all<{ id: string }>(
      sql`SELECT id FROM site_keys WHERE site_id = ${site} AND (ends_at IS NULL OR ends_at > ${now}) ORDER BY id`,
    )
    return rows.map(({ id }) => id)
  },

  /** Adds a key; false where as many as may be live already. */
  async add(site: string, id: string, now: number, most = LIVING_KEYS): Promise<boolean> {
    const [rows] = await engine.write([
      sql`INSERT INTO site_keys (site_id, id, created_at) SELECT ${site}, ${id}, ${now}
        WHERE (SELECT count(*) FROM site_keys WHERE site_id = ${site} AND (ends_at IS NULL OR ends_at > ${now})) < ${most}
        RETURNING id`,
    ])
    return rows!.length > 0
  },

  /** Ends a key; false where there is none of this id that counts. */
  async end(site: string, id: string, now: number): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE site_keys SET ends_at = ${now} WHERE site_id = ${site} AND id = ${id}
        AND (ends_at IS NULL OR ends_at > ${now}) RETURNING id`,
    ])
    return rows!.length > 0
  },
})
