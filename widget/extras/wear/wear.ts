import type { Conversation } from '../../embed/conversation.ts'
import { sayInOwnWords } from './own-words.ts'

const worn = new WeakMap<HTMLElement, CSSStyleSheet>()

/** Gives a thread the look and the words that its site has. */
export function wear({ place: { element }, policy: { theme, words } }: Conversation): void {
  if (theme) look(element, theme)
  if (words) sayInOwnWords(element, words)
}

/** Sets each property that the page leaves open. */
function look(element: HTMLElement, theme: string): void {
  const root = element.shadowRoot!
  const sheet = worn.get(element) ?? new CSSStyleSheet()
  sheet.replaceSync(':host{}')
  worn.set(element, sheet)
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const { style } = sheet.cssRules[0] as CSSStyleRule
  // Read before anything is set: of what the page says nothing is covered.
  const open = [...new URLSearchParams(theme)].filter(
    ([name]) => !getComputedStyle(element).getPropertyValue(`--parley-${name}`).trim(),
  )
  for (const [name, value] of open) style.setProperty(`--parley-${name}`, value)
}
