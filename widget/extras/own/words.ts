import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const own = {
  waiting: { label: 'Waiting:', detail: 'You can see it; others cannot yet.' },
  refused: 'Not published:',
  edit: 'Edit',
  delete: 'Delete',
  undo: 'Undo',
  deleted: 'Your comment is deleted.',
  restored: 'Your comment is back.',
  changed: 'Your change is saved.',
  changedWaiting: 'Your change is saved. A moderator will read it before others see it.',
  changedRefused: 'With this text your comment is not published.',
  undone: 'Your change is taken back.',
  notKept:
    'Your browser keeps nothing for this page, so you can change or delete your comment only until you leave it.',
}

/** The words in the language of the thread on screen. */
export const ownWords = ({ place }: Conversation) => pieceWords(place.element, 'own', own)
