import type { Reason } from '../../../server/contract.ts'
import { currentCase } from '../lists.ts'
import { decide } from '../ruling.ts'
import { change, desk } from '../state.ts'
import { openPanel } from './panels.ts'

/** Rejects with a reason; "another reason" says nothing by itself, and asks for words. */
export function rejectFor(reason: Reason): void {
  if (reason === 'other' && !desk().chosen.size) rejectInWords()
  else decide('reject', reason)
}

/** Asks for the words that the author will read beside the reason. */
export function rejectInWords(): void {
  const here = currentCase()
  change({ isAskingWhy: false })
  if (here) openPanel('reject', here)
}
