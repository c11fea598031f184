import type { Account, Claim, Purpose, SignedIn, SignInMessage, SignInTaken } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { type CallOptions, call, type Refusal } from '../../shared/call.ts'
import { newToken } from '../present/identity.ts'
import { langOf } from '../present/locale.ts'

/** Tokens that are made to prove something, and kept nowhere until that is done: to ask for a code is not to leave a trace. */
const made = new WeakMap<Conversation, string>()

/** The token of the reader, or the one that is the reader's once something is proved with it. */
export function tokenFor(conversation: Conversation): string {
  const { identity } = conversation.state
  if (identity) {
    // Who is forgotten here later begins anew.
    made.delete(conversation)
    return identity.token
  }
  const token = made.get(conversation) ?? newToken()
  made.set(conversation, token)
  return token
}

/** Asks something of the reader's own; throws `Refusal`. */
export function ask<T>(conversation: Conversation, method: string, path: string, options: CallOptions): Promise<T> {
  const token = tokenFor(conversation)
  return call<T>(conversation.place.origin, method, path, { ...options, token, credentials: 'omit' })
}

/** What the site knows of the reader. */
export const accountOf = (conversation: Conversation) =>
  ask<Account>(conversation, 'GET', '/api/account', { query: { site: conversation.query.site } })

/** Begins to prove an address, or what a provider says. Throws `Refusal`. */
export function begin(
  conversation: Conversation,
  { way, purpose, email }: { way: string; purpose: Purpose; email?: string | undefined },
): Promise<Claim> {
  const { site } = conversation.query
  const lang = langOf(conversation)
  return way === 'email'
    ? ask(conversation, 'POST', '/api/sign-in/email', { body: { site, email, purpose, lang } })
    : ask(conversation, 'POST', '/api/sign-in/openid', { body: { site, provider: way, purpose, lang } })
}

/** What is being proved, and what shows it. */
interface Proving {
  way: string
  purpose: Purpose
  claim: string
  shown: { code: string } | { ticket: string }
}

/**
 * Shows the code or the ticket. Where the answer was lost, it is shown again; what has been used by then was used by this,
 * if the site knows the reader so. Throws `Refusal`.
 */
export async function show(conversation: Conversation, { way, purpose, claim, shown }: Proving): Promise<SignedIn> {
  const path = 'code' in shown ? '/api/sign-in/code' : '/api/sign-in/ticket'
  const body = { site: conversation.query.site, claim, ...shown }
  const send = () => ask<SignedIn>(conversation, 'POST', path, { body })
  try {
    return await send()
  } catch (error) {
    if ((error as Refusal).problem) throw error
  }
  try {
    return await send()
  } catch (error) {
    if ((error as Refusal).problem?.code !== 'claim_spent') throw error
    const { author, ways } = await accountOf(conversation)
    if (!author || !ways.some(known => known.way === way)) throw error
    return { author, way, purpose, proof: purpose === 'sign_in' ? null : claim, guest: null }
  }
}

/** Comes with the token of the site's own login once more. Throws `Refusal`. */
export const showLogin = (conversation: Conversation, purpose: Purpose): Promise<SignedIn> => {
  const body = { site: conversation.query.site, token: conversation.state.identity?.host, purpose }
  return ask(conversation, 'POST', '/api/sign-in/host', { body })
}

/** Hears the ticket of a claim from Parley's own window, and says that it has come. Answers how to stop. */
export function hearTicket({ place }: Conversation, claim: string, heard: (ticket: string) => void): () => void {
  const hear = ({ origin, source, data }: MessageEvent<Partial<SignInMessage> | null>) => {
    if (origin !== new URL(place.origin).origin || data?.type !== 'parley-sign-in' || data.claim !== claim) return
    const taken: SignInTaken = { type: 'parley-sign-in-taken', claim }
    source?.postMessage(taken, { targetOrigin: origin })
    heard(String(data.ticket))
  }
  addEventListener('message', hear)
  return () => removeEventListener('message', hear)
}
