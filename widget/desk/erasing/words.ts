const many = (n: number, one: string, more: string) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`

/** The words of the dialog in which an owner erases somebody. */
export const erasingWords = {
  loading: 'Looking what there is…',
  failed: 'The server gave no answer. What was erased so far stays erased, and what was begun goes on by itself.',
  goes: 'This goes for good. Nobody can take it back:',
  stays: 'Where others have answered, an empty place stays. The log keeps that it was done.',
  kinds: {
    comments: (n: number) => many(n, 'comment, with its text and name', 'comments, with their texts and names'),
    editions: (n: number) => many(n, 'earlier text', 'earlier texts'),
    votes: (n: number) => many(n, 'vote', 'votes'),
    reports: (n: number) => many(n, 'report', 'reports'),
    appeals: (n: number) => many(n, 'appeal', 'appeals'),
    follows: (n: number) => many(n, 'thing followed', 'things followed'),
    mutes: (n: number) => many(n, 'mute', 'mutes'),
    notes: (n: number) => many(n, 'note of moderators', 'notes of moderators'),
    identities: (n: number) => many(n, 'address or other way of proof', 'addresses and other ways of proof'),
    sessions: (n: number) => many(n, 'browser that is known', 'browsers that are known'),
  },
  held: (n: number) => `${many(n, 'comment is', 'comments are')} under a legal hold: out of sight, and kept.`,
  bound: 'The ban or mute stays until it ends, by a digest from which nobody reads an address.',
  mentions: (n: number) => `${many(n, 'comment of others calls', 'comments of others call')} them by name; that stays.`,
  go: 'Erase',
  guest: 'this guest',
  forGood: 'for good',
  going: (n: number) => `${many(n, 'comment', 'comments')} erased so far…`,
  done: 'Erased. The last words leave the search within a day.',
  leave: 'You can close this: it goes on by itself.',
  close: 'Close',
  cancel: 'Cancel',
}
