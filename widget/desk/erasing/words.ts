import { piece } from '../phrases.ts'

/** The words of the dialog in which an owner erases somebody. */
export const english = {
  loading: 'Looking what there is…',
  failed: 'The server gave no answer. What was erased so far stays erased, and what was begun goes on by itself.',
  goes: 'This goes for good. Nobody can take it back:',
  stays: 'Where others have answered, an empty place stays. The log keeps that it was done.',
  kinds: {
    comments: { one: '{n} comment, with its text and name', other: '{n} comments, with their texts and names' },
    editions: { one: '{n} earlier text', other: '{n} earlier texts' },
    votes: { one: '{n} vote', other: '{n} votes' },
    reports: { one: '{n} report', other: '{n} reports' },
    appeals: { one: '{n} appeal', other: '{n} appeals' },
    follows: { one: '{n} thing followed', other: '{n} things followed' },
    mutes: { one: '{n} mute', other: '{n} mutes' },
    notes: { one: '{n} note of moderators', other: '{n} notes of moderators' },
    identities: { one: '{n} address or other way of proof', other: '{n} addresses and other ways of proof' },
    sessions: { one: '{n} browser that is known', other: '{n} browsers that are known' },
  },
  held: {
    one: '{n} comment is under a legal hold: out of sight, and kept.',
    other: '{n} comments are under a legal hold: out of sight, and kept.',
  },
  bound: 'The ban or mute stays until it ends, by a digest from which nobody reads an address.',
  mentions: {
    one: '{n} comment of others calls them by name; that stays.',
    other: '{n} comments of others call them by name; that stays.',
  },
  go: 'Erase',
  guest: 'this guest',
  forGood: 'for good',
  going: { one: '{n} comment erased so far…', other: '{n} comments erased so far…' },
  done: 'Erased. The last words leave the search within a day.',
  leave: 'You can close this: it goes on by itself.',
  close: 'Close',
  cancel: 'Cancel',
} as const

export const erasingWords = piece('erasing', english)
