import type { WrongLine } from '../../contract.ts'
import type { Folded } from './folded-words.ts'
import { ENTRY, type Pattern, readEntry, UNSPACED, type WordPattern } from './word-entry.ts'

/** Where in the original text an entry of a list was found. */
export interface Found {
  /** The entry as the owner wrote it. */
  entry: string
  start: number
  end: number
}

/** How far into a word a `*` is looked for at its beginning and end: nobody reads a longer one. */
const READ = 400

/** Places that are evidence enough. */
const ENOUGH = 100

/** Comparisons in one text: some 20 ms. An ordinary list and an ordinary text take a hundredth of them. */
const MOST_STEPS = 300_000

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
