import type { Conversation } from '../../embed/conversation.ts'

/** Signs the reader in whom the site's own login names by the element's `token`, and out again when that goes. */
export function followLogin(conversation: Conversation): void {
  const { element } = conversation.place
  const { signal } = conversation.gone
  // The thread may have gone while this was on its way.
  if (signal.aborted) return
  const look = async () => {
    try {
      ;(await import('../sign-in/host.ts')).turnToHost(conversation)
    } catch {
      // One can write as a guest.
    }
  }
  const observer = new MutationObserver(look)
  observer.observe(element, { attributeFilter: ['token'] })
  signal.addEventListener('abort', () => observer.disconnect())
  if (element.getAttribute('token')) look()
}
