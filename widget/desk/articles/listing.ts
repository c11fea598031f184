import type { DeskArticles } from '../../../server/contract.ts'
import { keepAddress } from '../address-bar.ts'
import { ask, showsDoor } from '../asking.ts'
import { change, desk, say } from '../state.ts'
import { words } from '../words.ts'
import { type Articles, NO_ARTICLES } from './state.ts'

/** How long a pause in typing is taken for the end of it. */
const PAUSE = 250

export function changeArticles(part: Partial<Articles>): void {
  change({ articles: { ...desk().articles, ...part } })
}

/** Asks for articles of a site: all of them or, with `q`, those that it finds. */
export function askArticles(site: string, about: { q?: string; after?: string }): Promise<DeskArticles> {
  return ask<DeskArticles>('GET', 'articles', { query: { site, ...about } })
}

/** Rises with every question for the list, so that a late answer to an earlier one is known. */
let turn = 0
let pause: ReturnType<typeof setTimeout> | undefined

/** Puts the articles of a site on screen: as they were last seen there, then as they are. */
export function showList(site: string, q: string): void {
  clearTimeout(pause)
  const { articles } = desk()
  const isKnown = articles.site === site && articles.q === q
  change({ articles: isKnown ? articles : { ...NO_ARTICLES, site, q } })
  void loadArticles()
}

/** Loads the list anew; what is on screen stays until it has come. */
export async function loadArticles(): Promise<void> {
  const { site, q, claimed } = desk().articles
  if (site === null) return
  const mine = ++turn
  if (desk().articles.phase === 'failed') changeArticles({ phase: 'loading' })
  try {
    // Who searches sees the warnings, too; they come with the whole list only.
    const [found, all] = await Promise.all([
      q ? askArticles(site, { q }) : null,
      q && claimed ? null : askArticles(site, {}),
    ])
    if (mine !== turn) return
    const { articles: rows, next } = (found ?? all)!
    changeArticles({ rows, next, phase: 'ready', more: 'idle', claimed: all?.claimed ?? claimed })
    if (q) say(words.articles.foundOf(rows.length))
  } catch (error) {
    if (mine === turn && !showsDoor(error)) changeArticles({ phase: 'failed' })
  }
}

/** Loads the next page of the list. */
export async function loadMoreArticles(): Promise<void> {
  const { site, next, more } = desk().articles
  if (site === null || next === null || more === 'loading') return
  const mine = turn
  changeArticles({ more: 'loading' })
  try {
    const page = await askArticles(site, { after: next })
    if (mine !== turn) return
    const known = new Set(desk().articles.rows.map(({ key }) => key))
    const rows = [...desk().articles.rows, ...page.articles.filter(({ key }) => !known.has(key))]
    changeArticles({ rows, next: page.next, more: 'idle' })
  } catch (error) {
    if (!showsDoor(error) && mine === turn) changeArticles({ more: 'failed' })
  }
}

/** Searches as somebody types. */
export function search(text: string): void {
  const q = text.trim()
  if (q === desk().articles.q) return
  // An answer that is under way is for what stood there before.
  turn++
  changeArticles({ q, more: 'idle' })
  keepAddress('replace')
  clearTimeout(pause)
  pause = setTimeout(() => void loadArticles(), PAUSE)
}
