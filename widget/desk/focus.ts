import { desk, isNarrow } from './state.ts'

let wanted = 0
/** Whether the keyboard's focus was on the desk before something was drawn. */
let wasHere = false
let isPressed = false

const setPressed = (isDown: boolean) => {
  isPressed = isDown
}

addEventListener('focusin', () => {
  wasHere = true
})
addEventListener('pointerdown', () => setPressed(true), true)
addEventListener('pointerup', () => setPressed(false), true)
addEventListener('pointercancel', () => setPressed(false), true)
addEventListener('focusout', () => {
  // A press beside everything lets go of the focus on purpose; an element that was taken away lost it.
  if (isPressed) wasHere = false
})

/** Where the focus belongs, first the best: what is in front, else the row one was at, else the words above or instead. */
function places(): string[] {
  const { page, move, isCaseOpen } = desk()
  if (move) return ['#move-to', '#move-heading']
  if (page === 'articles') return ['[data-at="true"] .article-move', '.articles-heading']
  if (page !== 'queue') return ['.log-heading']
  return isNarrow() && isCaseOpen ? ['.case-name'] : ['.row-open[aria-current]', '.list-words']
}

/** The first of these places that there is. */
function place(): HTMLElement | null {
  for (const selector of places()) {
    const found = document.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return null
}

/** After each drawing: gives the focus to the case at the cursor when that was asked for, and never loses it. */
export function keepFocus(): void {
  const isAsked = wanted !== desk().focus
  wanted = desk().focus
  const isLost = wasHere && document.activeElement === document.body
  const { isHelpOpen, isMenuOpen, isNotifying, isAskingWhy, governing, acts } = desk()
  const isCovered = isHelpOpen || isMenuOpen || isNotifying || isAskingWhy || governing || acts.panel || acts.isMenuOpen
  if (isCovered || !(isAsked || isLost)) return
  const element = place()
  if (!element) return
  element.focus({ preventScroll: true })
  element.closest('.row')?.scrollIntoView({ block: 'nearest' })
}
