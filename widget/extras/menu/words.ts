import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const menu = {
  menu: 'Comment by {name}',
  copy: 'Copy link',
  copied: 'Link copied',
  notCopied: 'Your browser does not let us copy. The link is the time beside the name.',
  share: 'Share…',
  follow: 'Follow this conversation',
  unfollow: 'Stop following it',
  followed: 'You follow this conversation. Find what is new under “You”.',
  unfollowed: 'You no longer follow this conversation.',
  mute: 'Mute this author',
  unmute: 'Show this author again',
  mutedNow: 'You will not see this author’s comments any more. Nobody is told.',
  shownNow: 'You read this author again.',
  report: 'Report…',
  full: 'There is no room for another. Remove one under “You” first.',
}

/** The words in the language of the thread on screen. */
export function menuWords({ place }: Conversation) {
  return pieceWords(place.element, 'menu', menu)
}
