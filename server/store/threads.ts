import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { type Changes, type Comment, LIMITS, type Sort } from '../contract.ts'
import { ARTICLE, type ArticleRow } from './articles.ts'
import { type Engine, json } from './engine.ts'
import { ORDERS, rootsAfter, spellTurn, type Turn } from './orders.ts'
import { ownCommentOf, TOLD_COLUMNS, type ToldRow } from './told.ts'
import {
  articleIdAt,
  BRANCH_COLUMNS,
  type CommentRow,
  commentOf,
  locked,
  OWN_COLUMNS,
  PINNED,
  PUBLIC_COLUMNS,
  PUBLISHED,
  SHOWN,
  UNPUBLISHED,
} from './visible.ts'

/** Which page of a thread is asked for. */
export interface PageShape {
  sort: Sort
  /** How many roots. */
  limit: number
  /** Where the last root already shown stands. */
  after?: Turn | undefined
  /** How many replies come along with each root; the contract's number unless given. */
  replies?: number | undefined
}

/** Reading threads: what the public sees, a page at a time. The cost follows the page, whatever the thread's size. */
export const threadsStore = (engine: Engine) => ({
  async article(site: string, key: string): Promise<ArticleRow | null> {
    return (await engine.first<ArticleRow>(article(site, key))) ?? null
  },

  /** One page of a thread: the article, and roots in order, each followed by its first replies. */
  async page(site: string, key: string, shape: PageShape) {
    const replies = shape.replies ?? LIMITS.repliesShown
    const [articles, rows] = await engine.read<[ArticleRow, PageRow]>(
      article(site, key),
      pageOf(site, key, shape, replies),
    )
    return { article: articles[0] ?? null, ...pageFrom(rows, shape, replies) }
  },

  /**
   * What the public has seen change in an article after a revision, by the index of changes. A row that is not shown
   * gives its id alone.
   */
  async changes(site: string, key: string, since: number, limit: number): Promise<Changes> {
    const [articles, rows] = await engine.read<
      [ArticleRow & { anew_in: number }, CommentRow & { is_shown: number; changed_in: number }]
    >(
      sql`SELECT ${ARTICLE}, anew_in FROM articles WHERE id = ${articleIdAt(site, key)}`,
      sql`SELECT ${BRANCH_COLUMNS}, c.is_shown, c.changed_in FROM comments c
        WHERE c.article_id = ${articleIdAt(site, key)} AND c.changed_in > ${since}
        ORDER BY c.changed_in LIMIT ${limit + 1}`,
    )
    const changed = rows.slice(0, limit)
    const isMore = rows.length > limit
    return {
      revision: isMore ? changed.at(-1)!.changed_in : (articles[0]?.revision ?? 0),
      count: articles[0]?.comment_count ?? 0,
      comments: changed.filter(row => row.is_shown === 1).map(commentOf),
      gone: changed.filter(row => row.is_shown === 0).map(({ id }) => spellId(id)),
      isMore,
      // What was followed may have another key by now: the page's address tells.
      isAnew: articles[0] ? since < articles[0].anew_in : since > 0,
    }
  },

  /** The shown descendants of a root, ascending by id; empty when nothing of it is shown. */
  async replies(root: number, limit: number, after = 0): Promise<{ comments: Comment[]; next: string | null }> {
    const rows = await engine.all<CommentRow>(repliesOf(root, limit + 1, after))
    const shown = rows.slice(0, limit)
    return {
      comments: shown.map(commentOf),
      next: rows.length > limit ? spellId(shown.at(-1)!.id) : null,
    }
  },

  /** The newest published comments of a site, or of one article, each with where it stands. */
  async recent(site: string, key: string | null, limit: number): Promise<{ comment: Comment; article: ArticleRow }[]> {
    const place = key === null ? sql`c.site_id = ${site}` : sql`c.article_id = ${articleIdAt(site, key)}`
    const rows = await engine.all<CommentRow & { article: number }>(
      sql`SELECT ${PUBLIC_COLUMNS}, c.article_id AS article FROM comments c WHERE ${place} AND ${PUBLISHED}
        ORDER BY c.id DESC LIMIT ${limit}`,
    )
    const ids = [...new Set(rows.map(({ article }) => article))]
    const articles = await engine.all<ArticleRow>(
      sql`SELECT ${ARTICLE} FROM articles WHERE id IN (SELECT value FROM json_each(${json(ids)}))`,
    )
    const byId = new Map(articles.map(row => [row.id, row]))
    return rows.map(row => ({ comment: commentOf(row), article: byId.get(row.article)! }))
  },

  /** Published comments of these articles; an article that nobody has written on is left out. */
  async counts(site: string, keys: readonly string[]): Promise<Map<string, number>> {
    const rows = await engine.all<{ key: string; comment_count: number }>(
      sql`SELECT asked.value AS key, a.comment_count FROM json_each(${json(keys)}) asked
        CROSS JOIN articles a ON a.id = ${articleIdAt(site, sql`asked.value`)}`,
    )
    return new Map(rows.map(row => [row.key, row.comment_count]))
  },

  /** The revisions of these articles, of any site, in the order asked; 0 where nobody has written. */
  async revisions(articles: readonly { site: string; key: string }[]): Promise<number[]> {
    const rows = await engine.all<{ place: number; revision: number }>(
      sql`SELECT asked.key AS place, a.revision FROM json_each(${json(articles.map(({ site, key }) => [site, key]))}) asked
        CROSS JOIN articles a ON a.id = ${articleIdAt(sql`asked.value ->> 0`, sql`asked.value ->> 1`)}`,
    )
    const byPlace = new Map(rows.map(({ place, revision }) => [place, revision]))
    return articles.map((_, place) => byPlace.get(place) ?? 0)
  },

  /** The article a shown comment stands under. */
  async articleOf(id: number): Promise<ArticleRow | null> {
    const row = await engine.first<ArticleRow>(
      sql`SELECT ${ARTICLE} FROM articles WHERE id = (SELECT c.article_id FROM comments c WHERE c.id = ${id} AND ${SHOWN})`,
    )
    return row ?? null
  },

  /** The ancestors of a comment from the root down, as readers see them; the 20 nearest. */
  async ancestors(id: number): Promise<Comment[]> {
    const rows = await engine.all<CommentRow & { depth: number }>(
      sql`WITH RECURSIVE up (id, depth) AS (
          SELECT parent_id, 1 FROM comments WHERE id = ${id} AND parent_id IS NOT NULL
          UNION ALL
          SELECT c.parent_id, up.depth + 1 FROM up CROSS JOIN comments c ON c.id = up.id
            WHERE c.parent_id IS NOT NULL AND up.depth < 20)
        SELECT ${BRANCH_COLUMNS} FROM up CROSS JOIN comments c ON c.id = up.id`,
    )
    return rows.map(commentOf).reverse()
  },

  /** One comment or stub that the public sees, and the article it stands under. */
  async shown(id: number): Promise<{ comment: Comment; articleId: number } | null> {
    const row = await engine.first<CommentRow & { article_id: number }>(
      sql`SELECT ${BRANCH_COLUMNS}, c.article_id FROM comments c WHERE c.id = ${id} AND ${SHOWN}`,
    )
    return row ? { comment: commentOf(row), articleId: row.article_id } : null
  },

  /** What only this author sees of a thread, and which of the published ones are the author's. */
  async mine(author: number, articleId: number) {
    const [unpublished, published] = await engine.read<[CommentRow & ToldRow, { id: number; outcome: string | null }]>(
      sql`SELECT ${OWN_COLUMNS}, ${TOLD_COLUMNS} FROM comments c WHERE c.id IN (${sql.join(
        UNPUBLISHED.map(
          status => sql`SELECT id FROM (SELECT id FROM comments WHERE author_id = ${author}
              AND article_id = ${articleId} AND status = ${status} ORDER BY id DESC LIMIT 50)`,
        ),
        sql` UNION ALL `,
      )})`,
      sql`SELECT c.id, (SELECT outcome FROM appeals WHERE comment_id = c.id) AS outcome
        FROM comments c WHERE c.author_id = ${author} AND c.article_id = ${articleId} AND ${PUBLISHED}
        ORDER BY c.id DESC LIMIT 200`,
    )
    return {
      unpublished: unpublished.map(ownCommentOf).slice(-50),
      published: published.map(({ id }) => spellId(id)),
      granted: published.filter(({ outcome }) => outcome === 'granted').map(({ id }) => spellId(id)),
    }
  },
})

