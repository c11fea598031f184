import { fold } from '../../comments/fold.ts'
import type { LineFault } from '../../contract.ts'
import { WORDS } from './folded-words.ts'

/** What an entry may be. */
export const ENTRY = {
  /** UTF-16 units of a line. */
  length: 100,
  words: 10,
  /** Letters that an entry with a `*` must have besides. */
  leastBesideStar: 3,
} as const

/** One word of an entry: exact, with any beginning or any end, or any word at all. */
export interface WordPattern {
  letters: string
  isOpenBefore: boolean
  isOpenAfter: boolean
}

export interface Pattern {
  entry: string
  words: WordPattern[]
}

/** Scripts that put no spaces between words: there, an entry may stand anywhere. */
export const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Reads one entry of a list, or says why it is none. */
export function readEntry(entry: string): Pattern | LineFault {
  if (entry.length > ENTRY.length) return 'too_long'
  const words: WordPattern[] = []
  for (const typed of entry.split(/\s+/)) {
    const isOpenBefore = typed.startsWith('*')
    const isOpenAfter = typed.endsWith('*')
    const bare = typed.replace(/^\*+|\*+$/g, '')
    if (bare.includes('*')) return 'star_inside'
    if (bare === '') {
      words.push({ letters: '', isOpenBefore: true, isOpenAfter: true })
      continue
    }
    const inner = fold(bare).text.match(WORDS) ?? []
    if (inner.length === 0) return 'no_letters'
    inner.forEach((letters, place) => {
      const isUnspaced = UNSPACED.test(letters)
      words.push({
        letters,
        isOpenBefore: (isOpenBefore && place === 0) || isUnspaced,
        isOpenAfter: (isOpenAfter && place === inner.length - 1) || isUnspaced,
      })
    })
  }
  while (words[0]?.letters === '') words.shift()
  while (words.at(-1)?.letters === '') words.pop()
  if (words.length > ENTRY.words) return 'too_many_words'
  const letters = words.reduce((sum, word) => sum + word.letters.length, 0)
  if (letters === 0) return 'no_letters'
  const isStarred = entry.includes('*')
  const isBare = isStarred && !words.some(word => UNSPACED.test(word.letters))
  if (isBare && letters < ENTRY.leastBesideStar) return 'too_short'
  return { entry, words }
}
