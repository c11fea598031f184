import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const editing = {
  label: 'Your comment',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  loading: 'Your text is on its way…',
  over: 'The time to change this comment is over.',
}

/** The words in the language of the thread on screen. */
export const editingWords = ({ place }: Conversation) => pieceWords(place.element, 'editing', editing)
