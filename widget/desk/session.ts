import { type DeskEntry, LINK_TOKEN } from '../../server/contract.ts'
import { Refusal } from '../shared/call.ts'
import { ask, showsDoor } from './asking.ts'
import { enter } from './entering.ts'
import { showPage } from './going.ts'
import { clearLedger } from './ledger.ts'
import { forgetPast } from './ruling.ts'
import { change, desk, forgetAll } from './state.ts'
import { tell } from './toasts.ts'
import { words } from './words.ts'

/**
 * Takes a one-time link or an invitation out of the address. It is removed at once, so that it stays in no history and no screenshot,
 * and is kept in memory until it is used. Answers whether there was one.
 */
export function takeLink(): boolean {
  const parts = new URLSearchParams(location.hash.slice(1))
  const invitation = parts.get('invitation')
  const link = parts.get('link') ?? invitation
  if (link === null) return false
  history.replaceState(null, '', location.pathname)
  if (invitation !== null) {
    change({ phase: 'door', door: { why: 'invited', link, isBusy: false, hasFailed: false } })
    return true
  }
  const isWhole = LINK_TOKEN.test(link)
  change({
    phase: 'door',
    door: { why: isWhole ? 'link' : 'spent', link: isWhole ? link : null, isBusy: false, hasFailed: false },
  })
  return true
}

/** Spends the one-time link on a session. */
export async function signIn(): Promise<void> {
  const { link, isBusy } = desk().door
  if (link === null || isBusy) return
  change({ door: { why: 'link', link, isBusy: true, hasFailed: false } })
  try {
    arrive(await ask<DeskEntry>('POST', 'session', { body: { link } }))
  } catch (error) {
    const isAnswered = error instanceof Refusal && error.problem !== null && error.problem.status < 500
    const isWait = error instanceof Refusal && error.problem?.code === 'too_many_requests'
    change({
      door:
        isAnswered && !isWait
          ? { why: 'spent', link: null, isBusy: false, hasFailed: false }
          : { why: 'link', link, isBusy: false, hasFailed: true },
    })
  }
}

/** Opens the desk for who has just come in, and tells them what became of their ways in. */
export function arrive({ passkeys, codesUsed, ...me }: DeskEntry): void {
  clearLedger()
  forgetPast()
  forgetAll({ phase: 'opening' })
  enter(me)
  const { site, page } = desk()
  const run = () => void (site !== null && showPage('you', site))
  const { frame } = words
  if (codesUsed.length > 0)
    tell({ tone: 'trouble', text: frame.codesUsed(codesUsed.length), action: { label: frame.codesLook, run } })
  else if (passkeys === 0 && page !== 'you' && 'PublicKeyCredential' in window)
    tell({ tone: 'quiet', text: frame.offer, action: { label: frame.offerYes, run } })
}

/** Ends the session here and on the server, or those of all one's devices. */
export async function signOut(isEverywhere = false): Promise<void> {
  try {
    await ask('DELETE', 'session', { ...(isEverywhere && { query: { everywhere: 'yes' } }) })
  } catch (error) {
    if (!showsDoor(error)) tell({ tone: 'trouble', text: words.toast.signOutFailed })
    return
  }
  clearLedger()
  history.replaceState(null, '', location.pathname)
  forgetAll({ phase: 'door', door: { why: 'left', link: null, isBusy: false, hasFailed: false } })
}
