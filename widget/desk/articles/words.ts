import type { DeskArticle, MovePreview } from '../../../server/contract.ts'
import { comments, isolated, many, numeral } from '../phrases.ts'
import { readable } from '../web-address.ts'
import { governWords } from './govern-words.ts'
import type { GovernChange } from './state.ts'

/** A key or address inside a sentence: an island that runs from left to right, its parts islands in it. */
function spelt(address: string): string {
  const parts = readable(address).split('/')
  return `\u2066${parts.map(part => part && isolated(part)).join('/')}\u2069`
}

const quoted = (address: string) => `“${spelt(address)}”`

const named = ({ title, key }: Pick<DeskArticle, 'title' | 'key'>) =>
  title === null ? quoted(key) : `“${isolated(title)}”`

const moves = (count: number) => `${comments(count)} ${count === 1 ? 'moves' : 'move'}`

/** Whether a move can be taken back: two threads that were made one cannot be told apart again. */
const canMoveBack = ({ way, there }: MovePreview) => way === 'rename' || way === 'swap' || (way === 'merge' && !there)

/** What a move would do, sentence by sentence. */
function preview(seen: MovePreview): string[] {
  const { way, from, to, there, forward } = seen
  const back = canMoveBack(seen)
    ? 'You can move them back afterwards.'
    : 'Two threads that were made one cannot be told apart again: this cannot be undone.'
  const old = forward
    ? `${quoted(from.key)} leads there from then on.`
    : `${quoted(from.key)} begins a thread of its own.`
  const along = 'Replies, votes and waiting comments come along; links to comments go on working.'
  switch (way) {
    case 'none':
      return [from.key === to.key ? 'This is the address of the article itself.' : 'Nothing is left to move.']
    case 'rename':
      return [`The thread gets the address ${quoted(to.key)}, with its ${comments(seen.comments)}.`, along, old, back]
    case 'swap':
      return [
        `The thread gets the address ${quoted(to.key)} back, with its ${comments(seen.comments)}.`,
        ...[along, old, back],
      ]
    case 'merge':
      if (seen.comments === 0) return [`There is no comment to move to ${named(to)}.`, old]
      return [
        `${moves(seen.comments)} to ${named(to)}, which has ${there ? numeral(there) : 'none yet'}.`,
        along,
        old,
        back,
      ]
  }
}

/** Characters of a title that a passing message shows. */
const SHORT = 40

function shortened(title: string | null): string | null {
  const characters = [...(title ?? '')]
  return characters.length > SHORT ? `${characters.slice(0, SHORT).join('').trimEnd()}…` : title
}

/** The words of the page about articles. */
export const articleWords = {
  ...governWords,
  governOf: (article: DeskArticle) => `${governWords.govern} ${named(article)}`,
  governed: (article: DeskArticle, change: GovernChange) =>
    governWords.saved(named({ ...article, title: shortened(article.title) }), article.governed, change),
  heading: 'Articles',
  label: 'List of articles',
  search: 'Find an article',
  searchHint: 'Words of its title, or the beginning of its path',
  found: (count: number) => (count ? `${many(count, 'article', 'articles')} found.` : 'Nothing found.'),
  published: (count: number) => `${numeral(count)} published`,
  end: (count: number) => `That is all: ${many(count, 'article', 'articles')}.`,
  first: (count: number) => `These are the first ${numeral(count)} found. More words find fewer.`,
  none: 'No article yet.',
  noneHint: 'An article appears here with its first comment.',
  nothing: (q: string) => `Nothing found for “${isolated(q)}”.`,
  nothingHint: 'Try other words of its title, or the beginning of its path, such as /news.',
  ownersOnly: 'Only the owners of this site can move comments.',

  move: 'Move comments…',
  moveOf: (article: DeskArticle) => `Move comments… ${named(article)}`,
  panel: 'Move the comments of',
  back: 'Back to the articles',
  to: 'To which article or address?',
  toHint: 'Type words of its title, or paste its address. It may be one where nobody has written yet.',
  suggestions: 'Articles found',
  afterwards: 'Afterwards',
  forward: 'The old address leads to the new place',
  anew: 'The old address begins a thread of its own',
  asking: 'Looking at what would move…',
  what: 'What would happen',
  preview,
  canMoveBack,
  button: ({ way, comments: count }: MovePreview) =>
    way !== 'merge' || count ? `Move ${comments(count)}` : 'Lead the old address there',
  otherWork: 'Another move is going on. This one can begin when it is done.',

  progress: (moved: number, total: number | null) =>
    total === null ? `${comments(moved)} moved` : `${numeral(moved)} of ${comments(total)} moved`,
  moving: 'Moving comments',
  separating: 'Giving each page its own thread',
  stop: 'Stop',
  stopping: 'Stopping…',
  leave: 'You can leave this page: nothing is lost, and the same move does the rest later.',
  stopped: (moved: number, total: number | null) =>
    `Stopped: ${articleWords.progress(moved, total)}. Nothing is lost, and the rest stays where it is.`,
  broken: (why: string) => `${why} What has moved so far has moved; nothing is lost.`,
  goOn: 'Go on',
  silent: 'The server did not answer.',
  wait: (time: string) => `Please try again ${time}.`,

  moved: ({ way, to }: MovePreview, moved: number) =>
    way === 'merge' ? `${comments(moved)} moved to ${named(to)}.` : `The thread is at ${quoted(to.key)} now.`,
  moveBack: 'Move back',
  movedBack: ({ to }: MovePreview) => `Moved back: the thread is at ${quoted(to.key)} again.`,

  warnings: 'Pages that share a thread',
  shared: (pages: number, isMore: boolean, key: string) =>
    `${isMore ? `${numeral(pages)} pages or more` : many(pages, 'page', 'pages')} share the thread of ${quoted(key)}.`,
  sharedWhy: 'Their canonical links all name that address, which is a mistake of many themes.',
  conversations: (count: number) => many(count, 'conversation', 'conversations'),
  allPages: (count: number) => `Show all ${many(count, 'page', 'pages')}`,
  separate: 'Give each page its own thread',
  separateHint:
    'What was written on a page moves to that page, in whole conversations. Canonical links are no longer followed on ' +
    'this site.',
  separated: (moved: number, site: string) =>
    `Each page has its own thread now: ${comments(moved)} moved. Canonical links are no longer followed on ${isolated(site)}.`,
  accept: 'They belong together',
  acceptHint: 'The warning goes, and comes again when twice as many pages share the thread.',
  accepted: 'The warning is gone.',
}
