import type { Conversation } from '../../embed/conversation.ts'
import type { Identity } from '../../embed/identity.ts'

/** Draws a thread as the reader sees it who is there now, or as a stranger does. Settled once it is. */
export function turnHere(conversation: Conversation, identity: Identity | null, isKept: boolean): Promise<void> {
  conversation.mine.clear()
  conversation.waiting = []
  conversation.standing = conversation.granted = undefined
  conversation.change({ identity, isKept })
  return conversation.load()
}

/** Does so, and with all threads of the site on this page. */
export function turnTo(conversation: Conversation, identity: Identity | null, isKept: boolean): Promise<void> {
  const { element, query } = conversation.place
  for (const each of document.querySelectorAll<typeof element>('parley-thread')) {
    if (each !== element && each.getAttribute('site') === query.site) each.reopen?.()
  }
  return turnHere(conversation, identity, isKept)
}
