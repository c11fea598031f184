import type { WordListKind } from '../../contract.ts'
import type { Facts, Rule } from '../facts.ts'
import { listedWords } from '../lists/lists.ts'

/** Words that the site does not take are refused. */
export const refusedWords: Rule = facts => found(facts, 'refused_words', 'refuse')

/** Words that the site looks at first wait. */
export const heldWords: Rule = facts => found(facts, 'held_words', 'hold')

/** What a kind of list finds, each word marked. */
function found({ draft, policy }: Facts, kind: WordListKind, verdict: 'refuse' | 'hold') {
  const { listed, isWhole } = listedWords(policy.lists, kind, draft)
  return [
    ...listed.map(({ entry, at, isInName }) => ({
      verdict,
      reason: 'unwanted_words' as const,
      detail: isInName ? `${entry} (in the name)` : entry,
      ...(at && { at }),
    })),
    // What nobody could look through to the end is for a person to read.
    ...(isWhole ? [] : [{ verdict: 'hold' as const, reason: 'unwanted_words' as const, detail: 'too much fits' }]),
  ]
}
