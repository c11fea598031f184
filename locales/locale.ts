import type * as desk from '../widget/desk/locales/en.ts'
import type { Like } from '../widget/desk/phrases.ts'
import type * as en from './en.ts'

/** What is to be known of a locale. */
export interface About {
  /** The language of its words, as BCP 47 begins a tag with it: the file serves all tags that begin so. */
  lang: string
  /** As its speakers call it, with the region whose usage the words follow where that matters. */
  name: string
  dir: 'ltr' | 'rtl'
  /** What follows the language in tags of those who read another script of it: scripts and regions, in small letters. */
  notFor?: readonly string[]
  /** Who speaks it and has read all of its words in their places; null while nobody has. */
  reviewer: string | null
}

/** The words of one piece in another language: its `lang` and `dir` are told once, in `about`. */
type Words<Piece> = Omit<Piece, 'lang'>

/** A file of this folder: for each piece of Parley what it says. */
export type Locale = { [Piece in Exclude<keyof typeof en, 'about' | 'thread'>]: Words<(typeof en)[Piece]> } & {
  thread: Omit<typeof en.thread, 'lang' | 'dir' | 'writing' | 'numbers' | 'refused'>
}

/** What comes with a thread. All else comes once the thread stands, and what numbers say comes without one. */
type First = 'thread' | 'writing' | 'numbers' | 'refused'

/** What only the server says: on its pages, and in mails. The widget does not download it. */
export const SERVER_PIECES = [
  'plain',
  'refusals',
  'codeMail',
  'handOver',
  'privacy',
  'followMail',
  'digestMail',
  'waiting',
] as const

/** The words of the pieces that come later, as the widget holds them. */
export type Pieces = {
  [Piece in Exclude<keyof Locale, First | (typeof SERVER_PIECES)[number]>]: (typeof en)[Piece]
}

/** A file of `widget/desk/locales/`: for each piece of the moderators' desk what it says. */
export type DeskLocale = { readonly [Piece in keyof typeof desk]: Like<(typeof desk)[Piece]> }
