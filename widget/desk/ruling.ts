import { type Case, type ModeratorRuling, mayRule, type Reason } from '../../server/contract.ts'
import { shiftCounts } from './counts.ts'
import { moveTo, wantFocus } from './cursor.ts'
import { forgetDetail, lookAhead } from './details.ts'
import { dropFloor, raiseFloor, versionOf } from './ledger.ts'
import { changeList, currentCase, currentKey, currentList, currentOrder, withCases } from './lists.ts'
import { refreshSoon } from './queue.ts'
import { type Outcome, type Refused, sendRulings } from './sending.ts'
import { change, desk, type Notice } from './state.ts'
import { type Deed, standingAfter, takeOver } from './taking.ts'
import { dismiss, tell } from './toasts.ts'
import { words } from './words.ts'

/** Decisions that can be undone with a key; older ones are undone at the case. */
const UNDOABLE = 50
/** Cases a message names before it only counts. */
const NAMED = 4

/** One press of a key: a ruling over one case or many, from the queue they stood in. */
interface Act extends Deed {
  site: string
  /** What the authors are told. */
  words: string | undefined
  cases: Case[]
  outcome: Promise<Outcome>
  toast: number
  isUndone: boolean
}

/** What was decided here, each with the way to take it back; the last can be undone first. */
const past: (Act | { takeBack: () => void })[] = []

/** Keeps a decision that was made elsewhere on the desk among those that can be undone. */
export function remember(takeBack: () => void): void {
  past.push({ takeBack })
}

/** Forgets what could be undone, as at sign-out. */
export function forgetPast(): void {
  past.length = 0
}

/** What a decision would be about: the selected comments, or else the case at the cursor. */
export function targets(): Case[] {
  const { chosen } = desk()
  if (chosen.size) return (currentList()?.cases ?? []).filter(({ id }) => chosen.has(id))
  const one = currentCase()
  return one ? [one] : []
}

/**
 * Whether a moderator may rule so on this case now. A ruling by the rules alone has nothing before it to go back to; what
 * a person has decided on needs no second look, unless readers complain.
 */
export function mayDecide(ruling: ModeratorRuling, one: Case): boolean {
  if (desk().notices[one.id]?.kind === 'vanished') return false
  if (ruling === 'restore' && !['approve', 'confirm', 'reject', 'spam'].includes(one.decision.ruling)) return false
  if (ruling === 'confirm' && one.isReviewed && !one.reports) return false
  return mayRule('moderator', ruling, one.status)
}

/** Lets the selection or the case at the cursor stand before the public: publishes it, or confirms what is published. */
export function letStand(): void {
  decide(targets().some(one => mayDecide('approve', one)) ? 'approve' : 'confirm')
}

/** Decides on the selection or the case at the cursor: on screen at once, at the server right after. */
export function decide(ruling: ModeratorRuling, reason?: Reason, said?: string): void {
  const cases = targets().filter(one => mayDecide(ruling, one))
  change({ isAskingWhy: false })
  if (cases.length) begin(ruling, reason, cases, said)
  else if (currentCase()) tell({ tone: 'quiet', text: words.toast.nothingAllowed })
}

function begin(ruling: ModeratorRuling, reason: Reason | undefined, cases: Case[], said?: string): void {
  const { site } = desk()
  const key = currentKey()
  if (site === null) return
  for (const one of cases) {
    raiseFloor(one.id, versionOf(one))
    shiftCounts(site, one, standingAfter(ruling, one))
  }
  takeOver({ key, order: currentOrder(), ruling, reason }, cases)
  const text = words.done(ruling, cases.length)
  const canUndo = ruling !== 'restore'
  const action = canUndo ? { action: { label: words.toast.undo, key: 'u', run: undo } } : {}
  const act: Act = {
    ...{ site, key, order: currentOrder(), ruling, reason, words: said, cases, isUndone: false },
    toast: tell({ tone: 'quiet', text, ...action }),
    outcome: sendRulings(site, cases, ruling, reason, said),
  }
  if (canUndo) past.push(act)
  if (past.length > UNDOABLE) past.shift()
  wantFocus()
  void settle(act).then(lookAhead)
}

/** Puts cases back into the queue they came from, without moving the cursor unless it has nowhere to be. */
function putBack(act: Act, cases: readonly Case[]): void {
  const list = desk().lists[act.key]
  if (!list || !cases.length) return
  const at = list.cases.findIndex(({ id }) => id === list.cursor)
  const known = new Set(list.cases.map(({ id }) => id))
  // By doubt, only the server knows a case's place: it comes back where the moderator is.
  const inDoubt = act.order === 'doubtful' ? cases.filter(({ id }) => !known.has(id)) : []
  const near = [...list.cases.slice(0, Math.max(at, 0)), ...inDoubt, ...list.cases.slice(Math.max(at, 0))]
  const all = withCases(near, cases, act.order)
  changeList(act.key, { cases: all, cursor: list.cursor ?? cases[0]?.id ?? null })
}

