import type { Reason } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

/** Why a comment was refused, or waits, for its author. The page without JavaScript says the same. */
export const reasons = {
  off_topic: 'It strays too far from the article.',
  abuse: 'It attacks a person rather than what they say.',
  hate: 'It speaks of people with hatred.',
  illegal: 'It may break the law.',
  spam: 'It reads like advertising.',
  propaganda: 'It reads like part of a campaign.',
  personal_data: 'It gives away private details of someone.',
  repeated: 'The same text was posted here before.',
  too_many_links: 'It has too many links.',
  first_comment: 'A moderator reads everyone’s first comment.',
  premoderated: 'A moderator reads every comment first.',
  banned: 'You can no longer comment here.',
  reported: 'Readers have reported it; a moderator will look.',
  unwanted_words: 'It has words that are not used here.',
  unwanted_link: 'It links to a place that is not linked to here.',
  new_link: 'A moderator looks at links to new places first.',
  typed_fast: 'A moderator reads it first.',
  muted: 'For a while, a moderator reads all that you write.',
  often_refused: 'A moderator reads it first, because others of yours were not published.',
  language: 'It waits for a moderator who reads its language.',
  unproven:
    'Programs write here, too. Your browser could not finish the small calculation that tells you from them, so a moderator reads it first.',
  other: 'A moderator decided against it.',
} satisfies Record<Reason, string>

/** Why a comment was refused, or waits, in the language of the thread on screen. */
export function reasonWords({ place }: Conversation) {
  return pieceWords(place.element, 'reasons', reasons)
}
