import { type SQL, sql } from 'drizzle-orm/sql'
import { MODERATOR_ACTS, type Reason, RULINGS, type Ruler, type Ruling, type Status } from '../contract.ts'
import { type Engine, json } from './engine.ts'

/** A ruling asked for: on which comment, and at which version it was seen. */
export interface AskedRuling {
  id: number
  ruling: Exclude<Ruling, 'post'>
  seen: number
  reason: Reason | null
  note: string | null
  /** What the author is told beside the reason. */
  words?: string | null
}

export type RulingMaker = { ruler: 'moderator'; personId: number } | { ruler: 'author'; authorId: number }

export interface MadeRuling {
  id: number
  status: Status
  version: number
}

export interface DecisionRow {
  comment_id: number
  ruling: Ruling
  by_name: string | null
  ruler: Ruler
  from_status: Status | 'none'
  to_status: Status
  reason: Reason | null
  at: number
}

/** A row of the log that decides on its comment: not one of the acts beside, which leave the decision as it is. */
export const DECIDES = sql.raw(`ruling NOT IN (${MODERATOR_ACTS.map(act => `'${act}'`).join(', ')})`)

/** How long a ruling can be undone. */
const RESTORABLE_MS = 30 * 24 * 3_600_000

/** The columns of a `DecisionRow`: the ruling is `r`, the person who made it `person`. */
export const DECISION = sql.raw(
  'r.comment_id, r.ruling, person.name AS by_name, r.ruler, r.from_status, r.to_status, r.reason, r.at',
)

