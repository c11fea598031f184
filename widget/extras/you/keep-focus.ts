import type { Conversation } from '../../embed/conversation.ts'

/** Gives the focus to what the chosen tab shows, if the button that had it is gone once this is drawn. */
export function keepFocus({ place }: Conversation): void {
  setTimeout(() => {
    const shadow = place.element.shadowRoot!
    if (!shadow.activeElement) shadow.getElementById('panel')?.focus()
  })
}
