import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface AccountWords {
  lang: string
  signedInAs: string
  signedIn: string
  /** What became of what the guest has written. */
  guest: Record<'came' | 'stayed', string>
  notKept: string
  byHost: string
  signOut: string
  everywhere: string
  everywhereMeans: string
  signedOut: string
  signedOutAll: string
  link: string
  linkNext: string
  linked: string
  nameless: string
}

const ENGLISH: AccountWords = {
  lang: 'en',
  signedInAs: 'You are signed in as {name}.',
  signedIn: 'You are signed in.',
  guest: {
    came: 'What you have written here as a guest is yours under this name now.',
    stayed: 'What you have written as a guest stays with the guest, whose key is in use on another device, too.',
  },
  notKept: 'Your browser keeps nothing for this page, so this holds until you leave it.',
  byHost: 'This site has signed you in.',
  signOut: 'Sign out',
  everywhere: 'Sign out everywhere',
  everywhereMeans: 'Every browser and device forgets who you are here. Show first that it is you.',
  signedOut: 'You are signed out. Your comments stay yours: sign in again to find them.',
  signedOutAll: 'You are signed out on all devices.',
  link: 'Add a way to sign in',
  linkNext: 'Now choose the way to add.',
  linked: 'You can sign in with {way} from now on, too.',
  nameless: 'Without a name',
}

const PERSIAN: AccountWords = {
  lang: 'fa',
  signedInAs: 'با نام {name} وارد شده‌اید.',
  signedIn: 'وارد شده‌اید.',
  guest: {
    came: 'آنچه اینجا به‌عنوان مهمان نوشته‌اید اکنون با همین نام از آنِ شماست.',
    stayed: 'آنچه به‌عنوان مهمان نوشته‌اید نزد همان مهمان می‌ماند که کلیدش در دستگاه دیگری هم به کار می‌رود.',
  },
  notKept: 'مرورگر شما چیزی از این صفحه نگه نمی‌دارد، پس تا ترک این صفحه برقرار است.',
  byHost: 'همین سایت شما را وارد کرده است.',
  signOut: 'خروج',
  everywhere: 'خروج از همه‌جا',
  everywhereMeans: 'همهٔ مرورگرها و دستگاه‌ها شما را اینجا فراموش می‌کنند. نخست نشان دهید که خودتان هستید.',
  signedOut: 'بیرون آمدید. دیدگاه‌هایتان از آنِ شما می‌ماند: با ورود دوباره پیدایشان می‌کنید.',
  signedOutAll: 'در همهٔ دستگاه‌ها بیرون آمدید.',
  link: 'افزودن راهی برای ورود',
  linkNext: 'اکنون راه تازه را برگزینید.',
  linked: 'از این پس با {way} هم می‌توانید وارد شوید.',
  nameless: 'بی‌نام',
}

/** The words in the language of the thread on screen. */
export function accountWords({ place }: Conversation): AccountWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
