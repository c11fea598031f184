import type { DeskArticle, MovePreview } from '../../../server/contract.ts'
import { isolated, piece } from '../phrases.ts'
import { readable } from '../web-address.ts'
import { english } from './english.ts'
import { governOf } from './govern-words.ts'
import type { GovernChange } from './state.ts'

const own = piece('articles', english)

/** A key or address inside a sentence: an island that runs from left to right, its parts islands in it. */
function spelt(address: string): string {
  const parts = readable(address).split('/')
  return `\u2066${parts.map(part => part && isolated(part)).join('/')}\u2069`
}

const named = ({ title, key }: Pick<DeskArticle, 'title' | 'key'>) => (title === null ? spelt(key) : isolated(title))

/** Whether a move can be taken back: two threads that were made one cannot be told apart again. */
const canMoveBack = ({ way, there }: MovePreview) => way === 'rename' || way === 'swap' || (way === 'merge' && !there)

/** What a move would do, sentence by sentence. */
function preview(seen: MovePreview): string[] {
  const { way, from, to, there, forward, comments: n } = seen
  const { would } = own
  if (way === 'none') return [from.key === to.key ? would.itself : would.nothing]
  const old = would[forward ? 'forward' : 'anew'](spelt(from.key))
  const rest = [would.along, old, canMoveBack(seen) ? would.back : would.forGood]
  if (way !== 'merge') return [would[way]({ n, to: spelt(to.key) }), ...rest]
  if (n === 0) return [would.none(named(to)), old]
  return [there ? would.merge({ n, to: named(to), there }) : would.fill({ n, to: named(to) }), ...rest]
}

/** Characters of a title that a passing message shows. */
const SHORT = 40

function shortened(title: string | null): string | null {
  const characters = [...(title ?? '')]
  return characters.length > SHORT ? `${characters.slice(0, SHORT).join('').trimEnd()}…` : title
}

function progressOf(moved: number, total: number | null): string {
  return total === null ? own.progress(moved) : own.progressOf({ n: total, moved })
}

export const articleWords = Object.assign(own, {
  ...governOf(own),
  canMoveBack,
  preview,
  progressIn: progressOf,
  governNamed: (article: DeskArticle) => own.governOf(named(article)),
  governed(article: DeskArticle, change: GovernChange): string {
    const title = named({ ...article, title: shortened(article.title) })
    return governOf(own).savedOf(title, article.governed, change)
  },
  moveNamed: (article: DeskArticle) => own.moveOf(named(article)),
  foundOf: (n: number) => (n ? own.found(n) : own.foundNone),
  buttonOf: ({ way, comments }: MovePreview) => (way !== 'merge' || comments ? own.button(comments) : own.buttonNone),
  stoppedAt: (moved: number, total: number | null) => own.stopped(progressOf(moved, total)),
  movedTo: ({ way, to }: MovePreview, n: number) =>
    way === 'merge' ? own.moved({ n, to: named(to) }) : own.renamed(spelt(to.key)),
  backAt: ({ to }: MovePreview) => own.movedBack(spelt(to.key)),
  sharedBy: (n: number, isMore: boolean, key: string) => own[isMore ? 'sharedMore' : 'shared']({ n, key: spelt(key) }),
})
