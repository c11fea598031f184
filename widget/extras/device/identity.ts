import type { Conversation } from '../../embed/conversation.ts'
import { identityOf, keyOf, visit } from '../../embed/identity.ts'
import { drafts, TAB } from '../present/drafts.ts'
import { keepIdentity } from '../present/identity.ts'
import { turnTo } from '../sign-in/turning.ts'

const keyIn = ({ place }: Conversation) => keyOf(place.origin, place.query.site)

/** The storages that this browser opens; to touch one that is denied throws. */
function storages(): Storage[] {
  return [() => localStorage, () => sessionStorage].flatMap(open => {
    try {
      return [open()]
    } catch {
      return []
    }
  })
}

/** What this browser keeps of the reader on this site bears one of these names. */
function isOf(conversation: Conversation, name: string): boolean {
  const { origin, query } = conversation.place
  const draft = `parley-draft:${JSON.stringify([origin, query.site]).slice(0, -1)},`
  return name === keyIn(conversation) || name === TAB || name.startsWith(draft)
}

/** Removes what is stored of the reader on this site, and answers what it was. */
export function sweep(conversation: Conversation) {
  const stored = storages().flatMap(storage =>
    Object.keys(storage)
      .filter(name => isOf(conversation, name))
      .map(name => ({ storage, name, value: storage.getItem(name)! })),
  )
  for (const { storage, name } of stored) storage.removeItem(name)
  return stored
}

/**
 * Removes all that this browser keeps of the reader on this site: key, name and drafts. Answers how to take it back, as long
 * as the page is open.
 */
export function forget(conversation: Conversation): () => void {
  const { origin, query } = conversation.place
  const key = keyIn(conversation)
  const { identity, isKept } = conversation.state
  // Whom the site has signed in has left nothing here; what is here is a guest's.
  if (identity?.host) {
    turnTo(conversation, null, true)
    return () => {}
  }
  const known = identityOf(origin, query.site) ?? identity
  const stored = sweep(conversation)
  const typed = [...drafts].filter(([name]) => isOf(conversation, name))
  for (const [name] of typed) drafts.delete(name)
  visit.delete(key)
  turnTo(conversation, null, true)
  return () => {
    for (const { storage, name, value } of stored) storage.setItem(name, value)
    for (const [name, value] of typed) drafts.set(name, value)
    if (known) visit.set(key, known)
    turnTo(conversation, known, isKept)
  }
}

/** Makes the reader of this browser the one whom a token stands for. */
export function become(conversation: Conversation, token: string): void {
  const { origin, query } = conversation.place
  const identity = { token, name: '' }
  turnTo(conversation, identity, keepIdentity(origin, query.site, identity))
}
