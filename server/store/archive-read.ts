import { type SQL, sql } from 'drizzle-orm/sql'
import { AFTER_COLUMNS, type CarriedName, carried } from './archive-tables.ts'
import { type Engine, json, type Row } from './engine.ts'

/** A row of a table as an archive has it. */
export interface ArchivedRow {
  kind: CarriedName | 'articles_after'
  row: Row
}

/** Rows read at once. */
const PAGE = 200

const columnsOf = (name: CarriedName, table: string = name): SQL =>
  sql.raw(
    carried(name)
      .columns.map(column => `${table}.${column}`)
      .join(', '),
  )

/** What stands beside a comment and goes with it, each found by an index that begins with the comment. */
const BESIDE_COMMENTS = [
  'imported',
  'votes',
  'findings',
  'reports',
  'appeals',
  'notes',
  'editions',
  'link_domains',
  'mutes',
  'mentions',
] as const satisfies CarriedName[]

/** What stands beside an author; a note is of an author or of a comment. */
const BESIDE_AUTHORS = [
  'sessions',
  'identities',
  'article_authors',
  'imported_authors',
  'erasures',
  'follows',
  'notes',
] as const satisfies CarriedName[]

/** Reads a site, or the people of none, in the order in which it can be written again. */
export const archiveReader = (engine: Engine) => {
  const rows = (name: CarriedName, where: SQL): SQL =>
    sql`SELECT ${columnsOf(name)} FROM ${sql.identifier(name)} WHERE ${where}`

  const beside = (name: CarriedName, column: string, ids: readonly unknown[], more: SQL = sql``): SQL =>
    sql`SELECT ${columnsOf(name)} FROM json_each(${json(ids)}) asked
      CROSS JOIN ${sql.identifier(name)} ON ${sql.identifier(name)}.${sql.identifier(column)} = asked.value ${more}`

  /** A page of rows with what stands beside them, all as of one moment. */
  async function* pages(
    name: CarriedName,
    order: string,
    site: string,
    besides: (rows: readonly Row[]) => [CarriedName, SQL][],
  ): AsyncGenerator<ArchivedRow[]> {
    const by = sql.identifier(order)
    let after: unknown = null
    for (;;) {
      const beyond = after === null ? sql`` : sql` AND ${by} > ${after}`
      const page = await engine.all<Row>(
        sql`${rows(name, sql`site_id = ${site}${beyond}`)} ORDER BY ${by} LIMIT ${PAGE}`,
      )
      if (page.length === 0) return
      after = page.at(-1)![order]
      const asked = besides(page)
      const found = asked.length === 0 ? [] : await engine.read<Row[]>(...asked.map(([, query]) => query))
      yield [
        ...page.map(row => ({ kind: name, row })),
        ...found.flatMap((some, at) => some.map(row => ({ kind: asked[at]![0], row }))),
      ]
      if (page.length < PAGE) return
    }
  }

  async function* all(name: CarriedName, site: string, more = sql``): AsyncGenerator<ArchivedRow[]> {
    const found = await engine.all<Row>(rows(name, sql`site_id = ${site}${more}`))
    if (found.length > 0) yield found.map(row => ({ kind: name, row }))
  }

  /** The log with its seals, each seal right behind the rows under it, so that nobody seals them otherwise meanwhile. */
  async function* log(site: string): AsyncGenerator<ArchivedRow[]> {
    let after = 0
    for (;;) {
      const [seal] = await engine.all<Row>(
        sql`${rows('seals', sql`site_id = ${site} AND to_seq > ${after}`)} ORDER BY to_seq LIMIT 1`,
      )
      const to = seal ? sql` AND seq <= ${seal['to_seq']}` : sql``
      const page = await engine.all<Row>(
        sql`${rows('rulings', sql`site_id = ${site} AND seq > ${after}${to}`)} ORDER BY seq LIMIT ${seal ? -1 : PAGE}`,
      )
      const words = await engine.all<Row>(
        sql`SELECT ${columnsOf('ruling_words', 'w')} FROM json_each(${json(page.map(row => [row['comment_id'], row['version']]))}) asked
          CROSS JOIN ruling_words w ON w.comment_id = asked.value ->> 0 AND w.version = asked.value ->> 1`,
      )
      if (page.length > 0 || seal)
        yield [
          ...page.map(row => ({ kind: 'rulings' as const, row })),
          ...words.map(row => ({ kind: 'ruling_words' as const, row })),
          ...(seal ? [{ kind: 'seals' as const, row: seal }] : []),
        ]
      if (!seal && page.length < PAGE) return
      after = Number(seal ? seal['to_seq'] : page.at(-1)!['seq'])
    }
  }

  async function* articlesAfter(site: string): AsyncGenerator<ArchivedRow[]> {
    const columns = sql.raw(AFTER_COLUMNS.join(', '))
    let after = ''
    for (;;) {
      const page = await engine.all<Row>(
        sql`SELECT ${columns}, key FROM articles WHERE site_id = ${site} AND key > ${after} ORDER BY key LIMIT ${PAGE}`,
      )
      if (page.length > 0) after = String(page.at(-1)!['key'])
      yield page.map(row => ({ kind: 'articles_after' as const, row }))
      if (page.length < PAGE) return
    }
  }

  const idsOf = (page: readonly Row[]) => page.map(row => row['id'])

  return {
    /** All of a site, without the people that its rows name. */
    async *site(site: string): AsyncGenerator<ArchivedRow[]> {
      const [row] = await engine.all<Row>(rows('sites', sql`id = ${site}`))
      if (!row) return
      yield [{ kind: 'sites', row }]
      for (const name of ['lists', 'saved_replies', 'site_keys'] as const) yield* all(name, site)
      yield* pages('articles', 'key', site, page => [['locations', beside('locations', 'article_id', idsOf(page))]])
      // What ends with a token of the site's own login is asked for anew.
      const lasting = sql`AND sessions.expires_at IS NULL`
      yield* pages('authors', 'id', site, page =>
        BESIDE_AUTHORS.map(name => [
          name,
          beside(name, 'author_id', idsOf(page), name === 'sessions' ? lasting : sql``),
        ]),
      )
      yield* pages('comments', 'id', site, page =>
        BESIDE_COMMENTS.map(name => [name, beside(name, 'comment_id', idsOf(page))]),
      )
      yield* log(site)
      yield* articlesAfter(site)
      yield* all('site_changes', site)
      // A key has its role by the key, and that is of one installation; its name stays where it has decided.
      yield* all(
        'roles',
        site,
        sql` AND NOT EXISTS (SELECT 1 FROM people p WHERE p.id = roles.person_id AND p.is_key = 1)`,
      )
    },

    /** The people with these ids. */
    async people(ids: readonly number[]): Promise<ArchivedRow[]> {
      const found = await engine.all<Row>(beside('people', 'id', ids))
      return found.map(row => ({ kind: 'people', row }))
    },

    /** Everybody who can have a role, page by page. */
    async *everybody(): AsyncGenerator<ArchivedRow[]> {
      let after = Number.MIN_SAFE_INTEGER
      for (;;) {
        const page = await engine.all<Row>(
          sql`${rows('people', sql`id > ${after} AND is_key = 0`)} ORDER BY id LIMIT ${PAGE}`,
        )
        if (page.length > 0) yield page.map(row => ({ kind: 'people' as const, row }))
        if (page.length < PAGE) return
        after = Number(page.at(-1)!['id'])
      }
    },

    /** What tells whether anything was posted or decided between two looks at a site. */
    async mark(site: string): Promise<string> {
      const row = await engine.first<Row>(
        sql`SELECT (SELECT max(seq) FROM rulings WHERE site_id = ${site}) AS seq,
          (SELECT max(id) FROM comments WHERE site_id = ${site}) AS id`,
      )
      return `${row!['seq']} ${row!['id']}`
    },
  }
}
