import { parley } from './called.ts'
import { LIMITS, type ProblemCode, type ProblemDocument } from './contract.ts'

/**
 * Every refusal there is: its HTTP status, its title, and a detail that says what to do next. Words are for people who
 * did nothing wrong; the code is for programs and never changes.
 */
const WORDS: Record<ProblemCode, readonly [status: number, title: string, detail: string]> = {
  bad_json: [400, 'The request is not JSON', 'Send a JSON object in UTF-8 with the content type application/json.'],
  bad_request: [400, 'The request does not fit', 'Compare it with /api/openapi.json; `errors` names each place.'],
  body_too_large: [413, 'The request is too large', `Send at most ${LIMITS.bodyBytes} bytes.`],
  not_found: [404, 'Nothing here', 'Check the address.'],
  method_not_allowed: [405, 'Not with this method', 'Compare it with /api/openapi.json.'],
  unknown_site: [
    404,
    'Unknown site',
    'No site has this id: look at the `site` attribute of `<parley-thread>`. The command given lists the sites.',
  ],
  unknown_comment: [404, 'Unknown comment', 'There is no such comment here; it may have been removed.'],
  unknown_author: [404, 'Unknown author', 'Nobody of this site has this id; look at the case again.'],
  unknown_article: [404, 'Unknown article', 'Nobody has written there yet; look at the address again.'],
  origin_refused: [
    403,
    'This page is not one of the site’s',
    'Its owner can allow it with this command, typed with the settings that Parley was started with.',
  ],
  origin_missing: [403, 'The request does not say where it comes from', 'Send it from a page of this server.'],
  bad_url: [
    400,
    'The page’s address cannot be read',
    'Send an absolute http or https URL of at most 8,192 characters.',
  ],
  move_under_way: [409, 'Another move is under way', 'Wait until it has ended, and look again.'],
  moved_already: [409, 'The comments are no longer there', 'Name the place where they are now.'],
  thread_closed: [403, 'The conversation is closed', 'You can still read it; new comments are no longer taken.'],
  policy_changed: [
    409,
    'Somebody was first',
    'The policy has changed since you looked at it. Load it again; what you have written here stays until you do.',
  ],
  site_changed: [
    409,
    'Somebody was first',
    'The site has changed since you looked at it. Load it again; what you have typed here stays.',
  ],
  site_taken: [409, 'There is a site of this id', 'Choose another id; its name may be any.'],
  too_many_to_move: [
    409,
    'This would move many threads',
    `More than ${LIMITS.rekeyed} threads would go to other keys, which takes longer than a page can wait. The command does it.`,
  ],
  unknown_person: [404, 'Nobody of this site', 'Nobody with a role on this site has this id; look at the list again.'],
  last_owner: [
    409,
    'A site keeps an owner',
    'Make somebody else an owner first. Who owns the installation owns every site, and stays.',
  ],
  unknown_invitation: [404, 'No such invitation', 'It was used, taken back, or has ended; look at the list again.'],
  invitation_spent: [
    410,
    'This invitation no longer counts',
    'It was used, taken back, or has ended. Ask the owner who sent it for another.',
  ],
  list_too_long: [
    422,
    'The list is too long',
    'A list has at most 20,000 lines and 600 kB. Shorten it; a * at the end of a word covers all its endings.',
  ],
  list_wrong: [422, 'Some lines of the list cannot be read', 'Mend the lines that are named; nothing was saved.'],
  slow_mode: [
    429,
    'This conversation goes slowly',
    'Between two comments of one person there is a while here. Yours is not lost: post it again after the seconds given.',
  ],
  parent_gone: [
    409,
    'The comment you answer is no longer here',
    'Post your text as a comment of its own, if you wish.',
  ],
  branch_locked: [
    403,
    'This conversation is locked',
    'A moderator has ended it; you can still read it, and begin another one.',
  ],
  warning_unread: [
    403,
    'A moderator has a word with you first',
    'Read the warning that comes with this answer and acknowledge it; then you can go on.',
  ],
  banned: [
    403,
    'You can no longer take part here',
    'A moderator has decided so; GET /api/me says until when, and why.',
  ],
  edit_over: [
    403,
    'The time to change it is over',
    'A comment can be changed for a while after it was posted; it can still be deleted.',
  ],
  too_many_mentions: [
    422,
    'Too many people are called',
    `A comment may call ${LIMITS.mentions} people by name; leave some of them out.`,
  ],
  appealed_already: [409, 'You have asked already', 'A comment can be looked at anew once; its answer stands with it.'],
  nothing_to_appeal: [409, 'Nothing was refused', 'Only a comment that was refused can be looked at anew.'],
  name_taken: [409, 'There is one of this name', 'Choose another name.'],
  list_full: [409, 'There is no room for another', 'Remove one that is no longer needed.'],
  text_empty: [422, 'There is no text', 'Write something before you post.'],
  text_too_long: [
    422,
    'The text is too long',
    `A comment may have ${LIMITS.textGraphemes.toLocaleString('en')} characters and ${LIMITS.textBytes / 1000} kB.`,
  ],
  name_too_long: [422, 'The name is too long', `A name may have ${LIMITS.nameGraphemes} characters.`],
  name_imitates: [
    422,
    'This name belongs to somebody here',
    'Somebody of the staff, or who has proved who they are, has this name or one that looks like it. Choose another, or add something to it; your text is still here.',
  ],
  token_needed: [401, 'A token is needed', 'Send `Authorization: Bearer prl_…` with 43 base64url characters.'],
  bad_token: [401, 'The token does not fit', 'A reader’s token is `prl_` and 43 base64url characters.'],
  not_yours: [403, 'This comment is not yours', 'Only its author can do this, from the browser that wrote it.'],
  own_comment: [403, 'This comment is your own', 'This is for what others wrote.'],
  staff_not_muted: [422, 'Staff stay readable', 'What the site’s staff say concerns all who read here.'],
  votes_up_only: [422, 'Only votes for a comment are counted here', 'Send 1, or 0 to take your vote back.'],
  ruling_not_allowed: [409, 'This decision is not possible now', 'Look at the comment again: it stands otherwise now.'],
  stale_version: [409, 'Somebody was first', 'The comment has changed since you saw it; look at it again.'],
  key_reused: [422, 'This key was used for another text', 'Make a new Idempotency-Key for each new comment.'],
  form_stale: [403, 'This page is out of date', 'Your text is still here; send it again.'],
  too_many_requests: [429, 'Too many in a short time', 'Wait a little and send it again; your text is not lost.'],
  sign_in_needed: [
    401,
    'Please sign in',
    'Open a desk link; `npm run parley -- link --name NAME` prints one for you, without a name it is the owner’s.',
  ],
  link_spent: [
    401,
    'This link no longer works',
    'A link works once, for 15 minutes. `npm run parley -- link --name NAME` prints a new one for you, without a name the owner’s.',
  ],
  passkey_refused: [
    401,
    'This passkey does not open the desk',
    'It may have been removed here, or its person has no role any more. Try another one, a recovery code, or a desk link.',
  ],
  passkey_stopped: [
    401,
    'This passkey was stopped',
    'It has signed fewer times than before, so there may be a copy of it. Come in another way and make a new one.',
  ],
  passkey_known: [409, 'This passkey is here already', 'Choose another device or another place to keep it.'],
  email_wrong: [422, 'That is not an e-mail address', 'Check it for a typo.'],
  code_wrong: [422, 'This is not the code', 'Look again; it has six digits.'],
  claim_spent: [
    410,
    'This can no longer be used',
    'It was used already, or waited too long, or was tried too often. Begin again, and you get another.',
  ],
  login_refused: [
    401,
    'The site’s login was not accepted',
    'Load the page again. If that does not help, its owner finds what is asked of the token in the README.',
  ],
  email_unverified: [
    403,
    'The e-mail address is not confirmed there',
    'Confirm it where you have the account, and come back.',
  ],
  proof_needed: [
    403,
    'This needs a fresh proof that it is you',
    'Prove it once more in a way you have used here; that is good for ten minutes.',
  ],
  identity_taken: [
    409,
    'This belongs to another profile here',
    'Sign in with it instead; both can be used, each for itself.',
  ],
  way_not_offered: [404, 'This way is not offered here', 'Choose one of the ways that the thread names.'],
  mail_failed: [502, 'The mail could not be sent', 'Look at the address, or try again in a while.'],
  issuer_failed: [502, 'The other site did not answer as it should', 'Try again in a while, or choose another way.'],
  forbidden: [403, 'Not yours to do', 'You have no role on this site that allows it; its owner can give you one.'],
  key_refused: [
    401,
    'The key does not count',
    'It is unknown, revoked or over, or whoever made it owns the site no more. An owner can make another at the desk.',
  ],
  session_only: [403, 'Not with a key', 'This is for somebody who has signed in at the desk.'],
  webhook_refused: [
    422,
    'Nothing can be sent there',
    'Give an https address that is reached from the internet; for a chat, the one that it has given you.',
  ],
  no_translator: [404, 'Nothing is translated here', 'The site’s owner has named no service that translates.'],
  translation_failed: [502, 'No translation came', 'The original is still there; try again in a while.'],
  samples_demo_only: [403, 'Only the demo site takes sample comments', 'Choose the demo site.'],
  no_imports_here: [
    404,
    'No file can be given here',
    'This server has no place for files. Import on a computer: `npm run parley -- import` says how.',
  ],
  import_not_now: [409, 'Not at this moment', 'Look at the page of imports again; it stands otherwise now.'],
  busy: [503, 'The database is busy', 'Nothing was stored. Send the request again in a moment.'],
  overloaded: [
    503,
    'Too much is asked at once',
    'Nothing was stored; your text is not lost. Try again in a few seconds.',
  ],
  storage_failed: [
    507,
    'Nothing can be stored now',
    'Nothing was stored; your text is not lost. The owner has to look at the server’s disk.',
  ],
  internal: [500, 'Something went wrong here', 'Nothing you did; please try again. The server’s log has the cause.'],
}

/** What a refusal may say beyond its words. */
export type ProblemExtras = Partial<
  Pick<ProblemDocument, 'detail' | 'command' | 'retryAfter' | 'errors' | 'words' | 'triesLeft'>
>

/** A refusal on its way to the one error door in `app.ts`. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras
  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    // Nobody looks where it was thrown, and in a flood to note that would cost more than the refusal.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(`${code}: ${extras.detail ?? WORDS[code][2]}`)
    Error.stackTraceLimit = stackTraceLimit
    this.name = 'Problem'
    this.code = code
    this.extras = extras
  }
}

/** Every code there is. */
export const PROBLEM_CODES = Object.keys(WORDS) as ProblemCode[]

/** The document of RFC 9457 for a refusal. */
export function problemDocument(code: ProblemCode, extras: ProblemExtras = {}): ProblemDocument {
  const [status, title, detail] = WORDS[code]
  const said = { type: `urn:parley:problem:${code}`, title, status, detail: asTyped(detail), code, ...extras }
  return extras.command === undefined ? said : { ...said, command: asTyped(extras.command) }
}

/** A hint as it is typed where this process runs: texts and refusals are written as for a checkout. */
const asTyped = (hint: string): string => hint.replace('npm run parley --', parley())
