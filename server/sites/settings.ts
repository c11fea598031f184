import { readable } from '../comments/readable.ts'
import {
  ASKS_WORK,
  type AsksWork,
  graphemes,
  HOLDS,
  type Holds,
  INVITES,
  type Invites,
  LIMITS,
  type OwnPhrase,
  type OwnWords,
  type SettingKind,
} from '../contract.ts'
import { isLoopbackHost } from './origins.ts'

/** One thing a site's owner can change at run time. */
export interface SiteSetting<T> {
  kind: SettingKind
  default: T
  /** What a choice may be; of a number its bounds, of a text how many characters it may have. */
  values?: readonly string[]
  least?: number
  most?: number
  /** Whether a stored value fits. */
  reads(value: unknown): boolean
  /** The value that a typed text stands for; undefined when it stands for none. */
  parse(text: string): unknown
  /** A value that fits as it is stored, where that is not as it came. */
  tidy?(value: unknown): T
  words: string
}

const choice = <T extends string>(values: readonly T[], fallback: T, words: string): SiteSetting<T> => ({
  kind: 'choice',
  values,
  default: fallback,
  reads: value => (values as readonly unknown[]).includes(value),
  parse: text => text,
  words,
})

const number = (fallback: number, least: number, most: number, words: string): SiteSetting<number> => ({
  kind: 'number',
  least,
  most,
  default: fallback,
  reads: value => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  parse: text => (/^\d+$/.test(text) ? Number(text) : undefined),
  words: `${words} From ${least} to ${most}.`,
})

const flag = (fallback: boolean, words: string): SiteSetting<boolean> => ({
  kind: 'flag',
  default: fallback,
  reads: value => typeof value === 'boolean',
  parse: text => ({ yes: true, no: false })[text],
  words,
})

/** A moment in ms UTC, or none; typed as ISO 8601, or `-`. */
const moment = (words: string): SiteSetting<number | null> => ({
  kind: 'moment',
  default: null,
  reads: value => value === null || (Number.isInteger(value) && (value as number) > 0),
  parse: text => (text === '-' ? null : /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : undefined),
  words,
})

