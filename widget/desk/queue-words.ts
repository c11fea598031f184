import type { Order } from '../../server/contract.ts'
import type { Age } from './filters.ts'
import { comments, isolated, LANG, many, numeral } from './phrases.ts'

let names: Intl.DisplayNames | undefined

/** A language by its name; its code where the browser knows none. */
function language(code: string): string {
  if (code === 'und') return 'Not recognised'
  try {
    names ??= new Intl.DisplayNames(LANG, { type: 'language' })
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** The words of the queue's search and filters, and of what stands around a case. */
export const queueWords = {
  search: 'Search comments',
  searchHint: 'Whole words, in any script',
  filters: 'Filters and order',
  filtersSet: (count: number) => `Filters and order: ${numeral(count)} set`,
  clear: 'Clear filters',
  any: 'Any',
  language: 'Language',
  reason: 'Reason',
  age: 'Age',
  order: 'Order',
  remove: (what: string) => `No longer only: ${what}`,
  languageName: language,
  ages: {
    hour: 'The last hour',
    day: 'The last 24 hours',
    week: 'The last 7 days',
    'over-day': 'Older than a day',
    'over-week': 'Older than a week',
    'over-month': 'Older than 30 days',
  } satisfies Record<Age, string>,
  orders: {
    oldest: 'Oldest first',
    newest: 'Newest first',
    doubtful: 'Likeliest wrong first',
  } satisfies Record<Order, string>,
  byAuthor: (name: string | null) => (name === null ? 'By this author' : `By ${isolated(name)}`),
  onArticle: (title: string) => `On ${isolated(title)}`,
  reports: (count: number) => many(count, 'report', 'reports'),

  onlyArticle: 'Only these',
  onlyArticleHint: 'Show only comments on this article',
  onlyAuthor: 'Show all in the list',
  writtenIn: (code: string) => `Written in ${language(code)}`,
  answers: 'Answers readers see',
  alike: (count: number) =>
    `${count > 100 ? `More than ${numeral(100)} others say` : count === 1 ? 'One other says' : `${numeral(count)} others say`} the same`,
  others: 'Other comments by this author',
  moreOthers: 'Show more',
  othersFailed: 'They could not be loaded.',

  all: 'Decide on all…',
  allHint: 'Decide on all comments by this author',
  allHeading: (name: string | null) =>
    name === null ? 'All comments by this author' : `All comments by ${isolated(name)}`,
  allLoading: 'Counting…',
  allFailed: 'That could not be looked up.',
  allNone: 'There is nothing to decide on.',
  allWhich: 'Which',
  allNoReason: 'No reason given',
  allWhat: 'Decision',
  allWhy: 'Reason',
  allStatus: (status: 'pending' | 'published' | 'rejected', count: number) =>
    `${{ pending: 'Waiting', published: 'Published', rejected: 'Rejected or spam' }[status]}: ${numeral(count)}`,
  allGo: (ruling: 'approve' | 'reject' | 'spam', count: number) =>
    `${{ approve: 'Approve', reject: 'Reject', spam: 'Mark as spam:' }[ruling]} ${comments(count)}`,
  allProgress: (done: number, of: number) => `${numeral(done)} of ${numeral(of)}`,
  allStop: 'Stop',
  erase: 'Erase this person…',
  allStopped: 'The server did not answer. What is done stays done.',
  cancel: 'Cancel',
} as const
