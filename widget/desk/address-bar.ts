import { spellLogFilters } from './log/state.ts'
import { spellPlace } from './place.ts'
import { desk } from './state.ts'

/**
 * Writes where the desk is into the address, so that reloading and the way back lead there: as a page of its own that
 * one can go back from, or in place of the one that stands there.
 * @param mark what `history.state` says of a page of its own
 */
export function keepAddress(way: 'push' | 'replace', mark: string | null = null): void {
  const { site, page, status, filters, articles, log, move } = desk()
  const at = move && { from: move.from, to: move.to ?? '', isForward: move.isForward }
  const place = spellPlace({ site, page, status, filters, q: articles.q, move: at })
  const fragment = page === 'log' ? place + spellLogFilters(log.filters) : place
  if (way === 'push') history.pushState(mark, '', fragment)
  else history.replaceState(history.state, '', fragment)
}
