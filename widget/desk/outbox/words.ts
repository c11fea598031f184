import type { MailTrouble, OutboxLetter } from '../../../server/contract.ts'

/** The words of the page of mail. */
export const outboxWords = {
  heading: 'Mail',
  intro:
    'Mail goes by an outbox: what the mail server does not take is sent again, less and less often, for three days. Here is what waits, what was given up, and why.',
  failed: 'The mail could not be looked at.',
  mail: {
    on: null,
    off: 'No mail is sent: neither PARLEY_SMTP_URL nor PARLEY_MAIL_API is set. What waits here goes once one of them is.',
    unavailable:
      'No mail is sent: neither PARLEY_SMTP_URL nor PARLEY_MAIL_API is set. What waits here goes once one of them is.',
  },
  server: 'The mail server',
  never: 'It was not asked yet.',
  works: (at: string) => `It took a mail last on ${at}.`,
  fails: (at: string, why: string) => `It took none on ${at}: ${why}`,
  rests: (until: string) =>
    `It is left alone until ${until}, then one letter tries it. To try at once, send one again.`,
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
  } satisfies Record<MailTrouble, string>,
  test: 'Send me a test',
  testTo: (address: string) => `It goes to ${address}.`,
  noTest: 'To get a test, say under Notifications (the bell) where mail to you goes.',
  tested: 'The test is under way.',
  waiting: 'Waiting',
  dead: 'Given up',
  none: 'Nothing waits, and nothing was given up.',
  noneWaits: 'Nothing waits.',
  noneDead: 'Nothing was given up.',
  more: (shown: number, all: string) => `These are ${shown} of ${all}.`,
  many: (n: number) => (n > 1_000 ? 'more than 1,000' : n.toLocaleString('en')),
  kinds: {
    code: 'a code to sign in with',
    digest: 'a digest of the queue',
    test: 'a test',
    follow_confirm: 'a question whether to follow',
    follow_digest: 'what is new where somebody follows',
  } as Record<string, string>,
  to: 'To',
  next: (at: string) => `next try ${at}`,
  tries: (n: number) => (n === 1 ? 'tried once' : n === 2 ? 'tried twice' : `tried ${n} times`),
  useless: 'It is of no use any more and is not sent.',
  again: 'Send again',
  now: 'Send now',
  drop: 'Let go',
  allAgain: 'Send all of these again',
  allDrop: 'Let all of these go',
  sent: (n: number) => (n === 1 ? 'One letter is on its way.' : `${n} letters are on their way.`),
  dropped: (n: number) => (n === 1 ? 'One letter was let go.' : `${n} letters were let go.`),
  suppressed: 'Addresses that get no mail',
  suppressedIntro:
    'Mail to these was refused for good, so no more goes there: who goes on writing to addresses that are not there is soon taken for a sender of spam. Lift it where you know that the address is right.',
  noneSuppressed: 'There are none.',
  since: (at: string) => `since ${at}`,
  lift: 'Let mail go there again',
}

/** What a letter is, and how it stands. */
export function about({ tries, nextAt, isOfUse }: OutboxLetter, time: (at: number) => string): string {
  return [
    ...(tries > 0 ? [outboxWords.tries(tries)] : []),
    ...(nextAt !== null ? [outboxWords.next(time(nextAt))] : []),
    ...(isOfUse ? [] : [outboxWords.useless]),
  ].join(' · ')
}

/** A moment as the desk writes it. */
export const time = (at: number): string =>
  new Date(at).toLocaleString('en', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
