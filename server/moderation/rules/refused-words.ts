import type { Rule } from '../facts.ts'
import { listedWords } from '../lists/lists.ts'

/** Words that the site does not take are refused, each of them marked. */
export const refusedWords: Rule = ({ draft, policy }) =>
  listedWords(policy.lists, 'refused_words', draft).map(({ entry, start, end }) => ({
    verdict: 'refuse',
    reason: 'unwanted_words',
    detail: entry,
    at: { start, end },
  }))
