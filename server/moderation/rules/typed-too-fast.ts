import type { Rule } from '../facts.ts'

/** Few people type 15 characters a second, and none does for a whole comment (the record is about 18). */
const PER_SECOND = 25
/** Below so many, the clock says nothing. */
const LETTERS = 30

/**
 * So many characters came by single keys in so short a time that no hand typed them: it waits. What was pasted, dictated
 * or put in by assistive software is not among them and never counts.
 */
export const typedTooFast: Rule = ({ draft: { typing }, policy }) => {
  if (!policy.watchesTyping || !typing || typing.letters < LETTERS) return null
  const seconds = typing.ms / 1000
  return typing.letters > seconds * PER_SECOND
    ? { verdict: 'hold', reason: 'typed_fast', detail: `${typing.letters} characters in ${seconds.toFixed(1)} s` }
    : null
}
