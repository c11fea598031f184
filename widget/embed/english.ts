import type { Words } from '../shared/words.ts'

export const english: Words = {
  lang: 'en',
  dir: 'ltr',
  comments: 'Comments',
  count: { one: '{n} comment', other: '{n} comments' },
  empty: 'Nobody has written yet. Be the first.',
  closed: 'This conversation is closed.',
  guest: 'Guest',
  badges: { author: 'Author', staff: 'Staff', verified: 'Verified' },
  inReplyTo: 'in reply to {name}',
  deletedByAuthor: 'Comment deleted',
  removedByModerator: 'Removed by a moderator',
  reply: 'Reply',
  replyTo: 'Reply to {name}',
  more: 'Show more comments',
  moreReplies: { one: 'Show {n} more reply', other: 'Show {n} more replies' },
  loading: 'Loading comments',
  retry: 'Try again',
  loadFailed: 'This could not be loaded.',
  write: 'Write a comment',
  writeReply: 'Write a reply',
}
