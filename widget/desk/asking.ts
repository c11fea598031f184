import type { DeskMe } from '../../server/contract.ts'
import { call, Refusal } from '../shared/call.ts'
import { HERE } from '../shared/here.ts'
import { clearLedger } from './ledger.ts'
import { change, type Door, desk, forgetAll } from './state.ts'

/** Refusals of a server that has done nothing of what was asked, because it had no time for it. */
const LATER = ['overloaded', 'busy']
/** How often a call is made before its refusal is told. */
const TRIES = 4

/** One call to this desk's own server. What it has no time for is asked again when it says. */
export async function ask<T>(
  method: string,
  path: string,
  options: { query?: Record<string, string>; body?: unknown } = {},
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await call<T>(HERE, method, `/api/desk/${path}`, options)
    } catch (error) {
      const { code = '', retryAfter = 1 } = (error instanceof Refusal && error.problem) || {}
      if (tried === TRIES || !LATER.includes(code)) throw error
      await new Promise(resolve => setTimeout(resolve, 1000 * retryAfter))
    }
  }
}

/**
 * Shows the door when a call failed because nobody is signed in any more. Answers whether that was it.
 * @param why what is known of it; else, who was at the desk may have been signed out or put out
 */
export function showsDoor(error: unknown, why: Door = desk().phase === 'desk' ? 'ended' : 'none'): boolean {
  const code = error instanceof Refusal && error.problem?.code
  // Whose role is another one now sees the pages of that role.
  if (code === 'forbidden')
    ask<DeskMe>('GET', 'me').then(
      me => desk().phase === 'desk' && change({ me }),
      () => {},
    )
  if (code !== 'sign_in_needed') return false
  // What is known of why is not to be overwritten by a later answer, nor a new link.
  if (desk().phase === 'door') return true
  clearLedger()
  forgetAll({ phase: 'door', door: { why, link: null, isBusy: false, hasFailed: false } })
  return true
}
