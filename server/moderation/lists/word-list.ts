import { fold } from '../../comments/fold.ts'
import { asLatin } from '../../comments/look-alikes.ts'
import type { LineFault, WrongLine } from '../../contract.ts'

/** Where in the original text an entry of a list was found. */
export interface Found {
  /** The entry as the owner wrote it. */
  entry: string
  start: number
  end: number
}

export const ENTRY = {
  /** UTF-16 units of a line. */
  length: 100,
  words: 10,
  /** Letters that an entry with a `*` must have besides. */
  leastBesideStar: 3,
} as const

/** One word of an entry: exact, with any beginning or any end, or any word at all. */
interface WordPattern {
  letters: string
  isOpenBefore: boolean
  isOpenAfter: boolean
}

interface Pattern {
  entry: string
  words: WordPattern[]
}

/** How far into a word a `*` is looked for at its beginning and end: nobody reads a longer one. */
const READ = 400

/** Places that are evidence enough. */
const ENOUGH = 100

/** Comparisons in one text: some 20 ms. An ordinary list and an ordinary text take a hundredth of them. */
const MOST_STEPS = 300_000

/** Scripts that put no spaces between words: there, an entry may stand anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** A list of words and phrases, ready to look for all of them at once. */
export interface WordList {
  /** How many entries it has. */
  size: number
  /**
   * The places at which entries stand in the text, in its order; the first 100, which are evidence enough.
   * `isWhole` is false where so much of the list nearly fits so much of the text that looking ended before its end.
   */
  find(text: Folded): { found: Found[]; isWhole: boolean }
}

