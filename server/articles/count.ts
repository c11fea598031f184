import type { CountsRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { placeOf } from './key.ts'
import { pagesOf, siteNamed } from './open.ts'

/**
 * Published comments of many pages, in the order asked; 0 for a page that nobody has written on or that is not the
 * site's.
 * @throws Problem `unknown_site`
 */
export async function countAll(deps: Deps, { site: id, urls }: CountsRequest): Promise<number[]> {
  const site = await siteNamed(deps, id)
  const keys = urls.map(url => {
    const place = placeOf({ url }, pagesOf(site))
    return typeof place === 'string' ? null : place.key
  })
  const counts = await deps.store.threads.counts(site.id, [...new Set(keys.filter(key => key !== null))])
  return keys.map(key => (key === null ? 0 : (counts.get(key) ?? 0)))
}
