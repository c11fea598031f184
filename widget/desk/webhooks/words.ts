import type { Delivery, Webhook, WebhookEvent, WebhookShape, WebhookState } from '../../../server/contract.ts'

/** The words of the page of webhooks. */
export const hookWords = {
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
  } satisfies Record<WebhookShape, string>,
  url: 'Address',
  urls: {
    standard: 'An https address that is reached from the internet.',
    slack: 'The address of an incoming webhook: https://hooks.slack.com/services/…',
    discord: 'The address of a webhook of the channel: https://discord.com/api/webhooks/…',
    telegram: 'https://api.telegram.org/botTOKEN/sendMessage?chat_id=ID, with the bot’s token and the chat’s id.',
    matrix: 'https://HOMESERVER/!ROOM:SERVER, the room by its internal id.',
  } satisfies Record<WebhookShape, string>,
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
  } satisfies Record<WebhookEvent | 'test', string>,
  button: 'Add the webhook',
  change: 'Change…',
  save: 'Save',
  cancel: 'Cancel',
  urlStays: 'Leave it empty, and it stays as it is. An access token goes along on the same server only.',
  allAgain: 'Send again all that was given up',
  sent: (n: number) =>
    n === 1 ? 'One delivery is sent again.' : `${n.toLocaleString('en')} deliveries are sent again.`,
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
  both: (until: string) => `Until ${until} both sign. Give the first to the receiver.`,
  state: {
    on: 'On',
    paused: 'Paused: what happens meanwhile is not told',
    dead: 'Stopped after three days of nothing but failures. Mend the receiver and turn it on: what it missed is kept for it',
    gone: 'Stopped: the receiver said that it is gone (410)',
  } satisfies Record<WebhookState, string>,
  /** Of one that is on, and whose receiver does not answer as it should. */
  failing: 'On, but nothing arrives',
  failingNext:
    'What waits is sent again, for about a day each. The deliveries below say what the receiver answered; mend it, or change the address, then send a test.',
  about: ({ waiting, dropped, failingSince }: Webhook, time: (at: number) => string) =>
    [
      ...(waiting > 0 ? [`${waiting} waiting`] : []),
      ...(failingSince !== null ? [`failing since ${time(failingSince)}`] : []),
      ...(dropped > 0 ? [`${dropped} not told for want of room`] : []),
    ].join(' · '),
  deliveries: 'Deliveries',
  noDeliveries: 'Nothing was sent in the last week.',
  columns: ['When', 'What', 'How it went', 'Answer', ''],
  went: ({ outcome, tries, status, tookMs, error, nextAt }: Delivery, time: (at: number) => string) => {
    const last = error ?? (status === null ? '' : `${status}${tookMs === null ? '' : ` in ${tookMs} ms`}`)
    if (outcome === 'taken') return `Taken, ${last}`
    if (outcome === 'failed') return `Given up after ${tries} tries: ${last}`
    if (outcome === 'ended') return `Not sent any more${last && `: ${last}`}`
    return tries === 0 ? 'Waiting' : `Try ${tries}: ${last}; next ${nextAt === null ? 'none' : time(nextAt)}`
  },
  again: 'Send again',
  refresh: 'Look again',
}

/** A moment as the desk writes it. */
export const time = (at: number): string =>
  new Date(at).toLocaleString('en', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
