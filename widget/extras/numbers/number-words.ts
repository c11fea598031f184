import { wordsFor } from '../../embed/language.ts'
import type { NumberWords } from '../../shared/words.ts'
import { numbers } from './words.ts'

/** The words in the language that an element stands in, and that language as the page spells it. */
export async function numberWords(element: Element): Promise<NumberWords & { lang: string }> {
  const { lang, numbers: words = numbers } = await wordsFor(element)
  return { ...words, lang }
}
