import type { Mark, ProblemCode, Reason, Sort } from '../contract.ts'
import { ENGLISH_REASONS, PERSIAN_REASONS } from './plain-reasons.ts'

/** The words of the page without JavaScript. */
export interface PlainWords {
  lang: string
  dir: 'ltr' | 'rtl'
  comments: string
  onArticle: string
  empty: string
  closed: string
  guest: string
  withdrawn: string
  removed: string
  inReplyTo: string
  waiting: string
  refused: string
  reasons: Record<Reason, string>
  moderator: string
  marks: Record<Mark, string>
  warned: string
  read: string
  reply: string
  answering: string
  moreReplies: string
  older: string
  newer: string
  order: string
  orders: Record<Sort, string>
  write: string
  name: string
  post: string
  formatting: string
  /** Leads to the page that tells what is kept. */
  kept: string
  /** What went wrong; the problem's own words, in English, where there are none. */
  faults: Partial<Record<ProblemCode, string>>
}

const ENGLISH: PlainWords = {
  lang: 'en',
  dir: 'ltr',
  comments: 'Comments',
  onArticle: 'Comments on',
  empty: 'Nobody has written yet. Be the first to say something.',
  closed: 'This conversation is closed.',
  guest: 'Guest',
  withdrawn: 'Deleted by its author',
  removed: 'Removed by a moderator',
  inReplyTo: 'in reply to',
  waiting: 'Your comment is waiting for a moderator. You can see it; others cannot yet.',
  refused: 'Your comment was not published.',
  reasons: ENGLISH_REASONS,
  moderator: 'A moderator says:',
  marks: { pinned: 'Pinned', featured: 'Featured', locked: 'Locked', edited: 'Edited by a moderator' },
  warned: 'Before you go on, a moderator tells you:',
  read: 'I have read this',
  reply: 'Reply',
  answering: 'You are answering',
  moreReplies: 'All replies',
  older: 'More comments',
  newer: 'Back to the first page',
  order: 'Order',
  orders: { newest: 'Newest', oldest: 'Oldest', helpful: 'Most helpful', discussed: 'Most discussed' },
  write: 'Write a comment',
  name: 'Name (optional)',
  post: 'Post',
  formatting: 'You can use Markdown: *emphasis*, **strong**, > quote, - list.',
  kept: 'What is kept here, and for how long',
  faults: {},
}

const PERSIAN: PlainWords = {
  lang: 'fa',
  dir: 'rtl',
  comments: 'دیدگاه‌ها',
  onArticle: 'دیدگاه‌ها دربارهٔ',
  empty: 'هنوز کسی چیزی ننوشته است. شما نخستین نفر باشید.',
  closed: 'این گفت‌وگو بسته شده است، ولی همچنان می‌توانید آن را بخوانید.',
  guest: 'مهمان',
  withdrawn: 'نویسنده این دیدگاه را پاک کرده است',
  removed: 'ناظر این دیدگاه را برداشته است',
  inReplyTo: 'در پاسخ به',
  waiting: 'دیدگاه شما در انتظار بررسی ناظر است. شما آن را می‌بینید؛ دیگران هنوز نمی‌بینند.',
  refused: 'دیدگاه شما منتشر نشد.',
  reasons: PERSIAN_REASONS,
  moderator: 'ناظر می‌گوید:',
  marks: { pinned: 'سنجاق‌شده', featured: 'برگزیده', locked: 'بسته', edited: 'ویرایش‌شده به دست ناظر' },
  warned: 'پیش از ادامه، ناظر به شما می‌گوید:',
  read: 'این را خواندم',
  reply: 'پاسخ',
  answering: 'پاسخ شما به',
  moreReplies: 'همهٔ پاسخ‌ها',
  older: 'دیدگاه‌های بیشتر',
  newer: 'بازگشت به صفحهٔ نخست',
  order: 'ترتیب',
  orders: { newest: 'تازه‌ترین', oldest: 'قدیمی‌ترین', helpful: 'سودمندترین', discussed: 'پربحث‌ترین' },
  write: 'دیدگاه خود را بنویسید',
  name: 'نام (اختیاری)',
  post: 'ارسال',
  formatting: 'می‌توانید از مارک‌داون بهره بگیرید: *تأکید*، **پررنگ**، > نقل‌قول، - فهرست.',
  kept: 'اینجا چه چیزی نگه داشته می‌شود و تا کی',
  faults: {
    text_empty: 'پیش از ارسال چیزی بنویسید.',
    text_too_long: 'این متن برای ارسال بیش از اندازه بلند است. کمی کوتاهش کنید.',
    name_too_long: 'این نام بیش از اندازه بلند است.',
    name_imitates: 'این نام، یا نامی بسیار مانند آن، از آنِ کس دیگری است. نام دیگری برگزینید.',
    thread_closed: 'هنگامی که می‌نوشتید این گفت‌وگو بسته شد.',
    parent_gone: 'دیدگاهی که به آن پاسخ می‌دهید دیگر اینجا نیست.',
    branch_locked: 'ناظر این گفت‌وگو را بسته است.',
    warning_unread: 'لطفاً نخست پیام ناظر را بخوانید. متن شما همین‌جاست.',
    too_many_requests: 'در زمانی کوتاه بسیار فرستاده‌اید. کمی صبر کنید و دوباره بفرستید.',
    form_stale: 'این صفحه کهنه شده است. متن شما همین‌جاست؛ دوباره بفرستید.',
  },
}

/** The words for a language tag; English where there are none. */
export function plainWords(lang: string | undefined): PlainWords {
  return /^fa\b/i.test(lang ?? '') ? PERSIAN : ENGLISH
}
