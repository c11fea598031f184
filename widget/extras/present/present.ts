import type { Conversation } from '../../embed/conversation.ts'
import { follow } from './follow.ts'
import { watch } from './live.tsx'
import { lead } from './permalink.tsx'

export { follow }

const staying = new WeakSet<Conversation>()

/** Keeps a thread that is on screen present: it leads to the comment that the address names, and follows what changes. */
export function stay(conversation: Conversation): void {
  const toTarget = () => {
    const id = /^#comment-(\w+)$/.exec(location.hash)?.[1]
    if (id) lead(conversation, id)
  }
  toTarget()
  // A thread that was loaded again after a failure is followed already.
  if (staying.has(conversation)) return
  staying.add(conversation)
  addEventListener('hashchange', toTarget, { signal: conversation.gone.signal })
  follow(conversation)
  watch(conversation)
}
