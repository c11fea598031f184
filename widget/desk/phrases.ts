/** The language of the desk; times and numbers follow it. */
export const LANG = 'en'

const number = new Intl.NumberFormat(LANG)
const plurals = new Intl.PluralRules(LANG)

/** A number in the language's digits. */
export const numeral = (count: number): string => number.format(count)

/** A number with its noun in the right form. */
export function many(count: number, one: string, other: string): string {
  return `${numeral(count)} ${plurals.select(count) === 'one' ? one : other}`
}

export const comments = (count: number): string => many(count, 'comment', 'comments')

/** A code as words: `tooManyLinks` and `too_many_links` are “too many links”. */
export const spaced = (code: string): string =>
  code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase()

/** A name inside a sentence: a bidi island, so that it cannot reorder the words around it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`
