import { LIMITS } from '../../../server/contract.ts'

/** A text at the limit, of pieces that number themselves or repeat. */
function filled(piece: string | ((n: number) => string), most: number = LIMITS.textBytes): string {
  const made: string[] = []
  const encoder = new TextEncoder()
  let bytes = 0
  let units = 0
  for (let n = 0; ; n++) {
    const next = typeof piece === 'string' ? piece : piece(n)
    bytes += encoder.encode(next).length
    units += [...new Intl.Segmenter().segment(next)].length
    if (bytes > most || units > LIMITS.textGraphemes) return made.join('')
    made.push(next)
  }
}

const around = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)

/** Texts at the size limit that make careless readers take the square of their length, or worse. */
export const PATHOLOGICAL: Readonly<Record<string, string>> = {
  'one word of 10,000 letters': filled('a'),
  'one word, and another at its end': `${filled('a').slice(0, -2)} b`,
  'spaces before an end': `a${' '.repeat(9_990)}b`,
  'line breaks': filled('\n a'),
  stars: filled('*'),
  'stars that open': filled('*a '),
  'stars that open and close': filled('*a** '),
  'stars in each other': around('*a', '*', 3_300),
  'underscores and stars by turns': filled('*_'),
  tildes: filled('~~a'),
  'backticks of every length': filled(n => `${'`'.repeat((n % 140) + 1)} `),
  'backticks that never close': filled(n => `${'`'.repeat(n + 1)}a`),
  'brackets that open': filled('['),
  'brackets in each other': around('[', ']', 5_000),
  'brackets and parentheses': around('[', '](a)', 2_000),
  'links without an end': filled('[a](<'),
  'links with titles without an end': filled('[a](b "'),
  images: filled('![['),
  definitions: filled(n => `[a${n}]: b\n`),
  'five hundred links': filled(n => `[a](https://e${n}.example/${n})`),
  'bare links': filled(n => `https://${n}.example/a `),
  'schemes without a host': filled('http://'),
  'hosts without an end': `https://${filled('a.')}`,
  'dots and slashes': filled('a.b/'),
  'at signs': filled('@'),
  'addresses of mail': filled('a@b.c.'),
  'mail without an end': `${filled('a').slice(0, 9_000)}@`,
  'quotes in each other': `${'>'.repeat(9_990)} a`,
  'quotes by turns': filled(n => `${'>'.repeat((n % 30) + 1)} a\n`),
  'lists in each other': Array.from({ length: 130 }, (_, n) => `${' '.repeat(n)}- a`).join('\n'),
  'lists of lists': filled('- '),
  'numbers of lists': filled(n => `${n}. a\n`),
  fences: filled('```\n'),
  'fences without an end': filled('~~~a\n'),
  entities: filled('&amp;'),
  ampersands: filled('&'),
  'angle brackets': filled('<'),
  'tags that never end': filled('<a b="'),
  'comments that never end': filled('<!--'),
  backslashes: filled('\\'),
  pipes: filled('|-|\n'),
  smilies: filled('👩‍👩‍👧‍👦'),
  'combining marks': filled(`a${'\u0301\u0323'.repeat(8)}`),
  'one letter under marks': `a${'\u0301'.repeat(19_990)}`,
  'marks by turns': filled('\u0323\u0301'),
  joiners: `a${'\u200d'.repeat(13_000)}`,
  'vowel signs': filled(`ب${'\u064e\u0651'.repeat(2)}`),
  'letters of another script': filled('\u0430a'),
  jamo: filled('\u1100\u1161\u11a8'),
  'compatibility forms': filled('ﷺ'),
  flags: filled('🇮🇷'),
  'overrides and isolates': filled('\u2066a\u2069'),
  'all bidi': filled('\u2067'),
  'Persian and English by turns': filled('سلام a '),
  Chinese: filled('中'),
  'digits of all scripts': filled('1۱१๑'),
  'signs for letters': filled('p@$$w0rd1'),
  'words that nearly fit a list': filled(n => `free a${n % 7} money${n} `),
  'names that are called': filled('@Ada(.*)+ '),
  formulas: filled('=+-@'),
}

/** What somebody may be called who would break a pattern. */
export const NAMES: readonly string[] = [
  '(a+)+$',
  '.*.*.*.*',
  'Ada(.*)+',
  '[^]',
  '\\',
  'a'.repeat(60),
  'Ad',
  'Ada',
  '@Ada',
  '$&',
]

/** A list of 20,000 entries, of which much nearly fits. */
export const LIST = Array.from({ length: LIMITS.listLines }, (_, n) => {
  if (n % 5 === 0) return `free * money${n}`
  if (n % 5 === 1) return `*a${n}`
  if (n % 5 === 2) return `aaa${n.toString(36)}*`
  if (n % 5 === 3) return `سلام ${n} a`
  return `word${n} and another`
}).join('\n')
