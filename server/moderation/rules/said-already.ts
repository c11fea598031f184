import type { Rule } from '../facts.ts'

/** The same author said the same before: it waits. */
export const saidAlready: Rule = ({ author }) =>
  author.saidAlready > 0
    ? { verdict: 'hold', reason: 'repeated', detail: `${author.saidAlready} like it by the same author` }
    : null
