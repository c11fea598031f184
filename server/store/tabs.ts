import { type SQL, sql } from 'drizzle-orm/sql'
import { firstIdAt } from '../comments/ids.ts'
import { type Reason, STATUSES, type Tab, type TimeOrder, UNDETERMINED } from '../contract.ts'
import type { Engine } from './engine.ts'
import { sought, soughtOn } from './search.ts'
import { articleIdAt } from './visible.ts'

/** What a comment must be beside what its tab asks. */
export interface Filters {
  /** What somebody typed to search for. */
  q?: string | undefined
  language?: string | undefined
  /** Of one of its findings or of the last decision on it. */
  reason?: Reason | undefined
  /** The article's key. */
  article?: string | undefined
  author?: number | undefined
  /** Written then or later; written before. Milliseconds UTC. */
  from?: number | undefined
  until?: number | undefined
}

/** Comments that one page looks at, at the most. */
export const EXAMINED = 500

/** How far the clock of one process may be ahead of another's; ids are made from clocks. */
const CLOCKS_APART = 3_600_000

/** Each tab's condition, and the index that holds just these comments of a site in the order of their ids. */
const TAB: Record<Tab, { is: SQL; index: string }> = {
  pending: { is: sql`c.status = 'pending'`, index: 'comments_queue' },
  published: { is: sql`c.status = 'published'`, index: 'comments_queue' },
  rejected: { is: sql`c.status = 'rejected'`, index: 'comments_queue' },
  spam: { is: sql`c.status = 'spam'`, index: 'comments_queue' },
  withdrawn: { is: sql`c.status = 'withdrawn'`, index: 'comments_queue' },
  // The partial indexes serve literal conditions only.
  reported: { is: sql`c.open_reports > 0`, index: 'comments_reported' },
  appealed: { is: sql`c.has_appeal = 1`, index: 'comments_appealed' },
  unreviewed: { is: sql`c.status = 'published' AND c.is_reviewed = 0`, index: 'comments_unreviewed' },
  all: { is: sql`1`, index: 'comments_by_site' },
}

/** The comments of a tab; `c` is the comment. */
export const ofTab = (site: string, tab: Tab): SQL =>
  sql`comments c INDEXED BY ${sql.raw(TAB[tab].index)} WHERE c.site_id = ${site} AND ${TAB[tab].is}`

/** A walk over a tab by id, from a cursor on, along the index that leads there fastest. */
export interface Walk {
  /** The next comments, at most so many, as `id`. */
  ids(limit: number): SQL
  /** The comment so many steps on, if the walk goes as far. */
  idAt(count: number): SQL
  /** What must still be asked of each comment `c`; null when the index has seen to everything. */
  rest: SQL | null
}

/** Where a walk begins: the tab of a site, what its comments must be, the order, and the last id already looked at. */
interface Start {
  site: string
  tab: Tab
  filters: Filters
  order: TimeOrder
  after: number | null
}

/**
 * How a tab is walked with these filters. What is searched for is looked up in each comment of an author, and of an article
 * or a tab where these are so few that one look takes them all in: then nothing that fits is left for a later page.
 * @returns null when nothing can be found
 */
export async function walkOf(engine: Engine, start: Start): Promise<Walk | null> {
  const { q, author, article } = start.filters
  if (q === undefined || author !== undefined) return route(start, false)
  const others = route({ ...start, filters: article === undefined ? {} : { article }, after: null }, false)!
  const counted = await engine.first<{ n: number }>(sql`SELECT count(*) AS n FROM (${others.ids(EXAMINED + 1)})`)
  return route(start, counted!.n > EXAMINED)
}

/**
 * The way along what is searched for, if that leads, else along the author's comments, else the article's, else the tab's
 * own index.
 */
