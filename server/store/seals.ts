import { sql } from 'drizzle-orm/sql'
import type { Seal, SealedRow } from '../moderation/log/seal.ts'
import type { Engine } from './engine.ts'

const SEAL = sql.raw('from_seq AS "from", to_seq AS "to", previous, hash, marks')

/** The seals over the log, and the log as it is sealed. */
export const sealsStore = (engine: Engine) => ({
  /** The newest seal of a site. */
  async last(site: string): Promise<Seal | null> {
    const row = await engine.first<Seal>(
      sql`SELECT ${SEAL} FROM seals WHERE site_id = ${site} ORDER BY to_seq DESC LIMIT 1`,
    )
    return row ?? null
  },

  /** Seals in their order, those after a row. */
  async page(site: string, after: number, limit: number): Promise<Seal[]> {
    return engine.all<Seal>(
      sql`SELECT ${SEAL} FROM seals WHERE site_id = ${site} AND to_seq > ${after} ORDER BY to_seq LIMIT ${limit}`,
    )
  },

  /** Rows of the log in their order, those after a number. */
  async rows(site: string, after: number, limit: number): Promise<SealedRow[]> {
    return engine.all<SealedRow>(
      sql`SELECT seq, comment_id, version, ruling, from_status, to_status, reason, rule, ruler, person_id, text_digest, at
        FROM rulings WHERE site_id = ${site} AND seq > ${after} ORDER BY seq LIMIT ${limit}`,
    )
  },

  /** Adds the next seal; false when another one has been added meanwhile. */
  async add(site: string, seal: Seal, now: number): Promise<boolean> {
    const [rows] = await engine.write([
      sql`INSERT INTO seals (site_id, from_seq, to_seq, previous, hash, marks, sealed_at)
        SELECT ${site}, ${seal.from}, ${seal.to}, ${seal.previous}, ${seal.hash}, ${seal.marks}, ${now}
        WHERE coalesce((SELECT max(to_seq) FROM seals WHERE site_id = ${site}), 0) = ${seal.from - 1}
        ON CONFLICT DO NOTHING RETURNING to_seq`,
    ])
    return rows!.length > 0
  },
})