export const rulingsStore = (engine: Engine) => ({
  /**
   * Makes 1 to 500 rulings on distinct comments of one site in one atomic batch: each status changes together with its
   * log row, and only where the comment stands at the version that was seen, in a status that RULINGS allows to this
   * maker. Gives those that were made; a ruling that is missing there lost its race or was not allowed.
   */
  async make(site: string, asked: readonly AskedRuling[], maker: RulingMaker, now: number): Promise<MadeRuling[]> {
    const rows = asked.map(({ id, ruling, seen, reason, note, words = null }) => {
      const { by, to } = RULINGS[ruling]
      const from = (by as Partial<Record<Ruler, readonly string[]>>)[maker.ruler] ?? []
      return { id, ruling, seen, reason, note, words, to: to === 'before' ? null : to, from: `,${from.join(',')},` }
    })
    const all = json(rows)
    const ids = json(asked.map(({ id }) => id))
    const personId = maker.ruler === 'moderator' ? maker.personId : null
    const mayMake =
      maker.ruler === 'author'
        ? sql`c.author_id = ${maker.authorId}`
        : sql`EXISTS (SELECT 1 FROM roles WHERE person_id = ${maker.personId} AND site_id = ${site})`
    const results = await engine.write([
      // `+c.site_id` keeps the planner from walking all comments of the site; the join by primary key is the cheap one.
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler,
          person_id, text_digest, at)
        SELECT site_id, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + row_number() OVER (),
          id, version + 1, ruling, status, to_status, reason, ${maker.ruler},
          ${personId}, text_digest, ${now}
        FROM (
          SELECT c.site_id, c.id, c.version, c.status, c.text_digest, asked.value ->> 'ruling' AS ruling,
            asked.value ->> 'reason' AS reason,
            coalesce(asked.value ->> 'to', (SELECT last.from_status FROM rulings last WHERE last.comment_id = c.id
              AND last.${DECIDES} AND last.at > ${now - RESTORABLE_MS} 
              ORDER BY last.version DESC LIMIT 1)) AS to_status
          FROM json_each(${all}) asked CROSS JOIN comments c ON c.id = asked.value ->> 'id'
          WHERE +c.site_id = ${site} AND c.version = asked.value ->> 'seen'
            AND instr(asked.value ->> 'from', ',' || c.status || ',') > 0 AND ${mayMake})
        WHERE to_status NOT IN ('none', 'withdrawn') OR ruling = 'withdraw'`,
      sql`INSERT INTO ruling_words (comment_id, version, note, words)
        SELECT r.comment_id, r.version, asked.value ->> 'note', asked.value ->> 'words'
        FROM json_each(${all}) asked CROSS JOIN rulings r
          ON r.comment_id = asked.value ->> 'id' AND r.version = (asked.value ->> 'seen') + 1
        WHERE coalesce(asked.value ->> 'note', asked.value ->> 'words') IS NOT NULL AND r.site_id = ${site} AND r.at = ${now}
          AND r.ruling = asked.value ->> 'ruling' AND r.person_id IS ${personId}
        ON CONFLICT DO NOTHING`,
      sql`UPDATE comments SET status = r.to_status, version = comments.version + 1,
          is_reviewed = CASE r.ruling WHEN 'restore' THEN was_reviewed ELSE is_reviewed OR r.ruler = 'moderator' END,
          was_reviewed = is_reviewed,
          is_shown = r.to_status = 'published'
            OR EXISTS (SELECT 1 FROM comments child WHERE child.parent_id = comments.id AND child.is_shown = 1)
        FROM json_each(${ids}) asked CROSS JOIN rulings r ON r.comment_id = asked.value
        WHERE comments.id = asked.value AND +comments.site_id = ${site} AND r.version = comments.version + 1
        RETURNING comments.id, comments.status, comments.version`,
      ...stubsFollow(ids),
    ])
    return results[2] as unknown as MadeRuling[]
  },

  /** The status and version each comment of the site stands at now, with its last ruling. */
  async standing(site: string, ids: readonly number[]) {
    return engine.all<DecisionRow & { id: number; status: Status; version: number }>(
      sql`SELECT c.id, c.status, c.version, ${DECISION}
        FROM json_each(${json(ids)}) asked CROSS JOIN comments c ON c.id = asked.value
        CROSS JOIN rulings r ON r.comment_id = c.id
          AND r.version = (SELECT max(version) FROM rulings WHERE comment_id = c.id)
        LEFT JOIN people person ON person.id = r.person_id
        WHERE +c.site_id = ${site}`,
    )
  },

  /** The rulings on one comment, oldest first. */
  async log(id: number, limit = 100): Promise<DecisionRow[]> {
    return engine.all<DecisionRow>(
      sql`SELECT ${DECISION} FROM rulings r LEFT JOIN people person ON person.id = r.person_id
        WHERE r.comment_id = ${id} ORDER BY r.version LIMIT ${limit}`,
    )
  },
})

/**
 * Two statements that make the stubs above these comments true again, in the batch that changed the comments' status: a
 * removed ancestor of a shown comment is shown as a stub, and a stub under which nothing published is left goes.
 * Both walk up only as far as ancestors are not published.
 */
export function stubsFollow(ids: SQL): SQL[] {
  const ancestors = (from: SQL) => sql`WITH RECURSIVE up (id, parent_id) AS (
      SELECT p.id, p.parent_id FROM json_each(${ids}) asked CROSS JOIN comments c ON c.id = asked.value
        CROSS JOIN comments p ON p.id = c.parent_id WHERE ${from} AND p.status <> 'published'
      UNION
      SELECT p.id, p.parent_id FROM up CROSS JOIN comments p ON p.id = up.parent_id WHERE p.status <> 'published')
    SELECT id FROM up`
  return [
    sql`UPDATE comments SET is_shown = 1 WHERE is_shown = 0 AND id IN (${ancestors(sql`c.is_shown = 1`)})`,
    sql`UPDATE comments SET is_shown = 0
      WHERE is_shown = 1 AND status <> 'published' AND id IN (${ancestors(sql`c.is_shown = 0`)})
        AND NOT EXISTS (
          WITH RECURSIVE down (id, status) AS (
            SELECT k.id, k.status FROM comments k WHERE k.parent_id = comments.id AND k.is_shown = 1
            UNION ALL
            SELECT k.id, k.status FROM down CROSS JOIN comments k ON k.parent_id = down.id AND k.is_shown = 1)
          SELECT 1 FROM down WHERE status = 'published')`,
  ]
}
