/** The words of a digest, for who moderates: in the languages that the desk has. */
export interface DigestWords {
  lang: string
  dir: 'ltr' | 'rtl'
  /** How many wait on a site; more than 100 are not counted. */
  subject(n: number, site: string): string
  /** The same, and since when the first of them does. */
  what(n: number, site: string, since: string): string
  decide: string
  desk: string
  /** That a mail opens nothing. */
  keyless: string
  quiet: string
}

const number = (lang: string) => {
  const format = new Intl.NumberFormat(lang)
  return (n: number) => format.format(n)
}
const [en, de, fa] = [number('en'), number('de'), number('fa')]

const ENGLISH: DigestWords = {
  lang: 'en',
  dir: 'ltr',
  subject: (n, site) => `${waitingIn.en(n)} waiting on ${site}`,
  what: (n, site, since) => `${waitingIn.en(n)} waiting on ${site}, ${n === 1 ? 'since' : 'the first since'} ${since}.`,
  decide: 'Decide one after the other, on a telephone as well',
  desk: 'Open the desk',
  keyless: 'Both ask whether you are signed in: who has this mail can do nothing with it.',
  quiet:
    'There is no further mail until what waits now has been decided, and at most one an hour. To get none at all, open Notifications at the desk.',
}

const GERMAN: DigestWords = {
  lang: 'de',
  dir: 'ltr',
  subject: (n, site) => `${waitingIn.de(n)} auf ${site}`,
  what: (n, site, since) => `${waitingIn.de(n)} auf ${site}, ${n === 1 ? 'seit' : 'der erste seit'} ${since}.`,
  decide: 'Einen nach dem anderen entscheiden, auch am Telefon',
  desk: 'Zur Moderation',
  keyless: 'Beides fragt, ob Sie angemeldet sind: Wer diese Mail hat, kann mit ihr nichts tun.',
  quiet:
    'Es kommt keine weitere Mail, bis über das entschieden ist, was jetzt wartet, und höchstens eine in der Stunde. Wer gar keine möchte, öffnet in der Moderation die Benachrichtigungen.',
}

const PERSIAN: DigestWords = {
  lang: 'fa',
  dir: 'rtl',
  subject: (n, site) => `${waitingIn.fa(n)} در ${site}`,
  what: (n, site, since) => `${waitingIn.fa(n)} در ${site}؛ ${n === 1 ? 'از' : 'نخستین آن‌ها از'} ${since}.`,
  decide: 'یکی پس از دیگری تصمیم بگیرید، با تلفن همراه هم',
  desk: 'باز کردن میز نظارت',
  keyless: 'هر دو می‌پرسند که وارد شده‌اید یا نه: کسی که این نامه را داشته باشد با آن کاری نمی‌تواند بکند.',
  quiet:
    'تا وقتی دربارهٔ آنچه اکنون در انتظار است تصمیم گرفته نشود نامهٔ دیگری نمی‌آید، و هر ساعت بیش از یکی نمی‌آید. برای اینکه هیچ نامه‌ای نیاید، در میز نظارت «اعلان‌ها» را باز کنید.',
}

/** How many wait, to stand before the name of a site. */
const waitingIn = {
  en: (n: number) => (n > 100 ? 'More than 100 comments are' : n === 1 ? 'One comment is' : `${en(n)} comments are`),
  de: (n: number) =>
    n > 100 ? 'Mehr als 100 Kommentare warten' : n === 1 ? 'Ein Kommentar wartet' : `${de(n)} Kommentare warten`,
  fa: (n: number) => (n > 100 ? `بیش از ${fa(100)} دیدگاه در انتظار است` : `${fa(n)} دیدگاه در انتظار است`),
}

/** The words for who has chosen a language for the desk; English where it has none such. */
export const digestWords = (language: string | null): DigestWords =>
  [GERMAN, PERSIAN].find(({ lang }) => language?.split('-')[0]?.toLowerCase() === lang) ?? ENGLISH
