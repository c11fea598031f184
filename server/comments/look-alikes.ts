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
const CYRILLIC_OF = new Map(
  [...LATIN_OF]
    .filter(([letter]) => /\p{sc=Cyrillic}/u.test(letter))
    .map(([letter, latin]) => [latin, letter] as const),
)
/** The first Cyrillic letter of a row is not always the plainest. */
for (const [latin, letter] of Object.entries({ b: 'в', i: 'і', y: 'у', h: 'н' })) CYRILLIC_OF.set(latin, letter)

const LETTERS = /\p{L}/u

/**
 * A word that mixes Latin with letters that look like it, in the one script it pretends to be in; every other word as it
 * is. A word of a single script is nobody's disguise: Russian `сор` stays what it is.
 * @param letters the word's characters, folded
 */
export function undisguised(letters: readonly string[]): readonly string[] {
  const inked = letters.filter(letter => LETTERS.test(letter))
  const isLatin = (letter: string) => /\p{sc=Latin}/u.test(letter) && !LATIN_OF.has(letter)
  if (!inked.some(isLatin) || inked.every(isLatin)) return letters
  if (inked.every(letter => isLatin(letter) || LATIN_OF.has(letter))) return letters.map(asLatin)
  const isCyrillic = (letter: string) => /\p{sc=Cyrillic}/u.test(letter)
  if (inked.every(letter => isCyrillic(letter) || CYRILLIC_OF.has(letter)))
    return letters.map(letter => CYRILLIC_OF.get(letter) ?? letter)
  return letters
}

/** A letter as the Latin one that it looks like. */
export const asLatin = (letter: string): string => LATIN_OF.get(letter) ?? letter
