import type { MailFault, MailTrouble } from '../contract.ts'

/** What a code means that a try has left behind. */
export function faultOf(code: string | null): MailFault | null {
  return code === null ? null : { trouble: troubleOf(code), code }
}

const KNOWN: Record<string, MailTrouble> = {
  ...{ ETIMEDOUT: 'slow', ETLS: 'encryption', EREQUIRETLS: 'encryption', too_late: 'too_late', HTTP429: 'not_now' },
  ...{ bounced: 'no_such_address', EAUTH: 'password', HTTP401: 'password', HTTP403: 'password' },
}

function troubleOf(code: string): MailTrouble {
  const known = Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined
  if (known) return known
  if (/^EAUTH/.test(code)) return 'password'
  if (/^ETLS/.test(code)) return 'encryption'
  if (/^(ECONN|ESOCKET|EDNS|EPROTOCOL|UNREACHED)/.test(code)) return 'unreached'
  if (/^(EENVELOPE|EMESSAGE)4|^HTTP5/.test(code)) return 'not_now'
  if (/^EENVELOPE55[013]$/.test(code)) return 'no_such_address'
  if (/^(EENVELOPE|EMESSAGE)5|^HTTP4/.test(code)) return 'refused'
  return 'other'
}

/** What was the matter, for who runs Parley; the desk has words of its own. */
export const FAULT_WORDS: Record<MailTrouble, string> = {
  unreached: 'the mail server cannot be reached',
  slow: 'the mail server did not answer in time',
  password: 'the mail server does not take the user and password',
  encryption: 'the mail server does not speak TLS as it should',
  no_such_address: 'the address does not exist there',
  refused: 'the mail server refused it',
  not_now: 'the mail server does not take it now',
  too_late: 'it was of no use any more',
  other: 'it could not be sent',
}
