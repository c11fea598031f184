import type { Rule } from '../facts.ts'
import { listedWords } from '../lists/lists.ts'

/** Words that the site looks at first wait, each of them marked. */
export const heldWords: Rule = ({ draft, policy }) =>
  listedWords(policy.lists, 'held_words', draft).map(({ entry, start, end }) => ({
    verdict: 'hold',
    reason: 'unwanted_words',
    detail: entry,
    at: { start, end },
  }))
