import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import type { Block, Status } from '../contract.ts'
import type { Facts } from '../moderation/facts.ts'
import { type Engine, json } from './engine.ts'
import type { DecisionRow } from './rulings.ts'

/** A comment as a dry run judges it anew. */
export interface TrialRow {
  id: number
  spelt: string
  text: string
  tree: Block[]
  name: string | null
  status: Status
  createdAt: number
  article: { key: string; title: string | null; isHeld: boolean }
  author: Facts['author']
  /** What a moderator decided last, if one did. */
  decided: DecisionRow | null
}

interface Raw extends DecisionRow {
  id: number
  text: string
  tree: string
  name: string | null
  status: Status
  created_at: number
  key: string
  title: string | null
  is_held: number
  kind: Facts['author']['kind']
  published_count: number
  said_already: number
  said_by_others: number
  /** JSON: decided and refused among the author's last 20 comments. */
  recent: string
}

/** The last comments of a site, as a dry run of its policy asks for them. */
export const trialsStore = (engine: Engine) => ({
  /** Comments of the site newest first, before a given one. Posts of staff and withdrawn comments are not judged. */
  async page(site: string, before: number | null, limit: number): Promise<TrialRow[]> {
    const rows = await engine.all<Raw>(
      sql`SELECT c.id, c.text, c.tree, c.name, c.status, c.created_at, a.key, a.title, a.is_held,
          author.kind,
          (SELECT count(*) FROM (SELECT 1 FROM comments own INDEXED BY comments_of_author WHERE own.author_id = c.author_id
            AND own.id < c.id AND own.status = 'published' LIMIT 100)) AS published_count,
          (SELECT count(*) FROM (SELECT 1 FROM comments alike INDEXED BY comments_same_text
            WHERE alike.site_id = ${site} AND alike.likeness = c.likeness AND alike.id < c.id
              AND alike.author_id = c.author_id LIMIT 10)) AS said_already,
          (SELECT count(*) FROM (SELECT 1 FROM comments alike INDEXED BY comments_same_text
            WHERE alike.site_id = ${site} AND alike.likeness = c.likeness AND alike.id < c.id
              AND alike.author_id <> c.author_id LIMIT 10)) AS said_by_others,
          (SELECT json_array(
              total(walked.status IN ('published', 'rejected', 'spam')),
              total(walked.status IN ('rejected', 'spam') AND walked.is_reviewed = 1))
            FROM (SELECT own.status, own.is_reviewed FROM comments own INDEXED BY comments_of_author
              WHERE own.author_id = c.author_id AND own.id < c.id ORDER BY own.id DESC LIMIT 20) walked) AS recent,
          r.comment_id, r.ruling, coalesce(person.public_name, person.name) AS by_name, r.ruler, r.from_status, r.to_status, r.reason, r.at
        FROM (SELECT id FROM comments INDEXED BY comments_by_site
            WHERE site_id = ${site} AND id < ${before ?? Number.MAX_SAFE_INTEGER}
            ORDER BY id DESC LIMIT ${limit}) walked
        CROSS JOIN comments c ON c.id = walked.id
        CROSS JOIN articles a ON a.id = c.article_id CROSS JOIN authors author ON author.id = c.author_id
        LEFT JOIN rulings r ON r.comment_id = c.id AND r.version = (SELECT max(version) FROM rulings
          WHERE comment_id = c.id AND ruler = 'moderator' AND ruling IN ('approve', 'confirm', 'reject', 'spam'))
        LEFT JOIN people person ON person.id = r.person_id`,
    )
    return rows.map(row => {
      const [decided, refused] = JSON.parse(row.recent) as [number, number]
      return {
        id: row.id,
        spelt: spellId(row.id),
        text: row.text,
        tree: JSON.parse(row.tree) as Block[],
        name: row.name,
        status: row.status,
        createdAt: row.created_at,
        article: { key: row.key, title: row.title, isHeld: row.is_held === 1 },
        author: {
          kind: row.kind,
          bannedUntil: null,
          mutedUntil: null,
          publishedCount: row.published_count,
          recent: { decided, refused },
          saidAlready: row.said_already,
          saidByOthers: row.said_by_others,
          isNetworkHeld: false,
        },
        decided: row.at === null ? null : row,
      }
    })
  },

  /** Of these domains of comments, those that no published comment before that one has had. */
  async newDomains(site: string, asked: readonly [comment: number, domain: string][]): Promise<Map<number, string[]>> {
    const rows = await engine.all<{ comment: number; domain: string }>(
      sql`SELECT asked.value ->> 0 AS comment, asked.value ->> 1 AS domain FROM json_each(${json(asked)}) asked
        WHERE NOT EXISTS (SELECT 1 FROM (SELECT had.comment_id FROM link_domains had
            WHERE had.site_id = ${site} AND had.domain = asked.value ->> 1 AND had.comment_id < asked.value ->> 0
            ORDER BY had.comment_id LIMIT 20) walked
          CROSS JOIN comments c ON c.id = walked.comment_id WHERE c.status = 'published')`,
    )
    const found = new Map<number, string[]>()
    for (const { comment, domain } of rows) found.set(comment, [...(found.get(comment) ?? []), domain])
    return found
  },
})
