import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const mailing = {
  lang: 'en',
  title: 'By mail',
  why: 'A mail when there is something new, at most one in a while, each with a link to end it. Nobody here sees your address.',
  replies: 'Answers to what I write',
  follows: 'What I follow',
  address: 'Your e-mail address',
  ask: 'Tell me by mail',
  own: 'Tell me at {address}',
  asked:
    'If mail may go to this address, one comes now: open its link and agree. Until then nothing else is sent. Look among the spam, too; whoever has left before is not asked again for a month, unless they sign in with the address.',
  waiting:
    'If mail may go to {address}, one is there whose link is good for seven days. If you have left before, the link in your last mail leads back.',
  told: 'You are told at {address}.',
  saved: 'Saved.',
  end: 'No more mail',
  ended: 'No more mail comes.',
  wrong: 'Mail cannot be sent to this address. Please check it.',
  wait: 'That was a lot at once. Please wait a little, then try again.',
  failed: 'No answer came. Please try again.',
}

/** The words in the language of the thread on screen. */
export function mailingWords({ place }: Conversation) {
  return pieceWords(place.element, 'mailing', mailing)
}
