import { MODERATOR_ACTS, type QueueChanges, type Ruling } from '../../server/contract.ts'
import { Refusal } from '../shared/call.ts'
import { ask, showsDoor } from './asking.ts'
import { holds, takeCounts, takePressed } from './counts.ts'
import { forgetDetail } from './details.ts'
import { openDesk } from './entering.ts'
import { actCount, clearLedger, isCurrent, isSending, isSendingCase, versionOf } from './ledger.ts'
import { currentKey, readListKey, withoutCases } from './lists.ts'
import { refreshMe } from './me.ts'
import { forgetUnlisted, refresh } from './queue.ts'
import { forgetPast } from './ruling.ts'
import { change, desk, forgetAll, type List, type Notice } from './state.ts'

/** How often one asks what others have decided, and how seldom while nobody looks or nobody answers. */
const SOON = 4_000
const SELDOM = 60_000
/** At every so many-th time one asks who one is, too: one's role may be another one, and more may wait on other sites. */
const ROLES = 15

type Change = QueueChanges['changes'][number]

let wait = SOON
let asked = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Keeps asking what others have decided, ever more seldom while the page is hidden or the server does not answer. */
export function follow(): void {
  clearTimeout(timer)
  timer = setTimeout(async () => {
    const isFine = await askChanges()
    wait = isFine && document.visibilityState === 'visible' ? SOON : Math.min(wait * 2, SELDOM)
    follow()
  }, wait)
}

/** Asks at once, as when somebody comes back to the page. */
export function followNow(): void {
  wait = 0
  follow()
}

async function askChanges(): Promise<boolean> {
  const { phase, site } = desk()
  const since = site === null ? undefined : desk().seqs[site]
  if (phase !== 'desk' || site === null || since === undefined) return true
  const acts = actCount()
  try {
    const { changes, seq, isAnew, counts, pressed } = await ask<QueueChanges>('GET', 'changes', {
      query: { site, since: String(since) },
    })
    if (desk().phase !== 'desk') return true
    asked += 1
    if (asked % ROLES === 0) await refreshMe()
    if (desk().isStale) change({ isStale: false })
    change({ seqs: { ...desk().seqs, [site]: seq } })
    takePressed(site, pressed)
    const known = desk().counts[site]
    const isCounted = acts === actCount() && !isSending()
    const hasMoved = known && (counts.reported !== known.reported || counts.appealed !== known.appealed)
    if (isCounted) takeCounts(site, counts)
    const isNew = take(site, changes)
    if (isAnew || isNew || (hasMoved && ['reported', 'appealed'].includes(desk().status))) void refresh()
    return true
  } catch (error) {
    if (showsDoor(error)) return true
    if (!(error instanceof Refusal) || error.problem?.code !== 'forbidden') return false
    await leaveSite()
    return true
  }
}

/** Who has lost their role on the site on screen keeps nothing of it there, and goes to another if there is one. */
async function leaveSite(): Promise<void> {
  clearLedger()
  forgetPast()
  history.replaceState(null, '', location.pathname)
  forgetAll({ phase: 'opening' })
  await openDesk('dismissed')
}

/** Takes over what has changed. Answers whether the queue on screen may hold something that is not loaded here. */
function take(site: string, changes: readonly Change[]): boolean {
  const last = new Map(changes.map(each => [each.comment, each]))
  for (const [key, list] of Object.entries(desk().lists)) {
    if (readListKey(key).site === site) takeInto(key, list, last)
  }
  const here = desk().lists[currentKey()]
  const ids = new Set(here?.cases.map(({ id }) => id))
  const { status } = desk()
  return [...last.values()].some(each => !ids.has(each.comment) && mayHold(status, each))
}

/** Whether a tab may hold a comment that changed so. */
const mayHold = (tab: ReturnType<typeof desk>['status'], { status, decision }: Change): boolean =>
  tab === 'reported' || tab === 'appealed'
    ? decision.ruling === 'restore'
    : holds(tab, { status, isReviewed: isLookedAt(decision), reports: 0, hasAppeal: false })

const isAct = (ruling: Ruling) => (MODERATOR_ACTS as readonly Ruling[]).includes(ruling)

const isLookedAt = ({ ruler, ruling }: Change['decision']) => ruler === 'moderator' && ruling !== 'restore'

function takeInto(key: string, list: List, last: ReadonlyMap<string, Change>): void {
  const { tab } = readListKey(key)
  const isHere = key === currentKey()
  const gone = new Set<string>()
  const notices: Record<string, Notice> = {}
  const cases = list.cases.map(one => {
    const change = last.get(one.id)
    if (
      !change ||
      change.version <= versionOf(one) ||
      isSendingCase(one.id) ||
      !isCurrent({ ...one, ...change, id: one.id })
    )
      return one
    forgetDetail(one.id)
    const { version, status, decision } = change
    // What is done beside a decision leaves it as it is.
    const kept = isAct(decision.ruling) ? one.decision : decision
    const fresh = { ...one, version, status, decision: kept, isReviewed: one.isReviewed || isLookedAt(decision) }
    const isDecided = status !== one.status || fresh.isReviewed !== one.isReviewed
    // Whoever decided has settled what readers complained of.
    const stays = holds(tab, isDecided ? { ...fresh, reports: 0, hasAppeal: false } : fresh)
    if (isHere && list.cursor === one.id)
      notices[one.id] = isDecided ? { kind: 'ruled', decision, status } : { kind: 'changed' }
    else if (!stays) gone.add(one.id)
    return fresh
  })
  if (cases.every((one, at) => one === list.cases[at])) return
  change({
    lists: { ...desk().lists, [key]: withoutCases({ ...list, cases }, gone) },
    ...(isHere && { notices: { ...desk().notices, ...notices } }),
  })
  forgetUnlisted(key)
}
