import type { CountsRequest, Sight } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { SiteRow } from '../store/sites.ts'
import { placeOf } from './key.ts'
import { pagesOf, siteNamed } from './open.ts'

/**
 * Published comments of many pages, in the order asked; 0 for a page that nobody has written on or that is not the
 * site's.
 * @throws Problem `unknown_site`
 */
export async function countAll(deps: Deps, { site: id, urls }: CountsRequest): Promise<number[]> {
  const site = await siteNamed(deps, id)
  const keys = keysOf(site, urls)
  const counts = await deps.store.threads.counts(site.id, [...new Set(keys.filter(key => key !== null))])
  return keys.map(key => (key === null ? 0 : (counts.get(key) ?? 0)))
}

/** The keys of many pages, in their order; null for what is not the site's. */
export function keysOf(site: SiteRow, urls: readonly (string | Sight)[]): (string | null)[] {
  const pages = pagesOf(site)
  return urls.map(each => {
    const place = placeOf(typeof each === 'string' ? { url: each } : each, pages)
    return typeof place === 'string' ? null : place.key
  })
}
