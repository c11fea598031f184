import { fold } from '../../comments/fold.ts'
import { asLatin } from '../../comments/look-alikes.ts'

/** What is looked through: the words of a text, folded, each with its place in the original. */
export interface Folded {
  /** The same text read in several ways; each way has the same words at the same places. */
  readings: readonly (readonly string[])[]
  /** Where in the folded text each word begins. */
  places: readonly number[]
  /** For each unit of the folded text, and its end, the offset in the original. */
  at: Uint32Array
}

/** The words of a folded text. */
export const WORDS = /[\p{L}\p{M}\p{N}]+(?:[@$!][\p{L}\p{M}\p{N}]+)*/gu

/** What digits and signs stand for in a word that is otherwise letters. `1` may be an i or an l. */
const STANDS_FOR: Record<string, string> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }

/**
 * A text as lists look through it: its words, folded, and where they hide something in signs (`v1agra`, `p@ss`) or in
 * letters of another script, read as what they look like, too.
 */
export function foldedWords(text: string): Folded {
  const { text: folded, at } = fold(text, 'latin')
  const words: string[] = []
  const places: number[] = []
  for (const { 0: word, index } of folded.matchAll(WORDS)) {
    words.push(word)
    places.push(index)
  }
  const latin = folded.match(/[a-z]/g)?.length ?? 0
  // Signs stand for letters in Latin words only.
  const ones = latin === 0 ? [] : ['i', 'l']
  const isLatin = latin > 0 && latin * 2 > (folded.match(/\p{L}/gu)?.length ?? 0)
  const readings = [words]
  // A word such as `cука` is Latin by its letters or Cyrillic; each is as long as the other.
  const cyrillic = /\p{sc=Cyrillic}/u.test(text) ? fold(text, 'cyrillic').text : folded
  if (cyrillic !== folded && cyrillic.length === folded.length)
    readings.push(words.map((word, place) => cyrillic.slice(places[place]!, places[place]! + word.length)))
  for (const one of ones) {
    const reading = words.map(word => plainly(word, one, isLatin))
    if (reading.some((word, at) => word !== words[at])) readings.push(reading)
  }
  return { readings, places, at }
}

/** A word with its signs as the letters that they stand for, if it has letters besides. */
function plainly(word: string, one: string, isLatin: boolean): string {
  const bare = isLatin && /^\P{sc=Latin}+$/u.test(word) ? Array.from(word, asLatin).join('') : word
  const plain = /[^\u0000-\u007f]/.test(bare) ? word : bare
  if (!/[a-z]/.test(plain) || !/[0134571@$!]/.test(plain)) return plain
  return plain.replace(/[0-9@$!]/g, sign => (sign === '1' ? one : (STANDS_FOR[sign] ?? sign)))
}
