import type { Rule } from '../facts.ts'

/** Until so many comments of a guest were published, the guest's comments wait, where the site wishes so. */
export const firstComments: Rule = ({ author, policy }) =>
  policy.holds === 'first' && author.kind === 'guest' && author.publishedCount < policy.firstComments
    ? { verdict: 'hold', reason: 'first_comment' }
    : null
