import { browserSupportsWebAuthnAutofill, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { DeskEntry, Passkey, PasskeyChallenge } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { waitTime } from '../../shared/time.ts'
import { problemWords } from '../articles/trouble.ts'
import { ask } from '../asking.ts'
import { LANG } from '../phrases.ts'
import { ways, you } from './words.ts'

/** Whether this browser knows passkeys; over plain http none does, save on this machine. */
export const knowsPasskeys = (): boolean => typeof PublicKeyCredential === 'function'

/** Something that came of it that a person is told, in their words. */
export class Told extends Error {}

/**
 * Why something did not come about, as a sentence.
 * @param known words of the page's own for some of the server's refusals
 */
export function inWords(error: unknown, known: Record<string, string> = {}): string {
  if (error instanceof Told) return error.message
  if (!(error instanceof Refusal)) return ways.cancelled
  const { problem } = error
  if (!problem || problem.status >= 500) return ways.unreachable
  if (problem.code === 'too_many_requests') return ways.wait(waitTime(problem.retryAfter ?? 60, LANG))
  return known[problem.code] ?? problemWords(problem)
}

/** Refuses where the browser would, in words that say what to do. */
function onlyHere(host: string): void {
  if (location.hostname === host && !/^[\d.]+$|^\[/.test(host)) return
  throw new Told(location.hostname === host ? ways.address : ways.elsewhere(host))
}

/**
 * Signs in with a passkey.
 * @param isOffered whether the browser offers passkeys by itself where one types, instead of asking for one now
 * @throws Told, Refusal, or what the browser says
 */
export async function enterByPasskey(isOffered = false): Promise<DeskEntry> {
  const { options } = await ask<PasskeyChallenge>('POST', 'session/challenge', { body: {} })
  onlyHere(String(options['rpId']))
  const answer = await startAuthentication({
    optionsJSON: options as never,
    ...(isOffered && { useBrowserAutofill: true, verifyBrowserAutofillInput: false }),
  })
  const { id, rawId, type, response } = answer
  return ask<DeskEntry>('POST', 'session/passkey', { body: { id, rawId, type, response } })
}

/** Whether the browser can offer passkeys where one types. */
export const offersPasskeys = (): Promise<boolean> => browserSupportsWebAuthnAutofill().catch(() => false)

/**
 * Makes a passkey for who is at the desk.
 * @throws Told, Refusal, or what the browser says
 */
export async function makePasskey(name: string): Promise<Passkey> {
  const { options } = await ask<PasskeyChallenge>('POST', 'passkey-challenge', { body: {} })
  onlyHere(String((options['rp'] as { id: string }).id))
  const made = await startRegistration({ optionsJSON: options as never }).catch(error => {
    throw (error as { code?: string }).code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
      ? new Told(you.known)
      : error
  })
  const { id, rawId, type, response } = made
  return ask<Passkey>('POST', 'passkeys', { body: { name, passkey: { id, rawId, type, response } } })
}
