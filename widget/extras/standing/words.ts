import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const standing = {
  warned: 'Before you go on, a moderator tells you:',
  read: 'I have read this',
  banned: 'A moderator has decided that you can no longer comment here.',
  bannedUntil: 'A moderator has decided that you cannot comment here until {time}.',
  muted: 'Each of your comments waits for a moderator.',
  mutedUntil: 'Until {time} each of your comments waits for a moderator.',
  failed: 'No answer came. Please try again.',
}

/** The words in the language of the thread on screen. */
export function standingWords({ place }: Conversation) {
  return pieceWords(place.element, 'standing', standing)
}