/** An address of a page, or none; typed as it is, or `-`. */
const page = (words: string): SiteSetting<string> => ({
  kind: 'page',
  default: '',
  reads: value =>
    value === '' ||
    (typeof value === 'string' &&
      value.length <= 2_000 &&
      /^https?:\/\/[^\s\p{C}<>"]+$/u.test(value) &&
      URL.canParse(value)),
  parse: text => (text === '-' ? '' : text),
  words,
})

/** An address that Parley itself asks, or none: https, or this machine, where it is tried out; typed as it is, or `-`. */
const service = (words: string): SiteSetting<string> => {
  const { reads, ...rest } = page(words)
  return {
    ...rest,
    reads: value => {
      if (value === '' || !reads(value)) return value === ''
      const { protocol, hostname, username, password } = new URL(String(value))
      return (protocol === 'https:' || isLoopbackHost(hostname)) && username === '' && password === ''
    },
  }
}

/** A line of text, or none; typed as it is, or `-`. */
const line = (most: number, words: string): SiteSetting<string> => ({
  kind: 'line',
  most,
  default: '',
  reads: value => typeof value === 'string' && value.length <= most && !/\p{Cc}/u.test(value),
  parse: text => (text === '-' ? '' : text.trim()),
  words,
})

/** A short text in Markdown, or none; typed as it is, or `-`. */
const words = (most: number, meaning: string): SiteSetting<string> => ({
  kind: 'words',
  most,
  default: '',
  reads: value => typeof value === 'string' && value.length <= 8 * most && graphemes(value) <= most,
  parse: text => (text === '-' ? '' : text),
  tidy: value => readable(String(value)),
  words: meaning,
})

/** The custom properties that a site's theme may set, without `--parley-`. */
const PROPERTIES = ['accent', 'text', 'background', 'line', 'font', 'radius', 'space', 'measure']

/** One value of a property: nothing that ends a declaration, and nothing that is fetched. */
const VALUE = /^(?!.*(?:url|src|image|image-set|expression)\s*\()[^;{}\\<>@!\p{C}]{1,200}$/iu

/** How the thread looks, as an address spells it: `accent=%23b00020&radius=0.5em`; typed as it is, or `-`. */
const look = (words: string): SiteSetting<string> => ({
  kind: 'theme',
  default: '',
  reads: value =>
    typeof value === 'string' &&
    value.length <= 2_000 &&
    [...new URLSearchParams(value)].every(([name, set]) => PROPERTIES.includes(name) && VALUE.test(set)),
  parse: text => (text === '-' ? '' : text),
  tidy: value => new URLSearchParams(String(value)).toString(),
  words,
})

/** A language's tag, as an owner writes it; none where it is empty. */
const language = (words: string): SiteSetting<string> => ({
  kind: 'line',
  most: 35,
  default: '',
  reads: value => typeof value === 'string' && value.length <= 35 && /^([a-z]{2,3}(-[a-z0-9]{2,8})*)?$/i.test(value),
  parse: text => (text === '-' ? '' : text.trim()),
  words,
})

const isPhrase = (value: unknown): value is OwnPhrase =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && Object.values(value).every(form => typeof form === 'string'))

/** Phrases that an owner says in other words; whether a language has such phrases, and their places, is looked at elsewhere. */
const phrases = (words: string): SiteSetting<OwnWords> => ({
  kind: 'phrases',
  default: {},
  reads(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const languages = Object.entries(value)
    const all = languages.flatMap(([, said]) => Object.entries((said as object | null) ?? { '': 0 }))
    return (
      all.length <= LIMITS.ownPhrases &&
      JSON.stringify(value).length <= LIMITS.ownWords &&
      languages.every(([tag]) => /^[a-z]{2,3}$/.test(tag)) &&
      all.every(([way, phrase]) => /^[a-z]\w*(\.[a-z]\w*)+$/i.test(way) && isPhrase(phrase))
    )
  },
  parse(text) {
    if (text === '-') return {}
    try {
      return JSON.parse(text)
    } catch {
      return undefined
    }
  },
  // A language without a phrase of its own is none.
  tidy: value =>
    Object.fromEntries(Object.entries(value as OwnWords).filter(([, said]) => Object.keys(said).length > 0)),
  words,
})

const LONGEST_LIST = 100

const list = (entry: RegExp, words: string): SiteSetting<readonly string[]> => ({
  kind: 'list',
  default: [],
  reads: value =>
    Array.isArray(value) &&
    value.length <= LONGEST_LIST &&
    value.every(each => typeof each === 'string' && entry.test(each)),
  parse: text => [
    ...new Set(
      text
        .split(',')
        .map(each => each.trim())
        .filter(Boolean),
    ),
  ],
  words,
})

/** What a site's owner can change at run time. One row a setting: its default, what it may be, and what it means. */
export const SITE_SETTINGS = {
  holds: choice<Holds>(
    HOLDS,
    'first',
    'Which guests’ comments wait for a moderator: `none`, each author’s `first`, or `all`.',
  ),
  firstComments: number(
    1,
    1,
    100,
    'With `holds=first`: how many comments of a guest must have been published before the others no longer wait.',
  ),
  heldSections: list(
    /^\/[^\s,]{0,300}$/,
    'Paths under which all guests’ comments wait, with commas between: `/politics,/live`.',
  ),
  heldFrom: moment('From when on all guests’ comments wait, such as `2026-11-03T20:00Z`; `-` for no such time.'),
  heldUntil: moment('Until when all guests’ comments wait; `-` for no such time.'),
  languages: list(
    /^[a-z]{2,3}$/,
    'Languages that somebody at the desk reads, with commas between: `en,fa`. Comments in others wait; while none is named, all are fine.',
  ),
  linksAllowed: number(2, 0, 1_000, 'How many links a comment may carry before it waits.'),
  reportsToHold: number(
    3,
    0,
    1_000,
    'How many readers’ open reports take a published comment back until a moderator has looked: a number, or 0 for never.',
  ),
  tellsByMail: flag(
    true,
    'Whether readers may be told by mail of answers and of what they follow, where the installation sends mail: `yes` or `no`.',
  ),
  tellMinutes: number(
    60,
    10,
    10_080,
    'How many minutes pass at the least from one such mail to the next to the same reader.',
  ),
  rulesPage: page(
    'The address of the page with the site’s own rules, shown to authors whose comments were refused; `-` for none.',
  ),
  holdsNewDomains: flag(
    false,
    'Whether a comment waits that links to a domain which no published comment has had: `yes` or `no`.',
  ),
  invites: choice<Invites>(
    INVITES,
    'hold',
    'What is done with links that invite into chats and channels elsewhere, such as `t.me/…`: `allow`, `hold` or `refuse`.',
  ),
  repeatsAllowed: number(
    3,
    0,
    10,
    'How many comments of others may say the same, word for word, before the next one waits; 0 for any number.',
  ),
  watchesTyping: flag(true, 'Whether a comment waits that was typed faster than hands can: `yes` or `no`.'),
  asksWork: choice<AsksWork>(
    ASKS_WORK,
    'pressure',
    'When a guest’s comment waits for which the browser has solved no proof of work: `never`, under `pressure` (while much more is posted than is usual), or `always`.',
  ),
  refusedShare: number(
    50,
    0,
    100,
    'Percent of an author’s last 20 decided comments that moderators refused, from which on the next ones wait; 0 for never.',
  ),
  closesAfterDays: number(0, 0, 10_000, 'How many days after its first comment a thread closes; 0 for never.'),
  depth: number(
    3,
    1,
    LIMITS.depth,
    'How many levels deep replies are indented, 1 to 8; deeper ones stand beside each other, each naming whom it answers.',
  ),
  guidelines: words(
    LIMITS.guidelines,
    'What you ask of those who write, shown above the box once somebody begins: at most 1,000 characters, with the marks that comments may have; `-` for nothing.',
  ),
  editMinutes: number(
    15,
    0,
    LIMITS.editMinutes,
    'For how many minutes authors may change a comment that is public; 0 for never. One that waits may be changed while it waits.',
  ),
  showsEditions: flag(false, 'Whether readers may see what an edited comment said before: `yes` or `no`.'),
  downVotes: flag(false, 'Whether readers can also vote against a comment: `yes` or `no`.'),
  aliases: list(
    /^[a-z0-9.-]{1,253}$/,
    'Hosts that are another name of the site’s first one, with commas between: `m.example.org,amp.example.org`. Their pages share threads with it; each needs its `--origin`, too.',
  ),
  parameters: list(
    /^[^&=#\s]{1,100}$/,
    'Query parameters that tell pages apart, with commas between: `id,page`. While none is named, all count but those that only track readers; `-` says that none counts.',
  ),
  hashRoutes: flag(false, 'Whether `#/…` and `#!/…` name pages of their own: `yes` or `no`.'),
  indexFiles: list(/^[^/?#\s]{1,100}$/, 'File names that mean their folder, with commas between: `index.html`.'),
  followsCanonical: flag(
    true,
    'Whether a page’s canonical link says which article it is: `yes`, or `no` where the theme gives every page the same one.',
  ),
  signIn: list(
    /^(-|[a-z][a-z0-9-]{0,30})$/,
    'Ways in which readers can prove who they are, with commas between: `email,github,google` and the names of `PARLEY_OPENID`. While none is named, all that the installation has are offered; `-` says that none is.',
  ),
  badges: list(
    /^[^,:]{1,100}:(staff|author|verified)$/,
    'What groups of the site’s own login mean here: `editors:staff,writers:author`. Where a group means `author`, only its members can be the author of an article.',
  ),
  loginKeys: page(
    'The address of the public keys (JWKS) with which the site’s own login signs, where it does not sign with a key of `site key`; `-` for none.',
  ),
  loginIssuer: line(300, 'What `iss` must be in a token of the site’s own login; `-` where it does not matter.'),
  theme: look(
    'How the thread looks where a page does not say so itself: `accent`, `text`, `background`, `line`, `font`, `radius`, `space`, `measure`, as the desk’s “Site” spells them: `accent=%23b00020&radius=0.5em`; `-` for nothing.',
  ),
  language: language(
    'The language of pages without JavaScript, of mails and feeds where neither the page nor the reader names one: a tag such as `fa`; `-` for English. The widget takes its language from the page.',
  ),
  words: phrases(
    'Phrases that readers get in your own words, up to 300 and 32,000 characters for all languages together, as JSON: `{"en":{"writing.post":"Send"}}`; `-` for none. The desk’s “Words” lists all phrases, and `parley site words ID --lang en` prints them.',
  ),
  keepsRefusedDays: number(
    30,
    30,
    3_650,
    'For how many days the text of a comment is kept that its author deleted, or that was refused: 30 at least, for so long it can be taken back. Then text, name and evidence go; an open appeal and a legal hold keep them.',
  ),
  keepsEvidenceDays: number(
    365,
    30,
    3_650,
    'For how many days after a decision is kept what it stood on: what the rules found, reports, appeals, moderators’ notes and words, earlier texts. Not less than `keepsRefusedDays`.',
  ),
  translate: service(
    'The address of a service that translates comments, asked as LibreTranslate is: `https://translate.example.org/translate`. Comments in other languages then have “Translate”, and their texts go there when somebody presses it; `-` for none.',
  ),
  views: flag(true, 'Whether views are counted and shown where a page has `<parley-views>`: `yes` or `no`.'),
} as const

type SettingName = keyof typeof SITE_SETTINGS
export type SiteSettings = { [Name in SettingName]: (typeof SITE_SETTINGS)[Name]['default'] }

/** What was made of settings as they are stored: a post, and each one that is refused in a flood, asks several times. */
const FILLED = new WeakMap<object, SiteSettings>()

/** The stored settings with every default filled in; a stored value that no longer fits falls back to its default. */
export function siteSettings(stored: Partial<Record<SettingName, unknown>>): SiteSettings {
  const known = FILLED.get(stored)
  if (known) return known
  const entries = Object.entries(SITE_SETTINGS).map(([name, { default: fallback, reads }]) => {
    const value = stored[name as SettingName]
    return [name, reads(value) ? value : fallback]
  })
  const filled = Object.freeze(Object.fromEntries(entries)) as unknown as SiteSettings
  FILLED.set(stored, filled)
  return filled
}

/** What of settings, each of which fits, does not fit together: the setting to be changed, and why. */
export function contradictions({
  keepsRefusedDays,
  keepsEvidenceDays,
}: SiteSettings): { name: SettingName; words: string }[] {
  if (keepsEvidenceDays >= keepsRefusedDays) return []
  return [
    {
      name: 'keepsEvidenceDays',
      words: `What a refusal stood on would go after ${keepsEvidenceDays} days, and the refused text after ${keepsRefusedDays}: in between nobody could tell why it was refused, or answer an appeal. Let keepsEvidenceDays be ${keepsRefusedDays} at least, or keepsRefusedDays ${keepsEvidenceDays} at most.`,
    },
  ]
}

/** Values that fit, by the names of their settings, as they are stored. */
export function tidied(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(settings).map(([name, value]) => {
    const setting: SiteSetting<unknown> = SITE_SETTINGS[name as SettingName]
    return [name, setting.tidy ? setting.tidy(value) : value]
  })
  return Object.fromEntries(entries)
}

/** A value as it is typed: a list with commas, a flag as `yes` or `no`. */
export function spellSetting(value: SiteSettings[SettingName]): string {
  if (value === null) return '-'
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.keys(value).length > 0 ? JSON.stringify(value) : ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
