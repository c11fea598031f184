import type { Sort } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

interface PresentWords {
  lang: string
  fresh: Plural
  gone: string
  order: string
  orders: Record<Sort, string>
}

const ENGLISH: PresentWords = {
  lang: 'en',
  fresh: { one: '{n} new comment', other: '{n} new comments' },
  gone: 'The comment that this link leads to is no longer here.',
  order: 'Order',
  orders: { newest: 'Newest first', oldest: 'Oldest first', helpful: 'Most helpful', discussed: 'Most discussed' },
}

const PERSIAN: PresentWords = {
  lang: 'fa',
  fresh: { other: '{n} دیدگاه تازه' },
  gone: 'دیدگاهی که این پیوند به آن می‌رسد دیگر اینجا نیست.',
  order: 'ترتیب',
  orders: { newest: 'تازه‌ترین', oldest: 'قدیمی‌ترین', helpful: 'سودمندترین', discussed: 'پربحث‌ترین' },
}

/** The words in the language of the thread on screen. */
export function presentWords({ place }: Conversation): PresentWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
