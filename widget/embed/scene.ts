import type { Avatar } from '../shared/Avatar.tsx'
import type { Tree } from '../shared/Tree.tsx'
import type { Words } from '../shared/words.ts'
import type { Conversation } from './conversation.ts'
import type { Writing } from './writing.ts'

/** What every piece of a thread is drawn with. A new object redraws all of them. */
export interface Scene {
  conversation: Conversation
  words: Words
  /** The language of the words, as exactly as the page names it. */
  lang: string
  isOpen: boolean
  /** Null until somebody is about to write; then what it takes, or false if that could not be fetched. */
  writing: Writing | false | null
  /** What extras draw with, too: from here, or the bundler would make a second script of what they share with the first. */
  Tree: typeof Tree
  Avatar: typeof Avatar
  /** Says something to those who do not see it. */
  say(words: string): void
}
