import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface AppealWords {
  moderator: string
  rules: string
  ask: string
  explain: string
  send: string
  sending: string
  cancel: string
  waits: string
  yours: string
  granted: string
  declined: string
  empty: string
  tooLong: string
  already: string
  wait: string
  failed: string
}

const ENGLISH: AppealWords = {
  moderator: 'A moderator says:',
  rules: 'The rules of this site',
  ask: 'Ask for another look',
  explain: 'Say why it should be published. You can ask once; another moderator decides where there is one.',
  send: 'Send',
  sending: 'Sending…',
  cancel: 'Cancel',
  waits: 'You have asked for another look. The answer will stand here.',
  yours: 'You wrote:',
  granted: 'A moderator has looked again at your request: it is published.',
  declined: 'A moderator has looked again, and it stays as it is.',
  empty: 'Write something first, then send it.',
  tooLong: 'This is too long: you have 2,000 characters.',
  already: 'This was decided meanwhile. Reload the page to see it.',
  wait: 'That was a lot at once. Please wait a little, then try again.',
  failed: 'No answer came. Your text is safe here; please try again.',
}

const PERSIAN: AppealWords = {
  moderator: 'ناظر می‌گوید:',
  rules: 'قواعد این سایت',
  ask: 'درخواست بررسی دوباره',
  explain: 'بنویسید چرا باید منتشر شود. یک بار می‌توانید درخواست کنید؛ اگر ناظر دیگری باشد، او تصمیم می‌گیرد.',
  send: 'ارسال',
  sending: 'در حال ارسال…',
  cancel: 'انصراف',
  waits: 'درخواست بررسی دوباره را فرستاده‌اید. پاسخ همین‌جا می‌آید.',
  yours: 'نوشتهٔ شما:',
  granted: 'ناظر به درخواست شما دوباره بررسی کرد: منتشر شد.',
  declined: 'ناظر دوباره بررسی کرد و تصمیم همان است.',
  empty: 'نخست چیزی بنویسید، سپس ارسال کنید.',
  tooLong: 'این متن بلند است: ۲٬۰۰۰ نویسه جا دارید.',
  already: 'در این میان دربارهٔ آن تصمیم گرفته شد. صفحه را از نو باز کنید.',
  wait: 'پشت سر هم زیاد فرستاده‌اید. لطفاً کمی صبر کنید و دوباره تلاش کنید.',
  failed: 'پاسخی نرسید. متن شما همین‌جا می‌ماند؛ لطفاً دوباره تلاش کنید.',
}

/** The words in the language of the thread on screen. */
export function appealWords({ place }: Conversation): AppealWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
