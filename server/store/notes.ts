import { sql } from 'drizzle-orm/sql'
import type { Engine } from './engine.ts'

/** What moderators tell each other of a comment or of its author. */
export const notesStore = (engine: Engine) => ({
  /** Adds a note on a comment of the site, or on the author of it; false where there is no such comment there. */
  async add(note: {
    id: number
    site: string
    comment: number
    about: 'comment' | 'author'
    person: number
    text: string
    at: number
  }): Promise<boolean> {
    const isOnComment = note.about === 'comment' ? 1 : 0
    const [rows] = await engine.write([
      sql`INSERT INTO notes (id, site_id, comment_id, author_id, person_id, text, created_at)
        SELECT ${note.id}, c.site_id, CASE ${isOnComment} WHEN 1 THEN c.id END,
          CASE ${isOnComment} WHEN 0 THEN c.author_id END, ${note.person}, ${note.text}, ${note.at}
        FROM comments c WHERE c.id = ${note.comment} AND +c.site_id = ${note.site} RETURNING id`,
    ])
    return rows!.length > 0
  },

  /** Removes a note of the person's own, as long as the person has a role on its site; false where there is none. */
  async remove(id: number, person: number): Promise<boolean> {
    const [rows] = await engine.write([
      sql`DELETE FROM notes WHERE id = ${id} AND person_id = ${person}
        AND EXISTS (SELECT 1 FROM roles WHERE roles.person_id = ${person} AND roles.site_id = notes.site_id)
        RETURNING id`,
    ])
    return rows!.length > 0
  },
})
