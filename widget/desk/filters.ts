import { ORDERS, type Order, orderOf, REASONS, type Reason, type Tab } from '../../server/contract.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How old a comment may be: written within so many ms, or longer ago than that. */
export const AGES = {
  hour: { within: HOUR },
  day: { within: DAY },
  week: { within: 7 * DAY },
  'over-day': { beyond: DAY },
  'over-week': { beyond: 7 * DAY },
  'over-month': { beyond: 30 * DAY },
} as const satisfies Record<string, { within: number } | { beyond: number }>
export type Age = keyof typeof AGES
export const AGE_NAMES = Object.keys(AGES) as Age[]

/** What a moderator wishes to see of a tab; an empty string asks for nothing. */
export interface Filters {
  q: string
  language: string
  reason: Reason | ''
  /** An article's key, and an author's id. */
  article: string
  author: string
  age: Age | ''
  order: Order | ''
}

export const NO_FILTERS: Filters = { q: '', language: '', reason: '', article: '', author: '', age: '', order: '' }

/** The languages that comments are told apart by, as far as the desk offers them. */
export const LANGUAGES = [
  'en',
  'fa',
  'ar',
  'ru',
  'uk',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'tr',
  'he',
  'ur',
  'hi',
  'zh',
  'ja',
  'ko',
  'el',
  'pl',
  'nl',
] as const

/** Whether anything but the order is asked for. */
export const isFiltered = (filters: Filters): boolean =>
  Object.entries(filters).some(([name, value]) => name !== 'order' && value !== '')

/** The order of a tab with these filters. */
export const orderIn = (tab: Tab, { order }: Filters): Order => order || orderOf(tab)

/** What the parts of an address ask for; what does not fit asks for nothing. */
export function readFilters(parts: URLSearchParams): Filters {
  const given = (name: keyof Filters) => parts.get(name) ?? ''
  const among = <T extends string>(all: readonly T[], value: string): T | '' => all.find(each => each === value) ?? ''
  const language = given('language')
  return {
    q: given('q'),
    language: /^[a-z]{2,3}$/.test(language) ? language : '',
    reason: among(REASONS, given('reason')),
    article: given('article'),
    author: /^[0-9a-z]{1,11}$/.test(given('author')) ? given('author') : '',
    age: among(AGE_NAMES, given('age')),
    order: among(ORDERS, given('order')),
  }
}

/** The filters that ask for something, by name. */
export const given = (filters: Filters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))

/** The filters as the server is asked for them now. */
export function filtersQuery(filters: Filters, now: number): Record<string, string> {
  const { age, ...others } = given(filters)
  const span = age ? AGES[age as Age] : null
  if (!span) return others
  return 'within' in span
    ? { ...others, from: String(now - span.within) }
    : { ...others, until: String(now - span.beyond) }
}
