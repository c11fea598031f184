import { comments, many, numeral } from '../phrases.ts'

/** A size as people say it. */
export const size = (bytes: number): string => {
  const mb = bytes / 1_000_000
  return mb < 1
    ? `${numeral(Math.ceil(bytes / 1_000))} kB`
    : `${numeral(mb < 10 ? Math.round(mb * 10) / 10 : Math.round(mb))} MB`
}

const wait = (seconds: number) =>
  seconds < 90
    ? many(Math.max(1, seconds), 'second', 'seconds')
    : seconds < 5_400
      ? many(Math.ceil(seconds / 60), 'minute', 'minutes')
      : many(Math.ceil(seconds / 3_600), 'hour', 'hours')

const STATUS: Record<string, string> = {
  published: 'published',
  pending: 'waiting',
  spam: 'spam',
  rejected: 'refused',
  withdrawn: 'deleted',
}

/** The words of the page of imports. */
export const words = {
  heading: 'Import comments',
  intro:
    'Bring what readers wrote in another system. First you see what would land where; nothing is written until you say so. The same file twice changes nothing.',
  failed: 'How it stands could not be loaded.',
  none: 'This server keeps no files, so the comments are brought in on a computer, with the command line:',
  noneHint:
    'In a checkout of Parley; where it runs on Cloudflare Workers, with PARLEY_DATABASE_URL=d1:DB before it. Without --dry-run they come in.',
  command: (site: string) => `npm run parley -- import FORMAT FILE --site ${site} --dry-run`,
  format: 'Where the comments come from',
  archive: 'An archive of Parley itself is imported on the command line, because it may have more than one site.',
  file: 'The file',
  choose: 'Choose a file',
  drop: 'or drop it here',
  most: (bytes: number) => `It may be compressed with gzip, and have up to ${size(bytes)}.`,
  chosen: (name: string, bytes: number) => `${name}, ${size(bytes)}`,
  tooLarge: (bytes: number) =>
    `A file may have up to ${size(bytes)} here. A larger one is imported on the server’s command line.`,
  empty: 'This file is empty.',
  send: 'Send it and look',
  sending: 'The file is on its way',
  came: (received: number, all: number) => `${size(received)} of ${size(all)}`,
  stay: 'Stay on the desk until it is here; other pages of the desk are fine.',
  half: 'Half of a file is here',
  halfHint: (name: string, received: number, all: number) =>
    `Of “${name}” ${size(received)} of ${size(all)} have come. Choose the same file and it goes on from there.`,
  other: (name: string, all: number) => `That is another file. The one that was begun is “${name}”, ${size(all)}.`,
  retrying: 'The server does not answer; it is tried again.',
  here: 'The file is here',
  hereCut: 'The server was started anew while it looked at the file. The file is still here.',
  look: 'Look at what would land where',
  again: 'Look again',
  looking: 'Looking at the file',
  progress: (read: number, rate: number, left: number | null) =>
    [
      `${comments(read)} read`,
      `${numeral(rate)} a second`,
      ...(left === null ? [] : [`about ${wait(left)} left`]),
    ].join(' · '),
  imported: (n: number) => `${comments(n)} came in so far`,
  looked: 'What would land where',
  sum: (all: number, coming: number, articles: number) =>
    `${comments(all)} in the file; ${numeral(coming)} would stand under ${many(articles, 'article', 'articles')}.`,
  merged: (n: number) => `${numeral(n)} came before and stay as they are here.`,
  nothing: 'Nothing in this file has a place on the site.',
  article: 'Article',
  count: 'Comments',
  state: 'Of them',
  there: 'Here',
  isNew: 'new',
  has: (n: number) => `there, with ${comments(n)}`,
  from: (addresses: readonly string[]) => `from ${addresses.join(', ')}`,
  more: (n: number) => `And ${many(n, 'more article', 'more articles')} with fewer comments.`,
  homeless: 'Addresses without a place on the site',
  homelessHint:
    'Their comments would be left out. If these are pages of yours, add their host to the origins of the site, or as an alias, and look again.',
  toSite: 'To the settings of the site',
  noAddress: '(no address)',
  address: 'Address',
  why: 'Why',
  moreAddresses: (n: number) => `And ${many(n, 'more address', 'more addresses')}`,
  import: (n: number) => (n === 0 ? 'Import' : `Import ${comments(n)}`),
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
  reportSum: (imported: number, merged: number, out: number) =>
    `${comments(imported)} came in, ${numeral(merged)} had come before, ${numeral(out)} were left out.`,
  doneHint: 'The file was removed from the server.',
  out: 'Left out',
  changed: 'Not quite as there',
  such: (such: readonly string[], count: number) => `${such.join(', ')}${count > such.length ? ', …' : ''}`,
  another: 'Import another file',
  unreadable: 'The file could not be read',
  unreadableHint: 'If it comes from another system, choose that one. What came in before that stays.',
  retry: 'Try again',
  noAnswer: 'The server did not answer. Please try again.',
  statuses: (statuses: Record<string, number>) =>
    Object.entries(statuses)
      .map(([status, n]) => `${numeral(n)} ${STATUS[status] ?? status}`)
      .join(', '),
  toArticles: 'To the articles',
  numeral,
}
