import { type Case, type ModeratorRuling, type Order, type Reason, RULINGS } from '../../server/contract.ts'
import type { Standing } from './counts.ts'
import { closeCase, loadAhead, step } from './cursor.ts'
import { changeList, currentKey, currentList, readListKey, withCases, withoutCases } from './lists.ts'
import { refreshSoon } from './queue.ts'
import { change, desk } from './state.ts'

/** How a case stands after a ruling, until the server says so. */
export function standingAfter(ruling: ModeratorRuling, one: Case): Standing {
  const { isReviewed, reports, hasAppeal } = one
  if (ruling !== 'restore') {
    // A decision answers the reports; what is published after all needs no other look.
    const status = RULINGS[ruling].to
    return { status, isReviewed: true, reports: 0, hasAppeal: hasAppeal && status !== 'published' }
  }
  return { status: one.decision.from === 'none' ? one.status : one.decision.from, isReviewed, reports, hasAppeal }
}

/** A decision over cases of one queue. */
export interface Deed {
  key: string
  order: Order
  ruling: ModeratorRuling
  reason: Reason | undefined
}

/**
 * Shows at once what a decision makes of a queue on screen: what no longer belongs there goes, what does stands there as
 * it was decided, and the cursor goes on.
 */
export function takeOver({ key, order, ruling, reason }: Deed, cases: readonly Case[]): void {
  const { tab } = readListKey(key)
  const by = desk().me?.person.name ?? null
  const decided = cases.map((one): Case => {
    const standing = standingAfter(ruling, one)
    const decision = { ruling, by, ruler: 'moderator', from: one.status, to: standing.status } as const
    return { ...one, ...standing, decision: { ...decision, reason: reason ?? null, at: Date.now() } }
  })
  // Only in the tab of all comments does one stay that was decided on: what a tab is for is done.
  const staying = tab === 'all' ? decided : []
  const list = desk().lists[key]
  if (!staying.length || !list) {
    takeAway(key, cases)
    return
  }
  changeList(key, { cases: withCases(list.cases, staying, order) })
  if (key !== currentKey()) return
  change({ chosen: new Set() })
  if (cases.length === 1 && cases[0]!.id === list.cursor) step(1)
}

/** Takes cases out of a queue on screen, with all that was said of them. */
function takeAway(key: string, cases: readonly Case[]): void {
  const gone = new Set(cases.map(({ id }) => id))
  const list = desk().lists[key]
  if (!list) return
  const without = (ids: Iterable<string>) => new Set([...ids].filter(id => !gone.has(id)))
  const notices = Object.fromEntries(Object.entries(desk().notices).filter(([id]) => !gone.has(id)))
  change({ lists: { ...desk().lists, [key]: withoutCases(list, gone) }, chosen: without(desk().chosen), notices })
  if (key !== currentKey()) return
  if (currentList()?.cases.length === 0) {
    closeCase()
    refreshSoon(0)
  }
  loadAhead()
}
