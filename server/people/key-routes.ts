import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire-machines.ts'
import { Problem } from '../problems.ts'
import { makeKey } from './api-keys.ts'
import { deskSlice, personOf, siteOf } from './door.ts'

/** The keys of a site, for its owners; behind the desk's door. No key makes another one. */
export function keyRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/keys',
        summary: 'The keys of a site',
        who: 'owner',
        by: 'session',
        query: wire.SiteQuery,
        answers: { 200: wire.ApiKeys },
      },
      async (_, c) => c.json({ keys: await deps.store.apiKeys.list(siteOf(c), deps.clock()) }),
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/keys',
        summary: 'Make a key; it is shown in this answer only',
        who: 'owner',
        by: 'session',
        body: wire.KeyRequest,
        answers: { 201: wire.MadeKey },
      },
      async ({ body }, c) => c.json(await makeKey(deps, body, personOf(c).id), 201),
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/keys/:id',
        summary: 'Revoke a key; it is out with its next request',
        who: 'owner',
        by: 'session',
        params: wire.RefParams,
        query: wire.SiteQuery,
        answers: { 204: null },
      },
      async ({ params: { id } }, c) => {
        if (!(await deps.store.apiKeys.remove(id, siteOf(c)))) throw new Problem('not_found')
        return c.body(null, 204)
      },
    )
}
