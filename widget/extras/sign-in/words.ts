import type { Badge } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

export interface SignInWords {
  lang: string
  signIn: string
  guest: string
  badges: Record<Badge, string>
  /** How somebody is known, by the way; others by their name. */
  ways: Record<string, string>
  knownBy: string
  why: string
  address: string
  sendCode: string
  sendOwn: string
  or: string
  goOn: string
  back: string
  sent: string
  sentOwn: string
  code: string
  confirm: string
  noMail: string
  again: string
  sentAgain: string
  other: string
  otherWay: string
  inWindow: string
  cutOff: string
  reopen: string
  blocked: string
  openTab: string
  checking: string
  fresh: string
  noWay: string
  triesLeft: Plural
  faults: Record<string, string>
}

const ENGLISH: SignInWords = {
  lang: 'en',
  signIn: 'Sign in',
  guest: 'You write as a guest here.',
  badges: { author: 'Author', staff: 'Staff', verified: 'Verified' },
  ways: { email: 'e-mail', github: 'GitHub', google: 'Google', host: 'this site’s login' },
  knownBy: 'Known by {ways}',
  why: 'Your comments then wear a badge, and are yours on every device. Nobody sees your address.',
  address: 'Your e-mail address',
  sendCode: 'Send me a code',
  sendOwn: 'Send a code to my e-mail address',
  or: 'or',
  goOn: 'Go on with {way}',
  back: 'Cancel',
  sent: 'A mail with six digits is on its way to {address}. Type them here within ten minutes.',
  sentOwn: 'A mail with six digits is on its way to your address. Type them here within ten minutes.',
  code: 'The code',
  confirm: 'Confirm',
  noMail: 'No mail yet? It may take a minute, or lie among the spam. In half a minute you can have it sent again.',
  again: 'Send again',
  sentAgain: 'It is sent again. Only the newest code counts.',
  other: 'Another address',
  otherWay: 'Another way',
  inWindow: 'Go on in the window that has opened.',
  cutOff: 'If the window shows a code, type it here. If it is closed, open it again or choose another way.',
  reopen: 'Open it again',
  blocked: 'Your browser has held back the window. This link opens it:',
  openTab: 'Go on with {way} in a new tab',
  checking: 'One moment…',
  fresh: 'Show first that it is you, in a way you have used here before.',
  noWay: 'None of the ways in which you are known here is offered now. Please ask the site.',
  triesLeft: {
    one: 'This is not the code. You can try once more.',
    other: 'This is not the code. You can try {n} more times.',
  },
  faults: {
    email_wrong: 'This is no e-mail address we can write to. Please look at it again.',
    code_wrong: 'This is not the code. It has six digits.',
    claim_spent: 'This code can no longer be used. Please have a new one sent.',
    identity_taken: 'This belongs to another profile here. Sign in with it instead; both can be used, each for itself.',
    proof_needed: 'Please choose a way that you have signed in with before.',
    way_not_offered: 'This way is no longer offered here. Please choose another one.',
    mail_failed: 'The mail could not be sent. Please look at the address, or try again in a while.',
    issuer_failed: 'The other site did not answer as it should. Try again in a while, or choose another way.',
    login_refused: 'Your sign-in at this site is no longer fresh. Load the page again, then try once more.',
    email_unverified: 'Your address is not confirmed there. Confirm it where you have the account, and come back.',
    too_many_requests: 'That was a lot at once. Please wait a little, then try again.',
    wait: 'That was a lot at once. You can try again {wait}.',
    broken: 'Something went wrong on our side. Please try again.',
    silent: 'No answer came. Please try again.',
  },
}

