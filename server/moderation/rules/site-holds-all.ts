import type { Rule } from '../facts.ts'

/** The site looks at every comment before it is public. */
export const siteHoldsAll: Rule = ({ policy }) =>
  policy.holds === 'all' ? { verdict: 'hold', reason: 'premoderated' } : null
