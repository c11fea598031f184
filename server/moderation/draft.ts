import { languageOf } from '../comments/language.ts'
import { linksIn } from '../comments/markdown.ts'
import { plainText } from '../comments/plain-text.ts'
import type { Block } from '../contract.ts'
import type { Facts } from './facts.ts'
import { foldedWords } from './lists/folded-words.ts'

/** What text and name tell the rules; how it was typed, what it proves, and whether its links are new, only its posting tells. */
export function draftOf(text: string, tree: Block[], name: string | null = null): Facts['draft'] {
  return {
    text,
    links: linksIn(tree),
    words: foldedWords(text),
    shown: hasMarks(tree) ? foldedWords(plainText(tree)) : null,
    name: name === null ? null : foldedWords(name),
    lang: languageOf(text),
    newDomains: [],
    typing: null,
    lacksProof: false,
  }
}

/** Whether readers see anything else than what was typed, line by line. */
const hasMarks = (tree: Block[]): boolean =>
  tree.some(
    block => block.type !== 'p' || block.children.some(each => typeof each !== 'string' && each.type !== 'break'),
  )

/** A guest of whom nothing is known yet. */
export const STRANGER: Facts['author'] = {
  kind: 'guest',
  bannedUntil: null,
  mutedUntil: null,
  publishedCount: 0,
  recent: { decided: 0, refused: 0 },
  saidAlready: 0,
  saidByOthers: 0,
  isNetworkHeld: false,
}