const PERSIAN: SignInWords = {
  lang: 'fa',
  signIn: 'ورود',
  guest: 'اینجا به‌عنوان مهمان می‌نویسید.',
  badges: { author: 'نویسنده', staff: 'از تحریریه', verified: 'تأییدشده' },
  ways: { email: 'ایمیل', github: 'گیت‌هاب', google: 'گوگل', host: 'ورود همین سایت' },
  knownBy: 'شناخته‌شده با {ways}',
  why: 'آنگاه دیدگاه‌هایتان نشان دارد و در هر دستگاهی از آنِ شماست. کسی نشانی شما را نمی‌بیند.',
  address: 'نشانی ایمیل شما',
  sendCode: 'رمز را بفرستید',
  sendOwn: 'رمز را به ایمیل من بفرستید',
  or: 'یا',
  goOn: 'ادامه با {way}',
  back: 'انصراف',
  sent: 'ایمیلی با شش رقم به {address} فرستاده می‌شود. آن‌ها را تا ده دقیقه اینجا بنویسید.',
  sentOwn: 'ایمیلی با شش رقم به نشانی شما فرستاده می‌شود. آن‌ها را تا ده دقیقه اینجا بنویسید.',
  code: 'رمز',
  confirm: 'تأیید',
  noMail: 'هنوز نرسیده است؟ شاید یک دقیقه طول بکشد یا میان هرزنامه‌ها باشد. تا نیم دقیقهٔ دیگر می‌توانید دوباره بخواهید.',
  again: 'دوباره بفرستید',
  sentAgain: 'دوباره فرستاده شد. تنها تازه‌ترین رمز اعتبار دارد.',
  other: 'نشانی دیگر',
  otherWay: 'راه دیگر',
  inWindow: 'در پنجره‌ای که باز شد ادامه دهید.',
  cutOff: 'اگر پنجره رمزی نشان می‌دهد، آن را اینجا بنویسید. اگر بسته شده، دوباره بازش کنید یا راه دیگری برگزینید.',
  reopen: 'دوباره باز کنید',
  blocked: 'مرورگر شما پنجره را باز نکرد. این پیوند آن را باز می‌کند:',
  openTab: 'ادامه با {way} در زبانهٔ تازه',
  checking: 'یک لحظه…',
  fresh: 'نخست از راهی که پیش‌تر به کار برده‌اید نشان دهید که خودتان هستید.',
  noWay: 'هیچ‌یک از راه‌هایی که اینجا با آن شناخته شده‌اید اکنون نیست. لطفاً از سایت بپرسید.',
  triesLeft: { other: 'رمز این نیست. {n} بار دیگر می‌توانید بنویسید.' },
  faults: {
    email_wrong: 'به این نشانی نمی‌توان نامه فرستاد. لطفاً دوباره نگاهش کنید.',
    code_wrong: 'رمز این نیست. رمز شش رقم دارد.',
    claim_spent: 'این رمز دیگر اعتبار ندارد. لطفاً رمز تازه‌ای بخواهید.',
    identity_taken: 'این از آنِ نمایهٔ دیگری است. با آن وارد شوید؛ هر دو را جداگانه می‌توان به کار برد.',
    proof_needed: 'لطفاً راهی را برگزینید که پیش‌تر با آن وارد شده‌اید.',
    way_not_offered: 'این راه دیگر اینجا نیست. لطفاً راه دیگری برگزینید.',
    mail_failed: 'ایمیل فرستاده نشد. لطفاً نشانی را ببینید یا کمی بعد دوباره تلاش کنید.',
    issuer_failed: 'سایت دیگر آن‌گونه که باید پاسخ نداد. کمی بعد دوباره تلاش کنید یا راه دیگری برگزینید.',
    login_refused: 'ورود شما به این سایت دیگر تازه نیست. صفحه را از نو باز کنید و دوباره تلاش کنید.',
    email_unverified: 'نشانی شما آنجا تأیید نشده است. همان‌جا تأییدش کنید و بازگردید.',
    too_many_requests: 'پشت سر هم زیاد خواسته‌اید. لطفاً کمی صبر کنید و دوباره تلاش کنید.',
    wait: 'پشت سر هم زیاد خواسته‌اید. {wait} می‌توانید دوباره تلاش کنید.',
    broken: 'مشکلی در سمت ما پیش آمد. لطفاً دوباره تلاش کنید.',
    silent: 'پاسخی نرسید. لطفاً دوباره تلاش کنید.',
  },
}

/** The words in the language of the thread on screen. */
export function signInWords({ place }: Conversation): SignInWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}

/** What a way is called. */
export const wayName = ({ ways }: SignInWords, way: string) =>
  ways[way] ?? way.charAt(0).toUpperCase() + way.slice(1).replaceAll('-', ' ')
