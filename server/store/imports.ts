import { sql } from 'drizzle-orm/sql'
import type { Badge, Status } from '../contract.ts'
import { type Engine, json } from './engine.ts'
import { stubsFollow } from './rulings.ts'
import { searchWrittenAll } from './search.ts'
import { articleIdAt } from './visible.ts'
import { helpfulnessOf } from './votes.ts'

/** A comment of another system that came before, and where it stands here; `id` null once it stands here no more. */
export interface KnownRow {
  foreign_id: string
  id: number | null
  root_id: number
  article_id: number
  key: string
  is_shown: number
  created_at: number
}

/** A comment as it is brought in. */
export interface ImportedRow {
  foreignId: string
  id: number
  parent: number | null
  root: number
  /** The article by its key, or by its id where what it answers stood here before. */
  articleKey: string
  articleId: number | null
  /** Of its author, by which they are known when they come again. */
  author: string
  name: string | null
  badge: Badge | null
  avatar: number
  status: Status
  text: string
  tree: string
  lang: string | null
  likeness: string | null
  salt: string | null
  digest: string
  domains: string[]
  /** What it is in another format. */
  same: { format: string; id: string } | null
  up: number
  down: number
  createdAt: number
}

/** What is written at once. */
export interface ImportBatch {
  site: string
  format: string
  articles: { id: number; key: string; url: string; title: string | null; createdAt: number }[]
  authors: { digest: string; id: number; name: string | null; createdAt: number }[]
  comments: ImportedRow[]
  /** Published answers below what nobody sees so far. */
  stirring: number[]
  /** Who imports, as far as the desk knows. */
  person: number | null
  now: number
}

export interface WaitingRow {
  foreign_id: string
  parent: string
  comment: string
  /** The author's digest. */
  author: string
}

export type PutAside = Omit<WaitingRow, 'author'>

/** The row beside those that are put aside which says whose import it is: no comment has such an id, and none answers such a one. */
const CLAIM = ''
const NO_ID = '\n'

