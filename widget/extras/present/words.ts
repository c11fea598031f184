import type { Sort } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

interface PresentWords {
  lang: string
  fresh: Plural
  removed: string
  banned: string
  wait: string
  failed: string
  order: string
  orders: Record<Sort, string>
  you: string
  stranded: string
  reload: string
}

const ENGLISH: PresentWords = {
  lang: 'en',
  fresh: { one: '{n} new comment', other: '{n} new comments' },
  removed: 'This comment is no longer there.',
  banned: 'You can no longer take part here.',
  wait: 'That was a lot at once. Please wait a little, then try again.',
  failed: 'No answer came. Please try again.',
  order: 'Order',
  orders: { newest: 'Newest first', oldest: 'Oldest first', helpful: 'Most helpful', discussed: 'Most discussed' },
  you: 'You',
  stranded: 'What it takes to post could not be loaded. Your text is kept: try again, or reload the page.',
  reload: 'Reload the page',
}

const PERSIAN: PresentWords = {
  lang: 'fa',
  fresh: { other: '{n} دیدگاه تازه' },
  removed: 'این دیدگاه دیگر اینجا نیست.',
  banned: 'دیگر نمی‌توانید اینجا شرکت کنید.',
  wait: 'پشت سر هم زیاد فرستاده‌اید. لطفاً کمی صبر کنید و دوباره تلاش کنید.',
  failed: 'پاسخی نرسید. لطفاً دوباره تلاش کنید.',
  order: 'ترتیب',
  orders: { newest: 'تازه‌ترین', oldest: 'قدیمی‌ترین', helpful: 'سودمندترین', discussed: 'پربحث‌ترین' },
  you: 'شما',
  stranded:
    'آنچه برای ارسال لازم است بارگذاری نشد. متن شما نگه داشته شده است: دوباره تلاش کنید یا صفحه را از نو باز کنید.',
  reload: 'بازکردن دوبارهٔ صفحه',
}

/** The words in the language of the thread on screen. */
export function presentWords({ place }: Conversation): PresentWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}

/** What a reader is told of a refusal of something small. */
export function faultWords(conversation: Conversation, code: string | undefined): string {
  const { removed, banned, wait, failed } = presentWords(conversation)
  return { unknown_comment: removed, banned, too_many_requests: wait }[code ?? ''] ?? failed
}
