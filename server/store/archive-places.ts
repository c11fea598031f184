import { type SQL, sql } from 'drizzle-orm/sql'
import { type CarriedName, carried } from './archive-tables.ts'
import { json, type Row } from './engine.ts'

/** What an archive's rows are asked for: whether all that they lead to is there, and of the site that they come with. */

export const column = (at: number): SQL => sql.raw(`new.value ->> ${at}`)

export const tuples = (columns: readonly string[], rows: readonly Row[]): SQL =>
  json(rows.map(row => columns.map(name => row[name] ?? null)))

/** Whether the row `id` of a table that belongs to sites is of this one. */
export const isOf = (site: string, table: string, id: SQL): SQL =>
  table === 'locations'
    ? sql`EXISTS (SELECT 1 FROM locations other CROSS JOIN articles a ON a.id = other.article_id
        WHERE other.id = ${id} AND a.site_id = ${site})`
    : sql`EXISTS (SELECT 1 FROM ${sql.identifier(table)} other WHERE other.id = ${id} AND +other.site_id = ${site})`

/** What else must be true of a row whose columns that lead elsewhere are not in `refers`, or not enough. */
const MORE: Partial<Record<CarriedName, (at: (column: string) => SQL, site: string) => SQL>> = {
  // The log outlives what it speaks of, so its comment need not be here.
  rulings: (at, site) =>
    sql`NOT EXISTS (SELECT 1 FROM comments c WHERE c.id = ${at('comment_id')} AND +c.site_id <> ${site})`,
  ruling_words: (at, site) => sql`EXISTS (SELECT 1 FROM rulings r
    WHERE r.comment_id = ${at('comment_id')} AND r.version = ${at('version')} AND +r.site_id = ${site})`,
  // What is followed comes after who follows it.
  follows: (at, site) =>
    sql`NOT EXISTS (SELECT 1 FROM comments c WHERE c.id = ${at('root_id')} AND +c.site_id <> ${site})`,
  roles: at => sql`EXISTS (SELECT 1 FROM people p WHERE p.id = ${at('person_id')} AND p.is_key = 0)`,
}

/**
 * Whether every row that a row leads to is there, and on the same site.
 * @param site the site of all of these rows; null for people
 */
export function isAttached(
  name: CarriedName,
  columns: readonly string[],
  rows: readonly Row[],
  site: string | null,
): SQL {
  if (site === null) return sql`true`
  const at = (each: string) => column(columns.indexOf(each))
  const conditions = Object.entries(carried(name).refers).flatMap(([each, other]) => {
    if (!columns.includes(each)) return []
    if (other === 'sites') return [sql`(${at(each)} = ${site} AND EXISTS (SELECT 1 FROM sites WHERE id = ${site}))`]
    if (other === 'people') {
      return [sql`(${at(each)} IS NULL OR EXISTS (SELECT 1 FROM people other WHERE other.id = ${at(each)}))`]
    }
    const isThere = sql`${at(each)} IS NULL OR ${isOf(site, other, at(each))}`
    // What one statement reads of its own table is what was there before it.
    const comesAlong = sql`${at(each)} IN (SELECT value FROM json_each(${json(rows.map(row => row['id']))}))`
    return [other === name ? sql`(${isThere} OR ${comesAlong})` : sql`(${isThere})`]
  })
  const more = MORE[name]?.(at, site)
  return sql.join([...conditions, more ?? sql`true`], sql` AND `)
}

/** Columns that lead to rows without which a row may be. */
export const LED: Partial<Record<CarriedName, Record<string, string>>> = {
  follows: { root_id: 'comments' },
  comments: { root_id: 'comments' },
  rulings: { comment_id: 'comments' },
  ruling_words: { comment_id: 'comments' },
}

/** The columns that rows of an archive have: an older one may have fewer, and the others are what a new row has. */
export const columnsIn = (name: CarriedName, rows: readonly Row[]): string[] =>
  carried(name).columns.filter(each => Object.hasOwn(rows[0]!, each))
