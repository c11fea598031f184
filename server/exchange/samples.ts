import type { Reason, Status } from '../contract.ts'
import { UNDER_THE_ENGLISH_ARTICLE } from './samples/english.ts'
import { UNDER_THE_PERSIAN_ARTICLE } from './samples/persian.ts'
import type { Said } from './samples/voices.ts'

/** One of the sample comments that an empty queue of the demo site offers to load. */
export interface Sample {
  article: 'en' | 'fa'
  author: string | null
  text: string
  /** Index of an earlier sample under the same article, always a published one. */
  replyTo: number | null
  status: Exclude<Status, 'withdrawn'>
  /** Why it was refused; null unless it is spam or rejected. */
  reason: Reason | null
  /** At least 1; a reply is always younger than what it answers. */
  minutesAgo: number
}

interface Placed {
  article: Sample['article']
  said: Said
  parent: Said | null
}

function placed(article: Sample['article'], all: readonly Said[], parent: Said | null = null): Placed[] {
  return all.flatMap(said => [{ article, said, parent }, ...placed(article, said.replies, said)])
}

/** Both conversations as one list in the order in which they were written, so that a parent always comes first. */
function inOrder(all: Placed[]): Sample[] {
  const written = all.toSorted((a, b) => b.said.minutesAgo - a.said.minutesAgo)
  const indexOf = new Map(written.map(({ said }, index) => [said, index]))
  return written.map(({ article, said: { replies: _, ...sample }, parent }) => ({
    ...sample,
    article,
    replyTo: parent && (indexOf.get(parent) ?? null),
  }))
}

/** 200 comments in four languages: threads, a quarrel, a campaign, a wave of spam. Every person in them is invented. */
export const SAMPLES: readonly Sample[] = inOrder([
  ...placed('en', UNDER_THE_ENGLISH_ARTICLE),
  ...placed('fa', UNDER_THE_PERSIAN_ARTICLE),
])