async function settle(act: Act): Promise<void> {
  const outcome = await act.outcome
  if (outcome.isOut) return
  act.cases = act.cases.filter(({ id }) => outcome.done.has(id))
  if (!outcome.done.size) forget(act)
  if (outcome.refused.length) showRefused(act, outcome)
  const failed = outcome.unanswered
  if (!failed.length) return
  for (const one of failed) dropFloor(one.id)
  if (act.isUndone) return
  for (const one of failed) shiftCounts(act.site, standingAfter(act.ruling, one), one)
  putBack(act, failed)
  dismiss(act.toast)
  const text = outcome.why ?? words.toast.notSaved(failed.length)
  tell({ tone: 'trouble', text, action: { label: words.retry, run: () => retry(act, failed) } })
}

function forget(act: Act): void {
  const at = past.indexOf(act)
  if (at >= 0) past.splice(at, 1)
  if (!act.isUndone) dismiss(act.toast)
}

/** Decides again what the server did not answer, as far as it still stands in the queue on screen. */
function retry(act: Act, cases: readonly Case[]): void {
  if (act.key !== currentKey()) return
  const ids = new Set(cases.map(({ id }) => id))
  const still = (currentList()?.cases ?? []).filter(one => ids.has(one.id) && mayDecide(act.ruling, one))
  if (still.length) begin(act.ruling, act.reason, still, act.words)
}

/** A lost race: the case comes back as it stands now, with who was first. */
function showRefused(act: Act, { refused, done }: Outcome): void {
  const notices: Record<string, Notice> = { ...desk().notices }
  const back: Case[] = []
  for (const { one, answer } of refused) {
    dropFloor(one.id)
    forgetDetail(one.id)
    if (!answer.standing) continue
    const { status, version, decision } = answer.standing
    back.push({ ...one, status, version, decision })
    notices[one.id] = { kind: 'ruled', decision, status }
  }
  if (act.key === currentKey()) change({ notices })
  putBack(act, back)
  refreshSoon()
  const first = refused[0]!
  const show = back.length && act.key === currentKey() ? () => showCase(back[0]!.id) : null
  const action = show ? { action: { label: words.toast.show, run: show } } : {}
  if (refused.length === 1 && !done.size) return void tell({ tone: 'trouble', text: standing(first.answer), ...action })
  const lines = refused.slice(0, NAMED).map(({ one, answer }) => ({ name: one.author.name, text: standing(answer) }))
  const others = refused.length - lines.length
  if (others) lines.push({ name: '', text: words.toast.others(others) })
  const made = done.size ? `${words.done(act.ruling, done.size)}. ` : ''
  const text = made + words.toast.notChanged(refused.length)
  tell({ tone: 'trouble', text, lines, ...action })
}

function showCase(id: string): void {
  if (!currentList()?.cases.some(one => one.id === id)) return
  moveTo(id)
  wantFocus()
}

function standing({ standing }: Refused): string {
  if (!standing) return words.vanished
  return words.raceOf(standing.decision, standing.status)
}

/** Undoes the last decision made here, over one case or many; where there is none, the decision on the case in view. */
export function undo(): void {
  const act = past.pop()
  const here = desk().chosen.size ? null : currentCase()
  if (!act) {
    if (here && mayDecide('restore', here)) decide('restore')
    else tell({ tone: 'quiet', text: words.toast.nothingToUndo })
    return
  }
  change({ isAskingWhy: false })
  if ('takeBack' in act) act.takeBack()
  else void takeBack(act).then(lookAhead)
}

async function takeBack(act: Act): Promise<void> {
  act.isUndone = true
  for (const one of act.cases) {
    raiseFloor(one.id, versionOf(one))
    shiftCounts(act.site, standingAfter(act.ruling, one), one)
  }
  putBack(act, act.cases)
  if (act.key === currentKey()) changeList(act.key, { cursor: act.cases[0]!.id })
  else refreshSoon()
  dismiss(act.toast)
  tell({ tone: 'quiet', text: words.toast.undone(act.cases.length) })
  wantFocus()
  const { done } = await act.outcome
  const ruled = act.cases.filter(({ id }) => done.has(id))
  if (!ruled.length) return
  const outcome = await sendRulings(act.site, ruled, 'restore')
  if (outcome.isOut) return
  takeVersions(act, outcome)
  if (outcome.refused.length) showRefused(act, outcome)
  if (!outcome.unanswered.length) return
  takeOver(act, outcome.unanswered)
  for (const one of outcome.unanswered) shiftCounts(act.site, one, standingAfter(act.ruling, one))
  const again: Act = { ...act, cases: outcome.unanswered }
  const action = { label: words.retry, run: () => void takeBack(again).then(lookAhead) }
  tell({ tone: 'trouble', text: outcome.why ?? words.toast.notUndone, action })
}

/** Rows that came back carry the version that the undoing gave them. */
function takeVersions(act: Act, { done }: Outcome): void {
  const list = desk().lists[act.key]
  for (const id of done.keys()) forgetDetail(id)
  if (!list) return
  const cases = list.cases.map(one => ({ ...one, version: done.get(one.id) ?? one.version }))
  changeList(act.key, { cases })
}
