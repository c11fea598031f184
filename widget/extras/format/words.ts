import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Format } from './edits.ts'

interface FormatWords {
  toolbar: string
  formats: Record<Format, string>
  preview: string
  empty: string
  failed: string
}

const ENGLISH: FormatWords = {
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

const PERSIAN: FormatWords = {
  toolbar: 'قالب',
  formats: {
    bold: 'پررنگ',
    italic: 'کج',
    strike: 'خط‌خورده',
    code: 'کد',
    link: 'پیوند',
    quote: 'نقل قول',
    list: 'فهرست',
  },
  preview: 'پیش‌نمایش',
  empty: 'آنچه می‌نویسید اینجا دیده می‌شود.',
  failed: 'پیش‌نمایش بارگذاری نشد. متن شما سر جایش است.',
}

/** The words in the language of the thread on screen. */
export const formatWords = ({ place }: Conversation): FormatWords => (isPersian(place.element) ? PERSIAN : ENGLISH)
