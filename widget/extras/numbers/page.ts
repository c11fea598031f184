import type { LIMITS, Sight } from '../../../server/contract.ts'
import { type Place, placeOf } from '../../embed/place.ts'

/** What the server refuses beyond, together with all that is asked in the same request. */
const LONGEST: typeof LIMITS.urlLength = 8_192
const LONGEST_ID: typeof LIMITS.articleIdLength = 512

/** Which article an element speaks of. */
export interface Page {
  place: Place<Element>
  sight: Sight
  /** Whether it is the article of the page that the element stands on. */
  isOwn: boolean
}

/**
 * What an element's attributes and the page around it say; null for what the server would refuse with all the others.
 * @param before where the element stood when it was last asked
 */
export function pageOf(element: Element, before?: Page | null): Page | null {
  const place = placeOf(element, before?.place)
  const { site, url, canonical, article } = place.query
  const sight = { url, canonical: (canonical ?? '').length > LONGEST ? undefined : canonical, article }
  const isTooLong = url.length > LONGEST || (article ?? '').length > LONGEST_ID
  return site && !isTooLong ? { place, sight, isOwn: !element.getAttribute('url') } : null
}

/** Whether two elements speak of one article, as far as that shows without asking the server. */
export function isSame(one: Page, other: Page): boolean {
  if (one.place.query.site !== other.place.query.site || one.sight.article !== other.sight.article) return false
  return one.sight.article !== undefined || addressOf(one) === addressOf(other)
}

/** A fragment that begins with a slash may be a route; any other names a place in the page. */
const addressOf = ({ sight: { url, canonical } }: Page) => (canonical ?? url).replace(/#(?!!?\/).*$/, '')
