import type { Conversation } from '../../embed/conversation.ts'
import { leavesNoKey } from './identity.ts'

/** What a reader has typed and not yet posted. */
export interface Draft {
  text: string
  /** Null until the reader touches the field: then the remembered name counts no more. */
  name: string | null
  /** The idempotency key and what was sent under it. */
  sent: { key: string; words: string } | null
}

export const EMPTY: Draft = { text: '', name: null, sent: null }

/** Drafts outlive their element and, where the browser allows it, a reload: with their key, so that nothing stands twice. */
export const drafts = new Map<string, Draft>()

/** The name under which a draft is kept: its thread and what it answers. */
function keyOf({ article, place }: Conversation, parent: string | undefined): string {
  return `parley-draft:${JSON.stringify([place.origin, place.query.site, article.key, parent])}`
}

export function draftOf(conversation: Conversation, parent: string | undefined): Draft {
  const key = keyOf(conversation, parent)
  try {
    const kept = JSON.parse(sessionStorage.getItem(key)!)
    if (typeof kept?.text === 'string') return { ...EMPTY, ...kept }
  } catch {
    // Storage is denied, or somebody else wrote there.
  }
  return drafts.get(key) ?? EMPTY
}

export function keepDraft(conversation: Conversation, parent: string | undefined, draft: Draft): void {
  const key = keyOf(conversation, parent)
  drafts.set(key, draft)
  try {
    if (draft.text && !leavesNoKey(conversation)) sessionStorage.setItem(key, JSON.stringify(draft))
    else sessionStorage.removeItem(key)
  } catch {
    // It lives as long as the page does.
  }
}
