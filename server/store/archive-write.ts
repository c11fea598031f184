import { type SQL, sql } from 'drizzle-orm/sql'
import { column, columnsIn, isAttached, isOf, LED, tuples } from './archive-places.ts'
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

  /** How many of these rows are not here, by their keys; of rows without one nothing is asked. */
  async unknown(name: CarriedName, rows: readonly Row[]): Promise<number> {
    const { key } = carried(name)
    if (key.length === 0) return 0
    const meets = key.map((each, at) => sql`t.${sql.identifier(each)} = ${column(at)}`)
    const row = await engine.first<{ n: number }>(
      sql`SELECT count(*) AS n FROM json_each(${tuples(key, rows)}) new
        WHERE NOT EXISTS (SELECT 1 FROM ${sql.identifier(name)} t WHERE ${sql.join(meets, sql` AND `)})`,
    )
    return row!.n
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
   * The rows among these that lead to what is here on another site; only the first few. Whoever has made an archive by
   * hand may mean those, and nobody else.
   */
  async strays(name: CarriedName, rows: readonly Row[], site: string): Promise<Collision[]> {
    const columns = columnsIn(name, rows)
    const led = Object.entries({ ...carried(name).refers, ...LED[name] }).filter(
      ([each, other]) => columns.includes(each) && other !== 'sites' && other !== 'people',
    )
    if (led.length === 0) return []
    const conditions = led.map(([each, other]) => {
      const id = column(columns.indexOf(each))
      return sql`(EXISTS (SELECT 1 FROM ${sql.identifier(other)} any_one WHERE any_one.id = ${id}) AND NOT ${isOf(site, other, id)})`
    })
    const found = await engine.all<{ at: number }>(
      sql`SELECT new.key AS at FROM json_each(${tuples(columns, rows)}) new WHERE ${sql.join(conditions, sql` OR `)} LIMIT 5`,
    )
    return found.map(({ at }) => ({
      kind: name,
      id: carried(name)
        .key.map(each => rows[at]![each])
        .join(' '),
    }))
  },

  /**
   * Of some comments those that have their place: their author, article and what they answer are here or among them, on
   * this site, and what they answer is under the same article and root. Rows that are here already have theirs.
   */
  async placed(comments: readonly Row[], site: string): Promise<Row[]> {
    const columns = columnsIn('comments', comments)
    const ids = [...new Set(comments.flatMap(({ id, parent_id }) => [id, parent_id ?? id]))]
    const known = await engine.all<Row>(
      sql`SELECT c.id, c.article_id, c.root_id, c.site_id FROM json_each(${json(ids)}) asked
        CROSS JOIN comments c ON c.id = asked.value`,
    )
    const attached = await engine.all<{ at: number }>(
      sql`SELECT new.key AS at FROM json_each(${tuples(columns, comments)}) new
        WHERE ${isAttached('comments', columns, comments, site)}`,
    )
    const isAtHome = new Set(attached.map(({ at }) => at))
    const places = new Map(known.map(row => [row['id'], row]))
    const here = new Set(places.keys())
    return comments.filter((row, at) => {
      if (here.has(row['id'])) return places.get(row['id'])!['site_id'] === site
      const parent = row['parent_id'] == null ? row : places.get(row['parent_id'])
      const fits =
        parent?.['site_id'] === site &&
        parent['article_id'] === row['article_id'] &&
        parent['root_id'] === row['root_id']
      if (!fits || !isAtHome.has(at)) return false
      places.set(row['id'], row)
      return true
    })
  },

  /**
   * Writes rows together, or none of them. A site comes without origins and an article as one that is coming, until
   * `open` and the article's last row. Comments come once the authors and articles are there that they lead to.
   * @param site the site that all of them belong to; null for people of none
   */
  async write(rows: readonly ArchivedRow[], site: string | null): Promise<Partial<Record<CarriedName, Written>>> {
    const of = (kind: ArchivedRow['kind']) => rows.filter(each => each.kind === kind).map(({ row }) => row)
    const all = of('comments')
    const comments = all.length > 0 ? await this.placed(all, site!) : []
    const names = (Object.keys(CARRIED) as CarriedName[]).filter(name =>
      name === 'comments' ? comments.length > 0 : rows.some(({ kind }) => kind === name),
    )
    const statements = names.map(name => inserted(name, name === 'comments' ? comments : of(name), site))
    if (comments.length > 0) {
      statements.push(
        sql`UPDATE comments SET changed_in = ${column(1)} FROM json_each(${tuples(['id', 'changed_in'], comments)}) new
          WHERE comments.id = ${column(0)} AND comments.changed_in <> ${column(1)} AND +comments.site_id = ${site}
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
            moved_to = (SELECT id FROM articles other WHERE other.id = ${column(3)} AND +other.site_id = ${site}),
            moving_to = (SELECT id FROM articles other WHERE other.id = ${column(4)} AND +other.site_id = ${site})
          FROM json_each(${tuples(AFTER_COLUMNS, after)}) new
          WHERE articles.id = ${column(0)} AND articles.anew_in = ${COMING} AND +articles.site_id = ${site}`,
      )
    }
    const results = statements.length === 0 ? [] : await engine.write(statements)
    const written: Partial<Record<CarriedName, Written>> = {}
    for (const [at, name] of names.entries()) {
      const some = name === 'comments' ? comments : of(name)
      const added = results[at]!.length
      const astray = added === some.length ? 0 : await this.astray(name, some, site)
      written[name] = { added, known: some.length - added - astray, astray }
    }
    if (comments.length < all.length) {
      written.comments ??= { added: 0, known: 0, astray: 0 }
      written.comments.astray += all.length - comments.length
    }
    return written
  },

  /** How many of these rows lead to rows that are not there. */
  async astray(name: CarriedName, rows: readonly Row[], site: string | null): Promise<number> {
    const columns = columnsIn(name, rows)
    const row = await engine.first<{ n: number }>(
      sql`SELECT count(*) AS n FROM json_each(${tuples(columns, rows)}) new
        WHERE NOT (${isAttached(name, columns, rows, site)})`,
    )
    return row!.n
  },

  /** A site whose rows have all come takes pages from its origins. */
  async open(site: string, origins: string): Promise<void> {
    await engine.write([sql`UPDATE sites SET origins = ${origins} WHERE id = ${site} AND origins = '[]'`])
  },
})

function inserted(name: CarriedName, rows: readonly Row[], site: string | null): SQL {
  const columns = columnsIn(name, rows)
  const given = columns.map((each, at) => (name === 'sites' && each === 'origins' ? sql`'[]'` : column(at)))
  const named = columns.map(each => sql.identifier(each))
  if (name === 'articles') {
    named.push(sql.identifier('anew_in'))
    given.push(sql`${COMING}`)
  }
  if (name === 'people') {
    // Who comes with an archive does not own the installation, however old; who runs the command line does.
    named.push(sql.identifier('is_imported'))
    given.push(sql`1`)
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
    WHERE ${isAttached(name, columns, rows, site)}${isNew} ORDER BY new.key ON CONFLICT DO NOTHING RETURNING 1 AS added`
}
