import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { LIMITS, type SavedReply } from '../contract.ts'
import type { Engine } from './engine.ts'

/** The texts that moderators of a site say often. */
export const savedRepliesStore = (engine: Engine) => ({
  /** Those of a site, by name. */
  async list(site: string): Promise<SavedReply[]> {
    const rows = await engine.all<{ id: number; name: string; text: string }>(
      sql`SELECT id, name, text FROM saved_replies WHERE site_id = ${site} ORDER BY name LIMIT ${LIMITS.savedReplies}`,
    )
    return rows.map(({ id, ...reply }) => ({ id: spellId(id), ...reply }))
  },

  /**
   * Adds one; false where the site has as many as there can be.
   * @throws a UNIQUE error on `saved_replies.site_id` when the site has one of this name
   */
  async add(reply: { id: number; site: string; name: string; text: string; at: number }): Promise<boolean> {
    const [rows] = await engine.write([
      sql`INSERT INTO saved_replies (id, site_id, name, text, changed_at)
        SELECT ${reply.id}, ${reply.site}, ${reply.name}, ${reply.text}, ${reply.at}
        WHERE (SELECT count(*) FROM saved_replies WHERE site_id = ${reply.site}) < ${LIMITS.savedReplies} RETURNING id`,
    ])
    return rows!.length > 0
  },

  /**
   * Changes one of the site; false where there is none.
   * @throws a UNIQUE error on `saved_replies.site_id` when another one has this name
   */
  async change(reply: { id: number; site: string; name: string; text: string; at: number }): Promise<boolean> {
    const [rows] = await engine.write([
      sql`UPDATE saved_replies SET name = ${reply.name}, text = ${reply.text}, changed_at = ${reply.at}
        WHERE id = ${reply.id} AND +site_id = ${reply.site} RETURNING id`,
    ])
    return rows!.length > 0
  },

  /** Removes one of the site; false where there is none. */
  async remove(id: number, site: string): Promise<boolean> {
    const [rows] = await engine.write([
      sql`DELETE FROM saved_replies WHERE id = ${id} AND +site_id = ${site} RETURNING id`,
    ])
    return rows!.length > 0
  },
})
