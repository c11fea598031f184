/**
 * The reference of what the desk says: each piece brings its English words itself. A further language is one file beside
 * this one, named like the one of `locales/` at the root that says what the language is called and whither it runs. It names its
 * `reviewer`, who speaks it and has read all of its words in their places, or null; and has an object for each name that
 * is exported here:
 *
 * - Phrases may have `{places}`; a translation has the same, in whatever order its sentences want. What is filled in is
 *   a number in the language's digits, or a text that is kept apart from the words around it by marks of direction.
 * - Phrases by number have the forms that `Intl.PluralRules` knows of the language, no more and no fewer; `{n}` is the
 *   number. It may be left out of `one` only where that form is for 1 alone, as in German, but not in Russian.
 * - Who did something stands before what was done (`deeds` of `desk`, `change` of `site`).
 * - Languages that mirror need nothing more: arrows and keys are no words.
 *
 * `test/house/locales.test.ts` compares names, places and forms; where a language has no file here, its desk is English.
 */
import type { ProblemCode } from '../../../server/contract.ts'

export { knobsEnglish as knobs, sheetEnglish as sheet } from '../../theme/knob-words.ts'
export { english as acts } from '../acts/words.ts'
export { english as articles } from '../articles/english.ts'
export { english as desk } from '../english.ts'
export { english as erasing } from '../erasing/words.ts'
export { english as exports } from '../export/words.ts'
export { english as imports } from '../import/words.ts'
export { english as keys } from '../keys/words.ts'
export { english as log } from '../log/words.ts'
export { english as notifications } from '../notifications/words.ts'
export { english as outbox } from '../outbox/words.ts'
export { english as people, organisedEnglish as organised } from '../people/words.ts'
export { english as policy } from '../policy/words.ts'
export { english as privacy } from '../privacy/words.ts'
export { english as queue } from '../queue-words.ts'
export { settingsEnglish as settings } from '../site/settings-words.ts'
export { english as site } from '../site/words.ts'
export { english as translation } from '../translation/words.ts'
export { english as webhooks } from '../webhooks/words.ts'
export { english as wording } from '../wording/words.ts'
export { english as you, waysEnglish as ways } from '../you/words.ts'

/**
 * Refusals of the server by their codes, for desks in other languages: the English desk says what the server says. One
 * that is not here, because it says more than its code, is said in the server's English by all of them.
 */
export const problems = {
  forbidden: 'Your role here does not allow this. An owner of the site can give you another.',
  policy_changed:
    'Somebody was first: the policy has changed. Load it again; what you have written stays until you do.',
  site_changed: 'Somebody was first: the site has changed. Load it again; what you have typed stays.',
  site_taken: 'There is a site of this id. Choose another id; its name may be any.',
  last_owner: 'A site keeps an owner. Make somebody else an owner first.',
  unknown_person: 'Nobody with a role on this site is meant by this. Look at the list again.',
  unknown_invitation: 'There is no such invitation: it was used, taken back, or has ended. Look at the list again.',
  invitation_spent: 'This invitation no longer counts: it was used, taken back, or has ended. Ask for another.',
  list_too_long:
    'The list is too long: it may have 20,000 lines and 600 kB. A * at the end of a word covers all its endings.',
  list_wrong: 'Some lines of the list cannot be read. Mend the lines that are named; nothing was saved.',
  name_taken: 'There is one of this name. Choose another name.',
  name_imitates: 'Somebody here has this name, or one that looks like it. Choose another, or add something to it.',
  name_too_long: 'The name is too long. Choose a shorter one.',
  text_empty: 'There is no text. Write something first.',
  text_too_long: 'The text is too long. Shorten it.',
  ruling_not_allowed: 'This decision is not possible now: the comment stands otherwise. Look at it again.',
  stale_version: 'Somebody was first: the comment has changed. Look at it again.',
  unknown_comment: 'There is no such comment here; it may have been removed.',
  unknown_author: 'Nobody of this site is meant by this. Look at the case again.',
  parent_gone: 'The comment you answer is no longer here.',
  branch_locked: 'This conversation is locked.',
  link_spent: 'This link no longer works: a link works once, for 15 minutes.',
  passkey_stopped:
    'This passkey was stopped, because there may be a copy of it. Come in another way and make a new one.',
  passkey_known: 'This passkey is here already. Choose another device or another place to keep it.',
  code_wrong: 'This is not the code. Look again.',
  claim_spent: 'This can no longer be used. Begin again.',
  email_wrong: 'That is not an e-mail address. Check it for a typo.',
  mail_failed: 'The mail could not be sent. Look at the address, or try again in a while.',
  no_imports_here: 'This server has no place for files. Import on a computer, with the command line.',
  busy: 'The database is busy. Nothing was stored; try again in a moment.',
  overloaded: 'Too much is asked at once. Nothing was stored; try again in a few seconds.',
  storage_failed: 'Nothing can be stored now. The owner has to look at the server’s disk.',
  internal: 'Something went wrong on the server, by no fault of yours. Please try again.',
} as const satisfies Partial<Record<ProblemCode, string>>
