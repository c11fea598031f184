import type { Deps } from '../../deps.ts'
import type { Slice } from '../../http/slice.ts'
import * as wire from '../../http/wire-machines.ts'
import { deskSlice, siteOf } from '../../people/door.ts'
import { Problem } from '../../problems.ts'
import { addWebhook, changeWebhook, rotateSecret, shownDelivery, shownWebhook, testWebhook } from './manage.ts'

/** Where a site's events are told, and what was; for its owners, behind the desk's door. */
export function webhookRoutes(deps: Deps): Slice {
  const { store, clock } = deps
  const find = async (id: string, site: string) => {
    const hook = await store.webhooks.find(id, site)
    if (!hook) throw new Problem('not_found')
    return hook
  }
  const answer = async (id: string, site: string) => ({ webhook: shownWebhook(deps, await find(id, site)) })
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
      async (_, c) =>
        c.json({ webhooks: (await store.webhooks.list(siteOf(c))).map(hook => shownWebhook(deps, hook)) }),
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
        return c.json(await answer(await addWebhook(deps, siteOf(c), body), siteOf(c)), 201)
      },
    )
    .on(
      {
        method: 'patch',
        path: '/api/desk/webhooks/:id',
        summary:
          'Change what a webhook tells of and where, pause it, or turn it on: one that was dead is then sent what it has missed',
        who: 'owner',
        params: wire.RefParams,
        body: wire.WebhookChange,
        answers: { 200: wire.WebhookAnswer },
      },
      async ({ params: { id }, body }, c) => {
        await changeWebhook(deps, await find(id, siteOf(c)), body)
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
        await rotateSecret(deps, await find(id, siteOf(c)))
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
        return c.json(await delivery(id, await testWebhook(deps, await find(id, siteOf(c)))), 201)
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
        path: '/api/desk/webhooks/:id/again',
        summary: 'Send all of the last week once more that was given up or ended, each under its webhook-id',
        who: 'owner',
        params: wire.RefParams,
        query: wire.SiteQuery,
        answers: { 200: wire.SentAgain },
      },
      async ({ params: { id } }, c) => {
        await find(id, siteOf(c))
        return c.json({ sent: await store.deliveries.againAll(id, 0, clock()) })
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
