import { siteNamed } from '../articles/open.ts'
import type { Admission } from '../comments/admission.ts'
import { SearchFilling } from '../comments/search-filling.ts'
import { type AsksWork, LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { deskSlice, personOf } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import { ruleOnAuthor } from './author-rulings.ts'
import { readQueue } from './queue.ts'

/** The queue, what changes in it, and what an author has written; behind the desk's door. */
export function queueRoutes(deps: Deps, admission: Admission): Slice {
  const filling = new SearchFilling(deps)
  const pressedOn = async (site: string): Promise<AsksWork | null> => {
    if (!admission.pressed(site, deps.clock()).isHigh) return null
    return siteSettings((await siteNamed(deps, site)).settings).asksWork
  }
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/queue',
        summary: 'One page of a tab of a site’s queue, filtered and searched, with counts',
        who: 'moderator',
        query: wire.QueueQuery,
        answers: { 200: wire.Queue },
      },
      async ({ query }, c) => {
        filling.plan((ms, work) => deps.later(c, ms, work))
        return c.json({ ...(await readQueue(deps, query)), pressed: await pressedOn(query.site) })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/changes',
        summary: 'What was posted and decided on a site since a number of its log',
        who: 'moderator',
        query: wire.QueueChangesQuery,
        answers: { 200: wire.QueueChanges },
      },
      async ({ query: { site, since } }, c) => {
        const changes = await deps.store.queueChanges.since(site, since)
        const isSame = changes.seq === since && !changes.isAnew
        // Complaints and appeals come without a line in the log.
        const counts = await deps.store.queue.counts(site, isSame ? ['reported', 'appealed'] : undefined)
        return c.json({ ...changes, counts, pressed: await pressedOn(site) })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/comments/:id/others',
        summary: 'The other comments of a comment’s author, newest first',
        who: 'moderator',
        about: 'comment',
        params: wire.IdParams,
        query: wire.OthersQuery,
        answers: { 200: wire.CaseLines },
      },
      async ({ params: { id }, query: { after } }, c) => {
        return c.json(await deps.store.surroundings.others(id, after ?? null))
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/authors/:id',
        summary: 'What a decision over all comments of an author would be about',
        who: 'moderator',
        params: wire.IdParams,
        query: wire.SiteQuery,
        answers: { 200: wire.AuthorRecord },
      },
      async ({ params: { id }, query: { site } }, c) => {
        const record = await deps.store.authors.record(site, id)
        if (!record) throw new Problem('unknown_author')
        return c.json(record)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/authors/:id/rulings',
        summary: 'Rule on all comments of an author, 500 looked at in a step',
        who: 'moderator',
        params: wire.IdParams,
        body: wire.AuthorRulingsRequest,
        bodyBytes: LIMITS.deskBodyBytes,
        answers: { 200: wire.AuthorRulingsAnswer },
      },
      async ({ params: { id }, body }, c) => {
        return c.json(await ruleOnAuthor(deps, id, body, personOf(c).id))
      },
    )
}
