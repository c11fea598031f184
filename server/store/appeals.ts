import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

export const appealsStore = (engine: Engine) => ({
  /**
   * Keeps an author's one appeal against the refusal of a comment, with which ruling it answers and whose that was.
   * False where it is not the author's, was not refused, or has an appeal.
   */
  async add(appeal: { comment: number; author: number; text: string; at: number }): Promise<boolean> {
    const { comment, author, text, at } = appeal
    const [rows] = await engine.write([
      sql`INSERT INTO appeals (comment_id, author_id, version, ruled_by, text, created_at)
        SELECT c.id, c.author_id, r.version, r.person_id, ${text}, ${at}
        FROM comments c CROSS JOIN rulings r ON r.comment_id = c.id AND r.version = (
          SELECT max(version) FROM rulings WHERE comment_id = c.id AND from_status <> to_status)
        WHERE c.id = ${comment} AND c.author_id = ${author} AND c.status IN ('rejected', 'spam')
        ON CONFLICT (comment_id) DO NOTHING RETURNING comment_id`,
    ])
    return rows!.length > 0
  },
})

/**
 * Whether a person may decline the appeal `p` on a site: not on a decision of the person's own, unless nobody else
 * moderates there. Whoever refused a comment may change the decision at any time.
 */
export const mayDecline = (person: number, site: string) =>
  sql`(p.ruled_by IS NOT ${person}
    OR NOT EXISTS (SELECT 1 FROM roles other CROSS JOIN people somebody ON somebody.id = other.person_id
      WHERE other.site_id = ${site} AND other.person_id <> ${person} AND somebody.is_key = 0))`
