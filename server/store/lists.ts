import { sql } from 'drizzle-orm/sql'
import type { ListKind } from '../contract.ts'
import type { WrittenList } from '../moderation/lists/lists.ts'
import type { Engine } from './engine.ts'

/** A site's word and domain lists, as their owner wrote them. */
export const listsStore = (engine: Engine) => ({
  async of(site: string): Promise<WrittenList[]> {
    return engine.all<WrittenList>(
      sql`SELECT kind, language, entries FROM lists WHERE site_id = ${site} ORDER BY kind, language`,
    )
  },

  /** Puts a list in place of what was there; an empty one is deleted. False when another change came first. */
  async put(
    site: string,
    list: { kind: ListKind; language: string; entries: string },
    seen: number,
    now: number,
  ): Promise<boolean> {
    const { kind, language, entries } = list
    const stands = sql`EXISTS (SELECT 1 FROM sites WHERE id = ${site} AND policy_revision = ${seen})`
    const [rows] = await engine.write([
      entries.trim() === ''
        ? sql`DELETE FROM lists WHERE site_id = ${site} AND kind = ${kind} AND language = ${language} AND ${stands}
            RETURNING site_id`
        : sql`INSERT INTO lists (site_id, kind, language, entries, changed_at)
            SELECT ${site}, ${kind}, ${language}, ${entries}, ${now} WHERE ${stands}
            ON CONFLICT (site_id, kind, language) DO UPDATE
              SET entries = excluded.entries, changed_at = excluded.changed_at RETURNING site_id`,
    ])
    return rows!.length > 0
  },
})
