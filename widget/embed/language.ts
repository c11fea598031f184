import type { Words } from '../shared/words.ts'
import { english } from './english.ts'

/** The language an element stands in, as far as the page tells. */
function langAround(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang
}

export const isPersian = (element: Element) => /^fa\b/i.test(langAround(element))

/** The words for an element's language. English is at hand; others are fetched, and English stands in if they fail. */
export async function wordsFor(element: Element): Promise<Words> {
  // The reader is better served in English than not at all.
  const other = isPersian(element) && (await import('../extras/locales/fa.ts').catch(() => null))
  return other ? other.words : english
}

/** The language for dates and digits: the page's own variant of the words' language, if it is one that exists. */
export function langFor(element: Element, words: Pick<Words, 'lang'>): string {
  const around = langAround(element)
  try {
    if (new Intl.Locale(around).language === words.lang) return around
  } catch {
    // The page names no language, or not as BCP 47 does.
  }
  return words.lang
}
