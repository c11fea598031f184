import { sql } from 'drizzle-orm/sql'
import { LIMITS, type ListChange, type WrittenList } from '../contract.ts'
import { type Lists, readLists } from '../moderation/lists/lists.ts'
import type { Engine } from './engine.ts'
import { changesWritten, type Hand, type WrittenChange } from './site-changes.ts'

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
     * Puts a list in place of the one of its kind and language, and writes down who changed what; an empty one is deleted.
     * @param seen the policy revision that its owner saw
     * @returns false when another change came first
     */
    async put(site: string, list: WrittenList, seen: number, hand: Hand): Promise<boolean> {
      const { kind, language, entries } = list
      const before = (await this.of(site)).find(each => each.kind === kind && each.language === language)
      const stands = sql`EXISTS (SELECT 1 FROM sites WHERE id = ${site} AND policy_revision = ${seen})`
      const results = await engine.write([
        changesWritten(site, hand, changeOf(list, before?.entries ?? ''), stands),
        entries.trim() === ''
          ? sql`DELETE FROM lists WHERE site_id = ${site} AND kind = ${kind} AND language = ${language} AND ${stands}
              RETURNING site_id`
          : sql`INSERT INTO lists (site_id, kind, language, entries, changed_at)
              SELECT ${site}, ${kind}, ${language}, ${entries}, ${hand.at} WHERE ${stands}
              ON CONFLICT (site_id, kind, language) DO UPDATE
                SET entries = excluded.entries, changed_at = excluded.changed_at RETURNING site_id`,
      ])
      return results[1]!.length > 0
    },
  }
}

/** The entries of a list as they were typed, without remarks. */
const entriesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))

/** How a list differs from what it was: as many of the entries that came and went as can be read. */
function changeOf({ kind, language, entries }: WrittenList, before: string): WrittenChange[] {
  const [was, is] = [entriesOf(before), entriesOf(entries)]
  const side = (these: string[], others: string[]): ListChange => {
    const known = new Set(others)
    return { size: these.length, entries: these.filter(entry => !known.has(entry)).slice(0, LIMITS.listChange) }
  }
  const name = language ? `${kind}.${language}` : kind
  return before === entries ? [] : [{ kind: 'list', name, before: side(was, is), after: side(is, was) }]
}
