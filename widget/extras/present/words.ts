import type { Mark, Sort } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

interface PresentWords {
  lang: string
  fresh: Plural
  gone: string
  order: string
  orders: Record<Sort, string>
  marks: Record<Mark, string>
  edited: string
  earlier: string
  report: string
  reportBy: string
  stranded: string
  reload: string
}

const ENGLISH: PresentWords = {
  lang: 'en',
  fresh: { one: '{n} new comment', other: '{n} new comments' },
  gone: 'The comment that this link leads to is no longer here.',
  order: 'Order',
  orders: { newest: 'Newest first', oldest: 'Oldest first', helpful: 'Most helpful', discussed: 'Most discussed' },
  marks: { pinned: 'Pinned', featured: 'Featured', locked: 'Locked: no more replies', edited: 'by a moderator' },
  edited: 'Edited',
  earlier: 'Edited: show what this comment said before',
  report: 'Report',
  reportBy: 'Report the comment by {name}',
  stranded: 'What it takes to post could not be loaded. Your text is kept: try again, or reload the page.',
  reload: 'Reload the page',
}

const PERSIAN: PresentWords = {
  lang: 'fa',
  fresh: { other: '{n} دیدگاه تازه' },
  gone: 'دیدگاهی که این پیوند به آن می‌رسد دیگر اینجا نیست.',
  order: 'ترتیب',
  orders: { newest: 'تازه‌ترین', oldest: 'قدیمی‌ترین', helpful: 'سودمندترین', discussed: 'پربحث‌ترین' },
  marks: { pinned: 'سنجاق‌شده', featured: 'برگزیده', locked: 'بسته: پاسخ نمی‌پذیرد', edited: 'به دست ناظر' },
  edited: 'ویرایش‌شده',
  earlier: 'ویرایش‌شده: نمایش متن پیشین این دیدگاه',
  report: 'گزارش',
  reportBy: 'گزارش دیدگاه {name}',
  stranded:
    'آنچه برای ارسال لازم است بارگذاری نشد. متن شما نگه داشته شده است: دوباره تلاش کنید یا صفحه را از نو باز کنید.',
  reload: 'بازکردن دوبارهٔ صفحه',
}

/** The words in the language of the thread on screen. */
export function presentWords({ place }: Conversation): PresentWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
