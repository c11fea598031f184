import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'
import type { sites } from './schema.ts'

export type SiteRow = typeof sites.$inferSelect

interface Raw {
  id: string
  name: string
  origins: string
  settings: string
  is_demo: number
  revision: number
  policy_revision: number
  created_at: number
}

const read = (row: Raw): SiteRow => ({
  id: row.id,
  name: row.name,
  origins: JSON.parse(row.origins),
  settings: JSON.parse(row.settings),
  isDemo: row.is_demo === 1,
  revision: row.revision,
  policyRevision: row.policy_revision,
  createdAt: row.created_at,
})

export const sitesStore = (engine: Engine) => ({
  /** The site with this id. */
  async find(id: string): Promise<SiteRow | null> {
    const row = await engine.first<Raw>(sql`SELECT * FROM sites WHERE id = ${id}`)
    return row ? read(row) : null
  },

  async list(): Promise<SiteRow[]> {
    return (await engine.all<Raw>(sql`SELECT * FROM sites ORDER BY id`)).map(read)
  },

  /** Adds a site; false when its id is taken. */
  async add(site: Omit<SiteRow, 'revision' | 'policyRevision'>): Promise<boolean> {
    const [rows] = await engine.write([
      sql`INSERT INTO sites (id, name, origins, settings, is_demo, created_at)
        VALUES (${site.id}, ${site.name}, ${JSON.stringify(site.origins)}, ${JSON.stringify(site.settings)},
          ${site.isDemo ? 1 : 0}, ${site.createdAt})
        ON CONFLICT DO NOTHING RETURNING id`,
    ])
    return rows!.length > 0
  },

  /** Removes a site that has no article and no comment, with the roles on it; false when it has. */
  async remove(id: string): Promise<boolean> {
    const unused = sql`${id} NOT IN (SELECT site_id FROM articles WHERE site_id = ${id}
      UNION ALL SELECT site_id FROM sessions WHERE site_id = ${id})`
    const results = await engine.write([
      sql`DELETE FROM roles WHERE site_id = ${id} AND ${unused}`,
      sql`DELETE FROM claims WHERE site_id = ${id} AND ${unused}`,
      sql`DELETE FROM site_keys WHERE site_id = ${id} AND ${unused}`,
      sql`DELETE FROM sites WHERE id = ${id} AND ${unused} RETURNING id`,
    ])
    return results.at(-1)!.length > 0
  },

  /** Changes settings; those not given stay. False when something of the site changed since it was read. */
  async resettle({ id, revision, policyRevision }: SiteRow, change: SiteRow['settings']): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE sites SET settings = json_patch(settings, ${JSON.stringify(change)})
        WHERE id = ${id} AND revision = ${revision} AND policy_revision = ${policyRevision} RETURNING id`,
    ])
    return rows!.length > 0
  },

  /** Changes what is given; false when there is no such site. */
  async change(id: string, change: Partial<Pick<SiteRow, 'name' | 'origins' | 'settings'>>): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE sites SET
        name = coalesce(${change.name ?? null}, name),
        origins = coalesce(${change.origins ? JSON.stringify(change.origins) : null}, origins),
        settings = json_patch(settings, ${JSON.stringify(change.settings ?? {})})
        WHERE id = ${id} RETURNING id`,
    ])
    return rows!.length > 0
  },
})
