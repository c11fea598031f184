import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { LIMITS, type QueueChanges } from '../contract.ts'
import type { Engine } from './engine.ts'
import { decisionOf } from './queue.ts'
import { DECISION, type DecisionRow } from './rulings.ts'

type ChangeRow = DecisionRow & { seq: number; version: number }

/** What has changed in a site's queue, by the site's log: every change of a status stands in it. */
export const queueChangesStore = (engine: Engine) => ({
  /** The newest number of a site's log; 0 while it is empty. */
  async head(site: string): Promise<number> {
    const row = await engine.first<{ seq: number | null }>(
      sql`SELECT max(seq) AS seq FROM rulings WHERE site_id = ${site}`,
    )
    return row?.seq ?? 0
  },

  /**
   * What was posted and decided since a number of the log. Who has fallen behind further than one answer reaches, or asks
   * with a number that the log has not come to, is told to begin anew.
   */
  async since(site: string, seq: number): Promise<Omit<QueueChanges, 'counts' | 'pressed'>> {
    const [heads, rows] = await engine.read<[{ seq: number | null }, ChangeRow]>(
      sql`SELECT max(seq) AS seq FROM rulings WHERE site_id = ${site}`,
      sql`SELECT r.seq, r.version, ${DECISION} FROM rulings r LEFT JOIN people person ON person.id = r.person_id
        WHERE r.site_id = ${site} AND r.seq > ${seq} ORDER BY r.seq LIMIT ${LIMITS.changes + 1}`,
    )
    const head = heads[0]?.seq ?? 0
    if (seq > head || rows.length > LIMITS.changes) return { seq: head, changes: [], isAnew: true }
    const changes = rows.map(row => ({
      comment: spellId(row.comment_id),
      version: row.version,
      status: row.to_status,
      decision: decisionOf(row),
    }))
    return { seq: head, changes, isAnew: false }
  },
})
