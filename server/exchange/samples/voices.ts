import type { Reason, Status } from '../../contract.ts'

/** A sample comment with the replies it got. Only a published one can have any: nobody else saw the others. */
export interface Said {
  author: string | null
  minutesAgo: number
  text: string
  status: Exclude<Status, 'withdrawn'>
  reason: Reason | null
  replies: readonly Said[]
}

/** A comment that everybody can read, and its replies. */
export const published = (
  author: string | null,
  minutesAgo: number,
  text: string,
  replies: readonly Said[] = [],
): Said => ({ author, minutesAgo, text, status: 'published', reason: null, replies })

/** A comment that nobody has ruled on yet. */
export const waiting = (author: string | null, minutesAgo: number, text: string): Said => ({
  author,
  minutesAgo,
  text,
  status: 'pending',
  reason: null,
  replies: [],
})

/** A comment that was refused, and why. */
export const rejected = (reason: Reason, author: string | null, minutesAgo: number, text: string): Said => ({
  author,
  minutesAgo,
  text,
  status: 'rejected',
  reason,
  replies: [],
})

/** A comment that was marked as spam. */
export const spam = (author: string | null, minutesAgo: number, text: string): Said => ({
  author,
  minutesAgo,
  text,
  status: 'spam',
  reason: 'spam',
  replies: [],
})
