import { type SQL, sql } from 'drizzle-orm/sql'
import { MODERATOR_ACTS, type Reason, RULINGS, type Ruler, type Ruling, type Status } from '../contract.ts'
import { type Engine, json } from './engine.ts'

/** A ruling asked for: on which comment, and at which version it was seen. */
export interface AskedRuling {
  id: number
  ruling: Exclude<Ruling, 'post' | 'import'>
  /** Null where it holds whatever version stands: what an author takes back is gone, whoever changed it meanwhile. */
  seen: number | null
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
  'r.comment_id, r.ruling, coalesce(person.public_name, person.name) AS by_name, r.ruler, r.from_status, r.to_status, r.reason, r.at',
)

/** What stands of a comment, and who decided it last. */
export interface StandingRow extends DecisionRow {
  id: number
  status: Status
  version: number
  person_id: number | null
}

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
    const personId = maker.ruler === 'moderator' ? maker.personId : null
    const mayMake =
      maker.ruler === 'author'
        ? sql`c.author_id = ${maker.authorId}`
        : // Counted, because EXISTS would become a join and be asked for each ruling.
          sql`(SELECT count(*) FROM roles WHERE person_id = ${maker.personId} AND site_id = ${site}) > 0`
    // What each ruling gives is known before, unless it goes back to what was; then all being made is told by a number.
    const known = rows.every(({ to, seen }) => to !== null && seen !== null) ? rows.length : -1
    const stirred = sql`(SELECT json_group_array(comment_id) FROM rulings_due WHERE stirs = 1)`
    const results = await engine.write([
      // The trigger `rulings_made` writes each ruling into the log and gives its comment the status.
      // `+c.site_id` keeps the planner from walking all comments of the site; the join by primary key is the cheap one.
      sql`INSERT INTO rulings_due (site_id, after_seq, comment_id, version, ruling, from_status, to_status, reason, note,
          words, text_digest, stirs, ruler, person_id, at)
        SELECT ${site}, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0), id, version + 1, ruling,
          status, to_status, reason, note, words, text_digest,
          parent_id IS NOT NULL AND (status = 'published') <> (to_status = 'published'),
          ${maker.ruler}, ${personId}, ${now}
        FROM (
          SELECT c.id, c.version, c.status, c.text, c.text_digest, c.parent_id, asked.value ->> 'ruling' AS ruling,
            asked.value ->> 'reason' AS reason, asked.value ->> 'note' AS note, asked.value ->> 'words' AS words,
            coalesce(asked.value ->> 'to', (SELECT last.from_status FROM rulings last WHERE last.comment_id = c.id
              AND last.${DECIDES} AND last.at > ${now - RESTORABLE_MS} ORDER BY last.version DESC LIMIT 1)) AS to_status
          FROM json_each(${json(rows)}) asked CROSS JOIN comments c ON c.id = asked.value ->> 'id'
          WHERE +c.site_id = ${site} AND c.version = coalesce(asked.value ->> 'seen', c.version)
            AND instr(asked.value ->> 'from', ',' || c.status || ',') > 0 AND ${mayMake})
        WHERE (to_status NOT IN ('none', 'withdrawn') OR ruling = 'withdraw')
          -- A text that is gone cannot be made public again.
          AND (to_status <> 'published' OR text <> '' OR status = 'published')`,
      sql`SELECT max(n) AS made FROM rulings_due`,
      // RETURNING, or this list in any case, would read each row once more.
      sql`SELECT comment_id AS id, to_status AS status, version FROM rulings_due
        WHERE n <= (SELECT iif(max(n) = ${known}, 0, max(n)) FROM rulings_due)`,
      ...stubsFollow(stirred),
      ...(rows.some(({ to }) => to === null) ? answersTakenBack() : []),
      sql`DELETE FROM rulings_due`,
    ])
    if (results[1]![0]!['made'] === known) {
      return rows.map(({ id, seen, to }) => ({ id, status: to as Status, version: seen! + 1 }))
    }
    return results[2] as unknown as MadeRuling[]
  },

  /** The status and version each comment of the site stands at now, with its last ruling. */
  async standing(site: string, ids: readonly number[]) {
    return engine.all<StandingRow>(
      sql`SELECT c.id, c.status, c.version, r.person_id, ${DECISION}
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
 * What an undone decision had answered is open again: the reports it settled, and the appeal it granted. Both are known by
 * the time of the decision before the one that is due.
 */
function answersTakenBack(): SQL[] {
  const undone = sql`SELECT due.comment_id, (SELECT r.at FROM rulings r WHERE r.comment_id = due.comment_id
      AND r.version < due.version AND r.${DECIDES} ORDER BY r.version DESC LIMIT 1)
    FROM rulings_due due WHERE due.ruling = 'restore'`
  return [
    sql`UPDATE reports SET settled_at = NULL, outcome = NULL WHERE (comment_id, settled_at) IN (${undone})`,
    sql`UPDATE appeals SET decided_at = NULL, decided_by = NULL, outcome = NULL, words = NULL
      WHERE (comment_id, decided_at) IN (${undone})`,
  ]
}

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
