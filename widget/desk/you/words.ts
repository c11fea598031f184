import type { DeskWay } from '../../../server/contract.ts'

/** The words of the ways in to the desk and of one's own page. */

const many = (count: number, one: string, more: string) => (count === 1 ? `one ${one}` : `${count} ${more}`)

export const ways = {
  passkey: 'Sign in with a passkey',
  waiting: 'Waiting for your device…',
  openid: (name: string) => `Sign in with ${name}`,
  orCode: 'Use a recovery code',
  code: 'Recovery code',
  codeHint: '20 letters and digits; each code works once.',
  enter: 'Sign in',
  orLink: 'Or with a one-time link',
  cancelled: 'Nothing came back from your device. Try again, or choose another way.',
  elsewhere: (host: string) =>
    `Passkeys belong to ${host}, and this page is open under another name. Open the desk there, or come in another way.`,
  address: 'Passkeys need a name such as comments.example.org; this page is open under a bare IP address.',
  unreachable: 'The server did not answer. Please try again.',
  wait: (seconds: number) => `That was a lot at once. Please try again in ${seconds} seconds.`,
} as const

const WAY: Record<DeskWay, string> = {
  link: 'by a link',
  passkey: 'by a passkey',
  code: 'by a recovery code',
  openid: 'by your organisation',
}

export const you = {
  heading: 'You',
  signedInAs: 'Signed in as',
  unreachable: 'The server did not answer.',
  stale:
    'How you come in can be changed within 15 minutes of signing in, so that nobody can do it at a screen you left open. Sign in once more:',
  noWay: 'Or open a new one-time link in this browser.',

  passkeys: 'Passkeys',
  passkeysIntro:
    'A passkey is kept by your device, your password manager or a security key, and asks for your finger, face or PIN. Whoever has one needs no link.',
  noPasskeys: 'You have none yet. Make one, so that next time you need no link.',
  name: 'Name of the new passkey',
  make: 'Make a passkey',
  made: (when: string) => `made ${when}`,
  used: (when: string) => `last used ${when}`,
  unused: 'not used yet',
  synced: 'on several devices',
  stopped:
    'Stopped: it counted fewer signatures than before, so there may be a copy of it. It opens nothing any more; remove it and make a new one.',
  unnamed: (now: number) => `Passkey of ${new Date(now).toLocaleDateString('en', { dateStyle: 'medium' })}`,
  rename: 'Rename',
  newName: (name: string) => `New name of ${name}`,
  save: 'Save',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
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
  left: (left: number, when: string) => `${many(left, 'code is', 'codes are')} left of those made ${when}.`,
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
  began: (way: DeskWay | null, when: string) => `signed in ${way ? `${WAY[way]}, ` : ''}${when}`,
  seen: (when: string) => `used ${when}`,
  end: 'End',
  endNamed: (name: string) => `End the session in ${name}`,
  ended: 'The session is ended.',
} as const

/** When a session was used, which is kept to the hour: minutes would say what nobody knows. */
export const hourOf = (at: number): string =>
  new Date(at).toLocaleString('en', { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric' })

/** A moment in words, by the reader's own clock. */
export const when = (at: number): string =>
  new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })
