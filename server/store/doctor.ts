import { sql } from 'drizzle-orm/sql'
import { type Engine, json } from './engine.ts'

/** A count that does not agree with what it counts. */
export interface Discrepancy {
  what: string
  id: string
  kept: number
  true: number
}

/** A text that is none: some of its bytes are half a letter. A driver may end the process when it reads them. */
export interface BrokenText {
  table: string
  column: string
  /** Its bytes in hex. */
  bytes: string
}

/** How many broken texts are told of a column, and how many that could be are looked at. */
const BROKEN = 5
const LOOKED = 10_000

/** Holds every kept count against the truth. Reads all comments: for the command line, never for a request. */
export const doctorStore = (engine: Engine) => ({
  async discrepancies(): Promise<Discrepancy[]> {
    const checks = await engine.read<Discrepancy[]>(
      sql`SELECT 'articles.comment_count' AS what, a.id, a.comment_count AS kept, count(c.id) AS "true"
        FROM articles a LEFT JOIN comments c ON c.article_id = a.id AND c.status = 'published'
        GROUP BY a.id HAVING kept <> "true"`,
      sql`SELECT 'comments.reply_count' AS what, root.id, root.reply_count AS kept, count(c.id) AS "true"
        FROM comments root LEFT JOIN comments c ON c.root_id = root.id AND c.id <> root.id AND c.status = 'published'
        WHERE root.parent_id IS NULL GROUP BY root.id HAVING kept <> "true"`,
      ...['pending', 'published', 'rejected'].map(
        status => sql`SELECT ${`authors.${status}_count`} AS what, author.id, author.${sql.raw(`${status}_count`)} AS kept,
          count(c.id) AS "true"
        FROM authors author LEFT JOIN comments c ON c.author_id = author.id
          AND CASE c.status WHEN 'spam' THEN 'rejected' ELSE c.status END = ${status}
        GROUP BY author.id HAVING kept <> "true"`,
      ),
      sql`WITH RECURSIVE carries (id) AS (
          SELECT id FROM comments WHERE status = 'published'
          UNION SELECT c.parent_id FROM carries CROSS JOIN comments c ON c.id = carries.id WHERE c.parent_id IS NOT NULL)
        SELECT 'comments.is_shown' AS what, c.id, c.is_shown AS kept, c.id IN (SELECT id FROM carries) AS "true"
        FROM comments c WHERE kept <> "true"`,
      sql`SELECT 'articles.vote_count' AS what, a.id, a.vote_count AS kept, (SELECT count(*) FROM votes v
          CROSS JOIN comments c ON c.id = v.comment_id WHERE c.article_id = a.id)
          + (SELECT total(up_before + down_before) FROM comments WHERE article_id = a.id) AS "true"
        FROM articles a WHERE a.vote_count > 0 AND kept <> "true"`,
      sql`SELECT 'comments.open_reports' AS what, c.id, c.open_reports AS kept,
          (SELECT count(*) FROM reports p WHERE p.comment_id = c.id AND p.settled_at IS NULL) AS "true"
        FROM comments c WHERE kept <> "true"`,
      sql`SELECT 'comments.has_appeal' AS what, c.id, c.has_appeal AS kept,
          EXISTS (SELECT 1 FROM appeals p WHERE p.comment_id = c.id AND p.decided_at IS NULL) AS "true"
        FROM comments c WHERE kept <> "true"`,
      sql`SELECT 'articles.location_count' AS what, a.id, a.location_count AS kept, count(l.id) AS "true"
        FROM articles a LEFT JOIN locations l ON l.article_id = a.id GROUP BY a.id HAVING kept <> "true"`,
      sql`SELECT 'articles.moved_to' AS what, a.id, a.moved_to AS kept, b.moved_to AS "true"
        FROM articles a CROSS JOIN articles b ON b.id = a.moved_to WHERE b.moved_to IS NOT NULL`,
      sql`SELECT 'comments.up_votes - comments.down_votes' AS what, c.id, c.up_votes - c.down_votes AS kept,
          total(v.value) + c.up_before - c.down_before AS "true"
        FROM comments c LEFT JOIN votes v ON v.comment_id = c.id GROUP BY c.id HAVING kept <> "true"`,
      sql`SELECT 'comments.article_id' AS what, c.id, c.article_id AS kept, root.article_id AS "true"
        FROM comments c CROSS JOIN comments root ON root.id = c.root_id WHERE kept <> "true"`,
      sql`SELECT 'comments.status' AS what, c.id, c.version AS kept, coalesce(r.version, 0) AS "true"
        FROM comments c LEFT JOIN rulings r ON r.comment_id = c.id
          AND r.version = (SELECT max(version) FROM rulings WHERE comment_id = c.id)
        WHERE r.to_status IS NULL OR r.to_status <> c.status`,
      sql`SELECT 'search' AS what, c.id, c.id IN (SELECT rowid FROM search) AS kept, c.text <> '' AS "true"
        FROM comments c WHERE c.id > coalesce((SELECT to_id FROM search_due), -1) AND kept <> "true"`,
      sql`SELECT 'search' AS what, rowid AS id, 1 AS kept, 0 AS "true" FROM search
        WHERE rowid NOT IN (SELECT id FROM comments)`,
    )
    return checks.flat().map(row => ({ ...row, id: String(row.id) }))
  },

  /**
   * What has come by half: a site whose archive has not come to its end takes pages from nowhere, and its counts are true once it
   * has; an import from another system that was ended has left its claim, or what it put aside.
   */
  async unfinished(): Promise<{ site: string; format: string }[]> {
    return engine.all<{ site: string; format: string }>(
      sql`SELECT id AS site, 'parley' AS format FROM sites WHERE origins = '[]'
        UNION SELECT site_id, format FROM imports_waiting`,
    )
  },

  /** Those of these faults that are not of these sites. */
  async elsewhere(found: readonly Discrepancy[], sites: readonly string[]): Promise<Discrepancy[]> {
    if (sites.length === 0 || found.length === 0) return [...found]
    const kinds = ['articles', 'authors', 'comments'] as const
    const kindOf = ({ what }: Discrepancy) => kinds.find(kind => what.startsWith(`${kind}.`)) ?? 'comments'
    const coming = new Set<string>()
    for (const kind of kinds) {
      const ids = found.filter(each => kindOf(each) === kind).map(({ id }) => Number(id))
      const rows = await engine.all<{ id: number }>(
        sql`SELECT t.id FROM json_each(${json(ids)}) asked CROSS JOIN ${sql.identifier(kind)} t ON t.id = asked.value
          WHERE t.site_id IN (SELECT value FROM json_each(${json(sites)}))`,
      )
      for (const { id } of rows) coming.add(`${kind} ${id}`)
    }
    return found.filter(each => !coming.has(`${kindOf(each)} ${each.id}`))
  },

  /** Texts with half a letter in them, which an older Parley took from files and requests. Nothing is read as the text it is not. */
  async brokenTexts(): Promise<BrokenText[]> {
    const columns = await engine.all<{ name: string; column: string }>(
      sql`SELECT t.name, c.name AS "column" FROM sqlite_schema t CROSS JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'search%' AND t.name NOT LIKE 'sqlite%' AND substr(t.name, 1, 4) <> '_cf_' AND c.type = 'TEXT'`,
    )
    const broken: BrokenText[] = []
    for (const { name: table, column } of columns) {
      const text = sql.identifier(column)
      const rows = await engine.all<{ bytes: string }>(
        sql`SELECT hex(${text}) AS bytes FROM ${sql.identifier(table)}
          WHERE instr(CAST(${text} AS BLOB), X'ED') > 0 AND hex(${text}) GLOB '*ED[AB]*' LIMIT ${LOOKED}`,
      )
      // Halves begin with ED and a byte from A0 on; between two bytes of a letter the same digits may stand by chance.
      const halves = rows.filter(({ bytes }) => /^(?:..)*?ED[AB]/.test(bytes))
      broken.push(...halves.slice(0, BROKEN).map(({ bytes }) => ({ table, column, bytes })))
    }
    return broken
  },

  /** When the newest decision of any site was written, by the clock of whoever wrote it; 0 where there is none. */
  async newest(): Promise<number> {
    const row = await engine.first<{ at: number | null }>(
      sql`SELECT max((SELECT at FROM rulings WHERE site_id = s.id ORDER BY seq DESC LIMIT 1)) AS at FROM sites s`,
    )
    return row?.at ?? 0
  },

  /** What SQLite itself says of the file: `ok`, or its complaints. */
  async integrity(): Promise<string[]> {
    const rows = await engine.all<Record<string, string>>(sql`PRAGMA integrity_check`)
    return rows.flatMap(row => Object.values(row))
  },
})
