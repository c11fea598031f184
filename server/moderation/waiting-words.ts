import { type ModeratorRuling, REJECT_REASONS, type Reason } from '../contract.ts'

/** The words of the page on which what waits is decided, one comment after the other: in the languages of the desk. */
export interface WaitingWords {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  /** How many wait; more than 100 are not counted. */
  left(n: number): string
  done: string
  passed: string
  fromStart: string
  desk: string
  signIn: string
  signInWhy: string
  signInHow: string
  comeBack: string
  on: string
  answers: string
  guest: string
  record(published: number, refused: number): string
  why: string
  reports(n: number): string
  appeal: string
  approve: string
  reject: string
  spam: string
  later: string
  becauseOf: string
  did: Record<ModeratorRuling, string>
  takeBack: string
  lost: string
  reasons: Record<Reason, string>
}

const ENGLISH: WaitingWords = {
  lang: 'en',
  dir: 'ltr',
  title: 'What waits',
  left: n => (n > 100 ? 'More than 100 comments wait.' : n === 1 ? 'One comment waits.' : `${n} comments wait.`),
  done: 'Nothing waits. You are done.',
  passed: 'That was the last one; those that you left for later still wait.',
  fromStart: 'Begin again',
  desk: 'Open the desk',
  signIn: 'Sign in first',
  signInWhy:
    'This page decides as you, so it asks for your session and not for the link: a mail can be forwarded, and programs open what is in it.',
  signInHow: 'Sign in at the desk in this browser, then come back here.',
  comeBack: 'I have signed in',
  on: 'On',
  answers: 'in reply to',
  guest: 'Guest',
  record: (published, refused) =>
    published + refused === 0
      ? 'Nothing of theirs was decided yet.'
      : `${published} published, ${refused} refused before.`,
  why: 'Why it is here:',
  reports: n => (n === 1 ? 'One reader has reported it.' : `${n} readers have reported it.`),
  appeal: 'Its author asks for another look.',
  approve: 'Approve',
  reject: 'Refuse',
  spam: 'Spam',
  later: 'Leave it for later',
  becauseOf: 'Reason, which the author reads',
  did: {
    approve: 'Approved.',
    reject: 'Refused.',
    spam: 'Marked as spam.',
    restore: 'Taken back: it waits again.',
    confirm: 'Kept.',
  },
  takeBack: 'Take back',
  lost: 'It was not decided: it was changed or decided by somebody else meanwhile. This is how things stand now.',
  reasons: {
    off_topic: 'Off topic',
    abuse: 'Abuse',
    hate: 'Hatred',
    illegal: 'May break the law',
    spam: 'Advertising',
    propaganda: 'Part of a campaign',
    personal_data: 'Private details of somebody',
    repeated: 'The same text was posted before',
    too_many_links: 'More links than the site allows',
    first_comment: 'A first comment',
    premoderated: 'Every comment waits here',
    banned: 'Its author is banned',
    reported: 'Readers have reported it',
    unwanted_words: 'Words that are listed',
    unwanted_link: 'A link to a place that is listed',
    new_link: 'A link to a place that is new here',
    typed_fast: 'Typed faster than a person types',
    muted: 'Its author is muted',
    often_refused: 'Its author was often refused',
    language: 'A language that nobody here reads',
    unproven: 'Its browser did not do the calculation',
    other: 'Another reason',
  },
}

const GERMAN: WaitingWords = {
  lang: 'de',
  dir: 'ltr',
  title: 'Was wartet',
  left: n =>
    n > 100 ? 'Mehr als 100 Kommentare warten.' : n === 1 ? 'Ein Kommentar wartet.' : `${n} Kommentare warten.`,
  done: 'Nichts wartet mehr. Sie sind fertig.',
  passed: 'Das war der letzte; die aufgeschobenen warten noch.',
  fromStart: 'Von vorn beginnen',
  desk: 'Zur Moderation',
  signIn: 'Bitte erst anmelden',
  signInWhy:
    'Diese Seite entscheidet in Ihrem Namen. Deshalb fragt sie nach Ihrer Anmeldung und nicht nach dem Link: Eine Mail kann weitergeleitet werden, und Programme öffnen, was darin steht.',
  signInHow: 'Melden Sie sich in diesem Browser bei der Moderation an und kommen Sie dann hierher zurück.',
  comeBack: 'Ich bin angemeldet',
  on: 'Zu',
  answers: 'Antwort an',
  guest: 'Gast',
  record: (published, refused) =>
    published + refused === 0
      ? 'Bisher wurde über nichts von dieser Person entschieden.'
      : `Bisher ${published} veröffentlicht, ${refused} abgelehnt.`,
  why: 'Warum er hier ist:',
  reports: n => (n === 1 ? 'Eine Person hat ihn gemeldet.' : `${n} Personen haben ihn gemeldet.`),
  appeal: 'Die Person bittet, noch einmal hinzusehen.',
  approve: 'Veröffentlichen',
  reject: 'Ablehnen',
  spam: 'Spam',
  later: 'Für später lassen',
  becauseOf: 'Grund, den die Person liest',
  did: {
    approve: 'Veröffentlicht.',
    reject: 'Abgelehnt.',
    spam: 'Als Spam markiert.',
    restore: 'Zurückgenommen: Er wartet wieder.',
    confirm: 'Bleibt veröffentlicht.',
  },
  takeBack: 'Zurücknehmen',
  lost: 'Nichts wurde entschieden: Inzwischen hat jemand den Kommentar geändert oder darüber entschieden. So steht es jetzt.',
  reasons: {
    off_topic: 'Nicht beim Thema',
    abuse: 'Angriff auf eine Person',
    hate: 'Hass',
    illegal: 'Vielleicht gegen das Gesetz',
    spam: 'Werbung',
    propaganda: 'Teil einer Kampagne',
    personal_data: 'Private Angaben über jemanden',
    repeated: 'Derselbe Text stand hier schon',
    too_many_links: 'Mehr Links, als die Site erlaubt',
    first_comment: 'Ein erster Kommentar',
    premoderated: 'Hier wartet jeder Kommentar',
    banned: 'Die Person ist gesperrt',
    reported: 'Er wurde gemeldet',
    unwanted_words: 'Wörter, die auf der Liste stehen',
    unwanted_link: 'Ein Link zu einem Ort, der auf der Liste steht',
    new_link: 'Ein Link zu einem Ort, der hier neu ist',
    typed_fast: 'Schneller getippt, als Menschen tippen',
    muted: 'Die Person ist stummgeschaltet',
    often_refused: 'Von dieser Person wurde oft etwas abgelehnt',
    language: 'Eine Sprache, die hier niemand liest',
    unproven: 'Der Browser hat die Rechnung nicht gelöst',
    other: 'Ein anderer Grund',
  },
}

