import { type AsksWork, type Case, type CountedTab, isCounted, TABS, type Tab } from '../../server/contract.ts'
import { change, desk } from './state.ts'

/** The server counts up to here; beyond it nothing is known but that there are more. */
const MORE = 101

/** How a comment stands, as far as it says which tabs hold it. */
export type Standing = Pick<Case, 'status' | 'isReviewed' | 'reports' | 'hasAppeal'>

/** Whether a tab holds a comment that stands so. */
export function holds(tab: Tab, { status, isReviewed, reports, hasAppeal }: Standing): boolean {
  if (tab === 'all') return true
  if (tab === 'unreviewed') return status === 'published' && !isReviewed
  if (tab === 'reported') return reports > 0
  if (tab === 'appealed') return hasAppeal
  return tab === status
}

/** Moves a comment from the numbers of the tabs that held it to those that do now, until the server says how many. */
export function shiftCounts(site: string, from: Standing, to: Standing): void {
  const counts = desk().counts[site]
  if (!counts) return
  const shifted = { ...counts }
  for (const tab of TABS.filter(isCounted)) {
    const by = Number(holds(tab, to)) - Number(holds(tab, from))
    shifted[tab] = counts[tab] >= MORE ? MORE : Math.max(0, counts[tab] + by)
  }
  change({ counts: { ...desk().counts, [site]: shifted } })
}

/** Takes the numbers that the server gives. */
export function takeCounts(site: string, fresh: Partial<Record<CountedTab, number>>): void {
  const counts = desk().counts[site]
  if (counts) change({ counts: { ...desk().counts, [site]: { ...counts, ...fresh } } })
}

/** Takes what the server says of the pressure on a site. */
export function takePressed(site: string, pressed: AsksWork | null): void {
  if (pressed !== (desk().pressed[site] ?? null)) change({ pressed: { ...desk().pressed, [site]: pressed } })
}
