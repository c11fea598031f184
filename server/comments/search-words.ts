import { fold } from './fold.ts'

/** Words of a search that count; who types more has said enough to be found by these. */
const WORDS_SOUGHT = 16

/** Scripts that put no spaces between words: there, each letter is a word, and a word is letters in a row. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu

/** A text as the search index holds it: folded, with a space around each letter of the scripts that put none. */
export function searchWords(text: string): string {
  return fold(text).text.replace(UNSPACED, ' $& ')
}

/**
 * The phrases that a comment must have, all of them, to be found by what somebody typed: each is one typed word, folded as
 * the comments are. What holds no letter and no digit is not looked for.
 */
export function soughtPhrases(typed: string): string[] {
  const words = fold(typed)
    .text.split(/[^\p{L}\p{M}\p{N}\p{Co}]+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
  return [...new Set(words)].slice(0, WORDS_SOUGHT).map(word => word.replace(UNSPACED, ' $& ').trim())
}