const PERSIAN_NUMBER = new Intl.NumberFormat('fa')
const fa = (n: number) => PERSIAN_NUMBER.format(n)

const PERSIAN: WaitingWords = {
  lang: 'fa',
  dir: 'rtl',
  title: 'آنچه در انتظار است',
  left: n => (n > 100 ? `بیش از ${fa(100)} دیدگاه در انتظار است.` : `${fa(n)} دیدگاه در انتظار است.`),
  done: 'چیزی در انتظار نیست. کار شما تمام شد.',
  passed: 'این آخرین بود؛ آنچه برای بعد گذاشته‌اید هنوز در انتظار است.',
  fromStart: 'از نو',
  desk: 'باز کردن میز نظارت',
  signIn: 'نخست وارد شوید',
  signInWhy:
    'این صفحه به نام شما تصمیم می‌گیرد؛ برای همین ورود شما را می‌خواهد نه پیوند را: نامه را می‌توان برای دیگری فرستاد، و برنامه‌ها آنچه را در آن است باز می‌کنند.',
  signInHow: 'در همین مرورگر وارد میز نظارت شوید و سپس به اینجا بازگردید.',
  comeBack: 'وارد شده‌ام',
  on: 'دربارهٔ',
  answers: 'در پاسخ به',
  guest: 'مهمان',
  record: (published, refused) =>
    published + refused === 0
      ? 'هنوز دربارهٔ هیچ نوشتهٔ او تصمیمی گرفته نشده است.'
      : `پیش از این ${fa(published)} منتشر و ${fa(refused)} رد شده است.`,
  why: 'چرا اینجاست:',
  reports: n => `${fa(n)} خواننده آن را گزارش کرده است.`,
  appeal: 'نویسنده بازبینی خواسته است.',
  approve: 'انتشار',
  reject: 'رد کردن',
  spam: 'هرزنامه',
  later: 'برای بعد',
  becauseOf: 'دلیل، که نویسنده می‌خواند',
  did: {
    approve: 'منتشر شد.',
    reject: 'رد شد.',
    spam: 'هرزنامه شمرده شد.',
    restore: 'پس گرفته شد: دوباره در انتظار است.',
    confirm: 'ماند.',
  },
  takeBack: 'پس گرفتن',
  lost: 'تصمیمی گرفته نشد: در این میان کس دیگری آن را تغییر داده یا درباره‌اش تصمیم گرفته است. اکنون چنین است.',
  reasons: {
    off_topic: 'دور از موضوع',
    abuse: 'تاختن به اشخاص',
    hate: 'نفرت‌پراکنی',
    illegal: 'شاید خلاف قانون',
    spam: 'آگهی',
    propaganda: 'بخشی از یک کارزار',
    personal_data: 'اطلاعات خصوصی کسی',
    repeated: 'همین متن پیش‌تر نوشته شده است',
    too_many_links: 'پیوندها بیش از حد سایت',
    first_comment: 'نخستین دیدگاه نویسنده',
    premoderated: 'اینجا هر دیدگاهی در انتظار می‌ماند',
    banned: 'نویسنده محروم است',
    reported: 'خوانندگان گزارش کرده‌اند',
    unwanted_words: 'واژه‌هایی که در فهرست است',
    unwanted_link: 'پیوند به جایی که در فهرست است',
    new_link: 'پیوند به جایی که اینجا تازه است',
    typed_fast: 'تندتر از نوشتن آدمی',
    muted: 'نویسنده بی‌صدا شده است',
    often_refused: 'نوشته‌های نویسنده بارها رد شده است',
    language: 'زبانی که کسی اینجا نمی‌خواند',
    unproven: 'مرورگرش محاسبه را انجام نداده است',
    other: 'دلیلی دیگر',
  },
}

/** The words for who has chosen a language for the desk, or prefers one; English where it has none such. */
export const waitingWords = (chosen: string | null, accepted = ''): WaitingWords => {
  const asked = [chosen ?? '', ...(chosen === null ? accepted.split(',') : [])]
  const languages = asked.map(tag => tag.trim().split(/[-;]/)[0]!.toLowerCase())
  const known = languages.find(language => [ENGLISH, GERMAN, PERSIAN].some(({ lang }) => lang === language))
  return [GERMAN, PERSIAN].find(({ lang }) => lang === known) ?? ENGLISH
}

/** What a moderator chooses from when refusing; what says least comes first, as it is what an unread list gives. */
export const CHOICES = ['other', ...REJECT_REASONS.filter(reason => reason !== 'other')] as const
