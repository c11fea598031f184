import type { Conversation } from '../../embed/conversation.ts'
import type { Plural } from '../../shared/words.ts'
import { pieceWords } from '../present/known.ts'

export const acts = {
  marks: { pinned: 'Pinned', featured: 'Featured', locked: 'Locked: no more replies', edited: 'by a moderator' },
  edited: 'Edited',
  earlier: 'Edited: show what this comment said before',
  voteFor: 'Vote for the comment by {name}',
  voteAgainst: 'Vote against the comment by {name}',
  votes: { one: '{n} vote', other: '{n} votes' } as Plural,
  hide: { one: 'Hide {n} reply', other: 'Hide {n} replies' } as Plural,
  show: { one: 'Show {n} reply', other: 'Show {n} replies' } as Plural,
  all: 'Show all',
  translate: 'Translate',
  moreOn: 'More on the comment by {name}',
  muted: 'You have muted this author.',
  showMuted: 'Show',
}

/** The words in the language of the thread on screen. */
export function actWords({ place }: Conversation) {
  return pieceWords(place.element, 'acts', acts)
}
