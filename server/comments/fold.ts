import { type Reading, undisguised } from './look-alikes.ts'

/**
 * What is compared as one: a letter with the marks that stand on it. Jamo that make one Hangul syllable belong together,
 * too, because NFKC composes them.
 */
const CLUSTER = /[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M}\p{M}*|\p{M}+/gu

/** Invisible characters (zero-width, joiners, bidi controls, soft hyphens, variation selectors), and the tatweel. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0640\u2800\ufff9-\ufffb]/gu

/** Arabic vowel signs and Koranic marks, Hebrew points: they are written or left out at will. */
const POINTS = /[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/gu

/** Marks of all scripts that put none on by themselves; Cyrillic й and ї have theirs composed by NFKC, and keep it. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu

/** Letters that are variants of one: of Arabic script, as Arabic, Persian, Urdu and Kurdish keyboards type them; of others. */
const VARIANTS: Record<string, string> = {
  ا: 'أإآٱٲٳ',
  ی: 'يىېۍئێے',
  ک: 'كڪګ',
  ه: 'ةۀہەھۃۂ',
  و: 'ؤۆۇۈۋ',
  ر: 'ڕ',
  ل: 'ڵ',
  е: 'ё',
  σ: 'ς',
  a: 'ᴀɑ',
  b: 'ʙƀ',
  c: 'ᴄȼ',
  d: 'ᴅđð',
  e: 'ᴇɇ',
  f: 'ꜰ',
  g: 'ɢɡǥ',
  h: 'ʜħ',
  i: 'ɪıɨ',
  j: 'ᴊɉ',
  k: 'ᴋ',
  l: 'ʟłƚɫ',
  m: 'ᴍ',
  n: 'ɴ',
  o: 'ᴏøɵ',
  p: 'ᴘᵽ',
  q: 'ꞯ',
  r: 'ʀɍ',
  s: 'ꜱ',
  t: 'ᴛŧ',
  u: 'ᴜʉ',
  v: 'ᴠ',
  w: 'ᴡ',
  y: 'ʏɏ',
  z: 'ᴢƶ',
}
const SPELLED: Record<string, string> = { æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' }
const PLAIN = new Map([
  ...Object.entries(VARIANTS).flatMap(([plain, letters]) => [...letters].map(letter => [letter, plain] as const)),
  ...Object.entries(SPELLED),
])

const ASCII = /^[\u0000-\u007f]$/
const PLAIN_ASCII = /^[\u0000-\u007f]*$/
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * A text as it is compared and searched: compatibility forms, case, accents, vowel signs, invisible characters, letter
 * variants of Arabic script and digits of all scripts are one (NFKC, UAX 15), and a word that mixes Latin with letters
 * that look like it is in one script (UTS 39).
 * @param reading the script of a mixed word that could be in either
 * @returns the folded text; and for each of its UTF-16 units, and its end, the offset in the original that it came from
 */
export function fold(text: string, reading: Reading = 'likely'): { text: string; at: Uint32Array } {
  if (PLAIN_ASCII.test(text))
    return { text: text.toLowerCase(), at: Uint32Array.from({ length: text.length + 1 }, (_, at) => at) }
  const pieces: string[] = []
  const offsets: number[] = []
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = ASCII.test(cluster) ? cluster.toLowerCase() : foldCluster(cluster)
    for (const letter of piece) {
      pieces.push(letter)
      offsets.push(index)
    }
  }
  const letters = sameScript(pieces, reading)
  const folded = letters.join('')
  const at = new Uint32Array(folded.length + 1)
  let unit = 0
  letters.forEach((letter, place) => {
    for (let each = 0; each < letter.length; each++) at[unit++] = offsets[place]!
  })
  at[unit] = text.length
  return { text: folded, at }
}

/** Clusters that were folded already: a text is made of few different ones. Forgotten when there are many. */
const known = new Map<string, string>()
const MANY = 4_000
/** A letter under a heap of marks is folded anew each time, and takes no room. */
const HEAP = 8

function foldCluster(cluster: string): string {
  const folded = known.get(cluster)
  if (folded !== undefined) return folded
  if (known.size >= MANY) known.clear()
  const made = foldAnew(cluster)
  if (cluster.length <= HEAP) known.set(cluster, made)
  return made
}

/** Marks in a row of which no language puts more on a letter; those after them would take long to put in order. */
const READ = /(\p{M}{30})\p{M}+/u

function foldAnew(whole: string): string {
  const cluster = whole.length > HEAP ? whole.replace(READ, '$1') : whole
  const composed = cluster.replace(UNSEEN, '').normalize('NFKC').toLowerCase().normalize('NFKC')
  // Where it is one: `ي` with a hamza above it composes to another letter, which is a variant of it as well.
  const bare = /\p{sc=Latin}/u.test(composed) ? composed.normalize('NFD') : composed
  const stripped = bare.replace(UNSEEN, '').replace(POINTS, '').replace(ACCENTS, '')
  let folded = ''
  for (const letter of stripped)
    folded += PLAIN.get(letter) ?? badgeOf(letter) ?? (/\p{Nd}/u.test(letter) ? digitOf(letter) : letter)
  return folded
}

/** The letter on a black disc or square (🅐, 🅰), which NFKC leaves as it is. */
function badgeOf(letter: string): string | null {
  const point = letter.codePointAt(0)!
  const place = point <= 0x1f169 ? point - 0x1f150 : point - 0x1f170
  return place >= 0 && place < 26 ? String.fromCharCode(97 + place) : null
}

/** A decimal digit of any script as ASCII's. Unicode has each script's ten in a row, and its zero follows no digit. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0)!
  // The mathematical digits are five such rows without a gap; NFKC has made them ASCII before.
  for (let zero = point; ; zero--)
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String((point - zero) % 10)
}

/** The characters with each word in one script. */
function sameScript(letters: readonly string[], reading: Reading): readonly string[] {
  const text = letters.join('')
  // Most texts have no such word, and need no second look.
  if (!/[a-z]/.test(text) || !/[^\u0000-\u024f]/.test(text)) return letters
  const starts = new Map<number, number>()
  let unit = 0
  letters.forEach((letter, place) => {
    starts.set(unit, place)
    unit += letter.length
  })
  const result = [...letters]
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!/[a-z]/.test(word) || !/[^\u0000-\u024f]/.test(word)) continue
    const from = starts.get(index)!
    undisguised([...word], reading).forEach((letter, each) => {
      result[from + each] = letter
    })
  }
  return result
}
