import { type SQL, sql } from 'drizzle-orm/sql'
import { firstIdAt } from '../comments/ids.ts'
import { emptied } from './emptying.ts'
import { type Engine, json } from './engine.ts'

/** What is looked through for what is old enough to go, in the order in which it is done. */
export const RETAINED = [
  'refused',
  'findings',
  'editions',
  'words',
  'notes',
  'reports',
  'appeals',
  'networks',
  'links',
  'aside',
  'bans',
  'search',
] as const
export type Retained = (typeof RETAINED)[number]

/** Until which time something must have come to an end to go now, in ms UTC, by the ids of sites. */
export interface Ends {
  refused: Record<string, number>
  evidence: Record<string, number>
  /** The time now. */
  now: number
}

/** How a kind of data stands. */
export interface RetentionRow {
  kind: Retained
  position: number
  lease_until: number
  next_at: number
  done_at: number | null
  taken: number
}

/** How far one step came: the next one begins behind it; `isDone` where nothing is left to look at. */
export interface RetentionStep {
  position: number
  isDone: boolean
  taken: number
}

const DAY = 24 * 3_600_000
/** For how many days is kept what an import has put aside that was ended from outside. */
export const ASIDE_DAYS = 7
/** How long a process that was killed keeps others from going on, in ms. */
const LEASE = 60_000
/** How long a hashed network stays with its comment: as long as its salt, and then until it is looked for, once a day. */
const NETWORK_MS = 2 * DAY
/** How long what an import has put aside outlives its process, which was ended from outside. */
const ASIDE_MS = ASIDE_DAYS * DAY
/** Pages of the index that are put together in one step. */
const MERGED = 64

/** The time of the last ruling on the comment `c`. */
const LAST_RULED = sql.raw('coalesce((SELECT max(r.at) FROM rulings r WHERE r.comment_id = c.id), c.created_at)')
/** Nobody waits for an answer about the comment `c`, and no court. */
const SETTLED = sql.raw("c.legal_hold = 0 AND c.has_appeal = 0 AND c.status <> 'pending'")

/** A row that was looked at: what it is found by, whether it goes, and whether it is as old as what goes. */
interface Looked {
  id: number
  due: number
  old: number
}

