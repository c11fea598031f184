import { fold } from './fold.ts'
import { asLatin } from './look-alikes.ts'

/** Digits and signs that stand for the letter they look like, and letters that a line or two make of another one. */
const STANDS_FOR: Record<string, string> = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  i: 'l',
  '|': 'l',
  '!': 'l',
  $: 's',
  '@': 'a',
  ǁ: 'll',
}

/**
 * Further letters that a name is drawn with to look like another one: syllabics that machines for fancy letters use, and
 * letters of scripts that nobody mixes with Latin otherwise. In a text they would be themselves.
 */
const DRAWN: Record<string, string> = {
  a: 'ᗅᗩ',
  b: 'ᗷ',
  c: 'ᑕᑢ',
  d: 'ᗞᗪ',
  e: 'ᕮᗴ',
  f: 'ᖴ',
  g: 'ᘜ',
  h: 'ᕼ',
  j: 'ᒍ',
  k: 'ᛕ',
  l: 'ᒪ',
  m: 'ᗰ',
  n: 'ᑎπпᴨ',
  o: 'ഠဝס〇ᄋꮎ',
  p: 'ᑭ',
  q: 'ᑫ',
  r: 'ᖇ',
  s: 'ᔕ',
  u: 'ᑌ',
  v: 'ᐯ',
  w: 'ᗯ',
  x: '᙭',
  z: 'ᘔ',
}
for (const [latin, letters] of Object.entries(DRAWN)) for (const letter of letters) STANDS_FOR[letter] = latin

/** Marks that count as letters and look like apostrophes and accents, or like dashes where no kana stands before them. */
const SPECKS = /[\u02b0-\u02ff\u0374\u0559\u07f4\u07f5\ua700-\ua721\ua788-\ua78c]|(?<![\p{sc=Hira}\p{sc=Kana}ー])ー+/gu

/** Greek capitals that are drawn as Latin ones. Their small letters look like others, and case is gone once folded. */
const GREEK = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'
const LATIN = 'ABEZHIKMNOPTYX'
const CAPITALS = new RegExp(`[${GREEK}]`, 'g')

/** A name whose Greek capitals may be Latin ones: it has Latin letters beside, or no others. */
const READS_LATIN = new RegExp(`\\p{sc=Latin}|^(?:[${GREEK}]|\\P{L})*$`, 'u')

/** Accents of all scripts that have them; vowel signs, which make another name, stay. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu

/** Marks on letters that take none but accents, and on none at all. */
const STRAY = /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{N}]|^)\p{M}+/gu

const withoutAccents = (name: string): string => name.normalize('NFD').replace(ACCENTS, '').normalize('NFC')

const withLatinCapitals = (name: string): string =>
  READS_LATIN.test(name) ? name.replace(CAPITALS, letter => LATIN[GREEK.indexOf(letter)]!) : name

/**
 * What a name looks like: two names that can be taken for each other have one skeleton (UTS 39). Case, accents, spaces,
 * punctuation and hidden characters are no difference, nor are letters of other scripts that look alike, digits and signs
 * that stand for letters, and `rn` for `m`. Whole names are compared, so that a longer one is never another one's fault.
 */
export function nameSkeleton(name: string): string {
  const folded = withoutAccents(fold(withLatinCapitals(name), 'latin').text).replace(SPECKS, '')
  let looks = ''
  for (const letter of folded) {
    const latin = asLatin(letter)
    looks += STANDS_FOR[latin] ?? latin
  }
  const letters = looks
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
    .replace(STRAY, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
  return letters === '' ? folded.replace(/\s+/g, '') : letters
}
