import { holds } from './counts.ts'
import { changeList, currentKey, currentList, readListKey, withoutCases } from './lists.ts'
import { loadMore } from './queue.ts'
import { change, desk, isNarrow } from './state.ts'

/** Rows left below the cursor when the next page is asked for. */
const MARGIN = 8
/** What `history.state` says while a case is in front of the list. */
export const IN_FRONT = 'case'

/** Asks for the keyboard's focus to go to the case at the cursor once it is drawn. */
export function wantFocus(): void {
  change({ focus: desk().focus + 1 })
}

/** Puts the cursor on a case. What the moderator has read about a case that others decided goes with leaving it. */
export function moveTo(id: string): void {
  const key = currentKey()
  const list = desk().lists[key]
  if (!list || list.cursor === id) return
  const left = list.cursor
  changeList(key, { cursor: id })
  change({ isAskingWhy: false })
  if (left !== null) leave(key, left)
  loadAhead()
}

function leave(key: string, id: string): void {
  const { [id]: notice, ...notices } = desk().notices
  const list = desk().lists[key]
  if (!notice || !list) return
  change({ notices })
  const one = list.cases.find(each => each.id === id)
  // Whoever decided has settled what readers complained of.
  const isListed =
    notice.kind === 'changed' ||
    (notice.kind === 'ruled' && one && holds(readListKey(key).tab, { ...one, reports: 0, hasAppeal: false }))
  if (!isListed) change({ lists: { ...desk().lists, [key]: withoutCases(list, new Set([id])) } })
}

/** Loads more when the cursor comes near the end, or when little is left. */
export function loadAhead(): void {
  const list = currentList()
  if (!list || list.next === null || list.more !== 'idle' || list.phase !== 'ready') return
  const at = list.cases.findIndex(({ id }) => id === list.cursor)
  if (list.cases.length - at <= MARGIN) void loadMore()
}

/** Moves the cursor by whole cases. */
export function step(by: 1 | -1): void {
  const list = currentList()
  if (!list) return
  const to = list.cases[list.cases.findIndex(({ id }) => id === list.cursor) + by]
  if (to) moveTo(to.id)
  wantFocus()
}

/** Moves to a case and, on a narrow screen, brings it in front of the list as a page one can go back from. */
export function openCase(id: string): void {
  moveTo(id)
  change({ anchor: id })
  if (!isNarrow() || desk().isCaseOpen) return
  history.pushState(IN_FRONT, '')
  change({ isCaseOpen: true })
  wantFocus()
}

/** Brings the list back in front on a narrow screen. */
export function closeCase(): void {
  if (!desk().isCaseOpen) return
  change({ isCaseOpen: false, isAskingWhy: false })
  if (history.state === IN_FRONT) history.back()
  wantFocus()
}

/** Selects or unselects one comment. */
export function toggle(id: string): void {
  const chosen = new Set(desk().chosen)
  if (!chosen.delete(id)) chosen.add(id)
  change({ chosen, anchor: id, isAskingWhy: false })
}

/** Selects everything between the last row touched and this one. */
export function chooseRange(id: string): void {
  const list = currentList()
  if (!list) return
  const from = list.cases.findIndex(one => one.id === (desk().anchor ?? list.cursor))
  const to = list.cases.findIndex(one => one.id === id)
  const range = list.cases.slice(Math.min(Math.max(from, 0), to), Math.max(from, to) + 1)
  change({ chosen: new Set([...desk().chosen, ...range.map(one => one.id)]), isAskingWhy: false })
}

/** Selects all that is loaded, or nothing. */
export function chooseAll(isChosen: boolean): void {
  const ids = isChosen ? (currentList()?.cases ?? []).map(({ id }) => id) : []
  change({ chosen: new Set(ids), isAskingWhy: false })
}