export const retentionStore = (engine: Engine) => {
  const ended = (ends: Record<string, number>, site: SQL, at: SQL) => sql`${at} <= (${json(ends)} ->> ${site})`
  const newest = (ends: Record<string, number>) => Math.max(0, ...Object.values(ends))

  /** What the walks look at, from a place on, in the order of the ids. */
  const walks = (kind: Retained, position: number, limit: number, { refused, evidence }: Ends): SQL | null => {
    const cut = newest(evidence)
    const site = sql`c.site_id`
    const beside = (columns: SQL, from: SQL, at: SQL, which = SETTLED) =>
      sql`SELECT ${columns}, coalesce(${ended(evidence, site, at)} AND ${which}, 0) AS due, c.created_at <= ${cut} AS old
        ${from} LIMIT ${limit}`
    switch (kind) {
      case 'refused':
        return sql`SELECT c.id, coalesce(${ended(refused, site, LAST_RULED)} AND c.legal_hold = 0 AND c.has_appeal = 0, 0) AS due,
            1 AS old
          FROM comments c INDEXED BY comments_to_empty
          WHERE c.status IN ('withdrawn', 'rejected', 'spam') AND c.text <> '' AND c.id > ${position}
            AND c.id < ${firstIdAt(newest(refused) + 1)} ORDER BY c.id LIMIT ${limit}`
      case 'findings':
        return beside(
          sql`f.id`,
          sql`FROM findings f CROSS JOIN comments c ON c.id = f.comment_id WHERE f.id > ${position} ORDER BY f.id`,
          LAST_RULED,
          sql`${SETTLED} AND c.open_reports = 0`,
        )
      case 'editions':
        return beside(
          sql`e.comment_id AS id`,
          sql`FROM editions e CROSS JOIN comments c ON c.id = e.comment_id
            WHERE e.comment_id > ${position} ORDER BY e.comment_id`,
          sql`e.ended_at`,
        )
      case 'words':
        return beside(
          sql`w.comment_id AS id`,
          sql`FROM ruling_words w CROSS JOIN comments c ON c.id = w.comment_id
            WHERE w.comment_id > ${position} ORDER BY w.comment_id`,
          sql`(SELECT r.at FROM rulings r WHERE r.comment_id = w.comment_id AND r.version = w.version)`,
        )
      case 'notes':
        return sql`SELECT n.id, coalesce(${ended(evidence, sql`n.site_id`, sql`n.created_at`)}
            AND NOT EXISTS (SELECT 1 FROM comments c WHERE c.id = n.comment_id AND c.legal_hold = 1), 0) AS due,
            n.created_at <= ${cut} AS old
          FROM notes n WHERE n.id > ${position} ORDER BY n.id LIMIT ${limit}`
      case 'reports':
        return beside(
          sql`p.id`,
          sql`FROM reports p CROSS JOIN comments c ON c.id = p.comment_id WHERE p.id > ${position} ORDER BY p.id`,
          sql`p.settled_at`,
          sql`c.legal_hold = 0`,
        )
      case 'appeals':
        return beside(
          sql`p.comment_id AS id`,
          sql`FROM appeals p CROSS JOIN comments c ON c.id = p.comment_id
            WHERE p.comment_id > ${position} ORDER BY p.comment_id`,
          sql`p.decided_at`,
          sql`c.legal_hold = 0`,
        )
      default:
        return null
    }
  }

  /** What takes away those that are due, as they still are; the last statement gives what was taken. */
  const takes = (kind: Retained, ids: readonly number[], { refused, evidence }: Ends): SQL[] => {
    const these = sql`(SELECT value FROM json_each(${json(ids)}))`
    const ofComment = (table: string, at: SQL) =>
      sql`DELETE FROM ${sql.raw(table)} WHERE comment_id IN ${these} AND ${ended(
        evidence,
        sql`(SELECT c.site_id FROM comments c WHERE c.id = ${sql.raw(table)}.comment_id AND c.legal_hold = 0)`,
        at,
      )} RETURNING comment_id`
    switch (kind) {
      case 'refused':
        return emptied(sql`(SELECT c.id FROM json_each(${json(ids)}) each CROSS JOIN comments c ON c.id = each.value
          WHERE c.status IN ('withdrawn', 'rejected', 'spam') AND c.legal_hold = 0 AND c.has_appeal = 0
            AND ${ended(refused, sql`c.site_id`, LAST_RULED)})`)
      case 'editions':
        return [ofComment('editions', sql`ended_at`)]
      case 'words':
        return [
          ofComment(
            'ruling_words',
            sql`(SELECT r.at FROM rulings r WHERE r.comment_id = ruling_words.comment_id AND r.version = ruling_words.version)`,
          ),
        ]
      case 'appeals':
        return [ofComment('appeals', sql`decided_at`)]
      case 'reports':
        return [sql`DELETE FROM reports WHERE id IN ${these} AND settled_at IS NOT NULL RETURNING id`]
      default:
        return [sql`DELETE FROM ${sql.raw(kind)} WHERE id IN ${these} RETURNING id`]
    }
  }

  /** What needs no walk: it is found by an index of what is old. */
  async function short(kind: Retained, limit: number, now: number): Promise<RetentionStep> {
    const statement = {
      networks: sql`UPDATE comments SET network = NULL WHERE id IN (SELECT c.id FROM comments c
        INDEXED BY comments_by_network WHERE c.network IS NOT NULL AND c.id < ${firstIdAt(now - NETWORK_MS)}
        LIMIT ${limit}) RETURNING id`,
      links: sql`DELETE FROM links WHERE token_hash IN (SELECT l.token_hash FROM links l
        INDEXED BY links_unused_of_person WHERE l.used_at IS NULL AND l.person_id > 0 AND l.expires_at < ${now - DAY}
        LIMIT ${limit}) RETURNING token_hash`,
      aside: sql`DELETE FROM imports_waiting WHERE (site_id, format, foreign_id) IN (SELECT w.site_id, w.format, w.foreign_id
        FROM imports_waiting w INDEXED BY imports_waiting_by_time WHERE w.put_at < ${now - ASIDE_MS} LIMIT ${limit})
        RETURNING foreign_id`,
    }[kind as 'networks' | 'links' | 'aside']
    const [rows] = await engine.write([statement])
    return { position: 0, isDone: rows!.length < limit, taken: rows!.length }
  }

  return {
    /** How each kind stands that was ever looked through. */
    async state(): Promise<RetentionRow[]> {
      return engine.all<RetentionRow>(
        sql`SELECT r.kind, r.position, r.lease_until, r.next_at, r.done_at, r.taken
          FROM json_each(${json(RETAINED)}) each CROSS JOIN retention r ON r.kind = each.value`,
      )
    },

    /** Takes it on to look through a kind; null where another process does, or it is not yet time. */
    async claim(kind: Retained, now: number): Promise<number | null> {
      const [rows] = await engine.write([
        sql`INSERT INTO retention (kind, lease_until) VALUES (${kind}, ${now + LEASE})
          ON CONFLICT (kind) DO UPDATE SET lease_until = ${now + LEASE} WHERE lease_until <= ${now} AND next_at <= ${now}
          RETURNING position`,
      ])
      return (rows![0]?.['position'] as number | undefined) ?? null
    },

    /** Notes how far it came, and lets others go on; what is done begins anew a day later. */
    async leave(kind: Retained, { position, isDone, taken }: RetentionStep, now: number): Promise<void> {
      await engine.write([
        isDone
          ? sql`UPDATE retention SET position = 0, lease_until = 0, taken = taken + ${taken},
              done_at = ${now}, next_at = ${now + DAY} WHERE kind = ${kind}`
          : sql`UPDATE retention SET position = ${position}, lease_until = 0, taken = taken + ${taken}
              WHERE kind = ${kind}`,
      ])
    },

    /** One step through a kind: looks at so many rows and takes away what is due. */
    async step(kind: Retained, position: number, limit: number, ends: Ends): Promise<RetentionStep> {
      if (kind === 'search') return this.mergeSearch(position)
      if (kind === 'bans') return this.forgetBans(position, limit, ends.now)
      const walk = walks(kind, position, limit, ends)
      if (!walk) return short(kind, limit, ends.now)
      const looked = await engine.all<Looked>(walk)
      const due = looked.filter(row => row.due === 1).map(({ id }) => id)
      const taken = due.length === 0 ? 0 : await this.take(kind, [...new Set(due)], ends)
      const last = looked.at(-1)?.id ?? position
      return { position: last, isDone: looked.length < limit || looked.every(row => row.old === 0), taken }
    },

    /** Takes away those rows of a kind that are due, as they still are; gives how many were. */
    async take(kind: Retained, ids: readonly number[], ends: Ends): Promise<number> {
      return (await engine.write(takes(kind, ids, ends))).at(-1)!.length
    },

    /** How many comments wait for their text to be taken, as far as they are counted. */
    async waiting(site: string, most: number): Promise<{ texts: number; held: number }> {
      const row = await engine.first<{ texts: number; held: number }>(
        sql`SELECT (SELECT count(*) FROM (SELECT 1 FROM comments c INDEXED BY comments_to_empty
            WHERE c.status IN ('withdrawn', 'rejected', 'spam') AND c.text <> '' AND c.id > 0 AND c.site_id = ${site}
            LIMIT ${most})) AS texts,
          (SELECT count(*) FROM (SELECT 1 FROM comments c INDEXED BY comments_held
            WHERE c.site_id = ${site} AND c.legal_hold = 1 LIMIT ${most})) AS held`,
      )
      return row!
    },

    /**
     * Puts a part of the index together anew, which is what takes the words of erased texts out of it: a deleted row is
     * only marked until then. Nothing is done where nothing was erased.
     * @param position 0 to begin, 1 to go on
     */
    async mergeSearch(position: number): Promise<RetentionStep> {
      if (position === 0) {
        const row = await engine.first<{ taken: number }>(sql`SELECT taken FROM retention WHERE kind = 'search'`)
        if (!row?.taken) return { position: 0, isDone: true, taken: 0 }
      }
      const structure = () => engine.first<{ s: string }>(sql`SELECT hex(block) AS s FROM search_data WHERE id = 10`)
      const before = (await structure())?.s
      await engine.write([
        // What is erased from now on is for the next time.
        ...(position === 0 ? [sql`UPDATE retention SET taken = 0, position = 1 WHERE kind = 'search'`] : []),
        sql`INSERT INTO search (search, rank) VALUES ('merge', ${position === 0 ? -MERGED : MERGED})`,
      ])
      const isDone = (await structure())?.s === before
      // The write-ahead log has the index as it was.
      if (isDone) await engine.driver.settle?.()
      return { position: 1, isDone, taken: 0 }
    },

    /** Forgets how whoever was erased is known again once nothing binds them any more. */
    async forgetBans(position: number, limit: number, now: number): Promise<RetentionStep> {
      const rows = await engine.all<{ id: number; bound: number }>(
        sql`SELECT k.author_id AS id, EXISTS (SELECT 1 FROM authors a WHERE a.id = k.author_id
            AND (coalesce(a.banned_until, 0) > ${now} OR coalesce(a.muted_until, 0) > ${now})) AS bound
          FROM kept_bans k INDEXED BY kept_bans_by_author WHERE k.author_id > ${position}
          ORDER BY k.author_id LIMIT ${limit}`,
      )
      const ids = [...new Set(rows.filter(({ bound }) => bound === 0).map(({ id }) => id))]
      const over = json(ids)
      const results =
        ids.length === 0
          ? []
          : await engine.write([
              // Who has written again since is somebody again, and no longer the one who was erased.
              sql`DELETE FROM sessions WHERE author_id IN (SELECT a.id FROM json_each(${over}) each
              CROSS JOIN authors a ON a.id = each.value WHERE a.pending_count + a.published_count + a.rejected_count = 0)`,
              sql`DELETE FROM kept_bans WHERE author_id IN (SELECT value FROM json_each(${over})) RETURNING author_id`,
            ])
      const taken = results.at(-1)?.length ?? 0
      return { position: rows.at(-1)?.id ?? position, isDone: rows.length < limit, taken }
    },
  }
}
