import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

/** An origin from which the widget asked for a thread of a site; times to the hour, ms UTC. */
export interface SightingRow {
  origin: string
  seen_at: number | null
  refused_at: number | null
}

/** Strange origins that are kept of a site: whoever makes some up displaces none of its own. */
const STRANGE = 10

/** Where the widget was seen, and where it was refused. */
export const sightingsStore = (engine: Engine) => ({
  /** Keeps that pages of an origin of the site's have had their thread; what was refused before is settled by it. */
  async seen(site: string, origin: string, at: number): Promise<void> {
    await engine.write([
      sql`INSERT INTO sightings (site_id, origin, seen_at) SELECT id, ${origin}, ${at} FROM sites WHERE id = ${site}
        ON CONFLICT (site_id, origin) DO UPDATE SET seen_at = excluded.seen_at, refused_at = NULL
        WHERE seen_at IS NOT excluded.seen_at OR refused_at IS NOT NULL`,
    ])
  },

  /** Keeps that pages of an origin were refused; of those that never were the site's the ten that came first, for a month. */
  async refused(site: string, origin: string, at: number, since: number): Promise<void> {
    await engine.write([
      sql`DELETE FROM sightings WHERE site_id = ${site} AND seen_at IS NULL AND refused_at < ${since}`,
      sql`INSERT INTO sightings (site_id, origin, refused_at) SELECT id, ${origin}, ${at} FROM sites WHERE id = ${site}
          AND (SELECT count(*) FROM sightings WHERE site_id = ${site} AND seen_at IS NULL AND origin <> ${origin}) < ${STRANGE}
        ON CONFLICT (site_id, origin) DO UPDATE SET refused_at = excluded.refused_at
        WHERE refused_at IS NOT excluded.refused_at`,
    ])
  },

  /** Those of a site, by origin. */
  async of(site: string): Promise<SightingRow[]> {
    return engine.all<SightingRow>(
      sql`SELECT origin, seen_at, refused_at FROM sightings WHERE site_id = ${site} ORDER BY origin`,
    )
  },
})