const article = (site: string, key: string) => sql`SELECT ${ARTICLE} FROM articles WHERE id = ${articleIdAt(site, key)}`

/** A row of a page, by what its root is ordered, and whether it stands at the head of the thread. */
type PageRow = CommentRow & { value: number; at_head: number }

/**
 * One more root than the page shows tells whether there is a next one; likewise for the replies of each root. Pinned
 * roots come in addition and before all others, on the first page only, and nowhere else.
 */
function pageOf(site: string, key: string, { sort, limit, after }: PageShape, replies: number) {
  const from = (roots: 'pinned' | 'roots') => {
    const columns = sql`${PUBLIC_COLUMNS}, ${ORDERS[sort].column} AS value, ${sql.raw(roots === 'pinned' ? '1' : '0')} AS at_head`
    const list = sql.raw(roots)
    return sql`SELECT ${columns} FROM ${list} CROSS JOIN comments c ON c.id = ${list}.id
      UNION ALL
      SELECT ${columns} FROM ${list} CROSS JOIN comments c ON c.id IN (
        SELECT c.id FROM comments c WHERE c.root_id = ${list}.id AND c.parent_id IS NOT NULL AND ${SHOWN}
        ORDER BY c.id LIMIT ${replies + 1})`
  }
  return sql`WITH pinned AS MATERIALIZED (
      SELECT c.id FROM comments c WHERE c.article_id = ${articleIdAt(site, key)} AND ${PINNED}
      ORDER BY c.id DESC LIMIT ${LIMITS.pinned}),
    roots AS MATERIALIZED (
      SELECT c.id FROM comments c
      WHERE c.article_id = ${articleIdAt(site, key)} AND c.parent_id IS NULL AND ${SHOWN}
        AND c.id NOT IN (SELECT id FROM pinned) ${rootsAfter(sort, after)} LIMIT ${limit + 1})
    ${after ? sql`` : sql`${from('pinned')} UNION ALL `}${from('roots')}`
}

