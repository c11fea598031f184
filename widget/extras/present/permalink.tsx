import type { CommentPlace } from '../../../server/contract.ts'
import type { Branch, Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Refusal } from '../../shared/call.ts'
import { joinBranches, joinReplies } from './join.ts'
import { rootOf } from './locale.ts'
import { renew } from './renew.ts'

/**
 * Leads the reader to one comment of this thread: brings its branch in if it has not come yet, scrolls there and gives
 * it the focus. A comment of another thread is left to the thread whose it is; one that is gone is told kindly.
 * @param fragment how the address ends that named it: another system may have meant another one by it
 */
export async function lead(conversation: Conversation, id: string, fragment?: string): Promise<void> {
  conversation.change({ notice: null })
  const known = conversation.state.branches.find(branch => holds(branch, id))
  if (known) return focus(conversation, known, id)
  const other = async () => (await import('../moved/moved.tsx')).moved(conversation, fragment)
  // Numbers are what other systems count by; one of ours is hardly ever without a letter.
  if (fragment && /^\d+$/.test(id)) return other()
  try {
    const found = await ask(conversation, id)
    if (found.article.key !== conversation.article.key) return
    const { root } = found.comment
    const old = conversation.state.branches.find(branch => branch.root.id === root)
    const chain = [...found.ancestors, found.comment]
    const top = chain[0]!.parent === null ? chain[0]! : (await ask(conversation, root)).comment
    // The first page of its replies has not been looked at: from there on they can be loaded.
    const branch: Branch = old ?? { root: top, replies: [], more: top.replies > 0 ? '0' : null, moreState: 'idle' }
    const whole = joinReplies(branch, chain.filter(comment => comment.parent !== null) as Shown[])
    conversation.change({ branches: joinBranches(conversation.state.branches, [whole], conversation.place.sort) })
    focus(conversation, whole, id)
  } catch (error) {
    if (!/^(unknown_comment|bad_request)$/.test((error as Refusal).problem?.code ?? '')) return
    return other()
  }
}

const ask = (conversation: Conversation, id: string) =>
  conversation.read<CommentPlace>(`/api/comments/${encodeURIComponent(id)}`, {})

const holds = ({ root, replies }: Branch, id: string) => root.id === id || replies.some(reply => reply.id === id)

/** Draws the comment and its branch anew, so that it takes the focus. */
export function focus(conversation: Conversation, { root }: Branch, id: string): void {
  // What is only guessed to be so high would move the comment away as soon as it is drawn.
  rootOf(conversation).style.setProperty('--led', 'visible')
  conversation.target = id
  renew(conversation, comment => comment.id === id || comment.parent === null, root.id)
}
