import type { Tab } from '../../server/contract.ts'
import { keepAddress } from './address-bar.ts'
import { showList } from './articles/listing.ts'
import { showMove } from './articles/moving.ts'
import { IN_FRONT, wantFocus } from './cursor.ts'
import { type Filters, NO_FILTERS } from './filters.ts'
import { currentList, listKey } from './lists.ts'
import { showLog } from './log/listing.ts'
import { type LogFilters, NO_LOG_FILTERS, readLogFilters } from './log/state.ts'
import { type Page, type Place, readPlace } from './place.ts'
import { refresh } from './queue.ts'
import { change, desk, isNarrow, type List } from './state.ts'

const UNKNOWN: List = { cases: [], next: null, phase: 'loading', more: 'idle', cursor: null, held: 0, isSparse: false }

/** Puts a place of a site on screen: at once as it was last seen, then as it is. */
export function stand(
  site: string,
  { page, status, filters, q, move }: Omit<Place, 'site'>,
  logFilters: LogFilters = readLogFilters(location.hash),
): void {
  const key = listKey(site, status, filters)
  const { lists } = desk()
  change({
    ...{ site, page, status, filters },
    lists: lists[key] ? lists : { ...lists, [key]: UNKNOWN },
    chosen: new Set(),
    anchor: null,
    isCaseOpen: false,
    isAskingWhy: false,
    governing: null,
    notices: {},
    samples: 'idle',
  })
  // The counts beside the queues come with the queue, whatever page is in front.
  void refresh()
  if (page === 'articles') showList(site, q)
  if (page === 'log') showLog(site, logFilters)
  showMove(move)
}

/** Goes to a queue; the filters stay what they are on the site unless others are given. */
export function showQueue(site: string, status: Tab, filters?: Filters): void {
  const isBeside = desk().page === 'queue'
  const kept = site === desk().site ? desk().filters : NO_FILTERS
  stand(site, { page: 'queue', status, filters: filters ?? kept, q: '', move: null })
  keepAddress(isBeside ? 'replace' : 'push')
}

/** Shows of the queue on screen, or of another tab, what these filters ask for beside those that are set. */
export function filterBy(part: Partial<Filters>, tab = desk().status): void {
  const { site, filters } = desk()
  if (site !== null) showQueue(site, tab, { ...filters, ...part })
}

/** Goes to another page of a site than its queue. */
export function showPage(page: Exclude<Page, 'queue'>, site: string): void {
  const isBeside = desk().page === page
  stand(site, { page, status: desk().status, filters: desk().filters, q: '', move: null }, NO_LOG_FILTERS)
  keepAddress(isBeside ? 'replace' : 'push')
  wantFocus()
}

/** Goes to a page, and from there back to the queue. */
export function goBetween(there: Exclude<Page, 'queue'>): void {
  const { site, page, status } = desk()
  if (site === null) return
  if (page === there) {
    showQueue(site, status)
    wantFocus()
  } else {
    showPage(there, site)
  }
}

/** Follows the browser's own way back and forth. */
export function followHistory(): void {
  const { phase, me, site, page, status, filters, articles } = desk()
  const place = readPlace(location.hash)
  if (phase !== 'desk' || !me?.sites.some(({ id }) => id === place.site)) return
  const isSameQueue = listKey('', place.status, place.filters) === listKey('', status, filters)
  const isSamePage = place.site === site && place.page === page && (page !== 'queue' || isSameQueue)
  if (!isSamePage) {
    stand(place.site!, place.page === 'queue' ? place : { ...place, status, filters })
    wantFocus()
  } else if (page === 'articles') {
    showMove(place.move)
    if (place.q !== articles.q) keepAddress('replace')
    wantFocus()
  }
  if (isSamePage && page === 'log') showLog(site!, readLogFilters(location.hash))
  const isCaseOpen = place.page === 'queue' && history.state === IN_FRONT && isNarrow() && !!currentList()?.cases.length
  if (isCaseOpen === desk().isCaseOpen) return
  change({ isCaseOpen, isAskingWhy: false })
  wantFocus()
}
