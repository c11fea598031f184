import type { Notifications } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { deskSlice, personOf } from '../people/door.ts'
import { Problem } from '../problems.ts'

/** What somebody at the desk is told by mail; behind the desk's door. */
export function noticeRoutes(deps: Deps): Slice {
  const notificationsOf = async (person: number): Promise<Notifications> => {
    const { email, sites } = await deps.store.digests.of(person)
    const mail = deps.mail ? 'on' : deps.hasNoMail ? 'unavailable' : 'off'
    return { mail, email, sites: sites.map(({ id, name, wants }) => ({ id, name, digest: wants })) }
  }
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/notifications',
        summary: 'Where I am told by mail, and of which sites',
        who: 'person',
        answers: { 200: wire.Notifications },
      },
      async (_, c) => c.json(await notificationsOf(personOf(c).id)),
    )
    .on(
      {
        method: 'put',
        path: '/api/desk/notifications',
        summary: 'Say where I am told by mail, and of which sites; a site that is not named tells nothing',
        who: 'person',
        body: wire.NotificationsRequest,
        answers: { 200: wire.Notifications },
      },
      async ({ body: { email, digests } }, c) => {
        const { id } = personOf(c)
        const mine = new Set((await deps.store.digests.of(id)).sites.map(site => site.id))
        if (!digests.every(site => mine.has(site))) throw new Problem('forbidden')
        await deps.store.digests.set(id, email, digests)
        return c.json(await notificationsOf(id))
      },
    )
}
