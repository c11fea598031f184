import type { Erasures } from '../../../server/contract.ts'
import { listed, piece } from '../phrases.ts'

/** The words of the page where owners answer those who ask what is kept of them, or that it be erased. */
export const english = {
  heading: 'What is kept of somebody',
  intro:
    'For whoever asks you for everything of theirs, or to be erased. Guests without an address are found at one of their comments, under “All of this author”.',
  page: 'What readers are told',
  find: 'Find somebody',
  email: 'E-mail address',
  emailHint: 'Compared without case, with the addresses that readers have proved here.',
  go: 'Find',
  nobody: 'Nobody has proved this address on this site; nothing is kept under it here.',
  guest: 'A guest',
  comments: { one: '{n} comment', other: '{n} comments' },
  votes: { one: '{n} vote', other: '{n} votes' },
  take: 'Everything as a file',
  taking: 'Gathering…',
  erase: 'Erase…',
  underWay: 'Being erased',
  underWayHint: 'It goes on by itself, within a minute, also when you leave this page or the server is started anew.',
  left: { one: '{n} comment to go', other: '{n} comments to go' },
  asked: 'asked for by {name}',
  erased: 'Erased',
  none: 'Nobody was erased yet.',
  byReader: 'by themselves',
  byOwner: 'by an owner',
  by: 'by {name}',
  byCommand: 'on the command line',
  number: 'Author {author}',
  held: 'Under a legal hold',
  heldHint:
    'Kept, whoever erases and however old, while a court may ask for it. Readers see of it what its status says.',
  noHolds: 'No comment is held.',
  hold: 'Hold a comment',
  holdLabel: 'Link of the comment',
  holdHint: 'As under its three dots, “Copy link”: https://…/c/ID',
  holdGo: 'Hold it',
  unknown: 'This is no link of a comment.',
  lift: 'Lift the hold',
  really: 'Lift it: what was to go goes within a day',
  keep: 'Keep it',
  failed: 'The page could not be loaded.',
} as const

const own = piece('privacy', english)

export const privacyWords = Object.assign(own, {
  counts: (comments: number, votes: number) => listed([own.comments(comments), own.votes(votes)]),
  whoErased: (by: Erasures['erasures'][number]['by'], name: string | null) =>
    by === 'owner' ? (name === null ? own.byOwner : own.by(name)) : by === 'reader' ? own.byReader : own.byCommand,
})
