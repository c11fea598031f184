import type { Rule } from '../facts.ts'

/** A muted author's comments wait, and the author is told. */
export const mutedAuthor: Rule = ({ author, now }) =>
  author.mutedUntil !== null && author.mutedUntil > now ? { verdict: 'hold', reason: 'muted' } : null
