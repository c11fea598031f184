import { type Case, LIMITS, type Queue, type Status } from '../../server/contract.ts'
import { ask, showsDoor } from './asking.ts'
import { lookAgain } from './details.ts'
import { actCount, isCurrent, isSending } from './ledger.ts'
import { changeList, currentKey, currentList, merged, withCases } from './lists.ts'
import { change, desk } from './state.ts'

/** Pages of a queue that one refresh asks for; what is loaded beyond them stays as it is. */
const REFRESH_PAGES = 4
/** A page may be short or empty while more follows; how many of those in a row one load walks over. */
const EMPTY_PAGES = 5

function page(site: string, status: Status, after: string | null): Promise<Queue> {
  return ask<Queue>('GET', 'queue', { query: { site, status, ...(after !== null && { after }) } })
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

/** Brings the queue on screen up to date without moving the moderator. */
export async function refresh(): Promise<void> {
  const { site, status, phase } = desk()
  const key = currentKey()
  if (phase !== 'desk' || site === null || refreshing.has(key)) return
  refreshing.add(key)
  const acts = actCount()
  try {
    const before = desk().lists[key]
    if (!before) return
    if (before.phase === 'failed') changeList(key, { phase: 'loading' })
    const pages = Math.min(REFRESH_PAGES, Math.max(1, Math.ceil(before.cases.length / LIMITS.queuePage)))
    const fresh: Case[] = []
    let served = await page(site, status, null)
    fresh.push(...served.cases)
    const { counts } = served
    for (let i = 1; served.next !== null && (i < pages || (!fresh.length && i < EMPTY_PAGES)); i++) {
      served = await page(site, status, served.next)
      fresh.push(...served.cases)
    }
    if (desk().isStale) change({ isStale: false })
    const list = desk().lists[key]
    if (!list) return
    // Something was decided meanwhile: these pages may be from before it.
    const isLate = acts !== actCount() || isSending()
    if (isLate) refreshSoon()
    if (isLate && list.phase === 'ready') return
    // The case in view does not vanish under the moderator's eyes: it stays, and says what became of it.
    const keep = new Set(Object.keys(desk().notices))
    if (list.cursor !== null) keep.add(list.cursor)
    const result = merged(list, fresh.filter(isCurrent), served.next, status, keep)
    change({
      lists: { ...desk().lists, [key]: result },
      ...(!isLate && { counts: { ...desk().counts, [site]: counts } }),
    })
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

/** A selected comment that others have decided meanwhile is no longer selected. */
function forgetUnlisted(key: string): void {
  const { chosen } = desk()
  if (key !== currentKey() || !chosen.size) return
  const ids = new Set(currentList()?.cases.map(({ id }) => id))
  const still = [...chosen].filter(id => ids.has(id))
  if (still.length < chosen.size) change({ chosen: new Set(still) })
}

/** Loads the next page of the queue on screen. */
export async function loadMore(): Promise<void> {
  const { site, status } = desk()
  const key = currentKey()
  const before = desk().lists[key]
  if (site === null || !before || before.next === null || before.more === 'loading') return
  changeList(key, { more: 'loading' })
  try {
    const cases: Case[] = []
    let next: string | null = before.next
    for (let i = 0; next !== null && !cases.length && i < EMPTY_PAGES; i++) {
      const served = await page(site, status, next)
      cases.push(...served.cases.filter(isCurrent))
      next = served.next
    }
    const list = desk().lists[key]
    if (!list) return
    // A refresh that came first has moved the end of the list; the next look down loads from there.
    if (list.next !== before.next) return changeList(key, { more: 'idle' })
    const all = withCases(list.cases, cases, status)
    changeList(key, { cases: all, next, more: 'idle', cursor: list.cursor ?? all[0]?.id ?? null })
  } catch (error) {
    if (!showsDoor(error)) changeList(key, { more: 'failed' })
  }
}
