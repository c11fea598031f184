import type { Deps } from '../deps.ts'
import type { SiteRow } from '../store/sites.ts'
import { type Place, placeOf } from './key.ts'
import { makeMove } from './move.ts'
import { pagesOf } from './open.ts'

/** An article whose address gives another key than before. */
export interface Rekeyed {
  from: string
  to: string
}

const PAGE = 500

/**
 * What an owner says of a site's pages decides their keys; when it changes, the threads go along to the keys that their
 * addresses give from now on, and those that now have the same one become one thread. Articles that an owner named by an
 * id, or moved by hand to another address, stay. Again is no change.
 * @param before the site as it stood when the articles got their keys
 * @param isDryRun only tells what would move
 */
export async function rekeyArticles(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  before: SiteRow,
  after: Pick<SiteRow, 'origins' | 'settings'>,
  isDryRun: boolean,
): Promise<Rekeyed[]> {
  const [old, now] = [pagesOf(before), pagesOf(after)]
  if (JSON.stringify(old) === JSON.stringify(now)) return []
  const rekeyed: Rekeyed[] = []
  for (let last = 0; ; ) {
    const rows = await store.articles.all(before.id, last, PAGE)
    for (const row of rows) {
      last = row.id
      const [was, is] = [placeOf({ url: row.url }, old), placeOf({ url: row.url }, now)]
      if (typeof was === 'string' || typeof is === 'string' || was.key !== row.key || is.key === row.key) continue
      rekeyed.push({ from: row.key, to: is.key })
      if (!isDryRun) await carry({ store, clock }, before, row.key, is)
    }
    if (rows.length < PAGE) return rekeyed
  }
}

/** One article goes to its new key, or into the thread that has it. */
async function carry({ store, clock }: Pick<Deps, 'store' | 'clock'>, site: SiteRow, key: string, place: Place) {
  const from = (await store.moves.named(site.id, key))!
  const target = await store.moves.named(site.id, place.key)
  if (!target) return store.moves.rename(from, place, null)
  if (from.moved_to !== null) return
  const article = target.moved_to === null ? target : await store.moves.byId(target.moved_to)
  if (article?.id === from.id) return store.moves.swap(from, target, true)
  return makeMove({ store, clock }, site, { way: 'merge', from, to: { ...place, article }, forward: true })
}
