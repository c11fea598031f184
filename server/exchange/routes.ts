import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { deskSlice } from '../people/door.ts'
import { loadSamples } from './load-samples.ts'

/** The demo site's sample comments; behind the desk's door. */
export function sampleRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'post',
        path: '/api/desk/samples',
        summary: 'Load 200 sample comments into the demo site',
        who: 'moderator',
        body: wire.SamplesRequest,
        answers: { 201: wire.SamplesAnswer },
      },
      async ({ body: { site } }, c) => {
        return c.json({ samples: await loadSamples(deps, site) }, 201)
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/desk/samples',
        summary: 'Remove the sample comments; answers how many went',
        who: 'moderator',
        query: wire.SiteQuery,
        answers: { 200: wire.SamplesAnswer },
      },
      async ({ query: { site } }, c) => {
        return c.json({ samples: await deps.store.samples.remove(site, deps.clock()) })
      },
    )
}
