import { newId } from '../../comments/ids.ts'
import { cleanName } from '../../comments/text.ts'
import type { Delivery, Webhook } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import type { Slice } from '../../http/slice.ts'
import * as wire from '../../http/wire-machines.ts'
import { deskSlice, siteOf } from '../../people/door.ts'
import { Problem } from '../../problems.ts'
import type { DeliveryRow } from '../../store/deliveries.ts'
import type { WebhookRow } from '../../store/webhooks.ts'
import { readAddressOf, shownAddress } from './addresses.ts'
import { signingSecrets } from './secret.ts'

/** For so long, in ms, the signing secret before the newest signs, too. */
const OVERLAP = 24 * 3_600_000

/** Where a site's events are told, and what was; for its owners, behind the desk's door. */
export function webhookRoutes(deps: Deps): Slice {
  const { store, clock, config } = deps
  const find = async (id: string, site: string) => {
    const hook = await store.webhooks.find(id, site)
    if (!hook) throw new Problem('not_found')
    return hook
  }
  const shown = (hook: WebhookRow): Webhook => {
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
  const answer = async (id: string, site: string) => ({ webhook: shown(await find(id, site)) })
  const delivery = async (webhook: string, id: number) => {
    const row = await store.deliveries.find(webhook, id)
    if (!row) throw new Problem('not_found')
    return { delivery: shownDelivery(row) }
  }
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/webhooks',
        summary: 'The webhooks of a site',
        who: 'owner',
        query: wire.SiteQuery,
        answers: { 200: wire.Webhooks },
      },
      async (_, c) => c.json({ webhooks: (await store.webhooks.list(siteOf(c))).map(shown) }),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/webhooks',
        summary: 'Add a webhook: Standard Webhooks, or a chat',
        who: 'owner',
        body: wire.WebhookRequest,
        answers: { 201: wire.WebhookAnswer },
      },
      async ({ body }, c) => {
        const { shape, token } = body
        const url = readAddressOf(shape, body.url, token, config.isLocal)
        const now = clock()
        const id = `w${newId(now).toString(36)}`
        const added = await store.webhooks.add({
          ...{ id, site: siteOf(c), name: nameOf(body.name), shape, url, at: now },
          ...{ token: shape === 'matrix' ? (token ?? null) : null, events: spelled(body.events) },
        })
        if (!added) throw new Problem('list_full')
        return c.json(await answer(id, siteOf(c)), 201)
      },
    )
    .on(
      {
        method: 'patch',
        path: '/api/desk/webhooks/:id',
        summary: 'Change what a webhook tells of, or pause it; what happens meanwhile is not told',
        who: 'owner',
        params: wire.RefParams,
        body: wire.WebhookChange,
        answers: { 200: wire.WebhookAnswer },
      },
      async ({ params: { id }, body }, c) => {
        const { name, events, state = null } = body
        const to = { name: name === undefined ? null : nameOf(name), events: events ? spelled(events) : null, state }
        if (!(await store.webhooks.change(id, siteOf(c), to))) throw new Problem('not_found')
        return c.json(await answer(id, siteOf(c)))
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/webhooks/:id',
        summary: 'Remove a webhook with its deliveries',
        who: 'owner',
        params: wire.RefParams,
        query: wire.SiteQuery,
        answers: { 204: null },
      },
      async ({ params: { id } }, c) => {
        if (!(await store.webhooks.remove(id, siteOf(c)))) throw new Problem('not_found')
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/webhooks/:id/secret',
        summary: 'Make the next signing secret; the one before signs, too, for a day',
        who: 'owner',
        params: wire.RefParams,
        query: wire.SiteQuery,
        answers: { 200: wire.WebhookAnswer },
      },
      async ({ params: { id } }, c) => {
        const hook = await find(id, siteOf(c))
        await store.webhooks.rotate(id, siteOf(c), hook.secrets, clock() + OVERLAP)
        return c.json(await answer(id, siteOf(c)))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/webhooks/:id/test',
        summary: 'Send a test event',
        who: 'owner',
        params: wire.RefParams,
        query: wire.SiteQuery,
        answers: { 201: wire.DeliveryAnswer },
      },
      async ({ params: { id } }, c) => {
        const hook = await find(id, siteOf(c))
        if (hook.waiting >= 1_000) throw new Problem('list_full', { detail: 'A thousand deliveries wait already.' })
        return c.json(await delivery(id, await store.deliveries.test(id, clock())), 201)
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/webhooks/:id/deliveries',
        summary: 'The newest 50 deliveries of a webhook; they are forgotten after a week',
        who: 'owner',
        params: wire.RefParams,
        query: wire.SiteQuery,
        answers: { 200: wire.Deliveries },
      },
      async ({ params: { id } }, c) => {
        await find(id, siteOf(c))
        return c.json({ deliveries: (await store.deliveries.list(id)).map(shownDelivery) })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/webhooks/:id/deliveries/:delivery/again',
        summary: 'Send a delivery that is over once more, under the same webhook-id',
        who: 'owner',
        params: wire.DeliveryParams,
        query: wire.SiteQuery,
        answers: { 200: wire.DeliveryAnswer },
      },
      async ({ params }, c) => {
        await find(params.id, siteOf(c))
        await store.deliveries.again(params.id, params.delivery, clock())
        return c.json(await delivery(params.id, params.delivery))
      },
    )
}

const spelled = (events: readonly string[]) => `,${[...new Set(events)].join()},`

function nameOf(typed: string): string {
  const name = cleanName(typed)
  if (name === null) throw new Problem('text_empty', { detail: 'Give the webhook a name.' })
  return name
}

const shownDelivery = (row: DeliveryRow): Delivery => ({
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
