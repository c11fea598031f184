/**
 * A reader's token as words that can be read out and typed: 16 proquints (D. S. Wilkerson, arXiv:0901.4016), 16 bits each,
 * and a 17th that is their CRC-16.
 */

const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aiou'
const WORDS = 17

/** 16 bits as a word of consonants and vowels in turn. */
function spell(bits: number): string {
  const consonant = (shift: number) => CONSONANTS[(bits >> shift) & 15]!
  const vowel = (shift: number) => VOWELS[(bits >> shift) & 3]!
  return consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0)
}

/** The 16 bits of a word; null where it is none. */
function read(word: string): number | null {
  if (word.length !== 5) return null
  const at = [...word].map((letter, n) => (n % 2 ? VOWELS : CONSONANTS).indexOf(letter))
  if (at.includes(-1)) return null
  const [a, b, c, d, e] = at as [number, number, number, number, number]
  return (a << 12) | (b << 10) | (c << 6) | (d << 4) | e
}

/** CRC-16 of 16-bit numbers, the higher byte first (polynomial 0x1021, from 0xffff). */
function checksum(numbers: readonly number[]): number {
  let crc = 0xffff
  for (const number of numbers) {
    for (const byte of [number >> 8, number & 255]) {
      crc ^= byte << 8
      for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
    }
  }
  return crc
}

const PREFIX = 'prl_'

/** The words that stand for a token; null for one that this browser could not have made. */
export function phraseOf(token: string): string[] | null {
  try {
    const text = atob(token.slice(PREFIX.length).replace(/-/g, '+').replace(/_/g, '/'))
    const numbers = Array.from({ length: 16 }, (_, n) => (text.charCodeAt(2 * n) << 8) | text.charCodeAt(2 * n + 1))
    const isWhole = text.length === 32 && tokenOf(numbers) === token
    return isWhole ? [...numbers, checksum(numbers)].map(spell) : null
  } catch {
    return null
  }
}

function tokenOf(numbers: readonly number[]): string {
  const text = numbers.map(number => String.fromCharCode(number >> 8, number & 255)).join('')
  return PREFIX + btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}

/** What is wrong with a typed phrase: how many words it has, or which word (from 1; null where it cannot be told). */
export type PhraseFault = { count: number } | { word: number | null }

/**
 * The token that a typed phrase stands for, in any case, with whatever stands between the words; words may also run
 * together. Where the words do not fit each other it says which one, if a single wrong letter explains it.
 */
export function readPhrase(typed: string): { token: string } | PhraseFault {
  const letters = typed.normalize('NFKC').toLowerCase()
  const apart = letters.split(/[^a-z]+/).filter(Boolean)
  const joined = apart.join('')
  const isWhole = apart.every(word => word.length === 5)
  const words = !isWhole && joined.length === 5 * WORDS ? joined.match(/.{5}/g)! : apart
  if (words.length !== WORDS) return { count: words.length }
  const numbers = words.map(read)
  const wrong = numbers.indexOf(null)
  if (wrong >= 0) return { word: wrong + 1 }
  const known = numbers as number[]
  if (fits(known)) return { token: tokenOf(known.slice(0, -1)) }
  const suspects = words.flatMap((word, at) =>
    mended(word).some(bits => fits(known.map((each, n) => (n === at ? bits : each)))) ? [at + 1] : [],
  )
  return { word: suspects.length === 1 ? suspects[0]! : null }
}

const fits = (numbers: readonly number[]) => checksum(numbers.slice(0, -1)) === numbers[WORDS - 1]

/** The words that differ from one in a single letter. */
const mended = (word: string): number[] =>
  [...word].flatMap((_, at) =>
    [...(at % 2 ? VOWELS : CONSONANTS)].map(letter => read(word.slice(0, at) + letter + word.slice(at + 1))!),
  )
