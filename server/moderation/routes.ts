import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { personOf, roleAt } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { decisionOf } from '../store/queue.ts'
import { ruleOn } from './rule.ts'

/** The queue, the case and the rulings; behind the desk's door. */
export function moderationRoutes(deps: Deps): Slice {
  return new Slice()
    .on(
      {
        method: 'get',
        path: '/api/desk/queue',
        summary: 'One page of a site’s comments of one status, with counts',
        who: 'moderator',
        query: wire.QueueQuery,
        answers: { 200: wire.Queue },
      },
      async ({ query: { site, status, after } }, c) => {
        await roleAt(deps, c, site)
        const page = await deps.store.queue.page(site, status, LIMITS.queuePage, after ?? null)
        return c.json({ ...page, counts: await deps.store.queue.counts(site) })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/comments/:id',
        summary: 'One case with its ancestors and its log',
        who: 'moderator',
        params: wire.IdParams,
        answers: { 200: wire.CaseDetail },
      },
      async ({ params: { id } }, c) => {
        const site = await deps.store.queue.siteOf(id)
        const role = site && (await deps.store.people.roleOn(personOf(c).id, site))
        const [found] = role ? await deps.store.queue.cases(site, [id]) : []
        if (!found) throw new Problem('unknown_comment')
        const [ancestors, log] = await Promise.all([deps.store.threads.ancestors(id), deps.store.rulings.log(id)])
        return c.json({ case: found, ancestors, log: log.map(decisionOf) })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/rulings',
        summary: 'Rule on 1 to 500 comments; an answer for each',
        who: 'moderator',
        body: wire.RulingsRequest,
        bodyBytes: LIMITS.deskBodyBytes,
        answers: { 200: wire.RulingsAnswer },
      },
      async ({ body }, c) => {
        await roleAt(deps, c, body.site)
        return c.json({ answers: await ruleOn(deps, body, personOf(c).id) })
      },
    )
}
