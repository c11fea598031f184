import { type SQL, sql } from 'drizzle-orm/sql'
import type { ArchivedRow } from './archive-read.ts'
import { AFTER_COLUMNS, CARRIED, type CarriedName, carried } from './archive-tables.ts'
import { type Engine, json, type Row } from './engine.ts'
import { searchWrittenAll } from './search.ts'

/** A row whose key has another row already. */
export interface Collision {
  kind: CarriedName
  id: string
}

/** What became of some rows: those that are new here, were here already, or lead to rows that are not. */
export type Written = Record<'added' | 'known' | 'astray', number>

/** An article has this as its `anew_in` while its comments come: it may be one that was here before, which stays. */
const COMING = -1

const column = (at: number): SQL => sql.raw(`new.value ->> ${at}`)

const tuples = (columns: readonly string[], rows: readonly Row[]): SQL =>
  json(rows.map(row => columns.map(name => row[name] ?? null)))

/** Whether every row that a row leads to is there, or comes with it. */
function isAttached(name: CarriedName, columns: readonly string[], rows: readonly Row[]): SQL {
  const conditions = Object.entries(carried(name).refers).flatMap(([each, other]) => {
    const at = columns.indexOf(each)
    if (at < 0) return []
    const isThere = sql`${column(at)} IS NULL OR EXISTS (SELECT 1 FROM ${sql.identifier(other)} other WHERE other.id = ${column(at)})`
    // What one statement reads of its own table is what was there before it.
    const comesAlong = sql`${column(at)} IN (SELECT value FROM json_each(${json(rows.map(row => row['id']))}))`
    return [other === name ? sql`(${isThere} OR ${comesAlong})` : sql`(${isThere})`]
  })
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

/** The columns that rows of an archive have: an older one may have fewer, and the others are what a new row has. */
const columnsIn = (name: CarriedName, rows: readonly Row[]): string[] => {
  const there = new Set(Object.keys(rows[0]!))
  return carried(name).columns.filter(each => there.has(each))
}

/** Writes what an archive holds. Rows that are there stay as they are, so that to write twice changes nothing. */
export const archiveWriter = (engine: Engine) => ({
  /** The rows whose key is taken by another row; only the first few. */
  async collisions(name: CarriedName, rows: readonly Row[]): Promise<Collision[]> {
    const { key, same } = carried(name)
    if (same.length === 0) return []
    const columns = [...key, ...same]
    const at = (each: string) => column(columns.indexOf(each))
    const meets = sql.join(
      key.map(each => sql`t.${sql.identifier(each)} = ${at(each)}`),
      sql` AND `,
    )
    const differs = sql.join(
      same.map(each => sql`t.${sql.identifier(each)} IS NOT ${at(each)}`),
      sql` OR `,
    )
    const found = await engine.all<{ id: unknown }>(
      sql`SELECT ${sql.join(
        key.map(each => sql`t.${sql.identifier(each)}`),
        sql` || ' ' || `,
      )} AS id
        FROM json_each(${tuples(columns, rows)}) new CROSS JOIN ${sql.identifier(name)} t ON ${meets} WHERE ${differs} LIMIT 5`,
    )
    return found.map(({ id }) => ({ kind: name, id: String(id) }))
  },

  /** The articles whose key belongs to another article of the same site. */
  async takenKeys(rows: readonly Row[]): Promise<Collision[]> {
    const found = await engine.all<{ key: string }>(
      sql`SELECT a.key FROM json_each(${tuples(['id', 'site_id', 'key'], rows)}) new
        CROSS JOIN articles a ON a.site_id = ${column(1)} AND a.key = ${column(2)}
        WHERE a.id <> ${column(0)} AND NOT EXISTS (SELECT 1 FROM articles WHERE id = ${column(0)}) LIMIT 5`,
    )
    return found.map(({ key }) => ({ kind: 'articles', id: key }))
  },

  /** The names of those people who are new here that somebody else has. */
  async namesakes(rows: readonly Row[]): Promise<Set<string>> {
    const found = await engine.all<{ name: string }>(
      sql`SELECT p.name FROM json_each(${tuples(['id', 'name'], rows)}) new
        CROSS JOIN people p ON p.name = ${column(1)}
        WHERE p.id <> ${column(0)} AND NOT EXISTS (SELECT 1 FROM people WHERE id = ${column(0)})`,
    )
    return new Set(found.map(({ name }) => name))
  },

  /** Which of these sites are here. */
  async sitesHere(ids: readonly string[]): Promise<string[]> {
    const found = await engine.all<{ id: string }>(
      sql`SELECT s.id FROM json_each(${json(ids)}) asked CROSS JOIN sites s ON s.id = asked.value`,
    )
    return found.map(({ id }) => id)
  },

  /** Whether a person of another id has this name. */
  async isNamed(name: string, id: unknown): Promise<boolean> {
    const row = await engine.first(sql`SELECT 1 FROM people WHERE name = ${name} AND id <> ${id}`)
    return row !== undefined
  },

  /**
   * Writes rows together, or none of them. A site comes without origins and an article as one that is coming, until
   * `open` and the article's last row.
   */
  async write(rows: readonly ArchivedRow[]): Promise<Partial<Record<CarriedName, Written>>> {
    const of = (kind: ArchivedRow['kind']) => rows.filter(each => each.kind === kind).map(({ row }) => row)
    const names = (Object.keys(CARRIED) as CarriedName[]).filter(name => rows.some(({ kind }) => kind === name))
    const statements = names.map(name => inserted(name, of(name)))
    const comments = of('comments')
    if (comments.length > 0) {
      statements.push(
        sql`UPDATE comments SET changed_in = ${column(1)} FROM json_each(${tuples(['id', 'changed_in'], comments)}) new
          WHERE comments.id = ${column(0)} AND comments.changed_in <> ${column(1)}
            AND EXISTS (SELECT 1 FROM articles a WHERE a.id = comments.article_id AND a.anew_in = ${COMING})`,
        ...searchWrittenAll(
          comments
            .filter(row => row['text'] !== '')
            .map(row => ({
              id: Number(row['id']),
              site: String(row['site_id']),
              text: String(row['text']),
              digest: String(row['text_digest']),
            })),
        ),
      )
    }
    const after = of('articles_after')
    if (after.length > 0) {
      statements.push(
        sql`UPDATE articles SET revision = max(revision, ${column(1)}), anew_in = ${column(2)},
            moved_to = (SELECT id FROM articles other WHERE other.id = ${column(3)}),
            moving_to = (SELECT id FROM articles other WHERE other.id = ${column(4)})
          FROM json_each(${tuples(AFTER_COLUMNS, after)}) new
          WHERE articles.id = ${column(0)} AND articles.anew_in = ${COMING}`,
      )
    }
    if (statements.length === 0) return {}
    const results = await engine.write(statements)
    const written: Partial<Record<CarriedName, Written>> = {}
    for (const [at, name] of names.entries()) {
      const all = of(name)
      const added = results[at]!.length
      const astray = added === all.length ? 0 : await this.astray(name, all)
      written[name] = { added, known: all.length - added - astray, astray }
    }
    return written
  },

  /** How many of these rows lead to rows that are not there. */
  async astray(name: CarriedName, rows: readonly Row[]): Promise<number> {
    const columns = columnsIn(name, rows)
    const row = await engine.first<{ n: number }>(
      sql`SELECT count(*) AS n FROM json_each(${tuples(columns, rows)}) new WHERE NOT (${isAttached(name, columns, rows)})`,
    )
    return row!.n
  },

  /** A site whose rows have all come takes pages from its origins. */
  async open(site: string, origins: string): Promise<void> {
    await engine.write([sql`UPDATE sites SET origins = ${origins} WHERE id = ${site} AND origins = '[]'`])
  },
})

function inserted(name: CarriedName, rows: readonly Row[]): SQL {
  const columns = columnsIn(name, rows)
  const given = columns.map((each, at) => (name === 'sites' && each === 'origins' ? sql`'[]'` : column(at)))
  const named = columns.map(each => sql.identifier(each))
  if (name === 'articles') {
    named.push(sql.identifier('anew_in'))
    given.push(sql`${COMING}`)
  }
  if (name === 'people') {
    // Whoever comes into an installation that has its owner does not take its place, however old.
    named.push(sql.identifier('is_imported'))
    given.push(sql`EXISTS (SELECT 1 FROM people WHERE is_imported = 0)`)
  }
  if (name === 'comments') {
    // Votes that came along with a comment are counted from the beginning, others as they come.
    for (const side of ['up', 'down']) {
      if (!columns.includes(`${side}_before`)) continue
      named.push(sql.identifier(`${side}_votes`))
      given.push(column(columns.indexOf(`${side}_before`)))
    }
  }
  // A finding has no key: the same one of the same version is the same row.
  const isNew =
    name === 'findings'
      ? sql` AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.comment_id = ${column(columns.indexOf('comment_id'))} AND ${sql.join(
          columns.map((each, at) => sql`f.${sql.identifier(each)} IS ${column(at)}`),
          sql` AND `,
        )})`
      : sql``
  return sql`INSERT INTO ${sql.identifier(name)} (${sql.join(named, sql`, `)})
    SELECT ${sql.join(given, sql`, `)} FROM json_each(${tuples(columns, rows)}) new
    WHERE ${isAttached(name, columns, rows)}${isNew} ORDER BY new.key ON CONFLICT DO NOTHING RETURNING 1 AS added`
}
