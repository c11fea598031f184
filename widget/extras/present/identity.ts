import type { Conversation } from '../../embed/conversation.ts'
import { type Identity, identityOf, keyOf, visit } from '../../embed/identity.ts'

/** Remembers the reader. Called when something is sent, never before. Answers whether the browser will know them again. */
function keepIdentity(origin: string, site: string, identity: Identity): boolean {
  const key = keyOf(origin, site)
  visit.set(key, identity)
  try {
    localStorage.setItem(key, JSON.stringify(identity))
    return true
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

/**
 * The reader's token, made and kept before the first thing is sent with it: a post whose answer is lost must still be
 * this reader's.
 * @param name the name that is remembered; the known one unless given
 */
export function introduce(conversation: Conversation, name?: string): string {
  const { origin, query } = conversation.place
  // Another thread or tab may have made the reader's token since this thread was opened.
  const known = identityOf(origin, query.site) ?? conversation.state.identity
  const identity = { token: known?.token ?? `prl_${randomText(32)}`, name: name ?? known?.name ?? '' }
  conversation.change({ identity, isKept: keepIdentity(origin, query.site, identity) })
  return identity.token
}
