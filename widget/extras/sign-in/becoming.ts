import type { SignedIn } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { keyOf, visit } from '../../embed/identity.ts'
import { keepIdentity } from '../present/identity.ts'
import { ask, tokenFor } from './proving.ts'
import { turnTo } from './turning.ts'

/** The reader's token stands for whom they have proved to be; the threads of the site show it once this is settled. */
export function become(conversation: Conversation, { author }: SignedIn): Promise<void> {
  const { origin, query } = conversation.place
  const { identity } = conversation.state
  if (identity?.host) return turnTo(conversation, { ...identity, name: author.name ?? '' }, true)
  const known = { token: tokenFor(conversation), name: author.name ?? identity?.name ?? '' }
  return turnTo(conversation, known, keepIdentity(origin, query.site, known))
}

/**
 * The token stands for nobody any more, and this browser knows the reader no longer; drafts stay. With a proof none of the
 * reader's tokens does. Throws `Refusal`.
 */
export async function signOut(conversation: Conversation, proof?: string): Promise<void> {
  const { origin, query } = conversation.place
  const everywhere = proof && 'yes'
  await ask(conversation, 'DELETE', '/api/session', { query: { site: query.site, everywhere, proof } })
  const key = keyOf(origin, query.site)
  visit.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // There is nothing in a storage that is denied.
  }
  await turnTo(conversation, null, true)
}
