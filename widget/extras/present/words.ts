import type { Sort } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Plural } from '../../shared/words.ts'
import { pieceWords } from './known.ts'

export const present = {
  lang: 'en',
  fresh: { one: '{n} new comment', other: '{n} new comments' } as Plural,
  removed: 'This comment is no longer there.',
  banned: 'You can no longer take part here.',
  wait: 'That was a lot at once. Please wait a little, then try again.',
  failed: 'No answer came. Please try again.',
  order: 'Order',
  orders: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    helpful: 'Most helpful',
    discussed: 'Most discussed',
  } satisfies Record<Sort, string>,
  you: 'You',
  signIn: 'Sign in',
  stranded: 'What it takes to post could not be loaded. Your text is kept: try again, or reload the page.',
  reload: 'Reload the page',
}

/** The words in the language of the thread on screen. */
export function presentWords({ place }: Conversation) {
  return pieceWords(place.element, 'present', present)
}

/** What a reader is told of a refusal of something small. */
export function faultWords(conversation: Conversation, code: string | undefined): string {
  const { removed, banned, wait, failed } = presentWords(conversation)
  return { unknown_comment: removed, banned, too_many_requests: wait }[code ?? ''] ?? failed
}
