import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface MenuWords {
  menu: string
  copy: string
  copied: string
  notCopied: string
  share: string
  follow: string
  unfollow: string
  followed: string
  unfollowed: string
  mute: string
  unmute: string
  mutedNow: string
  shownNow: string
  report: string
  full: string
}

const ENGLISH: MenuWords = {
  menu: 'Comment by {name}',
  copy: 'Copy link',
  copied: 'Link copied',
  notCopied: 'Your browser does not let us copy. The link is the time beside the name.',
  share: 'Share…',
  follow: 'Follow this conversation',
  unfollow: 'Stop following it',
  followed: 'You follow this conversation. Find what is new under “You”.',
  unfollowed: 'You no longer follow this conversation.',
  mute: 'Mute this author',
  unmute: 'Show this author again',
  mutedNow: 'You will not see this author’s comments any more. Nobody is told.',
  shownNow: 'You read this author again.',
  report: 'Report…',
  full: 'There is no room for another. Remove one under “You” first.',
}

const PERSIAN: MenuWords = {
  menu: 'دیدگاه {name}',
  copy: 'رونوشت پیوند',
  copied: 'پیوند رونوشت شد',
  notCopied: 'مرورگر شما اجازهٔ رونوشت نمی‌دهد. پیوند، همان زمان در کنار نام است.',
  share: 'هم‌رسانی…',
  follow: 'دنبال کردن این گفت‌وگو',
  unfollow: 'دنبال نکردن آن',
  followed: 'این گفت‌وگو را دنبال می‌کنید. تازه‌ها را زیر «شما» می‌بینید.',
  unfollowed: 'دیگر این گفت‌وگو را دنبال نمی‌کنید.',
  mute: 'بی‌صدا کردن این نویسنده',
  unmute: 'نمایش دوبارهٔ این نویسنده',
  mutedNow: 'دیگر نوشته‌های این نویسنده را نمی‌بینید. به کسی گفته نمی‌شود.',
  shownNow: 'نوشته‌های این نویسنده را دوباره می‌بینید.',
  report: 'گزارش…',
  full: 'جا برای مورد دیگری نیست. نخست یکی را زیر «شما» بردارید.',
}

/** The words in the language of the thread on screen. */
export function menuWords({ place }: Conversation): MenuWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
