import type { ComponentChildren } from 'preact'
import type { Badge } from '../../server/contract.ts'

/** Forms of a phrase by number, named as `Intl.PluralRules` names them; `{n}` stands for the number. */
export type Plural = { other: string } & { [form in Intl.LDMLPluralRule]?: string }

/** What the widget says to those who read. `{…}` are places to fill. */
export interface Words {
  /** The language these words are in. */
  lang: string
  dir: 'ltr' | 'rtl'
  comments: string
  count: Plural
  empty: string
  closed: string
  guest: string
  badges: Record<Badge, string>
  inReplyTo: string
  deletedByAuthor: string
  removedByModerator: string
  reply: string
  replyTo: string
  more: string
  moreReplies: Plural
  loading: string
  retry: string
  loadFailed: string
  write: string
  writeReply: string
  /** English ones come with the code that needs them. */
  writing?: WritingWords
  numbers?: NumberWords
  refused?: RefusedWords
}

/** What the numbers of an article say. */
export interface NumberWords {
  comments: Plural
  noComments: string
  views: Plural
}

/** What is said in the place of a thread that its site's owner has yet to set up. */
export interface RefusedWords {
  refused: string
  command: string
}

/** What it says to those who write. */
export interface WritingWords {
  name: string
  post: string
  posting: string
  cancel: string
  guidelines: string
  holds: { first: string; all: string }
  left: Plural
  over: Plural
  posted: string
  postedWaiting: string
  postedRefused: string
  faults: {
    text_empty: string
    text_too_long: string
    name_too_long: string
    name_imitates: string
    slow_mode: string
    overloaded: string
    thread_closed: string
    parent_gone: string
    branch_locked: string
    warning_unread: string
    too_many_requests: string
    wait: string
    unknown_comment: string
    offline: string
    queued: string
    too_many_mentions: string
    edit_over: string
    stale_version: string
    banned: string
    silent: string
    broken: string
  }
}

/** Fills a name into a phrase, as a bidi island; use it where only a string will do (labels, titles). */
export function format(template: string, name: string): string {
  return template.replace('{name}', () => `\u2068${name}\u2069`)
}

/** Fills the places of a phrase with elements. */
export function pieces(template: string, values: Record<string, ComponentChildren>): ComponentChildren[] {
  return template.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? values[piece] : piece))
}

/** A number in the language's digits. */
export function digits(n: number, lang: string): string {
  return new Intl.NumberFormat(lang).format(n)
}

/** The form that fits the number, with the number in the language's digits. */
export function plural(forms: Plural, n: number, lang: string): string {
  const form = forms[new Intl.PluralRules(lang).select(n)] ?? forms.other
  return form.replace('{n}', digits(n, lang))
}
