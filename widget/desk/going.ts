import type { Status } from '../../server/contract.ts'
import { keepAddress } from './address-bar.ts'
import { showList } from './articles/listing.ts'
import { showMove } from './articles/moving.ts'
import { IN_FRONT, wantFocus } from './cursor.ts'
import { currentList, listKey } from './lists.ts'
import { showLog } from './log/listing.ts'
import { type Filters, NO_FILTERS, readFilters } from './log/state.ts'
import { type Page, type Place, readPlace } from './place.ts'
import { refresh } from './queue.ts'
import { change, desk, isNarrow, type List } from './state.ts'

const UNKNOWN: List = { cases: [], next: null, phase: 'loading', more: 'idle', cursor: null }

/** Puts a place of a site on screen: at once as it was last seen, then as it is. */
export function stand(
  site: string,
  { page, status, q, move }: Omit<Place, 'site'>,
  filters: Filters = readFilters(location.hash),
): void {
  const key = listKey(site, status)
  const { lists } = desk()
  change({
    ...{ site, page, status },
    lists: lists[key] ? lists : { ...lists, [key]: UNKNOWN },
    chosen: new Set(),
    anchor: null,
    isCaseOpen: false,
    isAskingWhy: false,
    notices: {},
    samples: 'idle',
  })
  // The counts beside the queues come with the queue, whatever page is in front.
  void refresh()
  if (page === 'articles') showList(site, q)
  if (page === 'log') showLog(site, filters)
  showMove(move)
}

/** Goes to a queue. */
export function showQueue(site: string, status: Status): void {
  const isBeside = desk().page === 'queue'
  stand(site, { page: 'queue', status, q: '', move: null })
  keepAddress(isBeside ? 'replace' : 'push')
}

/** Goes to the articles of a site. */
export function showArticles(site: string): void {
  const isBeside = desk().page === 'articles'
  stand(site, { page: 'articles', status: desk().status, q: '', move: null })
  keepAddress(isBeside ? 'replace' : 'push')
  wantFocus()
}

/** Goes to the decisions of a site. */
export function showDecisions(site: string): void {
  const isBeside = desk().page === 'log'
  stand(site, { page: 'log', status: desk().status, q: '', move: null }, NO_FILTERS)
  keepAddress(isBeside ? 'replace' : 'push')
  wantFocus()
}

/** Goes to the articles, and from there back to the queue. */
export const goBetween = (): void => goOrReturn('articles', showArticles)

/** Goes to the decisions, and from there back to the queue. */
export const goToDecisions = (): void => goOrReturn('log', showDecisions)

function goOrReturn(there: Page, go: (site: string) => void): void {
  const { site, page, status } = desk()
  if (site === null) return
  if (page === there) {
    showQueue(site, status)
    wantFocus()
  } else {
    go(site)
  }
}

/** Follows the browser's own way back and forth. */
export function followHistory(): void {
  const { phase, me, site, page, status, articles } = desk()
  const place = readPlace(location.hash)
  if (phase !== 'desk' || !me?.sites.some(({ id }) => id === place.site)) return
  const isSamePage = place.site === site && place.page === page && (page !== 'queue' || place.status === status)
  if (!isSamePage) {
    stand(place.site!, { ...place, status: place.page === 'queue' ? place.status : status })
    wantFocus()
  } else if (page === 'articles') {
    showMove(place.move)
    if (place.q !== articles.q) keepAddress('replace')
    wantFocus()
  }
  if (isSamePage && page === 'log') showLog(site!, readFilters(location.hash))
  const isCaseOpen = place.page === 'queue' && history.state === IN_FRONT && isNarrow() && !!currentList()?.cases.length
  if (isCaseOpen === desk().isCaseOpen) return
  change({ isCaseOpen, isAskingWhy: false })
  wantFocus()
}
