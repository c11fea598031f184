import { inLanguage, piece } from './phrases.ts'

/** The words of the queue's search and filters, and of what stands around a case. */
export const english = {
  search: 'Search comments',
  searchHint: 'Whole words, in any script',
  filters: 'Filters and order',
  filtersSet: { one: 'Filters and order: {n} set', other: 'Filters and order: {n} set' },
  clear: 'Clear filters',
  any: 'Any',
  language: 'Language',
  notRecognised: 'Not recognised',
  reason: 'Reason',
  age: 'Age',
  order: 'Order',
  remove: 'No longer only: {filter}',
  ages: {
    hour: 'The last hour',
    day: 'The last 24 hours',
    week: 'The last 7 days',
    'over-day': 'Older than a day',
    'over-week': 'Older than a week',
    'over-month': 'Older than 30 days',
  },
  orders: { oldest: 'Oldest first', newest: 'Newest first', doubtful: 'Likeliest wrong first' },
  byThisAuthor: 'By this author',
  byAuthor: 'By {name}',
  onArticle: 'On {title}',
  reports: { one: '{n} report', other: '{n} reports' },

  onlyArticle: 'Only these',
  onlyArticleHint: 'Show only comments on this article',
  onlyAuthor: 'Show all in the list',
  writtenIn: 'Written in {language}',
  answers: 'Answers readers see',
  alike: { one: 'One other says the same', other: '{n} others say the same' },
  alikeMany: 'More than {n} others say the same',
  others: 'Other comments by this author',
  moreOthers: 'Show more',
  othersFailed: 'They could not be loaded.',

  all: 'Decide on all…',
  allHint: 'Decide on all comments by this author',
  allHeading: 'All comments by this author',
  allHeadingOf: 'All comments by {name}',
  allLoading: 'Counting…',
  allFailed: 'That could not be looked up.',
  allNone: 'There is nothing to decide on.',
  allWhich: 'Which',
  allNoReason: 'No reason given',
  allWhat: 'Decision',
  allWhy: 'Reason',
  allStatus: { pending: 'Waiting: {n}', published: 'Published: {n}', rejected: 'Rejected or spam: {n}' },
  allGo: {
    approve: { one: 'Approve {n} comment', other: 'Approve {n} comments' },
    reject: { one: 'Reject {n} comment', other: 'Reject {n} comments' },
    spam: { one: 'Mark as spam: {n} comment', other: 'Mark as spam: {n} comments' },
  },
  allProgress: '{n} of {all}',
  allStop: 'Stop',
  erase: 'Erase this person…',
  allStopped: 'The server did not answer. What is done stays done.',
  cancel: 'Cancel',
} as const

const own = piece('queue', english)

const names = inLanguage(lang => new Intl.DisplayNames(lang, { type: 'language' }))

/** A language by its name; its code where the browser knows none. */
export function languageName(code: string): string {
  if (code === 'und') return own.notRecognised
  try {
    return names().of(code) ?? code
  } catch {
    return code
  }
}

export const queueWords = Object.assign(own, {
  languageName,
  by: (name: string | null) => (name === null ? own.byThisAuthor : own.byAuthor(name)),
  alikeOf: (n: number) => (n > 100 ? own.alikeMany(100) : own.alike(n)),
  headingOf: (name: string | null) => (name === null ? own.allHeading : own.allHeadingOf(name)),
  progress: (done: number, all: number) => own.allProgress({ n: done, all }),
})
