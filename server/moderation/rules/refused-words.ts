import type { Rule } from '../facts.ts'
import { listedWords } from '../lists/lists.ts'

/** Words that the site does not take are refused, each of them marked. */
export const refusedWords: Rule = ({ draft, policy }) => {
  const { listed, isWhole } = listedWords(policy.lists, 'refused_words', draft)
  return [
    ...listed.map(({ entry, at, isInName }) => ({
      verdict: 'refuse' as const,
      reason: 'unwanted_words' as const,
      detail: isInName ? `${entry} (in the name)` : entry,
      ...(at && { at }),
    })),
    // What nobody could look through to the end is for a person to read.
    ...(isWhole ? [] : [{ verdict: 'hold' as const, reason: 'unwanted_words' as const, detail: 'too much fits' }]),
  ]
}
