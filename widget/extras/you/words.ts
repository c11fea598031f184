import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

interface YouWords {
  lang: string
  you: string
  close: string
  tabs: Record<'comments' | 'votes' | 'follows' | 'mutes' | 'device', string>
  empty: Record<'comments' | 'votes' | 'follows' | 'mutes', string>
  states: Record<'pending' | 'published' | 'rejected' | 'withdrawn', string>
  waits: string
  replies: Plural
  votes: Plural
  votedFor: string
  votedAgainst: string
  guest: string
  thread: string
  conversation: string
  news: Plural
  manyNews: string
  followThread: string
  restore: string
  restoreOver: string
  unfollow: string
  unmute: string
  failed: string
  more: string
  loading: string
  retry: string
  fullList: string
}

const ENGLISH: YouWords = {
  lang: 'en',
  you: 'You',
  close: 'Close',
  tabs: {
    comments: 'Comments',
    votes: 'Votes',
    follows: 'Following',
    mutes: 'Muted',
    device: 'This device',
  },
  empty: {
    comments: 'You have not written here yet. What you write, and what becomes of it, stands here.',
    votes: 'You have not voted here yet.',
    follows: 'You follow nothing here yet. What you follow tells you here how much of it is new.',
    mutes: 'You have muted nobody. Whom you mute is not told.',
  },
  states: { pending: 'Waiting', published: 'Published', rejected: 'Not published', withdrawn: 'Deleted by you' },
  waits: 'You can see it; others cannot yet.',
  replies: { one: '{n} reply', other: '{n} replies' },
  votes: { one: '{n} vote', other: '{n} votes' },
  votedFor: 'You voted for it',
  votedAgainst: 'You voted against it',
  guest: 'Guest',
  thread: 'All comments',
  conversation: 'Conversation begun by {name}',
  news: { one: '{n} new comment', other: '{n} new comments' },
  manyNews: 'More than {n} new comments',
  followThread: 'Follow the comments on this page',
  restore: 'Bring back',
  restoreOver: 'It can no longer be brought back.',
  unfollow: 'Stop following',
  unmute: 'Show again',
  failed: 'No answer came. Please try again.',
  more: 'Show more',
  loading: 'Loading…',
  retry: 'Try again',
  fullList: 'There is no room for another. Stop following something first.',
}

const PERSIAN: YouWords = {
  lang: 'fa',
  you: 'شما',
  close: 'بستن',
  tabs: { comments: 'دیدگاه‌ها', votes: 'رأی‌ها', follows: 'دنبال‌شده‌ها', mutes: 'بی‌صداها', device: 'این دستگاه' },
  empty: {
    comments: 'هنوز چیزی اینجا ننوشته‌اید. آنچه می‌نویسید و سرنوشت آن را اینجا می‌بینید.',
    votes: 'هنوز اینجا رأی نداده‌اید.',
    follows: 'هنوز چیزی را دنبال نمی‌کنید. اینجا می‌بینید که از آنچه دنبال می‌کنید چقدر تازه است.',
    mutes: 'کسی را بی‌صدا نکرده‌اید. به کسی که بی‌صدا شود گفته نمی‌شود.',
  },
  states: { pending: 'در انتظار', published: 'منتشرشده', rejected: 'منتشر نشد', withdrawn: 'خودتان پاک کرده‌اید' },
  waits: 'شما آن را می‌بینید؛ دیگران هنوز نمی‌بینند.',
  replies: { other: '{n} پاسخ' },
  votes: { other: '{n} رأی' },
  votedFor: 'رأی موافق داده‌اید',
  votedAgainst: 'رأی مخالف داده‌اید',
  guest: 'مهمان',
  thread: 'همهٔ دیدگاه‌ها',
  conversation: 'گفت‌وگویی که {name} آغاز کرد',
  news: { other: '{n} دیدگاه تازه' },
  manyNews: 'بیش از {n} دیدگاه تازه',
  followThread: 'دنبال کردن دیدگاه‌های این صفحه',
  restore: 'برگرداندن',
  restoreOver: 'دیگر نمی‌توان آن را برگرداند.',
  unfollow: 'دنبال نکردن',
  unmute: 'نمایش دوباره',
  failed: 'پاسخی نرسید. لطفاً دوباره تلاش کنید.',
  more: 'نمایش بیشتر',
  loading: 'در حال بارگذاری…',
  retry: 'دوباره تلاش کنید',
  fullList: 'جا برای مورد دیگری نیست. نخست یکی را دنبال نکنید.',
}

/** The words in the language of the thread on screen. */
export function youWords({ place }: Conversation): YouWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
