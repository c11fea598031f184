import type { Rule } from '../facts.ts'

/** Staff speak without waiting. */
export const staffSpeaks: Rule = ({ author }) =>
  author.kind === 'staff' ? { verdict: 'publish', reason: 'other', settles: true } : null
