import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface StandingWords {
  warned: string
  read: string
  banned: string
  bannedUntil: string
  mutedUntil: string
  muted: string
  failed: string
}

const ENGLISH: StandingWords = {
  warned: 'Before you go on, a moderator tells you:',
  read: 'I have read this',
  banned: 'A moderator has decided that you can no longer comment here.',
  bannedUntil: 'A moderator has decided that you cannot comment here until {time}.',
  muted: 'Each of your comments waits for a moderator.',
  mutedUntil: 'Until {time} each of your comments waits for a moderator.',
  failed: 'No answer came. Please try again.',
}

const PERSIAN: StandingWords = {
  warned: 'پیش از ادامه، ناظر به شما می‌گوید:',
  read: 'این را خواندم',
  banned: 'ناظر تصمیم گرفته است که دیگر نتوانید اینجا دیدگاه بنویسید.',
  bannedUntil: 'ناظر تصمیم گرفته است که تا {time} نتوانید اینجا دیدگاه بنویسید.',
  muted: 'هر دیدگاه شما در انتظار ناظر می‌ماند.',
  mutedUntil: 'تا {time} هر دیدگاه شما در انتظار ناظر می‌ماند.',
  failed: 'پاسخی نرسید. لطفاً دوباره تلاش کنید.',
}

/** The words in the language of the thread on screen. */
export function standingWords({ place }: Conversation): StandingWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
