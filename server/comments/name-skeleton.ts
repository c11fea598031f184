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
}

/**
 * What a name looks like: two names that can be taken for each other have one skeleton (UTS 39). Case, accents, spaces,
 * punctuation and hidden characters are no difference, nor are letters of other scripts that look alike, digits and signs
 * that stand for letters, and `rn` for `m`. Whole names are compared, so that a longer one is never another one's fault.
 */
export function nameSkeleton(name: string): string {
  const folded = fold(name, 'latin').text
  let looks = ''
  for (const letter of folded) {
    const latin = asLatin(letter)
    looks += STANDS_FOR[latin] ?? latin
  }
  const letters = looks
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
  return letters === '' ? folded.replace(/\s+/g, '') : letters
}
