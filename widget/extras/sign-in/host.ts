import type { HostLoginRequest, SignedIn } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { identityOf } from '../../embed/identity.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { newToken } from '../present/identity.ts'
import { turnHere } from './turning.ts'

interface Login {
  token: string
  answer: Promise<SignedIn>
}

/** What each of the site's tokens was answered with: a thread that is opened again asks no more. */
const logins = new Map<string, Login>()

/** The token of the site's own login that a thread's element bears. */
export const loginOf = ({ place }: Conversation) => place.element.getAttribute('token') || undefined

/**
 * Makes the reader the one whom the element's token names; without one, whom this browser knows. A token that does not hold
 * is told to the page and its owner, and the reader is a guest.
 */
export async function turnToHost(conversation: Conversation): Promise<void> {
  const { origin, query } = conversation.place
  const { identity } = conversation.state
  const host = loginOf(conversation)
  if (host === identity?.host || conversation.gone.signal.aborted) return
  if (!host) return leave(conversation)
  const key = JSON.stringify([origin, query.site, host])
  let login = logins.get(key)
  if (!login) {
    const body: HostLoginRequest = { site: query.site, token: host }
    // The next token of the same page belongs to the session of the one before, whoever it names.
    const token = identity?.host ? identity.token : newToken()
    login = { token, answer: call(origin, 'POST', '/api/sign-in/host', { body, token, credentials: 'omit' }) }
    logins.set(key, login)
  }
  try {
    const { author } = await login.answer
    if (host !== loginOf(conversation)) return
    await turnHere(conversation, { token: login.token, name: author.name ?? '', host }, true)
  } catch (error) {
    const { problem } = error as Refusal
    // What had no answer is asked again by whoever comes next.
    if (!problem) logins.delete(key)
    if (host !== loginOf(conversation)) return
    console.warn(`Parley: ${problem?.detail ?? 'the site’s login had no answer.'}`)
    conversation.tell('error', { code: problem?.code ?? null })
    leave(conversation)
  }
}

/** Who was here before the site signed somebody in is here again. */
async function leave(conversation: Conversation): Promise<void> {
  const { origin, query, element } = conversation.place
  const { identity } = conversation.state
  if (!identity?.host) return
  const { token, host } = identity
  const isShared = [...document.querySelectorAll('parley-thread')].some(
    each => each !== element && each.getAttribute('token') === host,
  )
  if (!isShared) {
    logins.delete(JSON.stringify([origin, query.site, host]))
    const options = { query: { site: query.site }, token, credentials: 'omit' } as const
    call(origin, 'DELETE', '/api/session', options).catch(() => {})
  }
  await turnHere(conversation, identityOf(origin, query.site), true)
}
