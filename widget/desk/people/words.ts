import { piece } from '../phrases.ts'

/** The words of the page of a site's people, and of the page that an invitation opens. */
export const english = {
  label: 'People',
  heading: 'The people of the site',
  intro:
    'Owners change the site, its policy and its people; moderators decide on comments. Whoever loses a role here is out with their next click.',
  readOnly: 'Only an owner of the site sees and changes who is here.',
  failed: 'The list did not come.',
  retry: 'Try again',
  me: 'you',
  installer: 'owns the installation',
  called: 'readers see {name}',
  seen: 'at the desk',
  notSignedIn: 'not signed in',
  role: 'Role',
  roles: { owner: 'Owner', moderator: 'Moderator' },
  remove: 'Remove',
  removeWho: 'Remove {name} from the site',
  leave: 'Leave this site',
  sure: 'Remove {name}? They are out at once; what they decided stays.',
  sureLeave: 'Leave? You are out at once, and come back only by an invitation.',
  yes: 'Yes, remove',
  yesLeave: 'Yes, leave',
  no: 'Keep',
  removed: '{name} has no role here any more.',
  changed: { owner: '{name} is an owner now.', moderator: '{name} is a moderator now.' },
  undo: 'Undo',
  invite: 'Invite somebody',
  inviteHint: 'You get a link to send them yourself. It works once, and gives exactly this role on this site.',
  as: 'As',
  for: 'Whom it is for',
  forHint: 'So that you know it again; only owners read it.',
  days: 'Days it is good for',
  email: 'Send it to',
  emailHint: 'Leave it empty to send the link yourself. The address is not kept.',
  make: 'Make the link',
  making: 'Making it…',
  once: 'This link is shown only now. Whoever opens it may use it.',
  sent: 'It went by mail, too.',
  notSent: 'It could not be sent by mail; send the link yourself.',
  waiting: 'Invitations that wait',
  until: 'until',
  by: 'by',
  takeBack: 'Take back',
  takeBackWho: 'Take back: {label}',
  takenBack: 'The link no longer works.',
  name: 'The name that readers see',
  nameHint: 'On your answers, and in the log. Empty: the name of your account.',
  save: 'Save',
  saved: 'Saved.',
  join: 'You are invited',
  joinAs: {
    owner: '{name} invites you to be an owner of {site}.',
    moderator: '{name} invites you to be a moderator of {site}.',
  },
  yourName: 'Your name',
  yourNameHint: 'The desk and readers know you by it; readers can be shown another one later.',
  joinNow: 'Come in',
  joinMe: 'Come in as {name}',
  joinOther: 'I am somebody else',
  spent: 'This invitation no longer counts: it was used, taken back, or has ended. Ask who sent it for another.',
  silent: 'The server does not answer. Your invitation is not lost; try again.',
  loading: 'Loading…',
} as const

export const own = piece('people', english)

/** The words about people who come in by their organisation's own sign-in. */
export const organisedEnglish = {
  heading: 'By your organisation’s sign-in',
  intro:
    'Whom these rules mean needs no invitation: they come in at the desk’s door by their organisation, sign in anew every twelve hours, and lose the role with what gave it. An address counts only if the organisation has confirmed it. Who runs this Parley sets the rules (PARLEY_DESK_OPENID) and starts it again; roles that were given above stay beside them.',
  none: 'There are no rules for this site. One reads',
  rule: {
    groups: {
      owner: 'Who is in the group “{value}” ({provider}) is an owner',
      moderator: 'Who is in the group “{value}” ({provider}) is a moderator',
    },
    domain: {
      owner: 'Whoever has an address at {value} ({provider}) is an owner',
      moderator: 'Whoever has an address at {value} ({provider}) is a moderator',
    },
    email: {
      owner: '{value} ({provider}) is an owner',
      moderator: '{value} ({provider}) is a moderator',
    },
  },
  all: 'on all sites',
  fits: 'fits',
  misfits: 'does not fit',
  issuer: 'Signed in by',
  email: 'With the address',
  groups: 'In the groups, with commas between',
  tryOut: 'Try it out',
  comes: 'They would come in as: {role}.',
  stays: 'They would not come in.',
} as const

export const organised = piece('organised', organisedEnglish)
