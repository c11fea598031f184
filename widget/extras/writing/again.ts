import type { Conversation } from '../../embed/conversation.ts'
import type { Refusal } from '../../shared/call.ts'
import { draftOf, EMPTY, keepDraft, unsent } from '../present/drafts.ts'
import { post } from './post.ts'

/**
 * Sends the answers of a thread that had no answer when the page was left, each with its key, so that it stands once. Their
 * boxes are not open; the one at the head of the thread looks after itself.
 */
export async function sendAgain(conversation: Conversation): Promise<void> {
  for (const parent of unsent(conversation)) {
    const draft = draftOf(conversation, parent)
    const [text, name] = JSON.parse(draft.sent!.words)
    try {
      await post(conversation, { parent, text, name: name.trim(), key: draft.sent!.key })
      keepDraft(conversation, parent, EMPTY)
    } catch (error) {
      // Where it was refused, it waits in its box for its author to look at; the same words go out under the same key.
      if ((error as Refusal).problem)
        keepDraft(conversation, parent, { ...draft, sent: { ...draft.sent!, isOut: false } })
    }
  }
}
