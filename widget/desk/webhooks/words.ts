import type { Delivery, Webhook } from '../../../server/contract.ts'
import { inLanguage, piece } from '../phrases.ts'

/** The words of the page of webhooks. */
export const english = {
  heading: 'Webhooks',
  intro:
    'Parley tells other systems and chats what happens here, at least once each: what did not arrive is sent again for about a day. Order is usual, not promised.',
  none: 'Nobody is told yet.',
  failed: 'The webhooks could not be loaded.',
  add: 'Add a webhook',
  name: 'Name',
  shape: 'Speaks to',
  shapes: {
    standard: 'A program (Standard Webhooks, signed)',
    slack: 'Slack or Mattermost',
    discord: 'Discord',
    telegram: 'Telegram',
    matrix: 'Matrix',
  },
  url: 'Address',
  urls: {
    standard: 'An https address that is reached from the internet.',
    slack: 'The address of an incoming webhook: https://hooks.slack.com/services/…',
    discord: 'The address of a webhook of the channel: https://discord.com/api/webhooks/…',
    telegram: 'https://api.telegram.org/botTOKEN/sendMessage?chat_id=ID, with the bot’s token and the chat’s id.',
    matrix: 'https://HOMESERVER/!ROOM:SERVER, the room by its internal id.',
  },
  /** Where Parley runs on the machine at which one sits. */
  local: 'Since this Parley is reached on this machine only, http://localhost:PORT is taken, too, to try things out.',
  token: 'Access token of the Matrix account',
  events: 'Tell of',
  event: {
    published: 'a comment that is public now',
    pending: 'a comment that waits',
    rejected: 'a comment that was refused',
    spam: 'a comment that was marked as spam',
    withdrawn: 'a comment that its author deleted',
    edited: 'a comment that was edited',
    report: 'a reader’s report',
    appeal: 'an author’s appeal',
    test: 'a test',
  },
  button: 'Add the webhook',
  change: 'Change…',
  save: 'Save',
  cancel: 'Cancel',
  urlStays: 'Leave it empty, and it stays as it is. An access token goes along on the same server only.',
  allAgain: 'Send again all that was given up',
  sent: { one: 'One delivery is sent again.', other: '{n} deliveries are sent again.' },
  adding: 'Adding…',
  test: 'Send a test',
  tested: 'The test is under way; the deliveries tell how it went.',
  pause: 'Pause',
  resume: 'Turn on',
  catchUp: 'Turn on, and send what it missed',
  remove: 'Remove',
  really: 'Remove for good',
  keep: 'Keep it',
  secret: 'Signing secret',
  rotate: 'Make the next secret',
  both: 'Until {time} both sign. Give the first to the receiver.',
  state: {
    on: 'On',
    paused: 'Paused: what happens meanwhile is not told',
    dead: 'Stopped after three days of nothing but failures. Mend the receiver and turn it on: what it missed is kept for it',
    gone: 'Stopped: the receiver said that it is gone (410)',
  },
  /** Of one that is on, and whose receiver does not answer as it should. */
  failing: 'On, but nothing arrives',
  failingNext:
    'What waits is sent again, for about a day each. The deliveries below say what the receiver answered; mend it, or change the address, then send a test.',
  waits: { one: '{n} waiting', other: '{n} waiting' },
  failingSince: 'failing since {time}',
  dropped: { one: '{n} not told for want of room', other: '{n} not told for want of room' },
  deliveries: 'Deliveries',
  noDeliveries: 'Nothing was sent in the last week.',
  columns: ['When', 'What', 'How it went', 'Answer'],
  went: {
    taken: 'Taken, {last}',
    failed: { one: 'Given up after {n} try: {last}', other: 'Given up after {n} tries: {last}' },
    ended: 'Not sent any more',
    endedWith: 'Not sent any more: {last}',
    waiting: 'Waiting',
    tried: 'Try {n}: {last}; next {time}',
    triedLast: 'Try {n}: {last}; next none',
    took: '{status} in {n} ms',
  },
  again: 'Send again',
  refresh: 'Look again',
} as const

const own = piece('webhooks', english)

const times = inLanguage(
  lang => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
)

/** A moment as the page writes it. */
export const time = (at: number): string => times().format(at)

export const hookWords = Object.assign(own, {
  about: ({ waiting, dropped, failingSince }: Webhook) =>
    [
      ...(waiting > 0 ? [own.waits(waiting)] : []),
      ...(failingSince !== null ? [own.failingSince(time(failingSince))] : []),
      ...(dropped > 0 ? [own.dropped(dropped)] : []),
    ].join(' · '),
  wentOf({ outcome, tries, status, tookMs, error, nextAt }: Delivery): string {
    const { went } = own
    const told = status === null ? '' : String(status)
    const last = error ?? (tookMs === null || !told ? told : went.took({ status: told, n: tookMs }))
    if (outcome === 'taken') return went.taken(last)
    if (outcome === 'failed') return went.failed({ n: tries, last })
    if (outcome === 'ended') return last ? went.endedWith(last) : went.ended
    if (tries === 0) return went.waiting
    return nextAt === null ? went.triedLast({ n: tries, last }) : went.tried({ n: tries, last, time: time(nextAt) })
  },
})
