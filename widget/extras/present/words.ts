import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

interface PresentWords {
  lang: string
  fresh: Plural
  gone: string
}

const ENGLISH: PresentWords = {
  lang: 'en',
  fresh: { one: '{n} new comment', other: '{n} new comments' },
  gone: 'The comment that this link leads to is no longer here.',
}

const PERSIAN: PresentWords = {
  lang: 'fa',
  fresh: { other: '{n} دیدگاه تازه' },
  gone: 'دیدگاهی که این پیوند به آن می‌رسد دیگر اینجا نیست.',
}

/** The words in the language of the thread on screen. */
export function presentWords({ place }: Conversation): PresentWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
