import type { Rule } from '../facts.ts'
import { listedWords } from '../lists/lists.ts'

/** Words that the site looks at first wait, each of them marked. */
export const heldWords: Rule = ({ draft, policy }) => {
  const { listed, isWhole } = listedWords(policy.lists, 'held_words', draft)
  return [
    ...listed.map(({ entry, at, isInName }) => ({
      verdict: 'hold' as const,
      reason: 'unwanted_words' as const,
      detail: isInName ? `${entry} (in the name)` : entry,
      ...(at && { at }),
    })),
    ...(isWhole ? [] : [{ verdict: 'hold' as const, reason: 'unwanted_words' as const, detail: 'too much fits' }]),
  ]
}
