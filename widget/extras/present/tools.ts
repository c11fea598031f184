import type { Conversation } from '../../embed/conversation.ts'
import { meet } from './kept.ts'
import { renew } from './renew.ts'

/** Brings a thread on screen its tools, a branch in each task: all at once would hold up a reader who scrolls. */
export async function bringTools(conversation: Conversation): Promise<void> {
  meet(conversation)
  if (conversation.tools) return
  const { tools } = await import('../acts/acts.tsx')
  conversation.tools = tools
  for (const { root } of conversation.state.branches) {
    await new Promise(resolve => setTimeout(resolve))
    renew(conversation, () => true, root.id)
  }
}