/** What is brought in from other systems. */
export const importsStore = (engine: Engine) => ({
  /** Those of these that came before. */
  async known(site: string, format: string, ids: readonly string[]): Promise<KnownRow[]> {
    return engine.all<KnownRow>(
      sql`SELECT i.foreign_id, c.id, c.root_id, c.article_id, a.key, c.is_shown, c.created_at
        FROM json_each(${json(ids)}) asked CROSS JOIN imported i
          ON i.site_id = ${site} AND i.format = ${format} AND i.foreign_id = asked.value
        LEFT JOIN comments c ON c.id = i.comment_id
        LEFT JOIN articles a ON a.id = c.article_id`,
    )
  },

  /** The authors of these digests who came before. */
  async authors(site: string, format: string, digests: readonly string[]): Promise<Map<string, number>> {
    const rows = await engine.all<{ digest: string; id: number }>(
      sql`SELECT i.digest, author.id FROM json_each(${json(digests)}) asked CROSS JOIN imported_authors i
          ON i.site_id = ${site} AND i.format = ${format} AND i.digest = asked.value
        CROSS JOIN authors author ON author.id = i.author_id`,
    )
    return new Map(rows.map(({ digest, id }) => [digest, id]))
  },

  /** The articles that these keys lead to, where there are some. */
  async articles(site: string, keys: readonly string[]) {
    return engine.all<{ asked: string; key: string; title: string | null; comment_count: number }>(
      sql`SELECT asked.value AS asked, a.key, a.title, a.comment_count FROM json_each(${json(keys)}) asked
        CROSS JOIN articles a ON a.id = ${articleIdAt(site, sql`asked.value`)}`,
    )
  },

  /** Notes that comments which are here stand for these, too. */
  async alias(
    site: string,
    format: string,
    rows: readonly { id: string; format: string; other: string }[],
  ): Promise<void> {
    await engine.write([
      sql`INSERT INTO imported (site_id, format, foreign_id, comment_id)
        SELECT ${site}, ${format}, asked.value ->> 'id', i.comment_id FROM json_each(${json(rows)}) asked CROSS JOIN imported i
          ON i.site_id = ${site} AND i.format = asked.value ->> 'format' AND i.foreign_id = asked.value ->> 'other'
        WHERE true ON CONFLICT DO NOTHING`,
    ])
  },

  /**
   * Writes comments with all that stands beside them, in one batch; what another import has brought in meanwhile is left
   * out. A row stands behind what it answers.
   * @returns the ids that were written
   * @throws a UNIQUE error on `comments.id`, `authors.id` or `articles.id` where an id is taken
   */
  async add({ site, format, articles, authors, comments, stirring, person, now }: ImportBatch): Promise<number[]> {
    const rows = json(comments)
    const ours = sql`SELECT 1 FROM comments c WHERE c.id = s.value ->> 'id' AND c.text_digest = s.value ->> 'digest'`
    const voted = comments.filter(({ up, down }) => up + down > 0).map(({ id }) => id)
    const batch = [
      ...(articles.length > 0
        ? [
            sql`INSERT INTO articles (id, site_id, key, url, title, created_at)
              SELECT value ->> 'id', ${site}, value ->> 'key', value ->> 'url', value ->> 'title', value ->> 'createdAt'
              FROM json_each(${json(articles)}) WHERE true
              ON CONFLICT (site_id, key) DO UPDATE SET title = coalesce(articles.title, excluded.title),
                created_at = min(articles.created_at, excluded.created_at)`,
          ]
        : []),
      ...(authors.length > 0
        ? [
            sql`INSERT INTO authors (id, site_id, kind, name, created_at)
              SELECT value ->> 'id', ${site}, 'guest', value ->> 'name', value ->> 'createdAt' FROM json_each(${json(authors)})`,
            sql`INSERT INTO imported_authors (site_id, format, digest, author_id)
              SELECT ${site}, ${format}, value ->> 'digest', value ->> 'id' FROM json_each(${json(authors)}) WHERE true
              ON CONFLICT (site_id, format, digest) DO UPDATE SET author_id = excluded.author_id
                WHERE NOT EXISTS (SELECT 1 FROM authors WHERE id = imported_authors.author_id)`,
          ]
        : []),
    ]
    const at = batch.length
    const results = await engine.write([
      ...batch,
      sql`INSERT INTO comments (id, site_id, article_id, parent_id, root_id, author_id, name, badge, avatar, status, is_shown,
          text, tree, lang, likeness, is_reviewed, salt, text_digest, up_votes, down_votes, up_before, down_before, created_at)
        SELECT s.value ->> 'id', ${site}, a.id, s.value ->> 'parent', s.value ->> 'root', i.author_id,
          s.value ->> 'name', s.value ->> 'badge', s.value ->> 'avatar', s.value ->> 'status',
          (s.value ->> 'status') = 'published', s.value ->> 'text', s.value ->> 'tree', s.value ->> 'lang',
          s.value ->> 'likeness', (s.value ->> 'status') <> 'pending', s.value ->> 'salt', s.value ->> 'digest',
          s.value ->> 'up', s.value ->> 'down', s.value ->> 'up', s.value ->> 'down', s.value ->> 'createdAt'
        FROM json_each(${rows}) s
        CROSS JOIN imported_authors i
          ON i.site_id = ${site} AND i.format = ${format} AND i.digest = s.value ->> 'author'
        CROSS JOIN articles a
          ON a.id = coalesce(s.value ->> 'articleId', ${articleIdAt(site, sql`s.value ->> 'articleKey'`)})
        WHERE NOT EXISTS (SELECT 1 FROM imported known
          WHERE known.site_id = ${site} AND known.format = ${format} AND known.foreign_id = s.value ->> 'foreignId')
        ORDER BY s.key RETURNING id`,
      sql`INSERT INTO imported (site_id, format, foreign_id, comment_id)
        SELECT ${site}, ${format}, s.value ->> 'foreignId', s.value ->> 'id' FROM json_each(${rows}) s WHERE EXISTS (${ours})
        ON CONFLICT DO NOTHING`,
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, person_id,
          text_digest, at)
        SELECT ${site}, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + row_number() OVER (ORDER BY s.key),
          s.value ->> 'id', 1, 'import', 'none', s.value ->> 'status', 'moderator', ${person}, s.value ->> 'digest', ${now}
        FROM json_each(${rows}) s WHERE EXISTS (${ours})`,
      ...(comments.some(({ same }) => same !== null)
        ? [
            sql`INSERT INTO imported (site_id, format, foreign_id, comment_id)
              SELECT ${site}, s.value ->> '$.same.format', s.value ->> '$.same.id', s.value ->> 'id' FROM json_each(${rows}) s
              WHERE s.value ->> '$.same.id' IS NOT NULL AND EXISTS (${ours}) ON CONFLICT DO NOTHING`,
          ]
        : []),
      ...searchWrittenAll(comments.map(({ id, text, digest }) => ({ id, site, text, digest }))),
      ...(comments.some(({ domains }) => domains.length > 0)
        ? [
            sql`INSERT INTO link_domains (site_id, domain, comment_id)
              SELECT ${site}, domain.value, s.value ->> 'id' FROM json_each(${rows}) s
              CROSS JOIN json_each(s.value, '$.domains') domain WHERE EXISTS (${ours}) ON CONFLICT DO NOTHING`,
          ]
        : []),
      ...(stirring.length > 0 ? stubsFollow(json(stirring)) : []),
      ...(voted.length > 0 ? [helpfulnessOf(voted)] : []),
      sql`DELETE FROM imports_waiting WHERE site_id = ${site} AND format = ${format}
        AND foreign_id IN (SELECT value ->> 'foreignId' FROM json_each(${rows}))`,
    ])
    return results[at]!.map(({ id }) => Number(id))
  },

  /** Puts aside comments that stand before what they answer. */
  async wait(site: string, format: string, rows: readonly WaitingRow[], now: number): Promise<void> {
    await engine.write([
      sql`INSERT INTO imports_waiting (site_id, format, foreign_id, parent, comment, author, put_at)
        SELECT ${site}, ${format}, value ->> 'foreign_id', value ->> 'parent', value ->> 'comment', value ->> 'author', ${now}
        FROM json_each(${json(rows)}) WHERE true ON CONFLICT DO NOTHING`,
    ])
  },

  /** Those put aside below these, however deep, each behind what it answers. */
  async waitingBelow(site: string, format: string, ids: readonly string[], limit: number): Promise<PutAside[]> {
    return engine.all<PutAside>(
      sql`WITH RECURSIVE down (foreign_id, parent, comment) AS (
          SELECT w.foreign_id, w.parent, w.comment FROM json_each(${json(ids)}) asked CROSS JOIN imports_waiting w
            ON w.site_id = ${site} AND w.format = ${format} AND w.parent = asked.value
          UNION ALL
          SELECT w.foreign_id, w.parent, w.comment FROM down CROSS JOIN imports_waiting w
            ON w.site_id = ${site} AND w.format = ${format} AND w.parent = down.foreign_id)
        SELECT foreign_id, parent, comment FROM down LIMIT ${limit}`,
    )
  },

  /** Those put aside, in the order of their ids; or only those whose parent is not among them. */
  async stranded(site: string, format: string, limit: number, after: string, isLost: boolean): Promise<PutAside[]> {
    return engine.all<PutAside>(
      sql`SELECT w.foreign_id, w.parent, w.comment FROM imports_waiting w
        WHERE w.site_id = ${site} AND w.format = ${format} AND w.foreign_id > ${after} ${
          isLost
            ? sql`AND NOT EXISTS (SELECT 1 FROM imports_waiting p
                WHERE p.site_id = ${site} AND p.format = ${format} AND p.foreign_id = w.parent)`
            : sql``
        } ORDER BY w.foreign_id LIMIT ${limit}`,
    )
  },

  /** Gives up what is put aside of a format, some of it; gives how many those were. */
  async forget(site: string, format: string, limit: number): Promise<number> {
    const [rows] = await engine.write([
      sql`DELETE FROM imports_waiting WHERE site_id = ${site} AND format = ${format} AND foreign_id IN (
        SELECT w.foreign_id FROM imports_waiting w WHERE w.site_id = ${site} AND w.format = ${format}
          AND w.foreign_id > ${CLAIM} LIMIT ${limit})
        RETURNING foreign_id`,
    ])
    return rows!.length
  },

  /** The import that has a site and a format for itself, and its last sign of life; null where there is none. */
  async claim(site: string, format: string): Promise<string | null> {
    const row = await engine.first<{ comment: string; put_at: number }>(
      sql`SELECT comment, put_at FROM imports_waiting WHERE site_id = ${site} AND format = ${format} AND foreign_id = ${CLAIM}`,
    )
    return row ? `${row.comment} ${row.put_at}` : null
  },

  /**
   * Takes a site and a format for one import, in the place of the claim that was seen.
   * @returns whether nobody else did meanwhile
   */
  async take(site: string, format: string, seen: string | null, holder: string, now: number): Promise<boolean> {
    const [rows] = await engine.write([
      sql`INSERT INTO imports_waiting (site_id, format, foreign_id, parent, comment, put_at)
        VALUES (${site}, ${format}, ${CLAIM}, ${NO_ID}, ${holder}, ${now})
        ON CONFLICT (site_id, format, foreign_id) DO UPDATE SET comment = excluded.comment, put_at = excluded.put_at
          WHERE comment || ' ' || CAST(put_at AS INTEGER) = ${seen ?? ''} RETURNING site_id`,
    ])
    return rows!.length > 0
  },

  /** A sign of life of the import that has them; false where it has them no more. */
  async lives(site: string, format: string, holder: string, now: number): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE imports_waiting SET put_at = max(put_at + 1, ${now}) WHERE site_id = ${site} AND format = ${format}
        AND foreign_id = ${CLAIM} AND comment = ${holder} RETURNING site_id`,
    ])
    return rows!.length > 0
  },

  /** Gives them back. */
  async release(site: string, format: string, holder: string): Promise<void> {
    await engine.write([
      sql`DELETE FROM imports_waiting WHERE site_id = ${site} AND format = ${format}
        AND foreign_id = ${CLAIM} AND comment = ${holder}`,
    ])
  },

  /** What is put aside of an author, as it was read. */
  async asideOf(sites: readonly string[], digest: string): Promise<{ site: string; comment: string }[]> {
    return engine.all(
      sql`SELECT w.site_id AS site, w.comment FROM json_each(${json(sites)}) each
        CROSS JOIN imports_waiting w ON w.site_id = each.value AND w.author = ${digest}`,
    )
  },

  /** Takes what is put aside of an author. */
  async forgetOf(sites: readonly string[], digest: string): Promise<void> {
    await engine.write(
      sites.map(site => sql`DELETE FROM imports_waiting WHERE site_id = ${site} AND author = ${digest}`),
    )
  },

  /** Gives up what is put aside of these: it is told why. */
  async drop(site: string, format: string, ids: readonly string[]): Promise<void> {
    await engine.write([
      sql`DELETE FROM imports_waiting WHERE site_id = ${site} AND format = ${format}
        AND foreign_id IN (SELECT value FROM json_each(${json(ids)}))`,
    ])
  },

  /** Where a comment of another system stands here, by what it may be called in each format. */
  async moved(site: string, names: readonly { format: string; id: string }[]): Promise<{ id: number } | null> {
    const row = await engine.first<{ id: number }>(
      sql`SELECT c.id FROM json_each(${json(names)}) asked CROSS JOIN imported i
          ON i.site_id = ${site} AND i.format = asked.value ->> 'format' AND i.foreign_id = asked.value ->> 'id'
        CROSS JOIN comments c ON c.id = i.comment_id AND c.is_shown = 1 LIMIT 1`,
    )
    return row ?? null
  },
})
