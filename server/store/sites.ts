import { sql } from 'drizzle-orm/sql'
import { type Engine, storable } from './engine.ts'
import type { sites } from './schema.ts'
import { changesWritten, type Hand, type WrittenChange } from './site-changes.ts'

export type SiteRow = typeof sites.$inferSelect

/** What of a site can be changed. */
type SiteChanges = Partial<Pick<SiteRow, 'name' | 'origins' | 'settings'>>

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

/** What a site may have before anybody has written; a test holds that it is all of it. */
const SET_UP = [
  ...['roles', 'invitations', 'site_changes', 'sightings', 'claims', 'site_keys', 'lists', 'saved_replies'],
  ...['api_keys', 'webhooks', 'translators', 'held_networks', 'imported', 'imported_authors', 'imports_waiting'],
]

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

  /** Adds a site, which its maker owns where one is named; false when its id is taken. */
  async add(site: Omit<SiteRow, 'revision' | 'policyRevision'>, maker: number | null = null): Promise<boolean> {
    const [rows] = await engine.write([
      sql`INSERT INTO sites (id, name, origins, settings, is_demo, created_at)
        VALUES (${site.id}, ${site.name}, ${JSON.stringify(site.origins)}, ${storable(JSON.stringify(site.settings))},
          ${site.isDemo ? 1 : 0}, ${site.createdAt})
        ON CONFLICT DO NOTHING RETURNING id`,
      // Each only where the one before has written: a site that was there stays whose it is.
      ...(maker === null
        ? []
        : [
            changesWritten(site.id, { person: maker, at: site.createdAt }, [{ kind: 'made' }], sql`changes() = 1`),
            sql`INSERT INTO roles (person_id, site_id, role) SELECT ${maker}, ${site.id}, 'owner' WHERE changes() = 1`,
          ]),
    ])
    return rows!.length > 0
  },

  /**
   * Removes a site under which nobody has written, with all that was set up on it; false when it has an article, a reader
   * or a decision.
   */
  async remove(id: string): Promise<boolean> {
    const unused = sql`${id} NOT IN (SELECT site_id FROM articles WHERE site_id = ${id}
      UNION ALL SELECT site_id FROM authors WHERE site_id = ${id}
      UNION ALL SELECT site_id FROM sessions WHERE site_id = ${id}
      UNION ALL SELECT site_id FROM rulings WHERE site_id = ${id})`
    const results = await engine.write([
      sql`DELETE FROM deliveries WHERE webhook_id IN (SELECT id FROM webhooks WHERE site_id = ${id}) AND ${unused}`,
      ...SET_UP.map(table => sql`DELETE FROM ${sql.identifier(table)} WHERE site_id = ${id} AND ${unused}`),
      sql`DELETE FROM sites WHERE id = ${id} AND ${unused} RETURNING id`,
    ])
    return results.at(-1)!.length > 0
  },

  /**
   * Changes what is given, and writes down who changed what; settings not given stay. False, and nothing is changed, when
   * something of the site changed since it was read.
   */
  async resettle(site: SiteRow, change: SiteChanges, hand: Hand): Promise<boolean> {
    const { id, revision, policyRevision } = site
    const name = change.name ?? site.name
    const origins = JSON.stringify(change.origins ?? site.origins)
    // The row is the one that was read. `json_patch` would mix the old and the new of a setting that is an object.
    const merged = Object.entries({ ...site.settings, ...change.settings }).filter(([, value]) => value !== null)
    const settings = storable(JSON.stringify(Object.fromEntries(merged)))
    const stands = sql`id = ${id} AND revision = ${revision} AND policy_revision = ${policyRevision}`
    const results = await engine.write([
      changesWritten(id, hand, changesOf(site, change), sql`EXISTS (SELECT 1 FROM sites WHERE ${stands})`),
      // A name or settings that differ raise the revision by themselves.
      sql`UPDATE sites SET name = ${name}, origins = ${origins},
        settings = ${settings},
        revision = revision + (origins <> ${origins} AND name = ${name} AND settings = ${settings})
        WHERE ${stands} RETURNING id`,
    ])
    return results[1]!.length > 0
  },

  /** Changes what is given, whatever changed meanwhile; false when there is no such site. */
  async change(id: string, change: SiteChanges): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE sites SET
        name = coalesce(${change.name ?? null}, name),
        origins = coalesce(${change.origins ? JSON.stringify(change.origins) : null}, origins),
        settings = json_patch(settings, ${storable(JSON.stringify(change.settings ?? {}))})
        WHERE id = ${id} RETURNING id`,
    ])
    return rows!.length > 0
  },
})

/** What of a site is changed, as it was and as it will be; what stays the same is not one. */
function changesOf(site: SiteRow, { name, origins, settings = {} }: SiteChanges): WrittenChange[] {
  const before: Record<string, unknown> = site.settings
  const differs = ({ before, after }: WrittenChange) => JSON.stringify(before ?? null) !== JSON.stringify(after ?? null)
  return [
    ...(name === undefined ? [] : [{ kind: 'name', before: site.name, after: name } as const]),
    ...(origins === undefined ? [] : [{ kind: 'origins', before: site.origins, after: origins } as const]),
    ...Object.entries(settings).map(
      ([setting, after]) => ({ kind: 'setting', name: setting, before: before[setting] ?? null, after }) as const,
    ),
  ].filter(differs)
}
