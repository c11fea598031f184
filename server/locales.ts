import type { About, Locale } from '../locales/locale.ts'

/** The words of a language, as a page or a mail of the server uses them. */
export interface Spoken extends Omit<Locale, 'about'> {
  about: About
  /** The language as exactly as it was asked for: for digits, dates and lists. */
  lang: string
  dir: About['dir']
}

/** A language, perhaps a script, perhaps a region: as far as `Intl` is sure to understand a tag. */
const TAG = /^([a-z]{2,3})(-[a-z]{4})?(-[a-z]{2})?(?![a-z0-9])/i

type File = Omit<Locale, 'about'> & { about: About }

/** The files that were asked for, by language; null where there is none. */
const files = new Map<string, File | null>()

/** The file of a language; adding one to `locales/` is all it takes. */
async function fileOf(language: string): Promise<File | null> {
  const known = files.get(language)
  if (known !== undefined) return known
  const file = await import(`../locales/${language}.ts`).then(
    module => (module.about ? module : null),
    () => null,
  )
  files.set(language, file)
  return file
}

/** The languages of an `Accept-Language` header (RFC 9110), best first; a single tag is such a header, too. */
export function languagesOf(header: string | undefined): string[] {
  const ranges = (header ?? '').slice(0, 1_000).split(',').slice(0, 20)
  return ranges
    .map((range, index) => {
      const [tag = '', ...parameters] = range.split(';').map(part => part.trim())
      const quality = parameters.find(each => each.startsWith('q='))
      return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0, index }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map(({ tag }) => tag)
}

/**
 * The words for the first language of those wanted that there are words for; English where there are none. Who reads another
 * script than a language's words are in, as who asks for `zh-Hant`, gets them where nothing else that is wanted fits.
 * @param wanted tags (BCP 47) or `Accept-Language` headers, the more wanted first; whatever is no tag is passed over
 */
export async function localeFor(...wanted: (string | undefined)[]): Promise<Spoken> {
  let inOtherScript: Spoken | undefined
  for (const tag of wanted.flatMap(languagesOf)) {
    const [, language = '', script = '', region = ''] = TAG.exec(tag.replaceAll('_', '-').toLowerCase()) ?? []
    const file = language && (await fileOf(language))
    if (!file) continue
    const { dir, notFor } = file.about
    if (!notFor?.includes((script || region).slice(1))) return { ...file, lang: language + region.toUpperCase(), dir }
    inOtherScript ??= { ...file, lang: language, dir }
  }
  return inOtherScript ?? { ...(await fileOf('en'))!, lang: 'en', dir: 'ltr' }
}

/** Fills the places of a phrase, `{name}`. What fills them is not looked at again. */
export const filled = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)

/** Fills the places of a phrase with pieces of a page. */
export const filledWith = <T>(phrase: string, values: Readonly<Record<string, T>>): (string | T)[] =>
  phrase.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? values[piece]! : piece))

/** The form of a phrase that fits the number, with the number in the language's digits. */
export function counted(
  forms: { other: string } & { [form in Intl.LDMLPluralRule]?: string },
  n: number,
  lang: string,
) {
  const form = forms[new Intl.PluralRules(lang).select(n)] ?? forms.other
  return filled(form, { n: new Intl.NumberFormat(lang).format(n) })
}

/** The same of what is counted only up to a limit: beyond it, `more` says that there are more than so many. */
export const countedTo = (
  limit: number,
  forms: Parameters<typeof counted>[0],
  more: string,
  n: number,
  lang: string,
) => (n > limit ? counted({ other: more }, limit, lang) : counted(forms, n, lang))

/** A number of days, hours or minutes in words. */
export const lasting = (n: number, unit: 'day' | 'hour' | 'minute', lang: string): string =>
  new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(n)

/** How long it is until then, such as “in 5 minutes”. */
export function inSeconds(seconds: number, lang: string): string {
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'always' })
  return seconds < 60 ? format.format(Math.ceil(seconds), 'second') : format.format(Math.ceil(seconds / 60), 'minute')
}

/** A name as it may stand in plain text: where it runs the other way, what is around it stays in its place. */
export function island(name: string, dir: About['dir']): string {
  const foreign =
    dir === 'ltr' ? /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u : /\p{Script=Latin}/u
  return foreign.test(name) ? `\u2068${name}\u2069` : name
}
