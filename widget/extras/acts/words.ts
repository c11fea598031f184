import type { Mark } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

interface ActWords {
  marks: Record<Mark, string>
  edited: string
  earlier: string
  voteFor: string
  voteAgainst: string
  votes: Plural
  hide: Plural
  show: Plural
  all: string
  more: string
  moreOn: string
  muted: string
  showMuted: string
}

const ENGLISH: ActWords = {
  marks: { pinned: 'Pinned', featured: 'Featured', locked: 'Locked: no more replies', edited: 'by a moderator' },
  edited: 'Edited',
  earlier: 'Edited: show what this comment said before',
  voteFor: 'Vote for the comment by {name}',
  voteAgainst: 'Vote against the comment by {name}',
  votes: { one: '{n} vote', other: '{n} votes' },
  hide: { one: 'Hide {n} reply', other: 'Hide {n} replies' },
  show: { one: 'Show {n} reply', other: 'Show {n} replies' },
  all: 'Show all',
  more: 'More',
  moreOn: 'More on the comment by {name}',
  muted: 'You have muted this author.',
  showMuted: 'Show',
}

const PERSIAN: ActWords = {
  marks: { pinned: 'سنجاق‌شده', featured: 'برگزیده', locked: 'بسته: پاسخ نمی‌پذیرد', edited: 'به دست ناظر' },
  edited: 'ویرایش‌شده',
  earlier: 'ویرایش‌شده: نمایش متن پیشین این دیدگاه',
  voteFor: 'رأی موافق به دیدگاه {name}',
  voteAgainst: 'رأی مخالف به دیدگاه {name}',
  votes: { other: '{n} رأی' },
  hide: { other: 'پنهان کردن {n} پاسخ' },
  show: { other: 'نمایش {n} پاسخ' },
  all: 'نمایش همه',
  more: 'بیشتر',
  moreOn: 'کارهای دیگر با دیدگاه {name}',
  muted: 'این نویسنده را بی‌صدا کرده‌اید.',
  showMuted: 'نمایش',
}

/** The words in the language of the thread on screen. */
export function actWords({ place }: Conversation): ActWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
