import type { Conversation } from '../../embed/conversation.ts'
import { isPersian } from '../../embed/language.ts'

interface DeviceWords {
  lang: string
  key: string
  kept: string
  notKept: string
  none: string
  leaveNone: string
  leavesNone: string
  forget: string
  forgetMeans: string
  forgotten: string
  undo: string
  phrase: string
  phraseMeans: string
  showPhrase: string
  hidePhrase: string
  copy: string
  copied: string
  notCopied: string
  other: string
  otherMeans: string
  otherReplaces: string
  typeWords: string
  use: string
  taken: string
  wrongCount: string
  wrongWord: string
  wrongSomewhere: string
  data: string
  dataMeans: string
  export: string
  keeping: string
  exportAll: string
  byHost: string
  erase: string
  eraseMeans: string
  eraseYes: string
  keep: string
  erasing: string
  erased: string
  failed: string
}

const ENGLISH: DeviceWords = {
  lang: 'en',
  key: 'Your key',
  kept: 'This browser keeps a key by which your comments here are yours. It holds no name and no address.',
  notKept:
    'Your browser keeps nothing for this page. Your comments are yours until you leave it, unless you write down your phrase.',
  none: 'There is no key yet. One is made in this browser when you first post, vote, or choose something.',
  leaveNone: 'Leave no key, until I leave this page',
  leavesNone: 'What you write now is yours until you leave this page, and nothing is stored in this browser.',
  forget: 'Forget me on this device',
  forgetMeans:
    'Removes the key, your name and your drafts from this browser. Your comments stay; without the phrase you can no longer change them.',
  forgotten: 'Forgotten. This browser no longer knows you here.',
  undo: 'Undo',
  phrase: 'Your phrase',
  phraseMeans:
    'These words are your key. Type them on another device to be the same person there. Anyone who has them can act as you here: keep them to yourself.',
  showPhrase: 'Show the phrase',
  hidePhrase: 'Hide it',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Your browser does not let us copy. Please write the words down.',
  other: 'I have a phrase',
  otherMeans: 'Type the 17 words from your other device. Capitals, spaces and hyphens do not matter.',
  otherReplaces: 'It takes the place of the key in this browser.',
  typeWords: 'The words of your phrase',
  use: 'Use this phrase',
  taken: 'This device has your key now.',
  wrongCount: 'A phrase has 17 words; these are {n}.',
  wrongWord: 'Please look at word {n} again.',
  wrongSomewhere: 'These words do not fit each other. Please compare them with those you wrote down.',
  data: 'What this site has stored about you',
  dataMeans: 'All that you did here, as one file: comments, votes, reports, follows.',
  export: 'Download everything',
  keeping: 'What is kept, and for how long',
  exportAll: 'With my addresses, too',
  byHost: 'This site has signed you in, and nothing of you is kept in this browser.',
  erase: 'Erase everything of mine',
  eraseMeans:
    'Your comments lose their text and your name, and your votes, follows and mutes go. This cannot be undone.',
  eraseYes: 'Erase everything',
  keep: 'Keep it',
  erasing: 'Erasing…',
  erased: 'Everything of yours is erased.',
  failed: 'No answer came. Please try again.',
}

const PERSIAN: DeviceWords = {
  lang: 'fa',
  key: 'کلید شما',
  kept: 'این مرورگر کلیدی دارد که دیدگاه‌هایتان با آن از آنِ شماست. نه نامی در آن است و نه نشانی‌ای.',
  notKept:
    'مرورگر شما چیزی از این صفحه نگه نمی‌دارد. دیدگاه‌هایتان تا ترک این صفحه از آنِ شماست، مگر اینکه عبارت خود را یادداشت کنید.',
  none: 'هنوز کلیدی نیست. نخستین بار که دیدگاهی می‌فرستید، رأی می‌دهید یا چیزی برمی‌گزینید، در همین مرورگر ساخته می‌شود.',
  leaveNone: 'تا ترک این صفحه کلیدی نماند',
  leavesNone: 'آنچه اکنون می‌نویسید تنها در همین بازدید از آنِ شماست و چیزی در این مرورگر ذخیره نمی‌شود.',
  forget: 'مرا در این دستگاه فراموش کن',
  forgetMeans:
    'کلید، نام و پیش‌نویس‌هایتان از این مرورگر پاک می‌شود. دیدگاه‌هایتان می‌ماند؛ بی آن عبارت دیگر نمی‌توانید تغییرشان دهید.',
  forgotten: 'فراموش شد. این مرورگر دیگر شما را اینجا نمی‌شناسد.',
  undo: 'برگرداندن',
  phrase: 'عبارت شما',
  phraseMeans:
    'این واژه‌ها کلید شماست. آن‌ها را در دستگاه دیگری بنویسید تا آنجا هم همین شخص باشید. هر که آن‌ها را داشته باشد اینجا شماست: نزد خود نگه دارید.',
  showPhrase: 'نمایش عبارت',
  hidePhrase: 'پنهان کردن',
  copy: 'رونوشت',
  copied: 'رونوشت شد',
  notCopied: 'مرورگر شما اجازهٔ رونوشت نمی‌دهد. لطفاً واژه‌ها را یادداشت کنید.',
  other: 'عبارتی دارم',
  otherMeans: 'هفده واژه را از دستگاه دیگرتان بنویسید. بزرگی حروف، فاصله و خط تیره مهم نیست.',
  otherReplaces: 'جای کلید این مرورگر را می‌گیرد.',
  typeWords: 'واژه‌های عبارت شما',
  use: 'به کار بردن این عبارت',
  taken: 'اکنون اینجا هم همان شخص هستید.',
  wrongCount: 'عبارت هفده واژه دارد؛ این {n} تاست.',
  wrongWord: 'لطفاً واژهٔ {n} را دوباره ببینید.',
  wrongSomewhere: 'این واژه‌ها با هم نمی‌خوانند. لطفاً با آنچه یادداشت کرده‌اید بسنجید.',
  data: 'آنچه سایت از شما دارد',
  dataMeans: 'همهٔ آنچه اینجا کرده‌اید در یک پرونده: دیدگاه‌ها، رأی‌ها، گزارش‌ها، دنبال‌شده‌ها.',
  export: 'دریافت همه',
  keeping: 'چه چیزی نگه داشته می‌شود و تا کی',
  exportAll: 'همراه با نشانی‌هایم',
  byHost: 'همین سایت شما را وارد کرده است و چیزی از شما در این مرورگر نگه داشته نمی‌شود.',
  erase: 'پاک کردن هرچه از من است',
  eraseMeans:
    'متن و نام از دیدگاه‌هایتان برداشته می‌شود و رأی‌ها، دنبال‌شده‌ها و بی‌صداها از میان می‌رود. این کار برگشتنی نیست.',
  eraseYes: 'همه را پاک کن',
  keep: 'بماند',
  erasing: 'در حال پاک کردن…',
  erased: 'هرچه از شما بود پاک شد.',
  failed: 'پاسخی نرسید. لطفاً دوباره تلاش کنید.',
}

/** The words in the language of the thread on screen. */
export function deviceWords({ place }: Conversation): DeviceWords {
  return isPersian(place.element) ? PERSIAN : ENGLISH
}
