import type { AsksWork, Decision, ModeratorRuling, Reason, Role, Status, Tab, Verdict } from '../../server/contract.ts'
import { relativeTime } from '../shared/time.ts'
import { actWords } from './acts/words.ts'
import { articleWords } from './articles/words.ts'
import { logWords } from './log/words.ts'
import { notificationWords } from './notifications/words.ts'
import { comments, isolated, LANG, many, numeral, spaced } from './phrases.ts'
import type { Page } from './place.ts'
import { policyWords } from './policy/words.ts'
import { queueWords } from './queue-words.ts'

export { LANG }

const WAYS = { articles: 'Articles', log: 'Decisions', policy: 'Policy', site: 'Site', people: 'People' }

const STATUS: Record<Status, string> = {
  pending: 'Waiting',
  published: 'Published',
  rejected: 'Rejected',
  spam: 'Spam',
  withdrawn: 'Deleted',
}

/** What a status means at the end of a sentence: "it is … now". */
const STANDS: Record<Status, string> = {
  pending: 'waiting',
  published: 'published',
  rejected: 'rejected',
  spam: 'in spam',
  withdrawn: 'deleted',
}

const TAB: Record<Tab, string> = {
  ...STATUS,
  reported: 'Reported',
  appealed: 'Appeals',
  unreviewed: 'Unreviewed',
  all: 'All',
}

const DONE: Record<ModeratorRuling, string> = {
  approve: 'Approved',
  confirm: 'Looked at',
  reject: 'Rejected',
  spam: 'Marked as spam',
  restore: 'Undone',
}

const REASON: Record<Reason, string> = {
  off_topic: 'Off topic',
  abuse: 'Abuse',
  hate: 'Hate',
  illegal: 'Illegal',
  spam: 'Spam',
  propaganda: 'Propaganda',
  personal_data: 'Personal data',
  repeated: 'Said already',
  too_many_links: 'Many links',
  first_comment: 'New author',
  premoderated: 'Held by default',
  banned: 'Banned',
  reported: 'Reported',
  unwanted_words: 'Words',
  unwanted_link: 'Unwanted link',
  new_link: 'New link',
  typed_fast: 'Typed too fast',
  muted: 'Muted',
  often_refused: 'Often refused',
  language: 'Language',
  unproven: 'No proof of work',
  other: 'Another reason',
}

const FINDING: Record<Reason, string> = {
  off_topic: 'It may be off topic.',
  abuse: 'It may be abusive.',
  hate: 'It may be hateful.',
  illegal: 'It may be against the law.',
  spam: 'It looks like spam.',
  propaganda: 'It looks like propaganda.',
  personal_data: 'It may hold personal data.',
  repeated: 'The same text was posted before.',
  too_many_links: 'It has more links than this site allows.',
  first_comment: 'When it was written, none of its author’s comments had been approved.',
  premoderated: 'On this site every comment waits for a moderator.',
  banned: 'Its author is banned here.',
  reported: 'Readers have reported it.',
  unwanted_words: 'It has a word of the site’s lists.',
  unwanted_link: 'It links to a place that the site does not want.',
  new_link: 'It links to a domain that no published comment has had.',
  typed_fast: 'It was typed faster than hands can.',
  muted: 'Its author is muted.',
  often_refused: 'Many of its author’s last comments were refused.',
  language: 'It is in a language that nobody at this desk reads.',
  unproven: 'Work was asked for when it was posted, and no proof of it came.',
  other: 'A rule stopped it.',
}

const VERDICT: Record<Verdict, string> = { publish: 'Let through', hold: 'Held', refuse: 'Refused' }

/** How long ago, inside a sentence. */
function ago(at: number): string {
  const now = Date.now()
  return now - at < 60_000 ? 'just now' : relativeTime(at, now, LANG)
}

function actor(decision: Decision): string {
  if (decision.ruler === 'author') return 'Its author'
  if (decision.by) return isolated(decision.by)
  if (decision.ruling === 'import') return 'The command line'
  return decision.ruler === 'rules' ? 'The rules' : 'A moderator'
}

