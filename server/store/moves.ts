import { type SQL, sql } from 'drizzle-orm/sql'
import type { Status } from '../contract.ts'
import { type Engine, json } from './engine.ts'

/** An article as a move looks at it. */
export interface MovableRow {
  id: number
  key: string
  url: string
  title: string | null
  revision: number
  moved_to: number | null
  moving_to: number | null
  /** Comments by status. */
  comments: Partial<Record<Status, number>>
}

type Counted = Omit<MovableRow, 'comments'> & { comments: string }

const MOVABLE = sql.raw(`a.id, a.key, a.url, a.title, a.revision, a.moved_to, a.moving_to,
  (SELECT json_group_object(status, n) FROM (
    SELECT status, count(*) AS n FROM comments WHERE article_id = a.id GROUP BY status)) AS comments`)

const read = (row: Counted): MovableRow => ({ ...row, comments: JSON.parse(row.comments) })

/**
 * Moving comments from one article to another, for an owner's hand. What moves, moves a few conversations at a time, so
 * that readers and writers find their turn in between; whatever ends it half-way, all comments are there to be read,
 * and the next try goes on with the rest. Votes, findings and rulings stand by their comments and need no move.
 */
export const movesStore = (engine: Engine) => ({
  /** The article with exactly this key, wherever it leads. */
  async named(site: string, key: string): Promise<MovableRow | null> {
    const row = await engine.first<Counted>(
      sql`SELECT ${MOVABLE} FROM articles a WHERE a.site_id = ${site} AND a.key = ${key}`,
    )
    return row ? read(row) : null
  },

  async byId(id: number): Promise<MovableRow | null> {
    const row = await engine.first<Counted>(sql`SELECT ${MOVABLE} FROM articles a WHERE a.id = ${id}`)
    return row ? read(row) : null
  },

  /**
   * Gives an article another key and address, at once and whatever its size. The old key leads to it if `forward`.
   * False when the key is taken.
   */
  async rename(article: MovableRow, to: { key: string; url: string }, forward: { id: number; now: number } | null) {
    const { id, key, url } = article
    const isOurs = sql`EXISTS (SELECT 1 FROM articles WHERE id = ${id} AND key = ${to.key})`
    const results = await engine.write([
      sql`UPDATE articles SET key = ${to.key}, url = ${to.url}, revision = revision + 1
        WHERE id = ${id} AND key = ${key} AND NOT EXISTS (
          SELECT 1 FROM articles taken WHERE taken.site_id = articles.site_id AND taken.key = ${to.key})
        RETURNING id`,
      ...(forward
        ? [
            sql`INSERT INTO articles (id, site_id, key, url, moved_to, created_at)
              SELECT ${forward.id}, site_id, ${key}, ${url}, id, ${forward.now} FROM articles WHERE id = ${id} AND ${isOurs}
              ON CONFLICT (site_id, key) DO NOTHING`,
          ]
        : []),
    ])
    return results[0]!.length > 0
  },

  /**
   * Changes places with a key that leads to the article: the article gets that key, and its own leads to it or, if not
   * `forward`, begins anew.
   */
  async swap(article: MovableRow, other: MovableRow, forward: boolean): Promise<void> {
    // No key of a page holds a space.
    const between = ` ${other.id}`
    const stands = sql`EXISTS (SELECT 1 FROM articles WHERE id = ${other.id} AND key = ${between})`
    await engine.write([
      sql`UPDATE articles SET key = ${between}
        WHERE id = ${other.id} AND key = ${other.key} AND moved_to = ${article.id}`,
      sql`UPDATE articles SET key = ${other.key}, url = ${other.url}, revision = revision + 1
        WHERE id = ${article.id} AND key = ${article.key} AND ${stands}`,
      ...(forward
        ? []
        : [
            anew(article.id, other.id, stands),
            sql`UPDATE articles SET moved_to = NULL, title = NULL WHERE id = ${other.id} AND ${stands}`,
          ]),
      sql`UPDATE articles SET key = ${article.key}, url = ${article.url} WHERE id = ${other.id} AND key = ${between}`,
    ])
  },

  /** Makes an article where a key has none, and names one that has no title. */
  async make(site: string, article: { id: number; key: string; url: string; title: string | null }, now: number) {
    await engine.write([
      sql`INSERT INTO articles (id, site_id, key, url, title, created_at)
        VALUES (${article.id}, ${site}, ${article.key}, ${article.url}, ${article.title}, ${now})
        ON CONFLICT (site_id, key) DO UPDATE SET title = coalesce(title, excluded.title)`,
    ])
  },

  /** A move that one of these articles has a part in, as it is going on or was left. */
  async underWay(articles: readonly number[]): Promise<{ from: string; to: string } | null> {
    const row = await engine.first<{ from: string; to: string }>(
      sql`SELECT a.key AS "from", b.key AS "to" FROM json_each(${json(articles)}) asked
        CROSS JOIN articles a ON a.id IN (asked.value, (SELECT id FROM articles WHERE moving_to = asked.value LIMIT 1))
        CROSS JOIN articles b ON b.id = a.moving_to LIMIT 1`,
    )
    return row ?? null
  },

  /**
   * Takes an article's comments for a move, so that no other move meets it half-way: none of the two may be on its way
   * elsewhere, have comments on their way to it from a third, or have moved. The move that has taken them takes them again.
   */
  async claim(from: number, to: number): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE articles SET moving_to = ${to}
        WHERE id = ${from} AND id <> ${to} AND coalesce(moved_to, ${to}) = ${to} AND coalesce(moving_to, ${to}) = ${to}
          AND NOT EXISTS (SELECT 1 FROM articles other WHERE other.moving_to = ${from})
          AND EXISTS (SELECT 1 FROM articles target WHERE target.id = ${to}
            AND target.moved_to IS NULL AND target.moving_to IS NULL)
        RETURNING id`,
    ])
    return rows!.length > 0
  },

  /**
   * Moves up to so many roots to another article, each with everything below it, so that a conversation is never apart;
   * only those that were written at one location, if one is given. Gives how many comments moved; 0 when none is left.
   */
  async step(from: number, to: number, roots: number, location: number | null = null): Promise<number> {
    const at = location === null ? sql`` : sql`AND location_id = ${location}`
    const [rows] = await engine.write([
      sql`WITH RECURSIVE trees (id) AS (
          SELECT id FROM (SELECT id FROM comments WHERE article_id = ${from} AND parent_id IS NULL ${at} LIMIT ${roots})
          UNION ALL
          SELECT c.id FROM trees CROSS JOIN comments c ON c.parent_id = trees.id)
        UPDATE comments SET article_id = ${to}, location_id = ${location === null ? sql`location_id` : sql`NULL`}
        WHERE id IN (SELECT id FROM trees) RETURNING id`,
    ])
    return rows!.length
  },

  /**
   * Ends a move of all comments: who followed either article reads it again, from now on the one key leads to the other,
   * and its views count there. False when somebody has posted meanwhile, so that there is more to move.
   */
  async forward(from: number, to: number): Promise<boolean> {
    const isEmpty = sql`NOT EXISTS (SELECT 1 FROM comments WHERE article_id = ${from})`
    const results = await engine.write([
      anew(from, to, isEmpty),
      sql`UPDATE articles SET moved_to = ${to}, moving_to = NULL
        WHERE (id = ${from} OR moved_to = ${from}) AND id <> ${to} AND ${isEmpty} RETURNING id`,
      // Who came to see the one has seen the other from now on.
      sql`UPDATE articles SET view_count = articles.view_count + old.view_count
        FROM articles old WHERE articles.id = ${to} AND old.id = ${from} AND ${isEmpty}`,
      sql`UPDATE articles SET view_count = 0 WHERE id = ${from} AND ${isEmpty}`,
      sql`UPDATE comments SET location_id = (SELECT t.id FROM locations f CROSS JOIN locations t
            ON t.article_id = ${to} AND t.key = f.key WHERE f.id = comments.location_id)
        WHERE location_id IN (SELECT f.id FROM locations f CROSS JOIN locations t
            ON t.article_id = ${to} AND t.key = f.key WHERE f.article_id = ${from}) AND ${isEmpty}`,
      sql`DELETE FROM locations WHERE article_id = ${from} AND ${isEmpty}
        AND key IN (SELECT t.key FROM locations t WHERE t.article_id = ${to})`,
      sql`UPDATE locations SET article_id = ${to} WHERE article_id = ${from} AND ${isEmpty}`,
      sql`UPDATE OR IGNORE article_authors SET article_id = ${to} WHERE article_id = ${from} AND ${isEmpty}`,
      sql`DELETE FROM article_authors WHERE article_id = ${from} AND ${isEmpty}`,
      sql`UPDATE OR IGNORE follows SET article_id = ${to} WHERE article_id = ${from} AND ${isEmpty}`,
      sql`DELETE FROM follows WHERE article_id = ${from} AND ${isEmpty}`,
    ])
    return results[1]!.length > 0
  },

  /**
   * Ends a move after which the one key does not lead to the other: who followed either article reads it again. Where a
   * page was given its own, that page's claim goes, and its title with it if the shared article had it from there;
   * what its readers answered in conversations of other pages stays with those.
   */
  async part(from: number, to: number, location: number | null): Promise<void> {
    const isOver = sql`NOT EXISTS (SELECT 1 FROM comments WHERE location_id = ${location} AND parent_id IS NULL)`
    await engine.write([
      anew(from, to, sql`true`),
      sql`UPDATE articles SET moving_to = NULL WHERE id = ${from} AND moving_to = ${to}`,
      sql`UPDATE articles SET title = NULL
        WHERE id = ${from} AND title = (SELECT title FROM locations WHERE id = ${location}) AND ${isOver}`,
      sql`UPDATE comments SET location_id = NULL WHERE location_id = ${location} AND parent_id IS NOT NULL AND ${isOver}`,
      sql`DELETE FROM locations WHERE id = ${location} AND ${isOver}`,
    ])
  },
})

/** A revision that neither article has had, so that nothing kept of either is taken for what stands now. */
const anew = (from: number, to: number, condition: SQL) =>
  sql`UPDATE articles SET revision = fresh.revision, anew_in = fresh.revision
    FROM (SELECT 1 + max(revision) AS revision FROM articles WHERE id IN (${from}, ${to})) fresh
    WHERE articles.id IN (${from}, ${to}) AND ${condition}`
