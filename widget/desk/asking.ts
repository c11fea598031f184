import { call, Refusal } from '../shared/call.ts'
import { HERE } from '../shared/here.ts'
import { clearLedger } from './ledger.ts'
import { type Door, desk, forgetAll } from './state.ts'

/** One call to this desk's own server. */
export function ask<T>(method: string, path: string, options: { query?: Record<string, string>; body?: unknown } = {}) {
  return call<T>(HERE, method, `/api/desk/${path}`, options)
}

/**
 * Shows the door when a call failed because nobody is signed in any more. Answers whether that was it.
 * @param why what is known of it; else, who was at the desk may have been signed out or put out
 */
export function showsDoor(error: unknown, why: Door = desk().phase === 'desk' ? 'ended' : 'none'): boolean {
  if (!(error instanceof Refusal) || error.problem?.code !== 'sign_in_needed') return false
  // What is known of why is not to be overwritten by a later answer, nor a new link.
  if (desk().phase === 'door') return true
  clearLedger()
  forgetAll({ phase: 'door', door: { why, link: null, isBusy: false, hasFailed: false } })
  return true
}
