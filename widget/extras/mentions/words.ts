import type { Plural } from '../../shared/words.ts'

/** What is said of the people who can be mentioned. */
export const mentions = {
  lang: 'en',
  people: 'People in this conversation',
  names: { one: '{n} name to choose from', other: '{n} names to choose from' } as Plural,
}
