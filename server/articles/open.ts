import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { isOneOf } from '../sites/origins.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SiteRow } from '../store/sites.ts'
import { type Pages, type Place, placeOf, type Sight } from './key.ts'

/**
 * The site by its id.
 * @throws Problem `unknown_site` with the command that shows which sites there are
 */
export async function siteNamed({ store }: Deps, id: string): Promise<SiteRow> {
  const site = await store.sites.find(id)
  if (!site) throw new Problem('unknown_site', { command: 'npm run parley -- site list' })
  return site
}

/** What a site says about its pages, as its settings stand or with some of them changed. */
export function pagesOf({ origins, settings }: Pick<SiteRow, 'origins' | 'settings'>): Pages {
  const { aliases, parameters, hashRoutes, indexFiles, followsCanonical } = siteSettings(settings)
  const counting = parameters.length === 0 ? null : parameters.filter(each => each !== '-')
  return { origins, aliases, parameters: counting, hashRoutes, indexFiles, followsCanonical }
}

/**
 * Where a page's thread is: the article's key and address.
 * @throws Problem `bad_url`, or `origin_refused` with the command that would allow the page
 */
export function placeOn(site: SiteRow, sight: Sight): Place {
  const place = placeOf(sight, pagesOf(site))
  if (place === 'bad_url') throw new Problem('bad_url')
  if (place === 'origin_refused') throw refused(site, new URL(sight.url).origin)
  return place
}

/**
 * A reader's write comes from a page of the site, or from no page at all (then the token is all there is).
 * @param origin the request's Origin header
 * @throws Problem `origin_refused`
 */
export function fromPageOf(site: SiteRow, origin: string | undefined): void {
  if (origin !== undefined && !isOneOf(site.origins, origin)) throw refused(site, origin)
}

/** The refusal of a page of this origin, with the exact command that allows it. */
function refused(site: SiteRow, origin: string): Problem {
  if (!/^https?:\/\/[^\s'"`$\\]+$/.test(origin)) {
    return new Problem('origin_refused', {
      detail:
        'The page has no origin of its own, as one opened from a file or in a sandboxed frame. Serve it over http, ' +
        'for instance with the command given.',
      command: 'npx serve',
    })
  }
  return new Problem('origin_refused', {
    detail: `The site “${site.id}” does not take pages from ${origin}. Its owner can allow them with this command, typed with the settings that Parley was started with.`,
    command: `npm run parley -- site set ${site.id} --origin ${origin}`,
  })
}
