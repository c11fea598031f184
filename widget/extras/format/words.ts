import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const format = {
  toolbar: 'Format',
  formats: {
    bold: 'Bold',
    italic: 'Italic',
    strike: 'Strike through',
    code: 'Code',
    link: 'Link',
    quote: 'Quote',
    list: 'List',
  },
  preview: 'Preview',
  empty: 'What you write will be shown here.',
  failed: 'The preview could not be loaded. Your text is safe.',
}

/** The words in the language of the thread on screen. */
export const formatWords = ({ place }: Conversation) => pieceWords(place.element, 'format', format)
