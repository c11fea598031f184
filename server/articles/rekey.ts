import type { Deps } from '../deps.ts'
import type { SiteRow } from '../store/sites.ts'
import { type Place, placeOfAddress } from './key.ts'
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
 * id, or moved by hand to another address, stay. Again is no change. What became one stays one when it changes back.
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
  const due = new Map<string, Place>()
  for (let last = 0; ; ) {
    const rows = await store.articles.all(before.id, last, PAGE)
    for (const { id, key, url } of rows) {
      last = id
      const is = placeOfAddress(url, now)
      if (is && is.key !== key && placeOfAddress(url, old)?.key === key) due.set(key, is)
    }
    if (rows.length < PAGE) break
  }
  const rekeyed = [...due].map(([from, { key: to }]) => ({ from, to }))
  if (isDryRun) return rekeyed
  while (due.size > 0) {
    // A key that another article is about to leave is waited for, or the two would become one.
    const free = [...due].filter(([, { key }]) => !due.has(key))
    for (const [key, place] of free.length > 0 ? free : [...due].slice(0, 1)) {
      if (free.length > 0) await carry({ store, clock }, before, key, place)
      else await stepAside({ store }, before, due, key, place)
      due.delete(key)
    }
  }
  return rekeyed
}

/** In a ring of articles that take each other's keys, one waits under a key that no page has. */
async function stepAside(
  { store }: Pick<Deps, 'store'>,
  site: SiteRow,
  due: Map<string, Place>,
  key: string,
  place: Place,
): Promise<void> {
  const article = (await store.moves.named(site.id, key))!
  const aside = ` ${article.id}`
  await store.moves.rename(article, { key: aside, url: article.url }, null)
  due.set(aside, place)
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
