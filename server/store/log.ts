import { type SQL, sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { plainBeginning } from '../comments/plain-text.ts'
import { LIMITS, type LogEntry, type Reason, type Ruler, type Ruling, type Status } from '../contract.ts'
import type { Engine } from './engine.ts'

/** What the log is filtered by. */
export interface LogFilter {
  person?: number | 'rules' | 'author' | undefined
  ruling?: Ruling | undefined
  reason?: Reason | undefined
  rule?: string | undefined
  /** Times, both included. */
  from?: number | undefined
  to?: number | undefined
}

interface LogRow {
  seq: number
  at: number
  version: number
  ruling: Ruling
  ruler: Ruler
  from_status: Status | 'none'
  to_status: Status
  reason: Reason | null
  rule: string | null
  system: string | null
  note: string | null
  words: string | null
  person_id: number | null
  person_name: string | null
  account: string | null
  comment_id: number
  comment_name: string | null
  excerpt: string | null
  title: string | null
  url: string | null
  key: string | null
}

/** Everything that a row of the log speaks of; the joins go by primary keys, so that the log's order stands. */
const ROWS = sql.raw(`SELECT r.seq, r.at, r.version, r.ruling, r.ruler, r.from_status, r.to_status, r.reason, r.rule,
    w.note, w.words, r.person_id, coalesce(p.public_name, p.name) AS person_name, p.name AS account,
    CASE r.ruling WHEN 'import' THEN (SELECT i.format FROM imported i WHERE i.comment_id = r.comment_id LIMIT 1) END AS system,
    r.comment_id, c.name AS comment_name, substr(c.text, 1, 200) AS excerpt, a.title, a.url, a.key
  FROM rulings r
  LEFT JOIN ruling_words w ON w.comment_id = r.comment_id AND w.version = r.version
  LEFT JOIN people p ON p.id = r.person_id
  LEFT JOIN comments c ON c.id = r.comment_id AND +c.site_id = r.site_id
  LEFT JOIN articles a ON a.id = c.article_id`)

/** The log of a site, as its moderators read it. */
export const logStore = (engine: Engine) => ({
  /** The number of the newest row; 0 when there is none. */
  async newest(site: string): Promise<number> {
    const row = await engine.first<{ seq: number }>(
      sql`SELECT coalesce(max(seq), 0) AS seq FROM rulings WHERE site_id = ${site}`,
    )
    return row!.seq
  },

  /**
   * One page of the log, newest first. So many rows are looked at and no more, so a page may be short and still have a
   * next one.
   * @param before the number that the page before gave as `next`; one beyond the newest for the first page
   */
  async page(
    site: string,
    filter: LogFilter,
    before: number,
    isOwner: boolean,
  ): Promise<{ entries: LogEntry[]; next: number | null; reached: number | null }> {
    const floor = Math.max(1, before - LIMITS.logExamined)
    const rows = await engine.all<LogRow>(
      sql`${ROWS} WHERE r.site_id = ${site} AND r.seq < ${before} AND r.seq >= ${floor} ${conditions(filter)}
        ORDER BY r.seq DESC LIMIT ${LIMITS.logPage + 1}`,
    )
    const shown = rows.slice(0, LIMITS.logPage)
    const isFull = rows.length > LIMITS.logPage
    const last = isFull ? shown.at(-1)!.seq : floor
    const reached = await engine.first<{ at: number }>(
      sql`SELECT at FROM rulings WHERE site_id = ${site} AND seq >= ${last} AND seq < ${before} ORDER BY seq LIMIT 1`,
    )
    return {
      entries: shown.map(row => entryOf(row, isOwner)),
      next: last > 1 ? last : null,
      reached: reached?.at ?? null,
    }
  },

  /** Rows in their order, oldest first: those after one and up to another. */
  async rows(site: string, after: number, last: number, limit: number, isOwner: boolean): Promise<LogEntry[]> {
    const rows = await engine.all<LogRow>(
      sql`${ROWS} WHERE r.site_id = ${site} AND r.seq > ${after} AND r.seq <= ${last} ORDER BY r.seq LIMIT ${limit}`,
    )
    return rows.map(row => entryOf(row, isOwner))
  },
})

function conditions({ person, ruling, reason, rule, from, to }: LogFilter): SQL {
  const isBy = typeof person === 'string' ? sql`r.ruler = ${person}` : sql`r.person_id = ${person}`
  return sql.join([
    ...(person === undefined ? [] : [sql`AND ${isBy}`]),
    ...(ruling === undefined ? [] : [sql`AND r.ruling = ${ruling}`]),
    ...(reason === undefined ? [] : [sql`AND r.reason = ${reason}`]),
    ...(rule === undefined ? [] : [sql`AND r.rule = ${rule}`]),
    ...(from === undefined ? [] : [sql`AND r.at >= ${from}`]),
    ...(to === undefined ? [] : [sql`AND r.at <= ${to}`]),
  ])
}

function entryOf(row: LogRow, isOwner: boolean): LogEntry {
  const { person_name: name, account } = row
  return {
    seq: row.seq,
    at: row.at,
    ruling: row.ruling,
    ruler: row.ruler,
    by:
      row.person_id === null || name === null
        ? null
        : { id: spellId(row.person_id), name, account: isOwner && account !== name ? account : null },
    from: row.from_status,
    to: row.to_status,
    reason: row.reason,
    rule: row.rule,
    system: row.system,
    note: row.note,
    words: row.words,
    comment: {
      id: spellId(row.comment_id),
      version: row.version,
      name: row.comment_name,
      excerpt: row.excerpt && plainBeginning(row.excerpt),
    },
    article: row.key === null ? null : { title: row.title, url: row.url!, key: row.key },
  }
}
