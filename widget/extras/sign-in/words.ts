import type { Conversation } from '../../embed/conversation.ts'
import type { Plural } from '../../shared/words.ts'
import { pieceWords } from '../present/known.ts'

export const signIn = {
  lang: 'en',
  signIn: 'Sign in',
  guest: 'You write as a guest here.',
  badges: { author: 'Author', staff: 'Staff', verified: 'Verified' },
  /** How somebody is known, by the way; others by their name. */
  ways: { email: 'e-mail', github: 'GitHub', google: 'Google', host: 'this site’s login' },
  knownBy: 'Known by {ways}',
  why: 'Your comments then wear a badge, and are yours on every device. Nobody sees your address.',
  address: 'Your e-mail address',
  sendCode: 'Send me a code',
  sendOwn: 'Send a code to my e-mail address',
  or: 'or',
  goOn: 'Go on with {way}',
  back: 'Cancel',
  sent: 'A mail with six digits is on its way to {address}. Type them here within ten minutes.',
  sentOwn: 'A mail with six digits is on its way to your address. Type them here within ten minutes.',
  code: 'The code',
  confirm: 'Confirm',
  noMail: 'No mail yet? It may take a minute, or lie among the spam. In half a minute you can have it sent again.',
  again: 'Send again',
  sentAgain: 'It is sent again. Only the newest code counts.',
  other: 'Another address',
  otherWay: 'Another way',
  inWindow: 'Go on in the window that has opened.',
  cutOff: 'If the window shows a code, type it here. If it is closed, open it again or choose another way.',
  reopen: 'Open it again',
  blocked: 'Your browser has held back the window. This link opens it:',
  openTab: 'Go on with {way} in a new tab',
  checking: 'One moment…',
  fresh: 'Show first that it is you, in a way you have used here before.',
  noWay: 'None of the ways in which you are known here is offered now. Please ask the site.',
  triesLeft: {
    one: 'This is not the code. You can try once more.',
    other: 'This is not the code. You can try {n} more times.',
  } as Plural,
  faults: {
    email_wrong: 'This is no e-mail address we can write to. Please look at it again.',
    code_wrong: 'This is not the code. It has six digits.',
    claim_spent: 'This code can no longer be used. Please have a new one sent.',
    identity_taken: 'This belongs to another profile here. Sign in with it instead; both can be used, each for itself.',
    proof_needed: 'Please choose a way that you have signed in with before.',
    way_not_offered: 'This way is no longer offered here. Please choose another one.',
    mail_failed: 'The mail could not be sent. Please look at the address, or try again in a while.',
    issuer_failed: 'The other site did not answer as it should. Try again in a while, or choose another way.',
    login_refused: 'Your sign-in at this site is no longer fresh. Load the page again, then try once more.',
    email_unverified: 'Your address is not confirmed there. Confirm it where you have the account, and come back.',
    too_many_requests: 'That was a lot at once. Please wait a little, then try again.',
    wait: 'That was a lot at once. You can try again {wait}.',
    broken: 'Something went wrong on our side. Please try again.',
    silent: 'No answer came. Please try again.',
  },
}

/** The words in the language of the thread on screen. */
export function signInWords({ place }: Conversation) {
  return pieceWords(place.element, 'signIn', signIn)
}

/** What a way is called. */
export const wayName = ({ ways }: { ways: Record<string, string | undefined> }, way: string) =>
  ways[way] ?? way.charAt(0).toUpperCase() + way.slice(1).replaceAll('-', ' ')
