import type { ReportReason } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const report = {
  question: 'What is wrong with this comment?',
  reasons: {
    off_topic: 'It strays far from the article',
    abuse: 'It attacks a person',
    hate: 'It speaks of people with hatred',
    illegal: 'It may break the law',
    spam: 'It is advertising',
    propaganda: 'It is part of a campaign',
    personal_data: 'It gives away private details',
    other: 'Something else',
  } satisfies Record<ReportReason, string>,
  words: 'Anything a moderator should know (optional)',
  send: 'Send report',
  sending: 'Sending…',
  cancel: 'Cancel',
  thanks: 'Thanks, a moderator will look.',
  choose: 'Choose what is wrong first.',
  gone: 'This comment is no longer there.',
  banned: 'You can no longer take part here.',
  wait: 'That was a lot at once. Please wait a little, then try again.',
  failed: 'No answer came. Please try again.',
}

/** The words in the language of the thread on screen. */
export function reportWords({ place }: Conversation) {
  return pieceWords(place.element, 'report', report)
}
