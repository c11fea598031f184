import { type Case, LIMITS, type Queue, type Tab } from '../../server/contract.ts'
import { ask, showsDoor } from './asking.ts'
import { takePressed } from './counts.ts'
import { moveTo, wantFocus } from './cursor.ts'
import { lookAgain } from './details.ts'
import { type Filters, filtersQuery } from './filters.ts'
import { actCount, isCurrent, isSending } from './ledger.ts'
import { aboveAll, changeList, currentKey, currentList, currentOrder, merged, withCases } from './lists.ts'
import { change, desk, say } from './state.ts'
import { words } from './words.ts'

/** Pages of a queue that one refresh asks for; what is loaded beyond them stays as it is. */
const REFRESH_PAGES = 4
/** A page may be short or empty while more follows; how many of those in a row one load walks over. */
const EMPTY_PAGES = 5

interface Asked {
  site: string
  status: Tab
  filters: Filters
}

function page({ site, status, filters }: Asked, after: string | null): Promise<Queue> {
  const query = { ...filtersQuery(filters, Date.now()), site, status, ...(after !== null && { after }) }
  return ask<Queue>('GET', 'queue', { query })
}

const refreshing = new Set<string>()
let isComing = false

/** Refreshes in a moment, however often it is asked to. */
export function refreshSoon(milliseconds = 1_500): void {
  if (isComing) return
  isComing = true
  setTimeout(() => {
    isComing = false
    void refresh()
  }, milliseconds)
}

/**
 * Brings the queue on screen up to date without moving the moderator: what would come above all that is loaded is only
 * announced, unless it is asked for.
 */
export async function refresh(isAskedFor = false): Promise<void> {
  const { site, status, filters, phase } = desk()
  const key = currentKey()
  if (phase !== 'desk' || site === null || refreshing.has(key)) return
  refreshing.add(key)
  const acts = actCount()
  const order = currentOrder()
  try {
    const before = desk().lists[key]
    if (!before) return
    if (before.phase === 'failed') changeList(key, { phase: 'loading' })
    const pages = Math.min(REFRESH_PAGES, Math.max(1, Math.ceil(before.cases.length / LIMITS.queuePage)))
    const fresh: Case[] = []
    let served = await page({ site, status, filters }, null)
    fresh.push(...served.cases)
    const { counts, seq, pressed } = served
    for (let i = 1; served.next !== null && (i < pages || (!fresh.length && i < EMPTY_PAGES)); i++) {
      served = await page({ site, status, filters }, served.next)
      fresh.push(...served.cases)
    }
    if (desk().isStale) change({ isStale: false })
    const list = desk().lists[key]
    if (!list) return
    takePressed(site, pressed)
    // Something was decided meanwhile: these pages may be from before it.
    const isLate = acts !== actCount() || isSending()
    if (isLate) refreshSoon()
    if (isLate && list.phase === 'ready') return
    if (!isLate) change({ counts: { ...desk().counts, [site]: counts }, seqs: { ...desk().seqs, [site]: seq } })
    // The order by doubt shifts with every decision: while somebody reads, it stays as it was served.
    if (order === 'doubtful' && list.phase === 'ready' && list.cases.length && !isAskedFor) return
    // The case in view does not vanish under the moderator's eyes: it stays, and says what became of it.
    const keep = new Set(Object.keys(desk().notices))
    if (list.cursor !== null) keep.add(list.cursor)
    const current = fresh.filter(isCurrent)
    const above = isAskedFor || list.phase !== 'ready' ? [] : aboveAll(list, current, order)
    if (above.length > list.held && key === currentKey()) say(words.list.held(above.length))
    const shown = current.filter(one => !above.includes(one))
    const result = {
      ...merged(list, shown, served.next, order, keep),
      held: above.length,
      isSparse: !fresh.length && served.next !== null,
    }
    change({ lists: { ...desk().lists, [key]: result } })
    forgetUnlisted(key)
    if (list.cursor !== null && !fresh.some(({ id }) => id === list.cursor)) void lookAgain(list.cursor)
  } catch (error) {
    if (showsDoor(error)) return
    const isLoaded = desk().lists[key]?.phase === 'ready'
    if (isLoaded) change({ isStale: true })
    else changeList(key, { phase: 'failed' })
  } finally {
    refreshing.delete(key)
  }
}

/** Brings in what was announced, and goes to the first of it. */
export async function showHeld(): Promise<void> {
  const list = currentList()
  if (!list?.held) return
  const key = currentKey()
  await refresh(true)
  const first = desk().lists[key]?.cases[0]
  if (!first || key !== currentKey()) return
  moveTo(first.id)
  wantFocus()
}

/** A selected comment that others have decided meanwhile is no longer selected. */
export function forgetUnlisted(key: string): void {
  const { chosen } = desk()
  if (key !== currentKey() || !chosen.size) return
  const ids = new Set(currentList()?.cases.map(({ id }) => id))
  const still = [...chosen].filter(id => ids.has(id))
  if (still.length < chosen.size) change({ chosen: new Set(still) })
}

/** Loads the next page of the queue on screen. */
export async function loadMore(): Promise<void> {
  const { site, status, filters } = desk()
  const key = currentKey()
  const order = currentOrder()
  const before = desk().lists[key]
  if (site === null || !before || before.next === null || before.more === 'loading') return
  changeList(key, { more: 'loading' })
  try {
    const cases: Case[] = []
    let next: string | null = before.next
    for (let i = 0; next !== null && !cases.length && i < EMPTY_PAGES; i++) {
      const served = await page({ site, status, filters }, next)
      cases.push(...served.cases.filter(isCurrent))
      next = served.next
    }
    const list = desk().lists[key]
    if (!list) return
    // A refresh that came first has moved the end of the list; the next look down loads from there.
    if (list.next !== before.next) return changeList(key, { more: 'idle' })
    const all = withCases(list.cases, cases, order)
    const isSparse = !cases.length && next !== null
    changeList(key, { cases: all, next, more: 'idle', isSparse, cursor: list.cursor ?? all[0]?.id ?? null })
  } catch (error) {
    if (!showsDoor(error)) changeList(key, { more: 'failed' })
  }
}
