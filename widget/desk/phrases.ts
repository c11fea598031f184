/** How the desk speaks: English is at hand, and the words of another language are put in its place once they have come. */

/** Forms of a phrase by number, named as `Intl.PluralRules` names them; `{n}` stands for the number. */
type Forms = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string }

type IsForms<T> = T extends Forms ? ([Exclude<keyof T, Intl.LDMLPluralRule>] extends [never] ? true : false) : false

/** Words as a file of a language has them: phrases by name, some with `{places}` to fill. */
export type Tree = { readonly [name: string]: string | Tree } | readonly string[]

/** Words of the shape of others, in another language, whose numbers may have other forms. */
export type Like<T> = T extends string
  ? string
  : IsForms<T> extends true
    ? Forms
    : { readonly [name in keyof T]: Like<T[name]> }

/** What a place takes: a number, written in the language's digits; or a text, which becomes a bidi island. */
type Value = string | number

type Places<T> = T extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never
type IsOne<T, All = T> = T extends All ? ([All] extends [T] ? true : false) : never
type Taken<Place> = Place extends 'n' ? number : Value
/** A phrase with one place takes what stands there, one with several an object of them. */
type Filling<Place extends string> =
  IsOne<Place> extends true ? (value: Taken<Place>) => string : (values: { [name in Place]: Taken<name> }) => string

/** Words that can be said: a phrase without places is a string, any other a function that fills it. */
export type Spoken<T> = T extends string
  ? [Places<T>] extends [never]
    ? string
    : Filling<Places<T>>
  : IsForms<T> extends true
    ? Filling<Places<T['other' & keyof T]> | 'n'>
    : { readonly [name in keyof T]: Spoken<T[name]> }

/** The language of the desk, as far as regions of it are told apart; times and numbers follow it. */
export let LANG = 'en'
/** Rises with every language, so that what was made for one is not kept for the next. */
let turn = 0

/** Something of `Intl` for the desk's language, made when it is first asked for. */
export function inLanguage<T>(make: (lang: string) => T): () => T {
  let made: T
  let madeAt = -1
  return () => {
    if (madeAt !== turn) made = make(LANG)
    madeAt = turn
    return made
  }
}

const numbers = inLanguage(lang => new Intl.NumberFormat(lang))
const rules = inLanguage(lang => new Intl.PluralRules(lang))
const lists = inLanguage(lang => new Intl.ListFormat(lang, { type: 'unit', style: 'short' }))
const moments = inLanguage(lang => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }))

/** A number in the language's digits. */
export const numeral = (count: number): string => numbers().format(count)

/** Things one after the other, with the language's comma between. */
export const listed = (items: Iterable<string>): string => lists().format(items)

/** A moment, by the clock of who is at the desk. */
export const moment = (at: number): string => moments().format(at)

/** A code as words: `tooManyLinks` and `too_many_links` are “too many links”. */
export const spaced = (code: string): string =>
  code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase()

/** Whether a text is an island, or islands with words between, already: each that it opens it closes. */
const isIsland = (text: string) =>
  /^[\u2066-\u2068].*\u2069$/s.test(text) && text.split(/[\u2066-\u2068]/).length === text.split('\u2069').length

/** What a rule is called: by the language's words, else by its name taken apart. */
export const ruleName = (rule: string): string => heardOf('rules')[rule] ?? spaced(rule)

/** A name inside a sentence: a bidi island, so that it cannot reorder the words around it. What is one stays as it is. */
export const isolated = (name: string): string => (isIsland(name) ? name : `\u2068${name}\u2069`)

const shown = (value: Value) => (typeof value === 'number' ? numeral(value) : isolated(value))

const fill = (phrase: string, values: Value | Record<string, Value>): string =>
  phrase.replace(/\{(\w+)\}/g, (_, place) => shown(typeof values === 'object' ? values[place]! : values))

const isForms = (tree: Tree): tree is Forms & Tree =>
  'other' in tree && Object.keys(tree).every(form => /^(zero|one|two|few|many|other)$/.test(form))

/** Puts words in their places, and leaves what else stands there. */
function teach(said: Record<string, unknown>, tree: Tree): void {
  for (const [name, words] of Object.entries(tree) as [string, string | Tree][]) {
    if (typeof words === 'string')
      said[name] = words.includes('{') ? (values: Value | Record<string, Value>) => fill(words, values) : words
    else if (isForms(words))
      said[name] = (values: number | (Record<string, Value> & { n: number })) =>
        fill(words[rules().select(typeof values === 'number' ? values : values.n)] ?? words.other, values)
    else {
      said[name] ??= Array.isArray(words) ? [] : {}
      teach(said[name] as Record<string, unknown>, words)
    }
  }
}

const pieces = new Map<string, { said: Record<string, unknown>; english: Tree }>()
let heard: Speech = {}

/**
 * The words of a piece of the desk, in its language from then on.
 * @param name what files of languages call it
 */
export function piece<T extends Tree>(name: string, english: T): Spoken<T> {
  const said = {}
  teach(said, english)
  pieces.set(name, { said, english })
  if (heard[name]) teach(said, heard[name])
  return said as Spoken<T>
}

/** Words of pieces of the desk, by their names. */
export type Speech = Readonly<Record<string, Tree>>

/** From now on the desk speaks a language. What has no words in it is said in English. */
export function speak(lang: string, words: Speech): void {
  LANG = lang
  turn++
  heard = words
  for (const [name, { said, english }] of pieces) {
    teach(said, english)
    if (words[name]) teach(said, words[name])
  }
}

/** Words of a piece that English has none of its own for. */
export const heardOf = (name: string): Readonly<Record<string, string>> =>
  (heard[name] ?? {}) as Readonly<Record<string, string>>

/** More words of the language that the desk speaks have come. */
export const hear = (words: Speech): void => speak(LANG, { ...heard, ...words })
