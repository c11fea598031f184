import type { ApiKey } from '../../../server/contract.ts'
import { inLanguage, piece } from '../phrases.ts'

/** The words of the page of keys. */
export const english = {
  heading: 'Keys for programs',
  intro:
    'With a key a program does on this site what is done at the desk. The log of decisions names the key. A key counts as long as whoever made it owns the site.',
  docs: 'What can be asked for',
  none: 'No program has a key here yet.',
  failed: 'The keys could not be loaded.',
  make: 'Make a key',
  name: 'What it is for',
  nameHint: 'This name stands in the log: “Night bot (key)”.',
  scope: 'It may',
  scopes: {
    read: 'read what moderators read: the queue, cases, the log, the policy',
    moderate: 'also do what moderators do: rule, answer, note',
    manage: 'also do what owners do: the policy, articles, webhooks; never keys and people',
  },
  ends: 'It ends after',
  days: { '30': '30 days', '90': '90 days', '365': 'a year', never: 'never' },
  button: 'Make the key',
  making: 'Making…',
  once: 'This is the only time that the key is shown. Keep it where the program finds it and nobody else does.',
  done: 'I have it',
  revoke: 'Revoke',
  really: 'Revoke for good',
  keep: 'Keep it',
  revoked: '“{name}” no longer counts.',
  refused: 'It was not done: {why}',
  noAnswer: 'the server did not answer. Please try again.',
  may: { read: 'May read', moderate: 'May moderate', manage: 'May manage' },
  by: 'made by {name}',
  neverUsed: 'never used',
  lastUsed: 'last used {day}',
  expired: 'its time is over',
  orphaned: 'ended: who made it owns this site no more',
  noEnd: 'no end',
  until: 'until {day}',
} as const

const own = piece('keys', english)

const days = inLanguage(
  lang => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
)

/** A day as the desk writes it. */
export const day = (at: number): string => days().format(at)

export const keyWords = Object.assign(own, {
  about: ({ scope, by, usedAt, expiresAt, ended }: ApiKey) =>
    [
      own.may[scope],
      own.by(by),
      usedAt === null ? own.neverUsed : own.lastUsed(day(usedAt)),
      ended === 'expired'
        ? own.expired
        : ended === 'maker'
          ? own.orphaned
          : expiresAt === null
            ? own.noEnd
            : own.until(day(expiresAt)),
    ].join(' · '),
})
