import type { Replies } from '../../../server/contract.ts'
import { type Branch, toBranches } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { joinBranches, joinReplies } from './join.ts'

/** Brings in the next page, or the next replies of a branch; the first comment of them takes the focus. Throws `Refusal`. */
export async function more(conversation: Conversation, branch?: Branch): Promise<void> {
  if (branch) await moreReplies(conversation, branch)
  else await morePage(conversation)
  const { writing } = conversation.state
  if (writing) writing.settle(conversation)
}

async function morePage(conversation: Conversation): Promise<void> {
  const page = await conversation.readPage(conversation.state.next)
  if (!page) return
  const { comments, next } = page
  conversation.target = comments[0]?.id
  const branches = joinBranches(conversation.state.branches, toBranches(comments), conversation.place.sort, true)
  conversation.change({ branches, next, moreState: 'idle' })
}

async function moreReplies(conversation: Conversation, { root: { id }, more: after }: Branch): Promise<void> {
  const path = `/api/comments/${encodeURIComponent(id)}/replies`
  const { comments, next } = await conversation.read<Replies>(path, { after })
  conversation.target = comments[0]?.id
  const joined = (branch: Branch): Branch =>
    branch.root.id === id ? { ...joinReplies(branch, comments), more: next, moreState: 'idle' } : branch
  conversation.change({ branches: conversation.state.branches.map(joined) })
}
