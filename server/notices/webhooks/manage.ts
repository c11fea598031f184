import { newId } from '../../comments/ids.ts'
import { cleanName } from '../../comments/text.ts'
import type { Delivery, Webhook, WebhookEvent, WebhookShape } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../problems.ts'
import { type DeliveryRow, ROOM } from '../../store/deliveries.ts'
import type { WebhookRow } from '../../store/webhooks.ts'
import { readAddressOf, shownAddress } from './addresses.ts'
import { signingSecrets } from './secret.ts'

/** For so long, in ms, the signing secret before the newest signs, too. */
const OVERLAP = 24 * 3_600_000

type Needs = Pick<Deps, 'store' | 'clock' | 'config'>

/** What a webhook is given when it is made, as its owner writes it. */
export interface NewWebhook {
  name: string
  shape: WebhookShape
  url: string
  /** The access token of the account, for Matrix. */
  token?: string | undefined
  events: readonly WebhookEvent[]
}

/**
 * Adds a webhook to a site; gives its id.
 * @throws Problem `webhook_refused`, `text_empty`, `name_too_long`, `list_full`
 */
export async function addWebhook({ store, clock, config }: Needs, site: string, asked: NewWebhook): Promise<string> {
  const { shape, token, events } = asked
  const url = readAddressOf(shape, asked.url, token, config.isLocal)
  const now = clock()
  const id = `w${newId(now).toString(36)}`
  const added = await store.webhooks.add({
    ...{ id, site, name: nameOf(asked.name), shape, url, at: now },
    ...{ token: shape === 'matrix' ? (token ?? null) : null, events: spelled(events) },
  })
  if (!added) throw new Problem('list_full')
  return id
}

/**
 * Changes what is given. One that was dead and is turned on is sent what it has missed: what waited, and what was given up
 * since it began to fail.
 * @throws Problem `webhook_refused`, `text_empty`, `name_too_long`, `not_found`
 */
export async function changeWebhook(
  { store, clock, config }: Needs,
  hook: WebhookRow,
  to: Partial<Omit<NewWebhook, 'shape'>> & { state?: 'on' | 'paused' | undefined },
): Promise<void> {
  const { id, site_id, shape } = hook
  const token = shape === 'matrix' ? to.token || null : null
  // A token is for the server that it was given for: whoever moves it elsewhere has to know it.
  const isElsewhere =
    to.url !== undefined && URL.canParse(to.url) && new URL(to.url).origin !== new URL(hook.url).origin
  const url =
    to.url === undefined
      ? null
      : readAddressOf(shape, to.url, token ?? (isElsewhere ? undefined : (hook.token ?? undefined)), config.isLocal)
  const changed = await store.webhooks.change(id, site_id, {
    name: to.name === undefined ? null : nameOf(to.name),
    events: to.events ? spelled(to.events) : null,
    state: to.state ?? null,
    ...{ url, token },
  })
  if (!changed) throw new Problem('not_found')
  if (to.state !== 'on' || hook.state === 'on') return
  const now = clock()
  if (hook.state === 'dead' && hook.failing_since !== null) {
    await store.deliveries.againAll(id, hook.failing_since, now)
  }
  await store.deliveries.hurry(id, now)
}

/** Makes the next signing secret; the one before signs, too, for a day. */
export const rotateSecret = ({ store, clock }: Needs, { id, site_id, secrets }: WebhookRow): Promise<void> =>
  store.webhooks.rotate(id, site_id, secrets, clock() + OVERLAP)

/**
 * Puts a test event into the outbox of a webhook; gives the delivery's id.
 * @throws Problem `list_full` where nothing more may wait
 */
export function testWebhook({ store, clock }: Needs, { id, waiting }: WebhookRow): Promise<number> {
  if (waiting >= ROOM) throw new Problem('list_full', { detail: 'A thousand deliveries wait already.' })
  return store.deliveries.test(id, clock())
}

/** A webhook as its owners see it. */
export function shownWebhook({ clock, config }: Pick<Deps, 'clock' | 'config'>, hook: WebhookRow): Webhook {
  const now = clock()
  return {
    id: hook.id,
    name: hook.name,
    shape: hook.shape,
    url: shownAddress(hook.shape, hook.url),
    events: hook.events.split(',').filter(Boolean) as Webhook['events'],
    state: hook.state,
    failingSince: hook.failing_since,
    waiting: hook.waiting,
    dropped: hook.dropped,
    secrets: hook.shape === 'standard' ? signingSecrets(config, hook, now) : [],
    bothUntil: hook.both_until > now ? hook.both_until : null,
    createdAt: hook.created_at,
  }
}

/** A delivery as owners see it. */
export const shownDelivery = (row: DeliveryRow): Delivery => ({
  id: String(row.id),
  message: row.message,
  event: row.event,
  at: row.at,
  tries: row.tries,
  nextAt: row.next_at,
  outcome: row.outcome,
  status: row.status,
  tookMs: row.took_ms,
  answer: row.answer,
  error: row.error,
})

const spelled = (events: readonly string[]) => `,${[...new Set(events)].join()},`

function nameOf(typed: string): string {
  const name = cleanName(typed)
  if (name === null) throw new Problem('text_empty', { detail: 'Give the webhook a name.' })
  return name
}
