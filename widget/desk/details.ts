import type { Case, CaseDetail } from '../../server/contract.ts'
import { Refusal } from '../shared/call.ts'
import { ask, showsDoor } from './asking.ts'
import { isCurrent, isSendingCase, versionOf } from './ledger.ts'
import { changeList, currentKey, currentList, followingCase } from './lists.ts'
import { change, desk, type Notice } from './state.ts'

const DETAILS_KEPT = 80

const looking = new Set<string>()

/** Loads what belongs to the case at the cursor, then to the one after it. */
export async function lookAhead(): Promise<void> {
  const list = currentList()
  const here = list?.cases.find(({ id }) => id === list.cursor)
  if (!list || !here) return
  await look(here)
  const following = followingCase(list)
  if (following) await look(following)
}

async function look(one: Case): Promise<void> {
  const { id } = one
  const known = desk().details[id]
  if (looking.has(id) || isSendingCase(id)) return
  if (known === 'failed' || (known && known.case.version >= versionOf(one))) return
  looking.add(id)
  const key = currentKey()
  try {
    const detail = await ask<CaseDetail>('GET', `comments/${encodeURIComponent(id)}`)
    // While a ruling of ours is on its way, what is served may be from before it.
    if (desk().phase === 'desk' && !isSendingCase(id) && isCurrent(detail.case)) takeDetail(key, detail)
  } catch (error) {
    if (showsDoor(error)) return
    const isGone = error instanceof Refusal && error.problem?.code === 'unknown_comment'
    if (isGone) change({ notices: { ...desk().notices, [id]: { kind: 'vanished' } } })
    change({ details: { ...desk().details, [id]: 'failed' } })
  } finally {
    looking.delete(id)
  }
}

/** Asks again for a case that its queue no longer lists. */
export async function lookAgain(id: string): Promise<void> {
  const one = currentList()?.cases.find(row => row.id === id)
  if (!one || desk().notices[id]) return
  forgetDetail(id)
  await look(one)
}

/** Drops what is known of a case, so that it is asked for again. */
export function forgetDetail(id: string): void {
  const { [id]: _, ...details } = desk().details
  change({ details })
}

/** Keeps a case's detail; when it is newer than its row, the row follows and the moderator is told why. */
function takeDetail(key: string, detail: CaseDetail): void {
  const fresh = detail.case
  const kept = Object.entries(desk().details).slice(-DETAILS_KEPT)
  change({ details: { ...Object.fromEntries(kept), [fresh.id]: detail } })
  const list = desk().lists[key]
  const row = list?.cases.find(({ id }) => id === fresh.id)
  if (!list || !row || row.version >= fresh.version) return
  const isOurs = versionOf(row) >= fresh.version
  changeList(key, { cases: list.cases.map(one => (one.id === fresh.id ? fresh : one)) })
  if (isOurs || desk().notices[fresh.id]) return
  const notice: Notice =
    fresh.status === row.status
      ? { kind: 'changed' }
      : { kind: 'ruled', decision: fresh.decision, status: fresh.status }
  change({ notices: { ...desk().notices, [fresh.id]: notice } })
}
