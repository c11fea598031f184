import { siteNamed } from '../articles/open.ts'
import { translatorOf } from '../comments/translator.ts'
import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { deskSlice, personOf, siteOf } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { decisionOf } from '../store/queue.ts'
import { ruleOn } from './rule.ts'

/** The case and the rulings; behind the desk's door. */
export function moderationRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/comments/:id',
        summary: 'One case with what stands around it and its log',
        who: 'moderator',
        about: 'comment',
        params: wire.IdParams,
        answers: { 200: wire.CaseDetail },
      },
      async ({ params: { id } }, c) => {
        const [found] = await deps.store.queue.cases(siteOf(c), [id])
        if (!found) throw new Problem('unknown_comment')
        const { threads, rulings, surroundings } = deps.store
        const [ancestors, log, answers, others, alike] = await Promise.all([
          threads.ancestors(id),
          rulings.log(id),
          surroundings.answers(id),
          surroundings.others(id, null),
          surroundings.alike(id),
        ])
        const translates = translatorOf(await siteNamed(deps, siteOf(c))) !== null
        return c.json({
          ...{ case: found, ancestors, answers, others, alike, log: log.map(decisionOf) },
          ...(translates && { translates: true as const }),
        })
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
        return c.json({ answers: await ruleOn(deps, body, personOf(c).id) })
      },
    )
}