function route({ site, tab, filters, order, after }: Start, searchLeads: boolean): Walk | null {
  const way = order === 'oldest' ? sql.raw('>') : sql.raw('<')
  const direction = order === 'oldest' ? sql.raw('ASC') : sql.raw('DESC')
  const cursor = after ?? (order === 'oldest' ? -1 : Number.MAX_SAFE_INTEGER)
  const { q, article, author, from, until } = filters
  const words = q === undefined ? null : sought(q)
  if (q !== undefined && words === null) return null
  // D1 binds every number as a real one, by which the search does not seek but reads on from its beginning.
  const integer = (value: number) => sql`CAST(${value} AS INTEGER)`
  /** The walk's stretch of ids. An id is never before its comment's time, and only as far after it as clocks are apart. */
  const stretch = (id: SQL) =>
    sql.join(
      [
        sql`${id} ${way} ${integer(cursor)}`,
        ...(from === undefined ? [] : [sql`${id} >= ${integer(firstIdAt(from))}`]),
        ...(until === undefined ? [] : [sql`${id} < ${integer(firstIdAt(until + CLOCKS_APART))}`]),
      ],
      sql` AND `,
    )
  const walk = (source: SQL, isWhole: boolean, known: Partial<Record<keyof Filters, true>>): Walk => {
    const asks = restOf(site, tab, filters, isWhole, known)
    if (words !== null && !known.q)
      asks.push(sql`EXISTS (SELECT 1 FROM search WHERE search MATCH ${words} AND rowid = c.id)`)
    const rest = asks.length > 0 ? sql.join(asks, sql` AND `) : null
    return {
      ids: limit => sql`${source} LIMIT ${limit}`,
      idAt: count => sql`${source} LIMIT 1 OFFSET ${count - 1}`,
      rest,
    }
  }

  if (words !== null && searchLeads) {
    const source = sql`SELECT rowid AS id FROM search WHERE search MATCH ${soughtOn(site, words)} AND ${stretch(sql`rowid`)}
      ORDER BY rowid ${direction}`
    return walk(source, false, { q: true })
  }
  if (author !== undefined) {
    const source = sql`SELECT c.id FROM comments c INDEXED BY comments_of_author
      WHERE c.author_id = ${author} AND ${stretch(sql`c.id`)} ORDER BY c.id ${direction}`
    return walk(source, false, { author: true })
  }
  if (article !== undefined && tab !== 'reported' && tab !== 'appealed') {
    const statuses = tab === 'all' ? STATUSES : [tab === 'unreviewed' ? 'published' : tab]
    const branches = statuses.map(
      status => sql`SELECT c.id FROM comments c INDEXED BY comments_by_article
        WHERE c.article_id = ${articleIdAt(site, article)} AND c.status = ${status} AND ${stretch(sql`c.id`)}`,
    )
    // SQLite merges the branches by id as it walks them.
    const source = sql`${sql.join(branches, sql` UNION ALL `)} ORDER BY 1 ${direction}`
    return walk(source, tab !== 'unreviewed', { article: true })
  }
  const source = sql`SELECT c.id FROM ${ofTab(site, tab)} AND ${stretch(sql`c.id`)} ORDER BY c.id ${direction}`
  return walk(source, true, {})
}

function restOf(
  site: string,
  tab: Tab,
  filters: Filters,
  isWhole: boolean,
  known: Partial<Record<keyof Filters, true>>,
): SQL[] {
  const { language, reason, article, author, from, until } = filters
  const asks: SQL[] = []
  if (!isWhole) asks.push(sql`+c.site_id = ${site} AND ${TAB[tab].is}`)
  if (author !== undefined && !known.author) asks.push(sql`+c.author_id = ${author}`)
  if (article !== undefined && !known.article) asks.push(sql`+c.article_id = ${articleIdAt(site, article)}`)
  if (from !== undefined) asks.push(sql`c.created_at >= ${from}`)
  if (until !== undefined) asks.push(sql`c.created_at < ${until}`)
  if (language !== undefined) asks.push(language === UNDETERMINED ? sql`c.lang IS NULL` : sql`c.lang = ${language}`)
  if (reason !== undefined) {
    asks.push(sql`(EXISTS (SELECT 1 FROM findings f WHERE f.comment_id = c.id AND f.reason = ${reason})
      OR ${reason} = (SELECT r.reason FROM rulings r WHERE r.comment_id = c.id ORDER BY r.version DESC LIMIT 1))`)
  }
  return asks
}
