import { REJECT_REASONS, TABS, type Tab } from '../../server/contract.ts'
import { closeMenu, toggleMenu } from './acts/panels.ts'
import { rejectFor, rejectInWords } from './acts/rejecting.ts'
import { findArticle, governArticleAtHand, moveArticleAtHand, stepArticle } from './articles/at-hand.ts'
import { closeMove } from './articles/moving.ts'
import { openAuthorWork } from './author-work.ts'
import { closeCase, step, toggle, wantFocus } from './cursor.ts'
import { goBetween, showQueue } from './going.ts'
import { keyMeant } from './key-meant.ts'
import { currentList } from './lists.ts'
import type { Page } from './place.ts'
import { showHeld } from './queue.ts'
import { decide, letStand, mayDecide, targets, undo } from './ruling.ts'
import { change, desk, isNarrow } from './state.ts'
import { dismiss, tell } from './toasts.ts'
import { words } from './words.ts'

/** Whether what has the focus takes letters for itself. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

/** Opens the choice of reasons, if there is something to reject. */
export function askWhy(): void {
  const isAskingWhy = !desk().isAskingWhy && targets().some(one => mayDecide('reject', one))
  if (isAskingWhy || desk().isAskingWhy) change({ isAskingWhy })
  else if (currentList()?.cases.length) tell({ tone: 'quiet', text: words.toast.nothingAllowed })
}

/** Leaves the choice of reasons and gives the focus back to the case. */
export function stopAsking(): void {
  if (!desk().isAskingWhy) return
  change({ isAskingWhy: false })
  wantFocus()
}

function toggleHere(): void {
  const cursor = currentList()?.cursor
  if (cursor != null) toggle(cursor)
}

/** Esc goes one thing back at a time, from what lies on top. */
function goBack(): void {
  const { isAskingWhy, chosen, isCaseOpen, move, toasts, acts } = desk()
  const last = toasts[toasts.length - 1]
  if (isAskingWhy) stopAsking()
  else if (acts.isMenuOpen) closeMenu()
  else if (move) closeMove()
  else if (chosen.size) change({ chosen: new Set() })
  else if (isCaseOpen && isNarrow()) closeCase()
  else if (last) dismiss(last.id)
}

/** Does what the message on screen offers to take back, where there is one. */
function takeBack(): void {
  const offer = desk().toasts.find(({ action }) => action?.key === 'u')
  if (!offer) return
  dismiss(offer.id)
  offer.action!.run()
}

function goToTab(tab: Tab): void {
  const { site } = desk()
  if (site === null) return
  showQueue(site, tab)
  wantFocus()
}

/** Goes to the field in which one searches the queue. */
function findComment(): void {
  const field = document.querySelector<HTMLInputElement>('#queue-search')
  field?.focus()
  field?.select()
}

const ANYWHERE: Record<string, () => void> = {
  g: () => goBetween('articles'),
  h: () => goBetween('log'),
  p: () => goBetween('policy'),
  e: () => goBetween('site'),
  t: () => goBetween('people'),
  y: () => goBetween('you'),
  '?': () => change({ isHelpOpen: true }),
  Escape: goBack,
}

/** What each key does on each page; a key that is held down only moves. */
const DOES: Record<Page, Record<string, () => void>> = {
  queue: {
    ...ANYWHERE,
    j: () => step(1),
    k: () => step(-1),
    a: letStand,
    r: askWhy,
    s: () => decide('spam'),
    m: toggleMenu,
    u: undo,
    x: toggleHere,
    f: findComment,
    n: () => void showHeld(),
    b: openAuthorWork,
    ...Object.fromEntries(TABS.map((tab, at) => [String(at + 1), () => goToTab(tab)])),
  },
  articles: {
    ...ANYWHERE,
    j: () => stepArticle(1),
    k: () => stepArticle(-1),
    f: findArticle,
    m: moveArticleAtHand,
    o: governArticleAtHand,
    u: takeBack,
  },
  log: ANYWHERE,
  policy: { ...ANYWHERE, u: takeBack },
  site: { ...ANYWHERE, u: takeBack },
  people: { ...ANYWHERE, u: takeBack },
  you: ANYWHERE,
  keys: ANYWHERE,
  webhooks: ANYWHERE,
  mail: ANYWHERE,
  export: ANYWHERE,
  imports: ANYWHERE,
  privacy: ANYWHERE,
  words: ANYWHERE,
}

/** Hears every key of the page. */
export function onKey(event: KeyboardEvent): void {
  const { phase, page, isHelpOpen, isMenuOpen, isNotifying, isAskingWhy, authorWork, acts, governing } = desk()
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  // An open dialog has its own keys.
  if (phase !== 'desk' || authorWork || acts.panel || takesLetters(event.target)) return
  const key = keyMeant(event)
  if (isNotifying || isMenuOpen) return
  if (governing) {
    if (key === 'u') takeBack()
    return
  }
  if (isHelpOpen) {
    if (key === '?' || key === 'Escape') change({ isHelpOpen: false })
    return
  }
  if (event.repeat && key !== 'j' && key !== 'k') return
  if (isAskingWhy && key !== 'Escape') {
    const reason = REJECT_REASONS[Number(key) - 1]
    if (reason) rejectFor(reason)
    else if (key === 'w') rejectInWords()
    if (reason || key === 'w') event.preventDefault()
    return
  }
  if (acts.isMenuOpen && key !== 'Escape' && key !== 'm') return
  const act = DOES[page][key]
  if (!act) return
  event.preventDefault()
  act()
}
