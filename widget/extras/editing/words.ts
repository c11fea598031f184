import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface EditingWords {
  label: string
  save: string
  saving: string
  cancel: string
  loading: string
  over: string
}

const ENGLISH: EditingWords = {
  label: 'Your comment',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  loading: 'Your text is on its way…',
  over: 'The time to change this comment is over.',
}

const PERSIAN: EditingWords = {
  label: 'دیدگاه شما',
  save: 'ذخیره',
  saving: 'در حال ذخیره…',
  cancel: 'انصراف',
  loading: 'متن شما در راه است…',
  over: 'زمان تغییر این دیدگاه گذشته است.',
}

/** The words in the language of the thread on screen. */
export const editingWords = ({ place }: Conversation): EditingWords => (isPersian(place.element) ? PERSIAN : ENGLISH)
