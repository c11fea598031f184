import type { Words } from '../shared/words.ts'
import { english } from './english.ts'

/**
 * A tag whose language there are words for, as far as `Intl` is sure to understand it: language and region.
 * `__LANGUAGES__` are the files of `locales/`, each with what must not follow it: who reads `zh-Hant` does not read `zh`.
 */
const TAG = new RegExp(`,((${__LANGUAGES__})(-[a-z]{2})?)(?![a-z])`)

/**
 * The language an element stands in: its own, the page's, or the reader's, whichever is the first that there are words for.
 * Where none is, words in another script of one of them are better than none.
 * @returns after the match, the tag and the locale, which is the language that the tag begins with
 */
export function tagOf(element: Element): string[] {
  const own = element.closest<HTMLElement>('[lang]')?.lang
  const wanted = ['', own, document.documentElement.lang, navigator.languages].join().toLowerCase()
  return TAG.exec(`${wanted}${wanted.replace(/-\w+/g, '')},en`)!
}

/** Words of a locale as the build has put them beside the script. */
export const fetchWords = <T>(locale: string, part: 'thread' | 'pieces'): Promise<T> =>
  import(/* @vite-ignore */ `./assets/${locale}-${part}-${__LOCALES__}.js`).then(module => module.default)

/**
 * The words for an element's language, and in `lang` the page's own variant of it, for dates and digits. English is at hand;
 * others are fetched, and English stands in if they fail.
 */
export async function wordsFor(element: Element): Promise<Words> {
  const [, lang, locale] = tagOf(element)
  // The reader is better served in English than not at all.
  const words = locale === 'en' ? english : await fetchWords<Words>(locale!, 'thread').catch(() => null)
  // While they came, the page may have changed its mind.
  if (tagOf(element)[1] !== lang) return wordsFor(element)
  return words ? { ...words, lang: lang! } : english
}
