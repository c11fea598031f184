import type { MailTrouble, OutboxLetter } from '../../../server/contract.ts'
import { inLanguage, numeral, piece, type Tree } from '../phrases.ts'

/** The words of the page of mail. */
export const english = {
  heading: 'Mail',
  intro:
    'Mail goes by an outbox: what the mail server does not take is sent again, less and less often, for three days. Here is what waits, what was given up, and why.',
  failed: 'The mail could not be looked at.',
  noMail:
    'No mail is sent: neither PARLEY_SMTP_URL nor PARLEY_MAIL_API is set. What waits here goes once one of them is.',
  server: 'The mail server',
  never: 'It was not asked yet.',
  works: 'It took a mail last on {at}.',
  fails: 'It took none on {at}: {why}',
  rests: 'It is left alone until {until}, then one letter tries it. To try at once, send one again.',
  trouble: {
    unreached: 'it cannot be reached. See the host and the port in the settings, and whether it runs.',
    slow: 'it did not answer in time.',
    password: 'it does not take the user and password that are set.',
    encryption: 'the encryption did not come about.',
    no_such_address: 'there is no such address.',
    refused: 'it was refused for good.',
    not_now: 'it was not taken now; that often passes.',
    too_late: 'it came too late to be of use.',
    other: 'it could not be sent; the server’s log has more.',
  },
  test: 'Send me a test',
  testTo: 'It goes to {address}.',
  noTest: 'To get a test, say under Notifications (the bell) where mail to you goes.',
  tested: 'The test is under way.',
  waiting: 'Waiting',
  dead: 'Given up',
  none: 'Nothing waits, and nothing was given up.',
  noneWaits: 'Nothing waits.',
  noneDead: 'Nothing was given up.',
  more: 'These are {shown} of {all}.',
  tooMany: 'more than {n}',
  kinds: {
    code: 'a code to sign in with',
    digest: 'a digest of the queue',
    test: 'a test',
    follow_confirm: 'a question whether to follow',
    follow_digest: 'what is new where somebody follows',
  },
  next: 'next try {at}',
  tries: { one: 'tried once', other: 'tried {n} times' },
  useless: 'It is of no use any more and is not sent.',
  again: 'Send again',
  now: 'Send now',
  drop: 'Let go',
  allAgain: 'Send all of these again',
  allDrop: 'Let all of these go',
  sent: { one: 'One letter is on its way.', other: '{n} letters are on their way.' },
  dropped: { one: 'One letter was let go.', other: '{n} letters were let go.' },
  suppressed: 'Addresses that get no mail',
  suppressedIntro:
    'Mail to these was refused for good, so no more goes there: who goes on writing to addresses that are not there is soon taken for a sender of spam. Lift it where you know that the address is right.',
  noneSuppressed: 'There are none.',
  since: 'since {at}',
  lift: 'Let mail go there again',
} as const satisfies { trouble: Record<MailTrouble, string> } & Tree

const own = piece('outbox', english)

const times = inLanguage(
  lang => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
)

/** A moment as the page writes it. */
export const time = (at: number): string => times().format(at)

export const outboxWords = Object.assign(own, {
  /** How many letters there are; the server counts to a thousand. */
  many: (n: number) => (n > 1_000 ? own.tooMany(1_000) : numeral(n)),
  kindOf: (kind: string): string => (own.kinds as Record<string, string>)[kind] ?? kind,
  /** How a letter stands. */
  about: ({ tries, nextAt, isOfUse }: OutboxLetter) =>
    [
      ...(tries > 0 ? [own.tries(tries)] : []),
      ...(nextAt !== null ? [own.next(time(nextAt))] : []),
      ...(isOfUse ? [] : [own.useless]),
    ].join(' · '),
})
