import {
  type AuthorRecord,
  type AuthorRulingsAnswer,
  type AuthorRulingsRequest,
  LIMITS,
  type Reason,
  type RulingsAnswer,
  type RulingsRequest,
  type Status,
} from '../../server/contract.ts'
import { ask, showsDoor } from './asking.ts'
import { wantFocus } from './cursor.ts'
import { noteVersion } from './ledger.ts'
import { currentCase, currentKey, readListKey } from './lists.ts'
import { refresh } from './queue.ts'
import { remember } from './ruling.ts'
import { type AuthorWork, change, desk } from './state.ts'
import { tell } from './toasts.ts'
import { words } from './words.ts'

export type AuthorRuling = AuthorRulingsRequest['ruling']

const changeWork = (part: Partial<AuthorWork>) => {
  const { authorWork } = desk()
  if (authorWork) change({ authorWork: { ...authorWork, ...part } })
}

/** Looks up what a decision over all comments of the author in view would be about. */
export function openAuthorWork(): void {
  const one = currentCase()
  const { site } = desk()
  if (!one || site === null || desk().authorWork) return
  change({
    isAskingWhy: false,
    authorWork: { name: one.author.name, record: 'loading', done: null, isStopping: false },
  })
  ask<AuthorRecord>('GET', `authors/${encodeURIComponent(one.author.id)}`, { query: { site } })
    .then(record => changeWork({ record }))
    .catch(error => !showsDoor(error) && changeWork({ record: 'failed' }))
}

/** Leaves the preview; what is under way ends after the step that was begun. */
export function closeAuthorWork(): void {
  if (desk().authorWork?.done != null) {
    changeWork({ isStopping: true })
  } else {
    change({ authorWork: null })
    wantFocus()
  }
}

/** Decides on all comments of the author that were there at the preview and have one of these statuses, step by step. */
export async function ruleOnAll(ruling: AuthorRuling, statuses: Status[], reason: Reason | undefined): Promise<void> {
  const { site, authorWork } = desk()
  if (site === null || !authorWork || typeof authorWork.record === 'string' || authorWork.done !== null) return
  const { id, newest } = authorWork.record
  const made: AuthorRulingsAnswer['made'] = []
  let failed = false
  changeWork({ done: 0 })
  for (let from = newest; from !== null && !desk().authorWork?.isStopping; ) {
    try {
      const step: AuthorRulingsAnswer = await ask('POST', `authors/${encodeURIComponent(id)}/rulings`, {
        body: { site, ruling, statuses, from, ...(reason && { reason }) } satisfies AuthorRulingsRequest,
      })
      made.push(...step.made)
      for (const { comment, version } of step.made) noteVersion(comment, version)
      changeWork({ done: made.length })
      from = step.next
    } catch (error) {
      if (showsDoor(error)) return
      failed = true
      break
    }
  }
  change({ authorWork: null, details: {}, lists: keptLists() })
  wantFocus()
  void refresh(true)
  const takeBack = () => void undoAll(site, made)
  if (made.length) remember(takeBack)
  const done = words.done(ruling, made.length)
  const action = made.length ? { action: { label: words.toast.undo, key: 'u', run: takeBack } } : {}
  if (failed) tell({ tone: 'trouble', text: `${done}. ${words.queue.allStopped}`, ...action })
  else tell({ tone: 'quiet', text: done, ...action })
}

/** The author is erased: nothing that was known of the comments is so any more. */
export function leaveErased(): void {
  change({ authorWork: null, details: {}, lists: keptLists() })
  wantFocus()
  void refresh(true)
}

/** Only the list on screen stays, to be brought up to date: any other may hold what was decided. */
function keptLists() {
  const { lists, site } = desk()
  const kept = Object.entries(lists).filter(([key]) => key === currentKey() || readListKey(key).site !== site)
  return Object.fromEntries(kept)
}

async function undoAll(site: string, made: AuthorRulingsAnswer['made']): Promise<void> {
  let undone = 0
  for (let at = 0; at < made.length; at += LIMITS.rulings) {
    const rulings = made
      .slice(at, at + LIMITS.rulings)
      .map(({ comment, version }) => ({ comment, ruling: 'restore' as const, seen: version }))
    try {
      const body = { site, rulings } satisfies RulingsRequest
      const { answers } = await ask<RulingsAnswer>('POST', 'rulings', { body })
      for (const answer of answers) {
        if (!answer.ok) continue
        undone += 1
        noteVersion(answer.comment, answer.version)
      }
    } catch (error) {
      if (showsDoor(error)) return
      tell({ tone: 'trouble', text: words.toast.notUndone })
      break
    }
  }
  if (undone) tell({ tone: 'quiet', text: words.toast.undone(undone) })
  change({ details: {} })
  void refresh(true)
}
