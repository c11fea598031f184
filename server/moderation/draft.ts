import { languageOf } from '../comments/language.ts'
import { linksIn } from '../comments/markdown.ts'
import type { Block } from '../contract.ts'
import type { Facts } from './facts.ts'
import { foldedWords } from './lists/word-list.ts'

/** What the text itself tells the rules; how it was typed, and whether its links are new, only its posting tells. */
export const draftOf = (text: string, tree: Block[]): Facts['draft'] => ({
  text,
  links: linksIn(tree),
  words: foldedWords(text),
  lang: languageOf(text),
  newDomains: [],
  typing: null,
})

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
