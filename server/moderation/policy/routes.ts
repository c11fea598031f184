import { siteNamed } from '../../articles/open.ts'
import { readId } from '../../comments/ids.ts'
import { LIMITS } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import type { Slice } from '../../http/slice.ts'
import * as wire from '../../http/wire.ts'
import { deskSlice, personOf } from '../../people/door.ts'
import { Problem } from '../../problems.ts'
import { checkedList, checkedSettings, policyOf, seenOf } from './policy.ts'
import { tryPolicy } from './trial.ts'

/** The policy of a site: read by its moderators, changed by its owners, tried before it is changed. */
export function policyRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/policy',
        summary: 'The settings and lists by which the rules judge',
        who: 'moderator',
        query: wire.SiteQuery,
        answers: { 200: wire.Policy },
      },
      async ({ query: { site } }, c) => {
        return c.json(await policyOf(deps, await siteNamed(deps, site)))
      },
    )
    .on(
      {
        method: 'put',
        path: '/api/desk/policy',
        summary: 'Change settings of the policy; the others stay. For owners',
        who: 'owner',
        body: wire.PolicyRequest,
        answers: { 200: wire.Policy },
      },
      async ({ body: { site: id, seen, settings } }, c) => {
        const site = await siteNamed(deps, id)
        const change = checkedSettings(settings, site)
        const hand = { person: personOf(c).id, at: deps.clock() }
        if (seenOf(site) !== seen || !(await deps.store.sites.resettle(site, { settings: change }, hand)))
          throw new Problem('policy_changed')
        return c.json(await policyOf(deps, await siteNamed(deps, id)))
      },
    )
    .on(
      {
        method: 'put',
        path: '/api/desk/lists',
        summary: 'Put a list in place of the one of its kind and language; an empty one is deleted. For owners',
        who: 'owner',
        body: wire.ListRequest,
        bodyBytes: LIMITS.deskBodyBytes,
        answers: { 200: wire.Policy },
      },
      async ({ body: { site: id, seen, list } }, c) => {
        const checked = checkedList(list)
        const site = await siteNamed(deps, id)
        const isFirst = seenOf(site) === seen
        const hand = { person: personOf(c).id, at: deps.clock() }
        if (!isFirst || !(await deps.store.lists.put(id, checked, site.policyRevision, hand)))
          throw new Problem('policy_changed')
        return c.json(await policyOf(deps, await siteNamed(deps, id)))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/trials',
        summary: `What a changed policy would do to some of the last ${LIMITS.trial} comments; to be asked again with next`,
        who: 'moderator',
        body: wire.TrialRequest,
        bodyBytes: LIMITS.deskBodyBytes,
        answers: { 200: wire.Trial },
      },
      async ({ body: { site: id, settings = {}, lists = [], after } }, c) => {
        const change = { settings: checkedSettings(settings), lists: lists.map(checkedList) }
        const before = after === undefined ? null : readId(after)
        return c.json(await tryPolicy(deps, await siteNamed(deps, id), change, before))
      },
    )
}
