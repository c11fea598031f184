import { isPersian, langFor } from '../../embed/language.ts'
import type { Plural } from '../../shared/words.ts'

interface NumberWords {
  lang: string
  comments: Plural
  noComments: string
  views: Plural
}

const ENGLISH: NumberWords = {
  lang: 'en',
  comments: { one: '{n} comment', other: '{n} comments' },
  noComments: 'No comments yet',
  views: { one: '{n} view', other: '{n} views' },
}

const PERSIAN: NumberWords = {
  lang: 'fa',
  comments: { other: '{n} دیدگاه' },
  noComments: 'هنوز دیدگاهی نیست',
  views: { other: '{n} بازدید' },
}

/** The words in the language that an element stands in, and that language as the page spells it. */
export function wordsFor(element: Element): NumberWords {
  const words = isPersian(element) ? PERSIAN : ENGLISH
  return { ...words, lang: langFor(element, words) }
}
