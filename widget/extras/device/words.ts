import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const device = {
  lang: 'en',
  key: 'Your key',
  kept: 'This browser keeps a key by which your comments here are yours. It holds no name and no address.',
  notKept:
    'Your browser keeps nothing for this page. Your comments are yours until you leave it, unless you write down your phrase.',
  none: 'There is no key yet. One is made in this browser when you first post, vote, or choose something.',
  leaveNone: 'Leave no key, until I leave this page',
  leavesNone: 'What you write now is yours until you leave this page, and nothing is stored in this browser.',
  forget: 'Forget me on this device',
  forgetMeans:
    'Removes the key, your name and your drafts from this browser. Your comments stay; without the phrase you can no longer change them.',
  forgotten: 'Forgotten. This browser no longer knows you here.',
  undo: 'Undo',
  phrase: 'Your phrase',
  phraseMeans:
    'These words are your key. Type them on another device to be the same person there. Anyone who has them can act as you here: keep them to yourself.',
  showPhrase: 'Show the phrase',
  hidePhrase: 'Hide it',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Your browser does not let us copy. Please write the words down.',
  other: 'I have a phrase',
  otherMeans: 'Type the 17 words from your other device. Capitals, spaces and hyphens do not matter.',
  otherReplaces: 'It takes the place of the key in this browser.',
  typeWords: 'The words of your phrase',
  use: 'Use this phrase',
  taken: 'This device has your key now.',
  wrongCount: 'A phrase has 17 words; these are {n}.',
  wrongWord: 'Please look at word {n} again.',
  wrongSomewhere: 'These words do not fit each other. Please compare them with those you wrote down.',
  data: 'What this site has stored about you',
  dataMeans: 'All that you did here, as one file: comments, votes, reports, follows.',
  export: 'Download everything',
  keeping: 'What is kept, and for how long',
  exportAll: 'With my addresses, too',
  byHost: 'This site has signed you in, and nothing of you is kept in this browser.',
  erase: 'Erase everything of mine',
  eraseMeans:
    'Your comments lose their text and your name, and your votes, follows and mutes go. This cannot be undone.',
  eraseYes: 'Erase everything',
  keep: 'Keep it',
  erasing: 'Erasing…',
  erased: 'Everything of yours is erased.',
  failed: 'No answer came. Please try again.',
}

/** The words in the language of the thread on screen. */
export function deviceWords({ place }: Conversation) {
  return pieceWords(place.element, 'device', device)
}
