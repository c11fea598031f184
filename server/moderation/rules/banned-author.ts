import type { Rule } from '../facts.ts'

/** A banned author's comments are refused, and the author is told. */
export const bannedAuthor: Rule = ({ author, now }) =>
  author.bannedUntil !== null && author.bannedUntil > now
    ? {
        verdict: 'refuse',
        reason: 'banned',
        detail: `until ${new Date(author.bannedUntil).toISOString()}`,
        settles: true,
      }
    : null
