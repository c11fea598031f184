import type { ViewsRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import { keysOf } from './count.ts'
import { fromPageOf, placeOn, siteNamed } from './open.ts'
import type { ViewCounter } from './view-counter.ts'

/** Where a view comes from. */
export interface Viewer {
  /** The request's Origin header. */
  origin: string | undefined
  /** The client's network; who has none cannot be told from others, and is not counted. */
  client: string | null
  /** Whether it is a person who has the page before them. */
  isReader: boolean
}

/**
 * Counts the page that a reader is looking at, if one is given, and tells how often pages were seen.
 * @returns views in the order asked, with those not yet written; 0 for what is not the site's, all null where the site
 *   counts no views
 * @throws Problem `unknown_site`, and for a page to be counted `origin_missing`, `origin_refused`, `bad_url`
 */
export async function viewPages(
  deps: Deps,
  counter: ViewCounter,
  { site: id, seen, urls = [] }: ViewsRequest,
  { origin, client, isReader }: Viewer,
): Promise<(number | null)[]> {
  const site = await siteNamed(deps, id)
  if (seen && origin === undefined) throw new Problem('origin_missing', { detail: 'Send it from a page of the site.' })
  if (seen) fromPageOf(site, origin)
  const place = seen ? placeOn(site, seen) : null
  if (!siteSettings(site.settings).views) return urls.map(() => null)

  const keys = keysOf(site, urls)
  const wanted = new Set([...keys, place?.key].filter(key => typeof key === 'string'))
  const articles = await deps.store.views.of(site.id, [...wanted])
  const articleOf = (key: string) => articles.get(key)?.id ?? null
  if (place && client !== null && isReader) {
    counter.count({ site: site.id, place, article: articleOf(place.key), client })
  }
  return keys.map(key =>
    key === null ? 0 : (articles.get(key)?.views ?? 0) + counter.unwritten(site.id, key, articleOf(key)),
  )
}
