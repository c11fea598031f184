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

/** The place for the focus: the case where it is in front, else the row at the cursor, else the words of an empty list. */
function place(): HTMLElement | null {
  const isCase = isNarrow() && desk().isCaseOpen
  const selectors = isCase ? ['.case-name'] : ['.row-open[aria-current]', '.list-words']
  for (const selector of selectors) {
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
  if (desk().isHelpOpen || desk().isAskingWhy || !(isAsked || isLost)) return
  const element = place()
  if (!element) return
  element.focus({ preventScroll: true })
  element.closest('.row')?.scrollIntoView({ block: 'nearest' })
}
