import { SERVER_PIECES } from '../../locales/locale.ts'
import { graphemes, LIMITS, type OwnPhrase, type OwnWords, type Phrase, type ThreadWords } from '../contract.ts'
import { localeFor, type Spoken } from '../locales.ts'
import type { SiteRow } from '../store/sites.ts'
import { siteSettings } from './settings.ts'

/** A phrase of a locale: a text, or its forms by number. */
type Tree = { [key: string]: OwnPhrase | Tree }

const FORMS = /^(zero|one|two|few|many|other)$/
const isForms = (value: object): value is Record<string, string> =>
  'other' in value && Object.keys(value).every(key => FORMS.test(key))

/** What is no words, or belongs to elements of which no site is known. */
const APART = ['about', 'lang', 'dir', 'numbers', 'refused']
const SERVER_ONLY: ReadonlySet<string> = new Set(SERVER_PIECES)
/** What comes to the widget whole, with the thread. */
const WHOLE = ['writing']

/** Calls `visit` for each phrase of some pieces; gives pieces with what it answers in their places. */
function mapped(words: Tree, visit: (way: string, phrase: OwnPhrase) => OwnPhrase, at = ''): Tree {
  const entries = Object.entries(words).flatMap(([key, value]): [string, OwnPhrase | Tree][] => {
    if (at === '' ? APART.includes(key) : key === 'lang' || key === 'dir') return []
    const way = at === '' ? key : `${at}.${key}`
    return typeof value === 'string' || isForms(value)
      ? [[key, visit(way, value as OwnPhrase)]]
      : [[key, mapped(value as Tree, visit, way)]]
  })
  return Object.fromEntries(entries)
}

const placesOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()

/** What is wrong with a phrase of an owner's in the place of another; null where nothing is. In words, for the owner. */
function faultOf(own: OwnPhrase, usual: OwnPhrase, language: string): string | null {
  if (typeof usual === 'string') {
    if (typeof own !== 'string') return 'This phrase has one text, without forms by number.'
    return faultOfText(own, usual, true)
  }
  if (typeof own === 'string') return 'This phrase goes by a number: give a text for each of its forms.'
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const missing = forms.filter(form => !Object.hasOwn(own, form))
  if (missing.length > 0) return `The number has more forms in this language; missing: ${missing.join(', ')}.`
  for (const form of Object.keys(own)) {
    if (!(forms as string[]).includes(form)) return `There is no form “${form}” of a number in this language.`
    // A single thing may be named without its number.
    const fault = faultOfText(own[form]!, usual['other']!, form === 'other')
    if (fault) return `${form}: ${fault}`
  }
  return null
}

function faultOfText(own: string, usual: string, isAll: boolean): string | null {
  if (own.trim() === '') return 'Nothing is written there. Leave the phrase out to have the usual one.'
  if (/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(own))
    return 'It has signs that cannot be seen, such as a line break.'
  if (graphemes(own) > LIMITS.ownPhrase) return `It is longer than ${LIMITS.ownPhrase} characters.`
  const [places, wanted] = [placesOf(own), placesOf(usual)]
  const missing = wanted.filter(place => !places.includes(place))
  if (isAll && missing.length > 0) return `${missing.join(', ')} must be in it: that is where something is filled in.`
  const strange = places.filter(place => !wanted.includes(place))
  if (strange.length > 0) return `Nothing is filled in for ${strange.join(', ')} here.`
  return null
}

/** What somebody reads in a language, by the way to each phrase: `writing.post`. */
function phrasesOf(spoken: Spoken): Map<string, OwnPhrase> {
  const phrases = new Map<string, OwnPhrase>()
  mapped(spoken as unknown as Tree, (way, phrase) => {
    phrases.set(way, phrase)
    return phrase
  })
  return phrases
}

/**
 * What of an owner's words does not fit: unknown languages and phrases, places that are missing or strange, forms by number.
 * @returns each with its way, such as `fa.writing.post`, and what is wrong, in words
 */
export async function faultsOfOwnWords(own: OwnWords): Promise<{ path: string; message: string }[]> {
  const faults: { path: string; message: string }[] = []
  for (const [language, phrases] of Object.entries(own)) {
    const spoken = await localeFor(language)
    if (spoken.about.lang !== language) {
      faults.push({ path: language, message: `Parley has no words in “${language}” that could be changed.` })
      continue
    }
    const known = phrasesOf(spoken)
    for (const [way, phrase] of Object.entries(phrases)) {
      const usual = known.get(way)
      const message = usual === undefined ? 'There is no such phrase.' : faultOf(phrase, usual, language)
      if (message) faults.push({ path: `${language}.${way}`, message })
    }
  }
  return faults
}

/** Words with those of an owner in their places. What does not fit any more, as after an upgrade, is as usual. */
function inOwnWords(spoken: Spoken, own: OwnWords): Spoken {
  const { lang } = spoken.about
  const phrases = own[lang]
  if (!phrases) return spoken
  const changed = mapped(spoken as unknown as Tree, (way, usual) => {
    const phrase = Object.hasOwn(phrases, way) ? phrases[way]! : usual
    return phrase !== usual && faultOf(phrase, usual, lang) === null ? phrase : usual
  })
  return { ...spoken, ...changed }
}

/** The words of a site for the first language of those wanted that there are words for, else for the site's own. */
export async function wordsOn(
  { settings }: Pick<SiteRow, 'settings'>,
  ...wanted: (string | undefined)[]
): Promise<Spoken> {
  const { language, words } = siteSettings(settings)
  return inOwnWords(await localeFor(...wanted, language), words)
}

/** All that can be said otherwise in a language, with what the site's owner says instead. */
export async function phrasesOn({ settings }: Pick<SiteRow, 'settings'>, language: string): Promise<Phrase[]> {
  const own = siteSettings(settings).words[language] ?? {}
  const said = await localeFor(language)
  // What every reader meets comes first.
  const { thread, writing, ...others } = said
  return [...phrasesOf({ thread, writing, ...others })].map(([key, usual]) => ({
    key,
    usual,
    own: Object.hasOwn(own, key) ? own[key]! : null,
  }))
}

/**
 * An owner's words as the widget takes them, by language: of a thread's own words those that are changed, of pieces their
 * changed parts, and whole what comes with a thread.
 */
export async function threadWords(own: OwnWords): Promise<ThreadWords> {
  const languages = Object.keys(own)
  const entries = await Promise.all(
    languages.map(async language => {
      const usual = (await localeFor(language)) as unknown as Record<string, Tree>
      const said = inOwnWords(usual as unknown as Spoken, own) as unknown as Record<string, Tree>
      const pieces = new Set(Object.keys(own[language]!).map(way => way.split('.')[0]!))
      const changed = [...pieces].flatMap((piece): [string, unknown][] => {
        const parts = Object.entries(said[piece] ?? {}).filter(
          ([part, value]) => JSON.stringify(value) !== JSON.stringify(usual[piece]?.[part]),
        )
        if (parts.length === 0 || SERVER_ONLY.has(piece)) return []
        if (piece === 'thread') return parts
        return [[piece, WHOLE.includes(piece) ? said[piece] : Object.fromEntries(parts)]]
      })
      return [language, Object.fromEntries(changed)] as const
    }),
  )
  return Object.fromEntries(entries.filter(([, changed]) => Object.keys(changed).length > 0))
}
