import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const appeal = {
  moderator: 'A moderator says:',
  rules: 'The rules of this site',
  ask: 'Ask for another look',
  explain: 'Say why it should be published. You can ask once; another moderator decides where there is one.',
  send: 'Send',
  sending: 'Sending…',
  cancel: 'Cancel',
  waits: 'You have asked for another look. The answer will stand here.',
  yours: 'You wrote:',
  granted: 'A moderator has looked again at your request: it is published.',
  declined: 'A moderator has looked again, and it stays as it is.',
  empty: 'Write something first, then send it.',
  tooLong: 'This is too long: you have 2,000 characters.',
  already: 'This was decided meanwhile. Reload the page to see it.',
  wait: 'That was a lot at once. Please wait a little, then try again.',
  failed: 'No answer came. Your text is safe here; please try again.',
}

/** The words in the language of the thread on screen. */
export function appealWords({ place }: Conversation) {
  return pieceWords(place.element, 'appeal', appeal)
}
