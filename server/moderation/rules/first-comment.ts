import type { Rule } from '../facts.ts'

/** Until one comment of a guest was published, the guest's comments wait, where the site wishes so. */
export const firstComment: Rule = ({ author, policy }) =>
  policy.holds === 'first' && author.kind === 'guest' && author.publishedCount === 0
    ? { verdict: 'hold', reason: 'first_comment' }
    : null
