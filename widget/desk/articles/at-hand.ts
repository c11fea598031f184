import { openGovern } from './governing.ts'
import { openMove } from './moving.ts'

const rows = () => [...document.querySelectorAll<HTMLElement>('.article')]
const rowAtHand = () => document.activeElement?.closest<HTMLElement>('.article') ?? null

/** Moves the focus by whole articles. */
export function stepArticle(by: 1 | -1): void {
  const all = rows()
  const here = rowAtHand()
  const to = all[here ? all.indexOf(here) + by : 0]
  to?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
  to?.scrollIntoView({ block: 'nearest' })
}

/** Opens the move of the article that the focus is in. */
export function moveArticleAtHand(): void {
  const key = rowAtHand()?.dataset['key']
  if (key !== undefined) openMove(key)
}

/** Opens the switches of the article that the focus is in. */
export function governArticleAtHand(): void {
  const key = rowAtHand()?.dataset['key']
  if (key !== undefined) openGovern(key)
}

/** Brings the focus to the search field. */
export function findArticle(): void {
  document.querySelector<HTMLInputElement>('#article-search')?.select()
  document.querySelector<HTMLInputElement>('#article-search')?.focus()
}
