import type { Me, Sort } from '../../../server/contract.ts'
import type { Branch, Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { joinBranches, joinReplies } from '../present/join.ts'
import { sendAgain } from './again.ts'

/** The comment with this id, if it is on screen. */
export const find = (branches: Branch[], id: string): Shown | undefined =>
  branches.flatMap(({ root, replies }) => [root, ...replies]).find(shown => shown.id === id)

/** Puts a comment in its place, anew or instead of the one with its id; answers null if its branch is not here. */
export function place(branches: Branch[], comment: Shown, sort: Sort): Branch[] | null {
  const { root, parent } = comment
  const found = branches.find(branch => branch.root.id === root)
  if (!found) {
    if (parent !== null) return null
    return joinBranches(branches, [{ root: comment, replies: [], more: null, moreState: 'idle' }], sort)
  }
  const changed = parent === null ? { ...found, root: comment } : joinReplies(found, [comment])
  return branches.map(branch => (branch === found ? changed : branch))
}

/** Brings in the reader's own part of a thread. */
export function meet(conversation: Conversation, me: Me): void {
  for (const id of [...me.published, ...me.unpublished.map(comment => comment.id)]) conversation.mine.add(id)
  conversation.waiting = me.unpublished
  conversation.standing = me.standing
  conversation.granted = me.granted
  conversation.rules = me.rules
  conversation.ahead = me.now - Date.now()
  settle(conversation)
  void sendAgain(conversation)
}

/** Marks the reader's own comments, and places the waiting ones whose branch has come. */
export function settle(conversation: Conversation): void {
  const { mine, place: where, state } = conversation
  const mark = (shown: Shown) => (mine.has(shown.id) && !shown.isMine ? { ...shown, isMine: true } : shown)
  let branches = state.branches.map(branch => {
    const root = mark(branch.root)
    const replies = branch.replies.map(mark)
    const isSame = root === branch.root && replies.every((reply, at) => reply === branch.replies[at])
    return isSame ? branch : { ...branch, root, replies }
  })
  conversation.waiting = conversation.waiting.filter(comment => {
    const shown = find(branches, comment.id)
    // The public page may be the younger of the two answers; of a stub, its author may know what it was.
    if (shown?.author) return false
    const placed = place(branches, { ...comment, replies: shown?.replies ?? 0, isMine: true }, where.sort)
    const isPastTheEnd = state.next !== null && placed?.[placed.length - 1]?.root.id === comment.id
    if (!placed || isPastTheEnd) return true
    branches = placed
    return false
  })
  conversation.change({ branches })
}
