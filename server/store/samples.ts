import { sql } from 'drizzle-orm/sql'
import type { Finding, Reason, Status } from '../contract.ts'
import { type Engine, json } from './engine.ts'
import { stubsFollow } from './rulings.ts'
import { searchErased, searchWrittenAll } from './search.ts'
import { articleIdAt } from './visible.ts'

/** A sample comment as it is written; `author` numbers its author among `authors`. */
export interface SampleRow {
  id: number
  articleKey: string
  parent: number | null
  root: number
  author: number
  name: string | null
  avatar: number
  status: Status
  /** Why the rules held it, and, where a moderator has decided since, how and why. */
  heldFor: Reason | null
  ruling: 'approve' | 'reject' | 'spam' | null
  reason: Reason | null
  text: string
  tree: string
  lang: string | null
  /** What it has in common with others that say the same. */
  likeness: string
  salt: string
  digest: string
  createdAt: number
  findings: Finding[]
}

export interface SampleArticle {
  id: number
  key: string
  url: string
  title: string
}

/** What is kept beside a comment and speaks of it alone. */
const BESIDE_COMMENTS = [
  'findings',
  'votes',
  'reports',
  'appeals',
  'notes',
  'editions',
  'link_domains',
  'mentions',
  'translations',
  'mutes',
  'tellings',
] as const
/** What others have said about the authors of samples, and by which column: these go wholly. */
const OF_SAMPLES = [
  ['notes', 'author_id'],
  ['mentions', 'author_id'],
  ['mutes', 'muted_id'],
] as const
/** By what an author is known who has no comment: nobody who has any of it goes with the samples. */
const OF_AUTHORS = [
  'comments',
  'sessions',
  'identities',
  'votes',
  'reports',
  'follows',
  'mutes',
  'article_authors',
  'mailings',
] as const