function pageFrom(
  rows: PageRow[],
  { limit, sort }: PageShape,
  repliesShown: number,
): { comments: Comment[]; next: string | null } {
  const all = rows.filter(row => row.parent_id === null)
  const roots = all.filter(row => row.at_head === 0)
  const replies = Map.groupBy(
    rows.filter(row => row.parent_id !== null),
    row => row.root_id,
  )
  const comments = [...all.filter(row => row.at_head === 1), ...roots.slice(0, limit)].flatMap(row => {
    const root = commentOf(row)
    const below = (replies.get(row.id) ?? []).sort((a, b) => a.id - b.id)
    const shown = below.slice(0, repliesShown)
    const more = below.length > shown.length ? spellId(shown.at(-1)!.id) : null
    const answers = shown.map(commentOf)
    return [{ ...root, more }, ...(root.marks?.includes('locked') ? answers.map(locked) : answers)]
  })
  return { comments, next: roots.length > limit ? spellTurn(sort, roots[limit - 1]!) : null }
}

const repliesOf = (root: number, limit: number, after: number) =>
  sql`SELECT ${BRANCH_COLUMNS} FROM comments c
    WHERE c.root_id = ${root} AND c.parent_id IS NOT NULL AND ${SHOWN} AND c.id > ${after} ORDER BY c.id LIMIT ${limit}`
