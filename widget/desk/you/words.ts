import { inLanguage, piece } from '../phrases.ts'

/** The words of the ways in to the desk. */
export const waysEnglish = {
  passkey: 'Sign in with a passkey',
  waiting: 'Waiting for your device…',
  openid: 'Sign in with {name}',
  orCode: 'Use a recovery code',
  code: 'Recovery code',
  codeHint: '20 letters and digits; each code works once.',
  enter: 'Sign in',
  orLink: 'Or with a one-time link',
  cancelled: 'Nothing came back from your device. Try again, or choose another way.',
  elsewhere:
    'Passkeys belong to {host}, and this page is open under another name. Open the desk there, or come in another way.',
  address: 'Passkeys need a name such as comments.example.org; this page is open under a bare IP address.',
  unreachable: 'The server did not answer. Please try again.',
  wait: 'That was a lot at once. Please try again {time}.',
} as const

export const ways = piece('ways', waysEnglish)

/** The words of one's own page. */
export const english = {
  heading: 'You',
  signedInAs: 'Signed in as',
  unreachable: 'The server did not answer.',
  stale:
    'How you come in can be changed within 15 minutes of signing in, so that nobody can do it at a screen you left open. Sign in once more:',
  noWay: 'Or open a new one-time link in this browser.',

  language: 'Language of the desk',
  languageAuto: 'As this browser asks',
  languageHint: 'It follows you into every browser in which you sign in.',

  passkeys: 'Passkeys',
  passkeysIntro:
    'A passkey is kept by your device, your password manager or a security key, and asks for your finger, face or PIN. Whoever has one needs no link.',
  noPasskeys: 'You have none yet. Make one, so that next time you need no link.',
  name: 'Name of the new passkey',
  make: 'Make a passkey',
  made: 'made {time}',
  used: 'last used {time}',
  unused: 'not used yet',
  synced: 'on several devices',
  stopped:
    'Stopped: it counted fewer signatures than before, so there may be a copy of it. It opens nothing any more; remove it and make a new one.',
  unnamed: 'Passkey of {day}',
  rename: 'Rename',
  newName: 'New name of {name}',
  save: 'Save',
  remove: 'Remove',
  removeNamed: 'Remove {name}',
  reallyRemove: 'It opens the desk no more. Your device may still offer it; forget it there, too.',
  lastWay:
    'This is your last way in: without it and without recovery codes you need a one-time link from whoever runs this Parley.',
  keep: 'Keep it',
  added: 'The passkey is made. Next time it opens the desk.',
  removed: 'The passkey is removed.',
  known: 'This device already has a passkey for you.',
  unable: 'This browser knows no passkeys, or the page is not open over https.',

  codes: 'Recovery codes',
  codesIntro:
    'Each opens the desk once, for the day when your passkey is out of reach. Print them or keep them in a password manager; only their digests are stored here.',
  noCodes: 'You have none.',
  left: { one: 'One code is left of those made {time}.', other: '{n} codes are left of those made {time}.' },
  codesUsed: 'Used:',
  makeCodes: 'Make ten codes',
  remakeCodes: 'Make ten new ones',
  remakeHint: 'The codes you have now stop working.',
  shownOnce: 'These are your codes. They are shown this once.',
  copy: 'Copy all',
  copied: 'Copied.',
  notCopied: 'This browser does not copy; select them by hand.',
  kept: 'I have kept them',

  sessions: 'Where you are signed in',
  sessionsIntro:
    'Of each session the kind of browser is kept, in these words and no more: no version, no address. When it was used is told to the hour.',
  unknownBrowser: 'Unknown browser',
  here: 'this one',
  began: 'signed in {time}',
  beganBy: {
    link: 'signed in by a link, {time}',
    passkey: 'signed in by a passkey, {time}',
    code: 'signed in by a recovery code, {time}',
    openid: 'signed in by your organisation, {time}',
  },
  seen: 'used {time}',
  end: 'End',
  endNamed: 'End the session in {name}',
  ended: 'The session is ended.',
} as const

export const you = piece('you', english)

const days = inLanguage(lang => new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }))
const hours = inLanguage(
  lang => new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric' }),
)

/** What a new passkey is called where nothing better is known. */
export const unnamed = (now: number): string => you.unnamed(days().format(now))

/** When a session was used, which is kept to the hour: minutes would say what nobody knows. */
export const hourOf = (at: number): string => hours().format(at)
