import { piece } from '../phrases.ts'

/** The words of the panel about mail. */
export const english = {
  heading: 'Notifications',
  intro: 'A mail when comments begin to wait: one until they are decided, and at most one an hour.',
  email: 'Your e-mail address',
  hint: 'Only this server knows it. Readers and authors never see it.',
  sites: 'Tell me when comments wait on',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  savedNone: 'Saved. No site is chosen: nothing will come.',
  savedTo: 'Saved. Mail goes to {email}.',
  noAddress: 'Give an address, or choose no site.',
  wrong: 'That is no e-mail address. Please look at it again.',
  failed: 'Not saved: the server did not answer. Please try again.',
  unreachable: 'The server did not answer.',
  off: 'This Parley has no mail server yet, so no mail is sent. Whoever runs it can name one and start it again with:',
  unavailable:
    'This Parley sends no mail yet: PARLEY_SMTP_URL or PARLEY_MAIL_API is to be set. What you choose is kept.',
} as const

export const notificationWords = piece('notifications', english)