/** What is looked through: the words of a text, folded, each with its place in the original. */
export interface Folded {
  /** The same text read in several ways; each way has the same words at the same places. */
  readings: readonly (readonly string[])[]
  /** Where in the folded text each word begins. */
  places: readonly number[]
  /** For each unit of the folded text, and its end, the offset in the original. */
  at: Uint32Array
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:[@$!][\p{L}\p{M}\p{N}]+)*/gu

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
  const others = folded.match(/\p{L}/gu)?.length ?? 0
  const isLatin = latin * 2 > others
  const readings = [words]
  // A word such as `cука` is Latin by its letters or Cyrillic; each is as long as the other.
  const { text: cyrillic } = fold(text, 'cyrillic')
  if (cyrillic !== folded && cyrillic.length === folded.length)
    readings.push(words.map((word, place) => cyrillic.slice(places[place]!, places[place]! + word.length)))
  for (const one of ['i', 'l']) {
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

/**
 * Reads a list as an owner writes it: an entry a line, a word or a phrase; `*` at the beginning or the end of a word for
 * any letters there, alone for any word; blank lines and lines that begin with `#` say nothing. There are no other
 * signs: what looks for an entry takes time by the length of the text, whatever the entries are.
 * @returns the list, and the lines that are no entries
 */
export function readWordList(source: string): { list: WordList; wrong: WrongLine[] } {
  const patterns: Pattern[] = []
  const wrong: WrongLine[] = []
  source.split(/\r\n?|\n/).forEach((raw, at) => {
    const text = raw.trim()
    if (text === '' || text.startsWith('#')) return
    const read = readEntry(text)
    if (typeof read === 'string') wrong.push({ line: at + 1, text: text.slice(0, ENTRY.length), fault: read })
    else patterns.push(read)
  })
  return { list: compiled(patterns), wrong }
}

function readEntry(entry: string): Pattern | LineFault {
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

/** What may come after some words of a phrase: phrases that begin alike share the way, so that each step is taken once. */
interface Step {
  /** Entries that end here. */
  entries: string[]
  exact: Map<string, Step>
  /** By the word's letters, with a `*` where it is open. */
  open: Map<string, { word: WordPattern; step: Step }>
}

const newStep = (): Step => ({ entries: [], exact: new Map(), open: new Map() })

/** First words by their letters, so that a word of the text asks only for those that it begins or ends with. */
class ByLetters {
  readonly #steps = new Map<string, Step>()
  readonly #lengths = new Set<number>()

  grow(letters: string): Step {
    const step = this.#steps.get(letters) ?? newStep()
    this.#steps.set(letters, step)
    this.#lengths.add(letters.length)
    return step
  }

  get(letters: string): Step | undefined {
    return this.#steps.get(letters)
  }

  /** The lengths there are that fit into so many letters. */
  *lengthsUpTo(most: number): Iterable<number> {
    for (const length of this.#lengths) if (length <= most) yield length
  }
}

/** First words that may stand anywhere in a word, letter by letter: a walk ends where none goes on. */
interface Branch {
  next: Map<string, Branch>
  step: Step | null
}

function compiled(patterns: readonly Pattern[]): WordList {
  const exact = new ByLetters()
  const openAfter = new ByLetters()
  const openBefore = new ByLetters()
  const anywhere: Branch = { next: new Map(), step: null }
  for (const { entry, words } of patterns) {
    const [{ letters, isOpenBefore, isOpenAfter }, ...rest] = words as [WordPattern, ...WordPattern[]]
    const first =
      isOpenBefore && isOpenAfter
        ? growBranch(anywhere, letters)
        : (isOpenBefore ? openBefore : isOpenAfter ? openAfter : exact).grow(letters)
    rest.reduce(growStep, first).entries.push(entry)
  }

  /** Where first words fit into this word: what comes after each, and which of its letters it has. */
  function* firstFits(word: string, steps: Steps): Iterable<{ step: Step; from: number; to: number }> {
    const { length } = word
    const whole = exact.get(word)
    if (whole) yield { step: whole, from: 0, to: length }
    const most = Math.min(length, READ)
    for (const to of openAfter.lengthsUpTo(most)) {
      steps.taken++
      const step = openAfter.get(word.slice(0, to))
      if (step) yield { step, from: 0, to: length }
    }
    for (const letters of openBefore.lengthsUpTo(most)) {
      steps.taken++
      const step = openBefore.get(word.slice(length - letters))
      if (step) yield { step, from: 0, to: length }
    }
    if (anywhere.next.size === 0) return
    const isUnspaced = UNSPACED.test(word)
    const seen = new Set<Step>()
    for (let from = 0; from < length && steps.taken < MOST_STEPS; from++) {
      let branch: Branch | undefined = anywhere
      for (let to = from + 1; to <= length; to++) {
        steps.taken++
        branch = branch.next.get(word[to - 1]!)
        if (!branch) break
        if (!branch.step) continue
        if (isUnspaced) yield { step: branch.step, from, to }
        else if (!seen.has(branch.step)) yield { step: branch.step, from: 0, to: length }
        seen.add(branch.step)
      }
    }
  }

  return {
    size: patterns.length,
    find({ readings, places, at }) {
      const found = new Map<string, Found>()
      const steps: Steps = { taken: 0 }
      for (const words of readings) {
        for (let place = 0; place < words.length && found.size < ENOUGH && steps.taken < MOST_STEPS; place++) {
          for (const { step, from, to } of firstFits(words[place]!, steps)) {
            for (const { entry, last } of ways(step, words, place, steps)) {
              const start = at[places[place]! + from]!
              const end = at[last === place ? places[place]! + to : places[last]! + words[last]!.length]!
              found.set(`${start} ${end} ${entry}`, { entry, start, end })
            }
          }
        }
      }
      return {
        found: [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end),
        isWhole: steps.taken < MOST_STEPS,
      }
    },
  }
}

/** Comparisons made so far in one text. */
interface Steps {
  taken: number
}

function growBranch(root: Branch, letters: string): Step {
  let branch = root
  for (let unit = 0; unit < letters.length; unit++) {
    const next = branch.next.get(letters[unit]!) ?? { next: new Map(), step: null }
    branch.next.set(letters[unit]!, next)
    branch = next
  }
  branch.step ??= newStep()
  return branch.step
}

function growStep(step: Step, word: WordPattern): Step {
  const { letters, isOpenBefore, isOpenAfter } = word
  if (!isOpenBefore && !isOpenAfter) {
    const next = step.exact.get(letters) ?? newStep()
    step.exact.set(letters, next)
    return next
  }
  const spelled = `${isOpenBefore ? '*' : ''}${letters}${isOpenAfter ? '*' : ''}`
  const next = step.open.get(spelled)?.step ?? newStep()
  step.open.set(spelled, { word, step: next })
  return next
}

/** The entries that the words after `place` complete, each with the place of its last word. */
function* ways(
  step: Step,
  words: readonly string[],
  place: number,
  steps: Steps,
): Iterable<{ entry: string; last: number }> {
  for (const entry of step.entries) yield { entry, last: place }
  const word = words[place + 1]
  if (word === undefined || steps.taken >= MOST_STEPS) return
  steps.taken++
  const exact = step.exact.get(word)
  if (exact) yield* ways(exact, words, place + 1, steps)
  for (const open of step.open.values()) {
    if (steps.taken++ >= MOST_STEPS) return
    if (fits(open.word, word)) yield* ways(open.step, words, place + 1, steps)
  }
}

function fits({ letters, isOpenBefore, isOpenAfter }: WordPattern, word: string): boolean {
  if (isOpenBefore && isOpenAfter) return word.includes(letters)
  if (isOpenBefore) return word.endsWith(letters)
  return isOpenAfter && word.startsWith(letters)
}
