import { type ModeratorRuling, REJECT_REASONS, type Reason } from '../contract.ts'

/** The words of the page on which what waits is decided, one comment after the other. */
export const waitingWords = {
  title: 'What waits',
  left: (n: number) =>
    n > 100 ? 'More than 100 comments wait.' : n === 1 ? 'One comment waits.' : `${n} comments wait.`,
  done: 'Nothing waits. You are done.',
  passed: 'That was the last one; those that you left for later still wait.',
  fromStart: 'Begin again',
  desk: 'Open the desk',
  signIn: 'Sign in first',
  signInWhy:
    'This page decides as you, so it asks for your session and not for the link: a mail can be forwarded, and programs open what is in it.',
  signInHow: 'Sign in at the desk in this browser, then come back here.',
  comeBack: 'I have signed in',
  on: 'On',
  answers: 'in reply to',
  guest: 'Guest',
  record: (published: number, refused: number) =>
    published + refused === 0
      ? 'Nothing of theirs was decided yet.'
      : `${published} published, ${refused} refused before.`,
  why: 'Why it is here:',
  reports: (n: number) => (n === 1 ? 'One reader has reported it.' : `${n} readers have reported it.`),
  appeal: 'Its author asks for another look.',
  approve: 'Approve',
  reject: 'Refuse',
  spam: 'Spam',
  later: 'Leave it for later',
  becauseOf: 'Reason, which the author reads',
  did: {
    approve: 'Approved.',
    reject: 'Refused.',
    spam: 'Marked as spam.',
    restore: 'Taken back: it waits again.',
    confirm: 'Kept.',
  } satisfies Record<ModeratorRuling, string>,
  takeBack: 'Take back',
  lost: 'It was not decided: it was changed or decided by somebody else meanwhile. This is how things stand now.',
  reasons: {
    off_topic: 'Off topic',
    abuse: 'Abuse',
    hate: 'Hatred',
    illegal: 'May break the law',
    spam: 'Advertising',
    propaganda: 'Part of a campaign',
    personal_data: 'Private details of somebody',
    repeated: 'The same text was posted before',
    too_many_links: 'More links than the site allows',
    first_comment: 'A first comment',
    premoderated: 'Every comment waits here',
    banned: 'Its author is banned',
    reported: 'Readers have reported it',
    unwanted_words: 'Words that are listed',
    unwanted_link: 'A link to a place that is listed',
    new_link: 'A link to a place that is new here',
    typed_fast: 'Typed faster than a person types',
    muted: 'Its author is muted',
    often_refused: 'Its author was often refused',
    language: 'A language that nobody here reads',
    unproven: 'Its browser did not do the calculation',
    other: 'Another reason',
  } satisfies Record<Reason, string>,
}

/** What a moderator chooses from when refusing; what says least comes first, as it is what an unread list gives. */
export const CHOICES = (['other', ...REJECT_REASONS.filter(reason => reason !== 'other')] as const).map(
  reason => [reason, waitingWords.reasons[reason]] as const,
)
