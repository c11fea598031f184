/**
 * Letters that look like a Latin one, by that letter: those of Unicode's confusables (UTS 39) whose small or capital form
 * has it as its prototype, among the scripts that are mixed with Latin to deceive. Digits and punctuation are not here,
 * and nothing that is Latin without a disguise: `rn` is no `m`, since a list that names one would find the other.
 */
const LATIN: Record<string, string> = {
  a: 'ɑαаꓮꭺ',
  b: 'ƅβвьᏼᲀꓐꞵꮟ',
  c: 'сᲃᴄⲥꓚꮯ',
  d: 'ԁꓒꓓꭰꮷ',
  e: 'εеҽꓰꬲꭼ',
  f: 'ϝքẝꓝꞙꬵ',
  g: 'ƍɡԍցᏻᶃꓖꮐ',
  h: 'ηнһհⲏꓧꮋꮒ',
  i: 'ıɩɪιіӏꙇꭵ',
  j: 'ʝϳјꓙꭻ',
  k: 'κкⲕꓗꮶ',
  l: 'ǀⲓⳑꓡꓲꮮ',
  m: 'μϻмⲙꓟꮇ',
  n: 'ոռⲛꓠ',
  o: 'οσоօჿᲂᴏᴑⲟꓳꬽ',
  p: 'ρрⲣꓑꮲ',
  q: 'ԛգզ',
  r: 'ʀгᴦⲅꓣꭇꭈꭱꮁꮢ',
  s: 'ƽѕտꓢꜱꮥꮪ',
  t: 'τтᲄᲅⲧꓔꭲ',
  u: 'ʋυսᴜꓴꞟꭎꭒ',
  v: 'νѵᴠꓦꮩ',
  w: 'ɯѡԝաᴡꓪꮃꮤ',
  x: 'χхⲭꓫꭓ',
  y: 'ɣʏγуүყᶌỿⲩꓬꭚꭹꮍ',
  z: 'ζᴢꓜꮓ',
}

const LATIN_OF = new Map(
  Object.entries(LATIN).flatMap(([latin, letters]) => [...letters].map(letter => [letter, latin] as const)),
)
/** The letter of today's Cyrillic alphabets that looks like a Latin one. */
const CYRILLIC_OF = new Map<string, string>([
  ...[...LATIN_OF].filter(([letter]) => /[а-яѐ-џ]/.test(letter)).map(([letter, latin]) => [latin, letter] as const),
  ...Object.entries({ b: 'в', h: 'н', i: 'і', y: 'у' }),
])

const LETTERS = /\p{L}/u
const isLatin = (letter: string) => /\p{sc=Latin}/u.test(letter)
const isCyrillic = (letter: string) => /\p{sc=Cyrillic}/u.test(letter)

/** The script that a disguised word is read in, where it could be either. */
export type Reading = 'likely' | 'latin' | 'cyrillic'

/**
 * A word that mixes Latin with letters that look like it, in the one script it pretends to be in; every other word as it
 * is. A word of a single script is nobody's disguise: Russian `сор` stays what it is.
 * @param letters the word's characters, folded
 * @param reading which of two scripts, where it can be read in both; the likely one is that of most of its letters
 */
export function undisguised(letters: readonly string[], reading: Reading = 'likely'): readonly string[] {
  const inked = letters.filter(letter => LETTERS.test(letter))
  const latin = inked.filter(isLatin).length
  if (latin === 0 || latin === inked.length) return letters
  const readsLatin = inked.every(letter => isLatin(letter) || LATIN_OF.has(letter))
  const readsCyrillic = inked.every(letter => isCyrillic(letter) || CYRILLIC_OF.has(letter))
  const prefersCyrillic = reading === 'likely' ? latin * 2 < inked.length : reading === 'cyrillic'
  if (readsCyrillic && (prefersCyrillic || !readsLatin)) return letters.map(asCyrillic)
  return readsLatin ? letters.map(asLatin) : letters
}

const asCyrillic = (letter: string): string => CYRILLIC_OF.get(letter) ?? letter

/** A letter as the Latin one that it looks like. */
export const asLatin = (letter: string): string => LATIN_OF.get(letter) ?? letter