/** The sample comments of a demo site; rows with the source `sample` came from here and go again. */
export const samplesStore = (engine: Engine) => ({
  async count(site: string): Promise<number> {
    const row = await engine.first<{ n: number }>(
      sql`SELECT count(*) AS n FROM comments WHERE site_id = ${site} AND source = 'sample'`,
    )
    return row!.n
  },

  /** Writes articles, authors and comments with their rulings and findings; nothing when some are there. */
  async add(
    site: string,
    articles: readonly SampleArticle[],
    authors: readonly { id: number; name: string | null; createdAt: number }[],
    samples: readonly SampleRow[],
    now: number,
  ): Promise<number> {
    const none = sql`NOT EXISTS (SELECT 1 FROM comments WHERE site_id = ${site} AND source = 'sample')`
    const ours = sql`SELECT 1 FROM comments c WHERE c.id = s.value ->> 'id' AND c.text_digest = s.value ->> 'digest'`
    const results = await engine.write([
      sql`INSERT INTO articles (id, site_id, key, url, title, created_at)
        SELECT value ->> 'id', ${site}, value ->> 'key', value ->> 'url', value ->> 'title', ${now}
        FROM json_each(${json(articles)}) WHERE ${none}
        ON CONFLICT (site_id, key) DO UPDATE SET title = coalesce(articles.title, excluded.title)`,
      sql`INSERT INTO authors (id, site_id, kind, name, created_at)
        SELECT value ->> 'id', ${site}, 'guest', value ->> 'name', value ->> 'createdAt' FROM json_each(${json(authors)})
        WHERE ${none}`,
      sql`INSERT INTO comments (id, site_id, article_id, parent_id, root_id, author_id, name, avatar, status, is_shown,
          version, text, tree, lang, likeness, is_reviewed, salt, text_digest, source, created_at)
        SELECT s.value ->> 'id', ${site}, a.id, s.value ->> 'parent', s.value ->> 'root', s.value ->> 'author',
          s.value ->> 'name', s.value ->> 'avatar', s.value ->> 'status', (s.value ->> 'status') = 'published',
          1 + (s.value ->> 'ruling' IS NOT NULL), s.value ->> 'text', s.value ->> 'tree',
          s.value ->> 'lang', s.value ->> 'likeness', s.value ->> 'ruling' IS NOT NULL, s.value ->> 'salt', s.value ->> 'digest', 'sample',
          s.value ->> 'createdAt'
        FROM json_each(${json(samples)}) s CROSS JOIN articles a ON a.id = ${articleIdAt(site, sql`s.value ->> 'articleKey'`)}
        WHERE ${none} ORDER BY s.key RETURNING id`,
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler,
          text_digest, at)
        SELECT ${site}, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + row_number() OVER (),
          s.value ->> 'id', 1, 'post', 'none', 'pending', s.value ->> 'heldFor', 'rules', s.value ->> 'digest',
          s.value ->> 'createdAt'
        FROM json_each(${json(samples)}) s WHERE EXISTS (${ours})`,
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler,
          text_digest, at)
        SELECT ${site}, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + row_number() OVER (),
          s.value ->> 'id', 2, s.value ->> 'ruling', 'pending', s.value ->> 'status', s.value ->> 'reason', 'moderator',
          s.value ->> 'digest', ${now}
        FROM json_each(${json(samples)}) s WHERE s.value ->> 'ruling' IS NOT NULL AND EXISTS (${ours})`,
      sql`INSERT INTO findings (comment_id, version, rule, verdict, reason, detail, start_offset, end_offset)
        SELECT s.value ->> 'id', 1, f.value ->> 'rule', f.value ->> 'verdict', f.value ->> 'reason',
          f.value ->> 'detail', f.value ->> 'start', f.value ->> 'end'
        FROM json_each(${json(samples)}) s CROSS JOIN json_each(s.value, '$.findings') f WHERE EXISTS (${ours})`,
      ...searchWrittenAll(samples.map(({ id, text, digest }) => ({ id, site, text, digest }))),
    ])
    return results[2]!.length
  },

  /**
   * Removes the samples and their authors. A sample that carries somebody's real reply cannot go without it: it stays,
   * emptied, as a comment withdrawn by its author.
   */
  async remove(site: string, now: number): Promise<number> {
    const emptied = sql`(SELECT json_group_array(id) FROM comments WHERE site_id = ${site} AND source = 'emptied')`
    const samples = sql`(SELECT json_group_array(id) FROM comments WHERE site_id = ${site} AND source = 'sample')`
    const results = await engine.write([
      ...searchErased(samples),
      ...BESIDE_COMMENTS.map(
        table => sql`DELETE FROM ${sql.identifier(table)} WHERE comment_id IN (
          SELECT id FROM comments WHERE site_id = ${site} AND source = 'sample')`,
      ),
      ...OF_SAMPLES.map(
        ([table, column]) => sql`DELETE FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} IN (
          SELECT author_id FROM comments WHERE site_id = ${site} AND source = 'sample')`,
      ),
      sql`DELETE FROM comments WHERE site_id = ${site} AND source = 'sample' AND id NOT IN (
          WITH RECURSIVE carriers (id) AS (
            SELECT parent.id FROM comments parent CROSS JOIN comments child ON child.parent_id = parent.id
            WHERE parent.site_id = ${site} AND parent.source = 'sample' AND child.source IS NOT 'sample'
            UNION
            SELECT c.parent_id FROM carriers CROSS JOIN comments c ON c.id = carriers.id WHERE c.parent_id IS NOT NULL)
          SELECT id FROM carriers)
        RETURNING id`,
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
        SELECT ${site}, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + row_number() OVER (),
          c.id, c.version + 1, 'withdraw', c.status, 'withdrawn', 'author', c.text_digest, ${now}
        FROM comments c WHERE c.site_id = ${site} AND c.source = 'sample' AND c.status <> 'withdrawn'`,
      sql`UPDATE comments SET status = 'withdrawn', version = version + (status <> 'withdrawn'), text = '', tree = '[]',
          name = NULL, lang = NULL, likeness = NULL, salt = NULL, source = 'emptied',
          is_shown = EXISTS (SELECT 1 FROM comments child WHERE child.parent_id = comments.id AND child.is_shown = 1)
        WHERE site_id = ${site} AND source = 'sample' RETURNING id`,
      ...stubsFollow(emptied),
      sql`DELETE FROM authors WHERE site_id = ${site} AND ${sql.join(
        OF_AUTHORS.map(table => sql`NOT EXISTS (SELECT 1 FROM ${sql.identifier(table)} WHERE author_id = authors.id)`),
        sql` AND `,
      )}`,
    ])
    const before = 1 + BESIDE_COMMENTS.length + OF_SAMPLES.length
    return results[before]!.length + results[before + 2]!.length
  },
})
