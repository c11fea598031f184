import type { Status } from '../../../server/contract.ts'
import { inLanguage, listed, numeral, piece } from '../phrases.ts'

/** The words of the page of imports. */
export const english = {
  heading: 'Import comments',
  intro:
    'Bring what readers wrote in another system. First you see what would land where; nothing is written until you say so. The same file twice changes nothing.',
  failed: 'How it stands could not be loaded.',
  none: 'This server keeps no files, so the comments are brought in on a computer, with the command line:',
  noneHint:
    'In a checkout of Parley; where it runs on Cloudflare Workers, with PARLEY_DATABASE_URL=d1:DB before it. Without --dry-run they come in.',
  format: 'Where the comments come from',
  archive: 'An archive of Parley itself is imported on the command line, because it may have more than one site.',
  file: 'The file',
  choose: 'Choose a file',
  drop: 'or drop it here',
  most: 'It may be compressed with gzip, and have up to {size}.',
  chosen: '{name}, {size}',
  tooLarge: 'A file may have up to {size} here. A larger one is imported on the server’s command line.',
  empty: 'This file is empty.',
  send: 'Send it and look',
  sending: 'The file is on its way',
  came: '{received} of {size}',
  stay: 'Stay on the desk until it is here; other pages of the desk are fine.',
  half: 'Half of a file is here',
  halfHint: 'Of “{name}” {received} of {size} have come. Choose the same file and it goes on from there.',
  other: 'That is another file. The one that was begun is “{name}”, {size}.',
  retrying: 'The server does not answer; it is tried again.',
  here: 'The file is here',
  hereCut: 'The server was started anew while it looked at the file. The file is still here.',
  look: 'Look at what would land where',
  again: 'Look again',
  looking: 'Looking at the file',
  read: { one: '{n} comment read', other: '{n} comments read' },
  rate: { one: '{n} a second', other: '{n} a second' },
  left: {
    seconds: { one: 'about {n} second left', other: 'about {n} seconds left' },
    minutes: { one: 'about {n} minute left', other: 'about {n} minutes left' },
    hours: { one: 'about {n} hour left', other: 'about {n} hours left' },
  },
  imported: { one: '{n} comment came in so far', other: '{n} comments came in so far' },
  looked: 'What would land where',
  sum: { one: '{n} comment in the file.', other: '{n} comments in the file.' },
  coming: {
    one: '{coming} would stand under {n} article.',
    other: '{coming} would stand under {n} articles.',
  },
  merged: { one: '{n} came before and stays as it is here.', other: '{n} came before and stay as they are here.' },
  nothing: 'Nothing in this file has a place on the site.',
  article: 'Article',
  count: 'Comments',
  state: 'Of them',
  there: 'Here',
  isNew: 'new',
  has: { one: 'there, with {n} comment', other: 'there, with {n} comments' },
  from: 'from {addresses}',
  more: {
    one: 'And {n} more article with fewer comments.',
    other: 'And {n} more articles with fewer comments.',
  },
  homeless: 'Addresses without a place on the site',
  homelessHint:
    'Their comments would be left out. If these are pages of yours, add their host to the origins of the site, or as an alias, and look again.',
  toSite: 'To the settings of the site',
  noAddress: '(no address)',
  address: 'Address',
  why: 'Why',
  moreAddresses: { one: 'And {n} more address', other: 'And {n} more addresses' },
  import: 'Import',
  importMany: { one: 'Import {n} comment', other: 'Import {n} comments' },
  importing: 'The comments are coming in',
  importingHint: 'You can leave this page, and the desk, and come back. Readers notice nothing of it but the comments.',
  pause: 'Halt',
  paused: 'Halted',
  pausedHint: 'What has come in stays.',
  pausedCut: 'The server was started anew meanwhile. What had come in is here, and it goes on with the rest.',
  goOn: 'Go on',
  stop: 'Remove the file',
  stopImport: 'Stop it',
  really: 'Remove it for good',
  reallyStop: 'Stop, and remove the file',
  keep: 'Keep it',
  done: 'The comments are here',
  reportSum: {
    one: '{n} comment came in, {merged} had come before, {out} were left out.',
    other: '{n} comments came in, {merged} had come before, {out} were left out.',
  },
  doneHint: 'The file was removed from the server.',
  out: 'Left out',
  changed: 'Not quite as there',
  another: 'Import another file',
  unreadable: 'The file could not be read',
  unreadableHint: 'If it comes from another system, choose that one. What came in before that stays.',
  retry: 'Try again',
  noAnswer: 'The server did not answer. Please try again.',
  statuses: {
    published: { one: '{n} published', other: '{n} published' },
    pending: { one: '{n} waiting', other: '{n} waiting' },
    spam: { one: '{n} spam', other: '{n} spam' },
    rejected: { one: '{n} refused', other: '{n} refused' },
    withdrawn: { one: '{n} deleted', other: '{n} deleted' },
  },
  toArticles: 'To the articles',
} as const

const own = piece('imports', english)

const megabytes = inLanguage(
  lang => new Intl.NumberFormat(lang, { style: 'unit', unit: 'megabyte', maximumSignificantDigits: 2 }),
)
const wholeMegabytes = inLanguage(
  lang => new Intl.NumberFormat(lang, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }),
)
const kilobytes = inLanguage(lang => new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilobyte' }))

/** A size in bytes as people say it. */
export const size = (bytes: number): string =>
  bytes < 1_000_000
    ? kilobytes().format(Math.ceil(bytes / 1_000))
    : (bytes < 10_000_000 ? megabytes() : wholeMegabytes()).format(bytes / 1_000_000)

const left = (seconds: number) =>
  seconds < 90
    ? own.left.seconds(Math.max(1, seconds))
    : seconds < 5_400
      ? own.left.minutes(Math.ceil(seconds / 60))
      : own.left.hours(Math.ceil(seconds / 3_600))

export const words = Object.assign(own, {
  progress: (read: number, rate: number, seconds: number | null) =>
    [own.read(read), own.rate(rate), ...(seconds === null ? [] : [left(seconds)])].join(' · '),
  sumOf: (all: number, coming: number, articles: number) => `${own.sum(all)} ${own.coming({ n: articles, coming })}`,
  such: (such: readonly string[], count: number) => listed(count > such.length ? [...such, '…'] : such),
  buttonOf: (n: number) => (n === 0 ? own.import : own.importMany(n)),
  statusesOf: (statuses: Record<string, number>) =>
    listed(Object.entries(statuses).map(([status, n]) => own.statuses[status as Status](n))),
  numeral,
})
