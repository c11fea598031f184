import type { Conversation } from '../../embed/conversation.ts'
import { type Identity, identityOf, keyOf, visit } from '../../embed/identity.ts'
import { offerHead } from './head.tsx'

/** The sites where the reader wishes to leave no key: what is written there is the reader's for this visit only. */
const leavesNone = new Set<string>()

/** Whether nothing of the reader is to be stored in this browser. */
export const leavesNoKey = ({ place }: Conversation) => leavesNone.has(keyOf(place.origin, place.query.site))

/** The reader's choice to leave no key in this browser, or to be known again after all. It holds for this visit. */
export function leaveNoKey(conversation: Conversation, isWished: boolean): void {
  const { origin, query } = conversation.place
  const key = keyOf(origin, query.site)
  if (isWished) leavesNone.add(key)
  else leavesNone.delete(key)
  const { identity } = conversation.state
  if (identity) conversation.change({ isKept: keepIdentity(origin, query.site, identity) })
}

/** Remembers the reader. Called when something is sent, never before. Answers whether the browser will know them again. */
export function keepIdentity(origin: string, site: string, identity: Identity): boolean {
  const key = keyOf(origin, site)
  visit.set(key, identity)
  const isKept = !leavesNone.has(key)
  try {
    if (isKept) localStorage.setItem(key, JSON.stringify(identity))
    else localStorage.removeItem(key)
    return isKept
  } catch {
    return false
  }
}

/** Random bytes as base64url, without the parts of Web Crypto that plain http lacks. */
export function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  const signs: Record<string, string> = { '+': '-', '/': '_' }
  return btoa(String.fromCharCode(...random)).replace(/[+/=]/g, sign => signs[sign] ?? '')
}

export const newToken = () => `prl_${randomText(32)}`

/**
 * The reader's token, made and kept before the first thing is sent with it: a post whose answer is lost must still be
 * this reader's.
 * @param name the name that is remembered; the known one unless given
 */
export function introduce(conversation: Conversation, name?: string): string {
  const { origin, query } = conversation.place
  // Another thread or tab may have made the reader's token since this thread was opened.
  const own = conversation.state.identity
  // Whom the site itself has signed in leaves nothing here, and stays who they are.
  if (own?.host) return own.token
  const known = identityOf(origin, query.site) ?? own
  const identity = { token: known?.token ?? newToken(), name: name ?? known?.name ?? '' }
  conversation.change({ identity, isKept: keepIdentity(origin, query.site, identity) })
  offerHead(conversation)
  return identity.token
}
