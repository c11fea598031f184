import * as v from 'valibot'
import {
  DELIVERY_OUTCOMES,
  KEY_SCOPES,
  LIMITS,
  WEBHOOK_EVENTS,
  WEBHOOK_SHAPES,
  WEBHOOK_STATES,
  type WebhookEvent,
} from '../contract.ts'
import { count, siteId, time } from './wire.ts'

/** The wire of what machines do and are told: keys and webhooks. */

const ref = v.pipe(v.string(), v.maxLength(40))
const name = v.pipe(v.string(), v.maxLength(LIMITS.nameBytes))

export const SiteQuery = v.object({ site: siteId })
export const RefParams = v.object({ id: ref })

export const ApiKey = v.object({
  id: v.string(),
  name: v.string(),
  scope: v.picklist(KEY_SCOPES),
  by: v.string(),
  createdAt: time,
  expiresAt: v.nullable(time),
  usedAt: v.nullable(time),
  ended: v.nullable(v.picklist(['expired', 'maker'])),
})
export const ApiKeys = v.object({ keys: v.array(ApiKey) })
export const KeyRequest = v.object({
  site: siteId,
  name,
  scope: v.picklist(KEY_SCOPES),
  days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650))),
})
export const MadeKey = v.object({ key: ApiKey, token: v.string() })

const event = v.picklist(Object.keys(WEBHOOK_EVENTS) as [WebhookEvent, ...WebhookEvent[]])
const events = v.pipe(v.array(event), v.minLength(1), v.maxLength(20))

export const Webhook = v.object({
  id: v.string(),
  name: v.string(),
  shape: v.picklist(WEBHOOK_SHAPES),
  url: v.string(),
  events: v.array(event),
  state: v.picklist(WEBHOOK_STATES),
  failingSince: v.nullable(time),
  waiting: count,
  dropped: count,
  secrets: v.array(v.string()),
  bothUntil: v.nullable(time),
  createdAt: time,
})
export const Webhooks = v.object({ webhooks: v.array(Webhook) })
export const WebhookAnswer = v.object({ webhook: Webhook })
export const WebhookRequest = v.object({
  site: siteId,
  name,
  shape: v.picklist(WEBHOOK_SHAPES),
  url: v.pipe(v.string(), v.maxLength(2_048)),
  token: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  events,
})
export const WebhookChange = v.object({
  site: siteId,
  name: v.optional(name),
  events: v.optional(events),
  state: v.optional(v.picklist(['on', 'paused'])),
  url: v.optional(v.pipe(v.string(), v.maxLength(2_048))),
  token: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
})
export const SentAgain = v.object({ sent: count })

export const Delivery = v.object({
  id: v.string(),
  message: v.string(),
  event: v.picklist([...(Object.keys(WEBHOOK_EVENTS) as WebhookEvent[]), 'test']),
  at: time,
  tries: count,
  nextAt: v.nullable(time),
  outcome: v.nullable(v.picklist(DELIVERY_OUTCOMES)),
  status: v.nullable(count),
  tookMs: v.nullable(count),
  answer: v.nullable(v.string()),
  error: v.nullable(v.string()),
})
export const Deliveries = v.object({ deliveries: v.array(Delivery) })
export const DeliveryAnswer = v.object({ delivery: Delivery })
export const DeliveryParams = v.object({ id: ref, delivery: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.toNumber()) })
