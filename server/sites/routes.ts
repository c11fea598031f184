import { siteNamed } from '../articles/open.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire-sites.ts'
import { deskSlice, personOf, siteOf } from '../people/door.ts'
import { addSite, changeSite, deskPhrases, deskSite, exampleKeys } from './desk-site.ts'
import { sightingsOf } from './sightings.ts'

/** Sites at the desk: read by their moderators, changed by their owners; behind the desk's door. */
export function siteRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'post',
        path: '/api/desk/sites',
        summary: 'Add a site; for who owns the installation',
        who: 'person',
        body: wire.NewSiteRequest,
        answers: { 201: wire.DeskSite },
      },
      async ({ body }, c) => c.json(await addSite(deps, body, personOf(c).id), 201),
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/sites/:id',
        summary: 'A site with all its settings, and what each of them may be',
        who: 'moderator',
        about: 'site',
        params: wire.SiteParams,
        answers: { 200: wire.DeskSite },
      },
      async (_, c) => c.json(deskSite(deps, await siteNamed(deps, siteOf(c)))),
    )
    .on(
      {
        method: 'patch',
        path: '/api/desk/sites/:id',
        summary: 'Change a site’s name, origins and settings; the others stay. Its threads go along. For owners',
        who: 'owner',
        about: 'site',
        params: wire.SiteParams,
        body: wire.SiteChangeRequest,
        bodyBytes: 200_000,
        answers: { 200: wire.SiteChangeAnswer },
      },
      async ({ body }, c) => {
        const hand = { person: personOf(c).id, at: deps.clock() }
        return c.json(await changeSite(deps, siteOf(c), body, hand))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/sites/:id/examples',
        summary: 'Which thread each address has, with the site as it stands or with other origins and settings',
        who: 'moderator',
        about: 'site',
        params: wire.SiteParams,
        body: wire.ExamplesRequest,
        bodyBytes: 200_000,
        answers: { 200: wire.Examples },
      },
      async ({ body }, c) => c.json(await exampleKeys(deps, siteOf(c), body)),
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/sites/:id/words',
        summary: 'All phrases that readers read in a language, and what the site says in other words. For owners',
        who: 'owner',
        about: 'site',
        params: wire.SiteParams,
        query: wire.PhrasesQuery,
        answers: { 200: wire.Phrases },
      },
      async ({ query: { language } }, c) => c.json(await deskPhrases(deps, siteOf(c), language)),
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/sites/:id/sightings',
        summary: 'At which origins the widget of a site was seen last, and at which it was refused',
        who: 'moderator',
        about: 'site',
        params: wire.SiteParams,
        answers: { 200: wire.Sightings },
      },
      async (_, c) => c.json({ sightings: await sightingsOf(deps, siteOf(c)) }),
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/sites/:id/changes',
        summary: 'What was changed about a site and its people, and by whom, newest first. For owners',
        who: 'owner',
        about: 'site',
        params: wire.SiteParams,
        query: wire.SiteChangesQuery,
        answers: { 200: wire.SiteChangeList },
      },
      async ({ query: { after } }, c) => c.json(await deps.store.siteChanges.page(siteOf(c), after ?? null)),
    )
}
