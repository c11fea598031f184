import type { Rule } from '../facts.ts'

/** Fewer characters than these are said by many who have never heard of each other: “Thank you!”. */
const LONG = 40

/** Others have said the same, word for word, so often that it looks like a campaign: it waits. */
export const saidByOthers: Rule = ({ draft, author, policy }) =>
  policy.repeatsAllowed > 0 && author.saidByOthers >= policy.repeatsAllowed && draft.text.length >= LONG
    ? { verdict: 'hold', reason: 'repeated', detail: `${author.saidByOthers} like it by others` }
    : null
