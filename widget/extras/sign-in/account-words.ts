import type { Conversation } from '../../embed/conversation.ts'
import { pieceWords } from '../present/known.ts'

export const account = {
  lang: 'en',
  signedInAs: 'You are signed in as {name}.',
  signedIn: 'You are signed in.',
  guest: {
    came: 'What you have written here as a guest is yours under this name now.',
    stayed: 'What you have written as a guest stays with the guest, whose key is in use on another device, too.',
  },
  notKept: 'Your browser keeps nothing for this page, so this holds until you leave it.',
  byHost: 'This site has signed you in.',
  signOut: 'Sign out',
  everywhere: 'Sign out everywhere',
  everywhereMeans: 'Every browser and device forgets who you are here. Show first that it is you.',
  signedOut: 'You are signed out. Your comments stay yours: sign in again to find them.',
  signedOutAll: 'You are signed out on all devices.',
  link: 'Add a way to sign in',
  linkNext: 'Now choose the way to add.',
  linked: 'You can sign in with {way} from now on, too.',
  nameless: 'Without a name',
}

/** The words in the language of the thread on screen. */
export function accountWords({ place }: Conversation) {
  return pieceWords(place.element, 'account', account)
}