function deed(decision: Decision): string {
  switch (decision.ruling) {
    case 'approve':
      return 'approved this'
    case 'confirm':
      return 'looked at this'
    case 'reject':
      return 'rejected this'
    case 'spam':
      return 'marked this as spam'
    case 'withdraw':
      return 'deleted this'
    case 'restore':
      return decision.ruler === 'author' ? 'brought this back' : 'took the last decision back'
    case 'post':
      return {
        pending: 'held this',
        published: 'published this',
        rejected: 'refused this',
        spam: 'took this for spam',
      }[decision.to as Exclude<Status, 'withdrawn'>]
    default:
      return actWords.deed[decision.ruling]
  }
}

/** All words of the desk; a further language is a further object of this shape. */
export const words = {
  title: 'Desk',
  brand: 'Parley',
  pageTitle: (page: Page, waiting: string | null) =>
    `${waiting ? `(${waiting}) ` : ''}${{ queue: 'Desk', you: 'You', keys: 'Keys', webhooks: 'Webhooks', imports: 'Import', export: 'Export', privacy: 'Privacy', words: 'Words', ...WAYS }[page]} · Parley`,
  guest: 'Guest',
  number: numeral,
  loading: 'Loading…',
  retry: 'Try again',
  dismiss: 'Dismiss',
  close: 'Close',

  signIn: {
    heading: 'Sign in to the desk',
    withLink: 'This page was opened with a one-time link. Press the button to use it; it works once.',
    button: 'Sign in',
    busy: 'Signing in…',
    none: 'With a one-time link you come in as well. Whoever runs this Parley can print one for you, where it was started and with the same settings (PARLEY_…, PORT); without a name it is the owner’s:',
    spent: 'This link was used before, or is older than 15 minutes. A new one takes a moment:',
    ended:
      'You are no longer signed in: your session has ended, or your role here was taken back. If you still have one, a passkey or a new link brings you back:',
    dismissed:
      'Your role here was taken back, and you are no longer signed in. If you are given one again, a new link brings you back:',
    left: 'You are signed out. A new link brings you back as well:',
    command: 'npm run parley -- link --name NAME',
    installed: 'Where Parley is installed as a command:',
    installedCommand: 'parley link --name NAME',
    afterwards: 'Then open the address it prints in this browser.',
    unreachable: 'The server did not answer. Your link is still good; please try again.',
    down: 'The desk cannot reach the server. Check your connection and try again.',
  },

  frame: {
    site: 'Site',
    queues: 'Queues',
    ways: WAYS,
    articlesWarn: 'needs a look: many pages share a thread',
    menu: 'Menu',
    keys: 'Keyboard keys',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
    everywhereHint: 'Ends your sessions on all devices, and desk links that nobody has used yet.',
    you: 'You: passkeys and sessions',
    offer: 'Make a passkey, and next time you need no link.',
    offerYes: 'Make one',
    codesUsed: (count: number) =>
      `${count === 1 ? 'A recovery code of yours was' : `${numeral(count)} recovery codes of yours were`} used. If that was not you, end the sessions and make new codes.`,
    codesLook: 'Look',
    signedInAs: 'Signed in as',
    noSites: 'You are signed in, but no site is yours to moderate yet. Ask its owner to add you.',
    role: { owner: 'Owner', moderator: 'Moderator' } satisfies Record<Role, string>,
  },

  status: STATUS,
  tab: TAB,
  queue: queueWords,
  count: (count: number) => (count > 100 ? `${numeral(100)}+` : numeral(count)),

  list: {
    label: (tab: Tab) => `Comments: ${TAB[tab].toLowerCase()}`,
    held: (count: number) => (count === 1 ? 'One new comment' : `${numeral(count)} new comments`),
    more: 'Load more',
    lookOn: 'Look further',
    sparse: 'Nothing more so far that fits; there is more to look through.',
    loadingMore: 'Loading more…',
    failed: 'The list could not be loaded.',
    pressed: {
      never: 'Much more is posted here than is usual.',
      pressure: 'Much more is posted here than is usual. What brings no proof of work waits until this is over.',
      always: 'Much more is posted here than is usual. What brings no proof of work waits.',
    } satisfies Record<AsksWork, string>,
    pressedNext: (asks: AsksWork, role: Role | undefined) =>
      role !== 'owner'
        ? 'Under “Articles” you can close a thread; an owner can let all comments wait.'
        : asks === 'never'
          ? 'Under “Policy” you can let wait what brings no proof of work, or all; under “Articles” you can close a thread.'
          : 'Under “Policy” you can let all comments wait; under “Articles” you can close a thread.',
    stale: 'The server does not answer; what you see may be out of date. The desk keeps trying.',
    moreFailed: 'The rest could not be loaded.',
    end: (count: number) => `That is all: ${comments(count)}.`,
    choose: (name: string) => `Select the comment by ${isolated(name)}`,
    chooseAll: 'Select all loaded',
    clear: 'Clear selection',
    chosen: (count: number) => `${numeral(count)} selected`,
    further: (count: number) => `+${numeral(count)}`,
    reply: 'Reply',
    changed: 'Changed',
    by: (decision: Decision) => (decision.by ? `by ${isolated(decision.by)}` : 'by the rules'),
  },

  empty: {
    heading: {
      pending: 'Nothing is waiting.',
      published: 'Nothing is published yet.',
      rejected: 'Nothing was rejected.',
      spam: 'No spam.',
      withdrawn: 'No author has deleted a comment.',
      reported: 'Nobody has complained.',
      appealed: 'No author asks for another look.',
      unreviewed: 'You have seen all that was published.',
      all: 'Nobody has written anything yet.',
    } satisfies Record<Tab, string>,
    hint: {
      pending: 'New comments appear here by themselves.',
      published: 'What you approve appears here.',
      rejected: 'What you reject is kept here, and can be brought back.',
      spam: 'What is marked as spam is kept here, and can be brought back.',
      withdrawn: 'What authors delete is listed here.',
      reported: 'Comments that readers report appear here.',
      appealed: 'When an author answers a decision, the comment appears here.',
      unreviewed: 'What the rules alone publish appears here, for a second look.',
      all: 'Every comment on the site appears here.',
    } satisfies Record<Tab, string>,
    nothingFits: 'Nothing here fits.',
    nothingFitsHint: 'No comment in this tab is what you ask for.',
    samples: 'This is the demo site. Fill it with comments in four languages to try the desk:',
  },

  samples: {
    load: 'Load 200 sample comments',
    loading: 'Loading the samples…',
    loaded: (count: number) => `${comments(count)} loaded.`,
    present: (count: number) => `Demo site with ${many(count, 'sample comment', 'sample comments')}.`,
    remove: 'Remove the sample comments',
    removing: 'Removing the samples…',
    removed: (count: number) => `${many(count, 'sample comment', 'sample comments')} removed.`,
    failed: 'That did not work. Please try again.',
  },

  case: {
    none: 'Select a comment to read it here.',
    back: 'Back to the list',
    previous: 'Previous comment',
    next: 'Next comment',
    label: (name: string) => `Comment by ${isolated(name)}`,
    badge: { author: 'Author of the article', staff: 'Staff', verified: 'Verified' },
    on: 'on',
    newTab: '(opens in a new tab)',
    inReplyTo: 'In reply to',
    conversation: 'The conversation above it',
    gone: { withdrawn: 'Deleted', rejected: 'Removed by a moderator' },
    shown: 'As readers see it',
    typed: 'As typed',
    view: 'How to show the text',
    why: 'Why it is here',
    noFindings: ({ ruling, to }: Decision) =>
      ruling !== 'import'
        ? 'No rule had anything against it.'
        : to === 'pending'
          ? 'It waited for a moderator where it was imported from.'
          : 'It was imported; no rule looked at it.',
    finding: (reason: Reason, verdict: Verdict) => (verdict === 'publish' ? 'A rule speaks for it.' : FINDING[reason]),
    rule: (verdict: Verdict, rule: string) => `${VERDICT[verdict]} by the rule “${spaced(rule)}”`,
    marked: (count: number) =>
      count > 1 ? `${numeral(count)} places are marked.` : 'The place is marked in the text.',
    author: 'About the author',
    firstTime: 'Nothing published or rejected yet',
    published: (count: number) => `${numeral(count)} published`,
    rejected: (count: number) => `${numeral(count)} rejected`,
    since: 'first seen',
    log: 'Decisions',
    logFailed: 'The decisions could not be loaded.',
    nothingToDecide: 'It was deleted. There is nothing left to decide.',
  },

  ruling: {
    approve: 'Approve',
    confirm: 'Fine',
    reject: 'Reject',
    spam: 'Spam',
    restore: 'Undo',
  } satisfies Record<ModeratorRuling, string>,
  rulingHint: {
    approve: 'Publish it',
    confirm: 'Leave it published; you have looked at it',
    reject: 'Keep it from readers, with a reason',
    spam: 'Keep it from readers as spam',
    restore: 'Take the last decision back',
  } satisfies Record<ModeratorRuling, string>,
  reason: REASON,
  whyReject: 'Why reject?',
  withWords: 'With words to the author…',
  decisions: (count: number) => (count > 1 ? `Decide on ${comments(count)}` : 'Decide'),

  actor,
  deed,
  /** "Mona approved this 2 minutes ago; it is published now." */
  lostRace: (decision: Decision, status: Status) =>
    `${actor(decision)} ${deed(decision)} ${ago(decision.at)}; it is ${STANDS[status]} now.`,
  undrawn: 'This could not be shown. Load the page again; if that does not help, tell whoever runs Parley.',
  vanished: 'This comment is no longer there.',
  changed: 'This comment changed while you were reading. Here is how it stands now.',

  toast: {
    label: 'Messages',
    done: (ruling: ModeratorRuling, count: number) =>
      count > 1 ? `${DONE[ruling]}: ${comments(count)}` : DONE[ruling],
    undo: 'Undo',
    undone: (count: number) => (count > 1 ? `Undone: ${comments(count)} are back` : 'Undone: it is back'),
    nothingToUndo: 'There is nothing to undo.',
    nothingAllowed: 'That cannot be decided here.',
    notSaved: (count: number) =>
      count > 1
        ? `Not saved: the server did not answer. ${comments(count)} are back in the list.`
        : 'Not saved: the server did not answer. The comment is back in the list.',
    notUndone: 'Not undone: the server did not answer.',
    wait: (time: string) => `Not saved: that was a lot at once. Please try again ${time}.`,
    forbidden: 'Not saved: you may not decide on this site.',
    notChanged: (done: string | null, count: number) =>
      `${done ? `${done}. ` : ''}${count === 1 ? 'One comment was not changed:' : `${comments(count)} were not changed:`}`,
    show: 'Show it',
    others: (count: number) => `and ${numeral(count)} more`,
    signOutFailed: 'You are still signed in: the server did not answer.',
  },

  articles: articleWords,
  acts: actWords,
  log: logWords,
  policy: policyWords,
  notifications: notificationWords,

  help: {
    heading: 'Keys',
    intro: 'They work on any keyboard layout, and never while you type in a field.',
    groups: [
      {
        heading: 'Move',
        keys: [
          ['j', 'Next comment or article'],
          ['k', 'Previous comment or article'],
          ['1 – 9', 'The tabs, from the first on'],
          ['f', 'Find comments'],
          ['n', 'Show the new ones'],
          ['g', 'To the articles, and back to the comments'],
          ['h', 'To the decisions, and back'],
          ['p', 'To the policy, and back'],
          ['e', 'To the site and its settings, and back'],
          ['t', 'To the people of the site, and back'],
          ['y', 'To your own passkeys and sessions, and back'],
          ['Esc', 'Close, clear the selection, or back to the list'],
        ],
      },
      {
        heading: 'Decide',
        keys: [
          ['a', 'Approve, or confirm what is published'],
          ['r', 'Reject: then a digit for the reason, or w for words'],
          ['s', 'Spam'],
          ['m', 'More: pin, lock, edit, warn, ban, reply, note'],
          ['u', 'Undo the last decision'],
        ],
      },
      {
        heading: 'Several at once',
        keys: [
          ['x', 'Select or unselect'],
          ['b', 'Decide on all by this author'],
          ['Shift + click', 'Select a range'],
        ],
      },
      {
        heading: 'Articles',
        keys: [
          ['f', 'Find an article'],
          ['o', 'Options: close it, let comments wait, slow it down'],
          ['m', 'Move the comments of this one'],
        ],
      },
      { heading: 'Help', keys: [['?', 'Show or hide these keys']] },
    ],
  },
} as const
