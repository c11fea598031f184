import type { SeenRequest, VoteCount } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { call } from '../../shared/call.ts'
import { focus } from './permalink.tsx'
import { renew } from './renew.ts'

/** A comment's votes as they are drawn; the reader's own is among the counts. */
export interface Stand extends VoteCount {
  mine: 1 | 0 | -1
}

/** What this reader has in a thread beside comments. */
export interface Kept {
  votes: Map<string, Stand>
  /** The reader's own votes as the server last told them, until their comments are drawn. */
  mine: Record<string, 1 | -1>
  /** Avatars of those whom the reader has muted. */
  muted: Set<number>
  /** Comments of theirs that the reader wishes to see all the same. */
  seen: Set<string>
  /** Followed conversations by root; `''` is the whole thread. */
  follows: Set<string>
}

const all = new WeakMap<Conversation, Kept>()

/** What is kept of a thread; made when it is first asked for. */
export function keptOf(conversation: Conversation): Kept {
  const kept = all.get(conversation) ?? {
    votes: new Map(),
    mine: {},
    muted: new Set(),
    seen: new Set(),
    follows: new Set(),
  }
  all.set(conversation, kept)
  return kept
}

/** Brings in what the reader has in a thread beside comments, and says that what is followed here was looked at. */
export function meet(conversation: Conversation): void {
  const { me, place, state } = conversation
  const kept = keptOf(conversation)
  // What comes anew stands as it does now; a stranger has nothing.
  kept.votes.clear()
  kept.mine = me?.votes ?? {}
  kept.muted = new Set(me?.muted)
  kept.follows = new Set([...(me?.follows.thread ? [''] : []), ...(me?.follows.roots ?? [])])
  if (conversation.tools) renew(conversation, () => true)
  if (kept.follows.size === 0) return
  const body: SeenRequest = place.query
  const options = { body, token: state.identity?.token, credentials: 'omit' } as const
  call(place.origin, 'POST', '/api/follows/seen', options).catch(() => {})
}

/** Mutes the author of a comment for the reader's eyes, or shows them again, wherever they stand in the thread. */
export function veilAll(conversation: Conversation, { author, id, root }: Shown, isMuted: boolean): void {
  const { muted, seen } = keptOf(conversation)
  const { avatar } = author!
  if (isMuted) muted.add(avatar)
  else muted.delete(avatar)
  seen.clear()
  renew(conversation, each => each.author?.avatar === avatar)
  const branch = conversation.state.branches.find(each => each.root.id === root)
  if (branch) focus(conversation, branch, id)
}
