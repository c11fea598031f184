import { wordsFor } from '../../embed/language.ts'
import type { NumberWords } from '../../shared/words.ts'

export const numbers: NumberWords = {
  comments: { one: '{n} comment', other: '{n} comments' },
  noComments: 'No comments yet',
  views: { one: '{n} view', other: '{n} views' },
}

/** The words in the language that an element stands in, and that language as the page spells it. */
export async function numberWords(element: Element): Promise<NumberWords & { lang: string }> {
  const { lang, numbers: words = numbers } = await wordsFor(element)
  return { ...words, lang }
}
