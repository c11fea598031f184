import type { Branch, Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'

/** Draws the comments that are meant anew, and their branches; only those of one root, if one is given. */
export function renew(conversation: Conversation, isMeant: (comment: Shown) => boolean, root?: string): void {
  const anew = (comment: Shown): Shown => (isMeant(comment) ? { ...comment } : comment)
  const branches = conversation.state.branches.map((branch): Branch => {
    const isConcerned = root ? branch.root.id === root : [branch.root, ...branch.replies].some(isMeant)
    return isConcerned ? { ...branch, root: anew(branch.root), replies: branch.replies.map(anew) } : branch
  })
  conversation.change({ branches })
}
