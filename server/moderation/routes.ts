import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { personOf, roleAt } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { decisionOf } from '../store/queue.ts'
import { ruleOn } from './rule.ts'

/** The case and the rulings; behind the desk's door. */
export function moderationRoutes(deps: Deps): Slice {
  return new Slice()
    .on(
      {
        method: 'get',
        path: '/api/desk/comments/:id',
        summary: 'One case with what stands around it and its log',
        who: 'moderator',
        params: wire.IdParams,
        answers: { 200: wire.CaseDetail },
      },
      async ({ params: { id } }, c) => {
        const site = await deps.store.queue.siteOf(id)
        const role = site && (await deps.store.people.roleOn(personOf(c).id, site))
        const [found] = role ? await deps.store.queue.cases(site, [id]) : []
        if (!found) throw new Problem('unknown_comment')
        const { threads, rulings, surroundings } = deps.store
        const [ancestors, log, answers, others, alike] = await Promise.all([
          threads.ancestors(id),
          rulings.log(id),
          surroundings.answers(id),
          surroundings.others(id, null),
          surroundings.alike(id),
        ])
        return c.json({ case: found, ancestors, answers, others, alike, log: log.map(decisionOf) })
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
