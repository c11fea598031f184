import type { Erasures } from '../../../server/contract.ts'

const many = (n: number, one: string, more: string) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`

/** The words of the page where owners answer those who ask what is kept of them, or that it be erased. */
export const privacyWords = {
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
  counts: (comments: number, votes: number) =>
    `${many(comments, 'comment', 'comments')}, ${many(votes, 'vote', 'votes')}`,
  take: 'Everything as a file',
  taking: 'Gathering…',
  erase: 'Erase…',
  underWay: 'Being erased',
  underWayHint: 'It goes on by itself, within a minute, also when you leave this page or the server is started anew.',
  left: (n: number) => `${many(n, 'comment', 'comments')} to go`,
  asked: (name: string | null) => (name === null ? '' : `asked for by ${name}`),
  erased: 'Erased',
  none: 'Nobody was erased yet.',
  by: {
    reader: () => 'by themselves',
    owner: (name: string | null) => `by ${name ?? 'an owner'}`,
    command: () => 'on the command line',
  } satisfies Record<Erasures['erasures'][number]['by'], (name: string | null) => string>,
  number: (author: string) => `Author ${author}`,
  done: (n: number) => many(n, 'comment', 'comments'),
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
}
