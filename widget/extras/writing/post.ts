import { type CommentAnswer, LIMITS, type PostRequest } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { call } from '../../shared/call.ts'
import { introduce } from '../present/identity.ts'
import { find, place } from './mine.ts'
import { titleOf } from './title.ts'

/** Lets what others change in the thread wait until what is sent now is answered and on screen. */
export function first<T>(conversation: Conversation, answer: Promise<T>): Promise<T> {
  conversation.sending = Promise.allSettled([conversation.sending, answer])
  return answer
}

/** Puts an own comment on screen, as it now stands, and tells the page if that changed the count. */
export function show(conversation: Conversation, comment: Shown, counted: number): void {
  const { state } = conversation
  const branches = place(state.branches, comment, conversation.place.sort) ?? state.branches
  const count = state.count + counted
  conversation.target = comment.id
  conversation.change({ branches, count })
  if (counted) conversation.tell('count', { count })
}

/** Posts a comment and shows it in its place, where it takes the focus. Throws `Refusal`. */
export async function post(
  conversation: Conversation,
  written: Pick<PostRequest, 'text' | 'parent' | 'typing' | 'mentions'> & {
    name: string
    key: string
    proofs?: Pick<PostRequest, 'proof' | 'captcha'> | undefined
  },
): Promise<Shown> {
  const { origin, query } = conversation.place
  const { parent, text, name, typing, proofs, mentions, key } = written
  const token = introduce(conversation, name)
  const body: PostRequest = {
    ...query,
    title: titleOf(conversation.place)?.slice(0, LIMITS.titleGraphemes),
    parent,
    text,
    name: name || undefined,
    typing,
    ...proofs,
    mentions,
  }
  const headers = { 'idempotency-key': key }
  const options = { body, token, headers, credentials: 'omit' } as const
  const { comment } = await first(conversation, call<CommentAnswer>(origin, 'POST', '/api/comments', options))
  const isNew = !find(conversation.state.branches, comment.id)
  conversation.mine.add(comment.id)
  // The answer to a retry is older than it seems: the greatest difference is the nearest.
  conversation.ahead = Math.max(conversation.ahead ?? Number.NEGATIVE_INFINITY, comment.createdAt - Date.now())
  show(conversation, { ...comment, isMine: true }, Number(isNew && comment.status === 'published'))
  conversation.tell('posted', { id: comment.id, parent: comment.parent, status: comment.status })
  return comment
}
