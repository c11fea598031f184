import { type SQL, sql } from 'drizzle-orm/sql'
import { type Engine, json } from './engine.ts'
import { LETTER_COLUMNS, type LetterRow } from './outbox.ts'

/** How many letters are listed of each kind, and how many are counted. */
const LISTED = 50
const COUNTED = 1_001

/** What a site has in the outbox. */
export interface OutboxCounts {
  waiting: number
  dead: number
  /** Since when the one that has waited longest is due; null where none is. */
  due_since: number | null
}

/** The outbox as its owners look at it: what waits, what was given up, and what they do about it. */
export const outboxDeskStore = (engine: Engine) => {
  const waits = (site: string, urgent: 0 | 1) => sql`INDEXED BY outbox_due WHERE is_urgent = ${urgent}
    AND ifnull(site_id, '') = ${site} AND next_at IS NOT NULL`
  const dead = (site: string) =>
    sql`INDEXED BY outbox_of_site WHERE ifnull(site_id, '') = ${site} AND outcome = 'dead' AND next_at IS NULL`
  /** A letter that is not over, or was given up, and is of use: one of these. */
  const these = (
    site: string,
    ids: readonly number[],
    more: SQL,
  ) => sql`id IN (SELECT value FROM json_each(${json(ids)}))
    AND ifnull(site_id, '') = ${site} AND (next_at IS NOT NULL OR outcome = 'dead') ${more}`

  return {
    /** The letters of a site that wait, the next one first. */
    async waiting(site: string): Promise<LetterRow[]> {
      const [urgent, others] = await engine.read<[LetterRow, LetterRow]>(
        sql`SELECT ${LETTER_COLUMNS} FROM outbox ${waits(site, 1)} ORDER BY next_at LIMIT ${LISTED}`,
        sql`SELECT ${LETTER_COLUMNS} FROM outbox ${waits(site, 0)} ORDER BY next_at LIMIT ${LISTED}`,
      )
      return [...urgent, ...others].slice(0, LISTED)
    },

    /** Those that were given up, the last one first. */
    async dead(site: string): Promise<LetterRow[]> {
      return engine.all<LetterRow>(
        sql`SELECT ${LETTER_COLUMNS} FROM outbox ${dead(site)} ORDER BY done_at DESC LIMIT ${LISTED}`,
      )
    },

    /** How many there are, as far as they are counted. */
    async counts(site: string): Promise<OutboxCounts> {
      const count = (where: SQL) => sql`(SELECT count(*) FROM (SELECT 1 FROM outbox ${where} LIMIT ${COUNTED}))`
      const first = (urgent: 0 | 1) => sql`(SELECT next_at FROM outbox ${waits(site, urgent)} ORDER BY next_at LIMIT 1)`
      const row = await engine.first<OutboxCounts>(
        sql`SELECT ${count(waits(site, 1))} + ${count(waits(site, 0))} AS waiting, ${count(dead(site))} AS dead,
          nullif(min(ifnull(${first(1)}, 9e15), ifnull(${first(0)}, 9e15)), 9e15) AS due_since`,
      )
      return row!
    },

    /**
     * Has letters sent now, with all the time that a new one has; one that is of no use any more stays as it is, and so does
     * one that is being sent. Gives how many go.
     */
    async again(site: string, ids: readonly number[], now: number): Promise<number> {
      const [rows] = await engine.write([
        sql`UPDATE outbox SET next_at = ${now}, at = ${now}, tries = 0, outcome = NULL, done_at = NULL
          WHERE ${these(site, ids, sql`AND leased_until <= ${now} AND ifnull(ends_at, 9e15) > ${now}`)} RETURNING id`,
        sql`UPDATE mail_server SET failures = 0, rests_until = 0 WHERE id = 1 AND changes() > 0`,
      ])
      return rows!.length
    },

    /** Lets letters go that wait or were given up; gives how many. */
    async drop(site: string, ids: readonly number[], now: number): Promise<number> {
      const [rows] = await engine.write([
        sql`UPDATE outbox SET next_at = NULL, outcome = 'dropped', done_at = ${now}, leased_until = 0
          WHERE ${these(site, ids, sql``)} RETURNING id`,
      ])
      return rows!.length
    },
  }
}
