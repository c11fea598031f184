import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import type { AuthorRecord, Status } from '../contract.ts'
import type { Engine } from './engine.ts'

interface RecordRow {
  id: number
  name: string | null
  created_at: number
  pending: number
  published: number
  rejected: number
  newest: number | null
}

/** Authors as the desk deals with them. */
export const authorsStore = (engine: Engine) => ({
  /** An author's record on a site; null where the site has no such author. */
  async record(site: string, id: number): Promise<AuthorRecord | null> {
    const row = await engine.first<RecordRow>(
      sql`SELECT id, name, created_at, pending_count AS pending, published_count AS published,
          rejected_count AS rejected, (SELECT max(c.id) FROM comments c WHERE c.author_id = authors.id) AS newest
        FROM authors WHERE id = ${id} AND site_id = ${site}`,
    )
    if (!row) return null
    const { name, created_at: since, pending, published, rejected, newest } = row
    const counts = { pending, published, rejected }
    return { id: spellId(id), name, since, counts, newest: newest === null ? null : spellId(newest) }
  },

  /** The next comments of an author, newest first, with what a ruling on them needs. */
  async comments(id: number, newest: number, limit: number) {
    return engine.all<{ id: number; version: number; status: Status }>(
      sql`SELECT c.id, c.version, c.status FROM comments c INDEXED BY comments_of_author
        WHERE c.author_id = ${id} AND c.id <= ${newest} ORDER BY c.id DESC LIMIT ${limit}`,
    )
  },
})
