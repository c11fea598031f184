import type { DeskArticle, MovePreview, MoveProgress } from '../../../server/contract.ts'
import { keepAddress } from '../address-bar.ts'
import { ask, showsDoor } from '../asking.ts'
import { wantFocus } from '../cursor.ts'
import { isOwner } from '../me.ts'
import { refreshSoon } from '../queue.ts'
import { change, desk, say } from '../state.ts'
import { tell } from '../toasts.ts'
import { readable } from '../web-address.ts'
import { words } from '../words.ts'
import { askArticles, changeArticles, loadArticles } from './listing.ts'
import type { Move } from './state.ts'
import { troubleOf } from './trouble.ts'
import { type End, work } from './working.ts'

/** What `history.state` says while the panel is open. */
const IN_FRONT = 'move'
/** How long a pause in typing is taken for the end of a word, and of an address. */
const WORD = 200
const ADDRESS = 700
const SUGGESTED = 8

/** Rise with every question for a preview and with every letter typed, so that late answers to earlier ones are known. */
let turn = 0
let letters = 0
let wordEnd: ReturnType<typeof setTimeout> | undefined
let addressEnd: ReturnType<typeof setTimeout> | undefined

function changeMove(part: Partial<Move>): void {
  const { move } = desk()
  if (move) change({ move: { ...move, ...part } })
}

/** Whatever is under way for the field is for what stood there before. */
function forgetQuestions(): void {
  turn++
  letters++
  clearTimeout(wordEnd)
  clearTimeout(addressEnd)
}

/** Opens the panel for an article's comments as a page that one can go back from. */
export function openMove(from: string): void {
  if (!isOwner() || desk().move?.from === from) return
  const isOpen = desk().move !== null
  showMove({ from, to: '', isForward: true })
  keepAddress(isOpen ? 'replace' : 'push', IN_FRONT)
  wantFocus()
}

/** Puts a move on screen that the address names, or none. */
export function showMove(place: { from: string; to: string; isForward: boolean } | null): void {
  forgetQuestions()
  const move = desk().move
  if (!place || !isOwner()) {
    if (move) change({ move: null })
    return
  }
  const { from, to, isForward } = place
  change({
    move: {
      ...{ from, isForward, text: readable(to), to: to || null },
      ...{ suggestions: [], isAsking: false, preview: null, trouble: null },
    },
  })
  changeArticles({ at: from })
  if (to) void preview()
}

/** Closes the panel; what is under way goes on. */
export function closeMove(): void {
  if (!desk().move) return
  forgetQuestions()
  change({ move: null })
  if (history.state === IN_FRONT) history.back()
  else keepAddress('replace')
  wantFocus()
}

/** Follows what is typed: suggests articles, and looks at an address once it seems to be whole. */
export function typeTarget(text: string): void {
  forgetQuestions()
  changeMove({ text, to: null, preview: null, trouble: null, isAsking: false })
  const q = text.trim()
  if (!q) changeMove({ suggestions: [] })
  if (!q) return
  wordEnd = setTimeout(() => void suggest(q), WORD)
  if (/^(?:\/|=|https?:\/\/)./i.test(q)) addressEnd = setTimeout(settle, ADDRESS)
}

async function suggest(q: string): Promise<void> {
  const { site, move } = desk()
  const mine = letters
  if (site === null || !move) return
  try {
    const { articles } = await askArticles(site, { q })
    if (mine !== letters) return
    changeMove({ suggestions: articles.filter(({ key }) => key !== move.from).slice(0, SUGGESTED) })
  } catch (error) {
    showsDoor(error)
  }
}

/** Takes one of the suggestions. */
export function pick({ key }: DeskArticle): void {
  forgetQuestions()
  changeMove({ text: readable(key), to: key, suggestions: [] })
  keepAddress('replace')
  void preview()
}

/** Takes what stands in the field for the other address. */
export function settle(): void {
  const { move } = desk()
  const to = move?.text.trim()
  if (!move || !to || move.to !== null) return
  clearTimeout(addressEnd)
  changeMove({ to })
  keepAddress('replace')
  void preview()
}

/** Chooses whether the old address leads to the new place. */
export function choose(isForward: boolean): void {
  if (!desk().move) return
  forgetQuestions()
  changeMove({ isForward, preview: null })
  keepAddress('replace')
  if (desk().move?.to) void preview()
}

async function preview(): Promise<void> {
  const { site, move } = desk()
  if (site === null || !move?.to) return
  const mine = ++turn
  changeMove({ isAsking: true, preview: null, trouble: null })
  try {
    const query = { site, from: move.from, to: move.to, forward: move.isForward ? 'yes' : 'no' }
    const seen = await ask<MovePreview>('GET', 'moves', { query })
    if (mine !== turn) return
    changeMove({ preview: seen, isAsking: false })
    say(words.articles.preview(seen).join(' '))
  } catch (error) {
    if (mine !== turn || showsDoor(error)) return
    changeMove({ trouble: troubleOf(error), isAsking: false })
  }
}

/** Makes the move that the panel shows. */
export function makeMove(): void {
  const { site, move, work: other } = desk()
  if (site === null || !move?.preview || other) return
  void carryOut(site, move.preview)
}

/** Makes a move as far as it goes, and says how it ended. */
async function carryOut(site: string, seen: MovePreview, isBack = false): Promise<void> {
  const { from, to, forward, comments } = seen
  const body = { site, from: from.key, to: to.key, forward }
  const end = await work({ site, kind: 'move', key: from.key, total: comments }, () =>
    ask<MoveProgress>('POST', 'moves', { body }),
  )
  if (end.how === 'out') return
  if (desk().site === site) {
    // Comments that are on screen elsewhere on the desk may stand under another article now.
    change({ details: {} })
    refreshSoon(0)
    void loadArticles()
    if (end.how !== 'done') void preview()
    else if (desk().move?.from === from.key) closeMove()
  }
  if (end.how === 'done') tellDone(site, seen, end.moved, isBack)
  else {
    const rest = { ...seen, comments: Math.max(0, comments - end.moved) }
    tellUndone(end, comments, () => void carryOut(site, rest, isBack))
  }
}

function tellDone(site: string, seen: MovePreview, moved: number, isBack: boolean): void {
  const text = isBack ? words.articles.backAt(seen) : words.articles.movedTo(seen, moved)
  const back = words.articles.canMoveBack(seen) && !isBack ? opposite(seen) : null
  const run = () => {
    if (back && !desk().work) void carryOut(site, back, true)
  }
  tell({ tone: 'quiet', text, ...(back && { action: { label: words.articles.moveBack, key: 'u', run } }) })
}

/** The move that takes another one back, so that each address is what it was. */
const opposite = (seen: MovePreview): MovePreview => ({
  ...seen,
  from: seen.to,
  to: seen.from,
  forward: seen.way === 'swap',
})

/** Says what became of work that did not come to its end, with the way to go on with it. */
export function tellUndone(end: Exclude<End, { how: 'done' | 'out' }>, total: number | null, goOn: () => void): void {
  const run = () => {
    if (!desk().work) goOn()
  }
  const action = { label: words.articles.goOn, run }
  if (end.how === 'stopped') tell({ tone: 'quiet', text: words.articles.stoppedAt(end.moved, total), action })
  else tell({ tone: 'trouble', text: words.articles.broken(end.why), action })
}
