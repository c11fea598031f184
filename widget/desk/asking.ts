import { call, Refusal } from '../shared/call.ts'
import { clearLedger } from './ledger.ts'
import { desk, forgetAll } from './state.ts'

/** One call to this desk's own server. */
export function ask<T>(method: string, path: string, options: { query?: Record<string, string>; body?: unknown } = {}) {
  return call<T>(location.origin, method, `/api/desk/${path}`, options)
}

/** Shows the door when a call failed because nobody is signed in any more. Answers whether that was it. */
export function showsDoor(error: unknown): boolean {
  if (!(error instanceof Refusal) || error.problem?.code !== 'sign_in_needed') return false
  const wasIn = desk().phase === 'desk'
  clearLedger()
  forgetAll({ phase: 'door', door: { why: wasIn ? 'ended' : 'none', link: null, isBusy: false, hasFailed: false } })
  return true
}
