import type { Conversation } from '../../embed/conversation.ts'
import type { Plural } from '../../shared/words.ts'
import { pieceWords } from '../present/known.ts'

export const you = {
  lang: 'en',
  you: 'You',
  close: 'Close',
  tabs: {
    news: 'News',
    comments: 'Comments',
    votes: 'Votes',
    follows: 'Following',
    mutes: 'Muted',
    device: 'This device',
  },
  empty: {
    news: 'Nothing yet. Answers to what you write, and what moderators decide about it, are told here.',
    comments: 'You have not written here yet. What you write, and what becomes of it, stands here.',
    votes: 'You have not voted here yet.',
    follows: 'You follow nothing here yet. What you follow tells you here how much of it is new.',
    mutes: 'You have muted nobody. Whom you mute is not told.',
  },
  states: { pending: 'Waiting', published: 'Published', rejected: 'Not published', withdrawn: 'Deleted by you' },
  waits: 'You can see it; others cannot yet.',
  replies: { one: '{n} reply', other: '{n} replies' } as Plural,
  votes: { one: '{n} vote', other: '{n} votes' } as Plural,
  votedFor: 'You voted for it',
  votedAgainst: 'You voted against it',
  guest: 'Guest',
  thread: 'All comments',
  conversation: 'Conversation begun by {name}',
  news: { one: '{n} new comment', other: '{n} new comments' } as Plural,
  manyNews: 'More than {n} new comments',
  followThread: 'Follow the comments on this page',
  nothingToFollow: 'It can be followed once somebody has written here.',
  byMail: 'What of it comes by mail',
  restore: 'Bring back',
  restoreOver: 'It can no longer be brought back.',
  feed: 'Feed of the comments on this page',
  unfollow: 'Stop following',
  unmute: 'Show again',
  isNew: 'New',
  answered: '{name} answered you',
  told: {
    published: 'Your comment is published',
    pending: 'Readers have reported your comment; a moderator will look',
    rejected: 'Your comment is not published',
    restored: 'Your comment is back',
    granted: 'You asked for another look: your comment is published',
    declined: 'You asked for another look: the decision stands',
  },
  failed: 'No answer came. Please try again.',
  more: 'Show more',
  loading: 'Loading…',
  retry: 'Try again',
  fullList: 'There is no room for another. Stop following something first.',
}

/** The words in the language of the thread on screen. */
export function youWords({ place }: Conversation) {
  return pieceWords(place.element, 'you', you)
}
