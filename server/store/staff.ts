import { sql } from 'drizzle-orm/sql'
import type { WrittenText } from '../comments/written-text.ts'
import type { Status } from '../contract.ts'
import type { Engine } from './engine.ts'
import { OWN_ROW, type OwnRow } from './posting.ts'
import { domainsWritten } from './rule-facts.ts'
import { searchWritten } from './search.ts'

/** What must be known before staff answer a comment. */
export interface StaffFacts {
  /** The name that readers see. */
  name: string
  /** The author under which the person answers on this site, once there is one. */
  author_id: number | null
  parent_id: number | null
  parent_status: Status | null
  root_id: number | null
  article_key: string | null
}

/** An answer of staff with all that is written beside it. */
export interface NewAnswer extends WrittenText {
  id: number
  site: string
  parent: number
  person: number
  author: number
  name: string
  /** What the name looks like: nobody else may write under it. */
  skeleton: string
  avatar: number
  requestDigest: string
  idempotencyKey: string | null
  at: number
}

/** What people of the desk write as staff. */
export const staffStore = (engine: Engine) => ({
  async facts(site: string, parent: number, person: number): Promise<StaffFacts | null> {
    const row = await engine.first<StaffFacts>(
      sql`SELECT coalesce(person.public_name, person.name) AS name, author.id AS author_id, p.id AS parent_id,
          p.status AS parent_status, p.root_id, a.key AS article_key
        FROM people person
        LEFT JOIN authors author ON author.person_id = person.id AND author.site_id = ${site}
        LEFT JOIN comments p ON p.id = ${parent} AND +p.site_id = ${site}
        LEFT JOIN articles a ON a.id = p.article_id
        WHERE person.id = ${person}`,
    )
    return row ?? null
  },

  /** What the person has written with this key, if anything. */
  async earlier(site: string, person: number, key: string): Promise<OwnRow | null> {
    const row = await engine.first<OwnRow>(
      sql`SELECT ${OWN_ROW} FROM comments c WHERE c.idempotency_key = ${key} AND c.author_id = (
        SELECT id FROM authors WHERE person_id = ${person} AND site_id = ${site})`,
    )
    return row ?? null
  },

  /**
   * Publishes an answer of staff with its log row; false, and nothing is stored, when the comment it answers is no longer
   * public, the person has no role here, or the same key was used at the same moment. Staff may answer where readers may
   * not: under a closed article, in a locked branch.
   */
  async answer(answer: NewAnswer): Promise<boolean> {
    const { id, site, person, at } = answer
    const hasRole = sql`EXISTS (SELECT 1 FROM roles WHERE person_id = ${person} AND site_id = ${site})`
    const ours = sql`c.id = ${id} AND c.text_digest = ${answer.textDigest}`
    const results = await engine.write([
      sql`INSERT INTO authors (id, site_id, kind, name, name_skeleton, person_id, created_at)
        SELECT ${answer.author}, ${site}, 'staff', ${answer.name}, ${answer.skeleton}, ${person}, ${at} WHERE ${hasRole}
        ON CONFLICT (person_id, site_id) WHERE person_id IS NOT NULL
        DO UPDATE SET name = excluded.name, name_skeleton = excluded.name_skeleton
        WHERE name IS NOT excluded.name OR name_skeleton IS NOT excluded.name_skeleton`,
      sql`INSERT INTO comments (id, site_id, article_id, parent_id, root_id, author_id, name, badge, avatar, status,
          is_shown, is_reviewed, text, tree, likeness, salt, text_digest, idempotency_key, request_digest, lang, created_at)
        SELECT ${id}, p.site_id, p.article_id, p.id, p.root_id, author.id, ${answer.name}, 'staff', ${answer.avatar},
          'published', 1, 1, ${answer.text}, ${answer.tree}, ${answer.likeness}, ${answer.salt}, ${answer.textDigest},
          ${answer.idempotencyKey}, ${answer.requestDigest}, ${answer.lang}, ${at}
        FROM comments p CROSS JOIN authors author ON author.person_id = ${person} AND author.site_id = ${site}
        WHERE p.id = ${answer.parent} AND +p.site_id = ${site} AND p.status = 'published'
          AND author.id = ${answer.author} AND ${hasRole}
        ON CONFLICT (author_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING RETURNING id`,
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, person_id,
          text_digest, at)
        SELECT c.site_id, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) + 1, c.id, c.version,
          'reply', 'none', c.status, 'moderator', ${person}, c.text_digest, ${at}
        FROM comments c WHERE ${ours}`,
      ...searchWritten({ id, site, text: answer.text }, ours),
      ...domainsWritten(site, id, answer.domains, ours),
    ])
    return results[1]!.length > 0
  },
})
