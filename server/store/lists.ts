import { sql } from 'drizzle-orm/sql'
import type { WrittenList } from '../contract.ts'
import { type Lists, readLists } from '../moderation/lists/lists.ts'
import type { Engine } from './engine.ts'

/** Sites whose lists one process keeps ready. */
const ROOM = 50

/** A site's word and domain lists, as their owner wrote them and as the rules ask them. */
export const listsStore = (engine: Engine) => {
  const kept = new Map<string, { revision: number; lists: Promise<Lists> }>()
  return {
    async of(site: string): Promise<WrittenList[]> {
      return engine.all<WrittenList>(
        sql`SELECT kind, language, entries FROM lists WHERE site_id = ${site} ORDER BY kind, language`,
      )
    },

    /** The lists ready to be asked; read once for each policy revision of the sites that were posted to last. */
    async ready(site: string, revision: number): Promise<Lists> {
      const known = kept.get(site)
      const lists = known?.revision === revision ? known.lists : this.of(site).then(readLists)
      kept.delete(site)
      kept.set(site, { revision, lists })
      const [oldest] = kept.keys()
      if (kept.size > ROOM) kept.delete(oldest!)
      return lists.catch(error => {
        kept.delete(site)
        throw error
      })
    },

    /**
     * Puts a list in place of the one of its kind and language; an empty one is deleted.
     * @param seen the policy revision that its owner saw
     * @returns false when another change came first
     */
    async put(site: string, list: WrittenList, seen: number, now: number): Promise<boolean> {
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
  }
}
