import type { Ruling } from '../../../server/contract.ts'

/** What the log says of each act. */
const DEED: Record<Exclude<Ruling, 'post' | 'approve' | 'reject' | 'spam' | 'withdraw' | 'restore'>, string> = {
  hold: 'took this back, for readers had reported it',
  reply: 'answered as staff',
  settle: 'found this fine',
  decline: 'declined the appeal',
  pin: 'pinned this',
  unpin: 'unpinned this',
  feature: 'featured this',
  unfeature: 'no longer features this',
  lock: 'locked the conversation',
  unlock: 'unlocked the conversation',
  edit: 'edited this',
  warn: 'warned its author',
  mute: 'muted its author',
  ban: 'banned its author',
  lift: 'lifted what held its author',
}

/** The words of what moderators do beside ruling. */
export const actWords = {
  deed: DEED,
} as const
