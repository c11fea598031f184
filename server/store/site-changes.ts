import { type SQL, sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { LIMITS, type SiteChange, type SiteChangeKind } from '../contract.ts'
import { type Engine, json } from './engine.ts'

/** Who changes something about a site, and when (ms UTC); no person stands for the command line. */
export interface Hand {
  person: number | null
  at: number
}

/** One change as it is written down. `before` and `after` are JSON. */
export interface WrittenChange {
  kind: SiteChangeKind
  /** The setting that was changed, where one was. */
  name?: string
  /** The person whom it is about. */
  about?: number
  before?: unknown
  after?: unknown
}

/** Writes changes of a site down behind the newest; stands in the batch before what it tells of, under the same condition. */
export const changesWritten = (site: string, { person, at }: Hand, changes: readonly WrittenChange[], when: SQL): SQL =>
  sql`INSERT INTO site_changes (site_id, seq, at, person_id, kind, name, about_id, before, after)
    SELECT ${site}, coalesce((SELECT max(seq) FROM site_changes WHERE site_id = ${site}), 0) + 1 + change.key, ${at},
      ${person}, change.value ->> 'kind', change.value ->> 'name', CAST(change.value ->> 'about' AS INTEGER),
      change.value -> 'before', change.value -> 'after'
    FROM json_each(${json(changes)}) change WHERE ${when}`

interface Row {
  seq: number
  at: number
  by: string | null
  kind: SiteChangeKind
  name: string | null
  about: string | null
  before: string | null
  after: string | null
  person_id: number | null
}

export const siteChangesStore = (engine: Engine) => ({
  /** Changes of a site, newest first; those before a number of the list, or the newest. */
  async page(site: string, before: number | null): Promise<{ changes: SiteChange[]; next: string | null }> {
    const rows = await engine.all<Row>(
      sql`SELECT w.seq, w.at, w.person_id, coalesce(p.public_name, p.name) AS by, w.kind, w.name,
          coalesce(a.public_name, a.name) AS about, w.before, w.after
        FROM site_changes w LEFT JOIN people p ON p.id = w.person_id LEFT JOIN people a ON a.id = w.about_id
        WHERE w.site_id = ${site} AND w.seq < ${before ?? Number.MAX_SAFE_INTEGER}
        ORDER BY w.seq DESC LIMIT ${LIMITS.siteChanges + 1}`,
    )
    const shown = rows.slice(0, LIMITS.siteChanges)
    return {
      changes: shown.map(({ person_id, before: was, after: is, ...row }) => ({
        ...row,
        by: person_id === null ? null : { id: spellId(person_id), name: row.by ?? '' },
        before: was === null ? null : JSON.parse(was),
        after: is === null ? null : JSON.parse(is),
      })),
      next: rows.length > shown.length ? String(shown.at(-1)!.seq) : null,
    }
  },
})
