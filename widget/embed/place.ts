import type { Sort } from '../../server/contract.ts'

/** Where a thread is, as its element and its page tell it. */
export interface Place {
  element: Element
  origin: string
  sort: Sort
  /** The article, as every route takes it. */
  query: { site: string; url: string; canonical: string | undefined; article: string | undefined }
}

/** Parley's own origin: the one this script came from. */
const ORIGIN = new URL(import.meta.url).origin

/**
 * Reads an element's attributes and the page around it. An element that names its `url` speaks of another article than
 * the page's, so that the page's canonical link says nothing about it.
 */
export function placeOf(element: Element): Place {
  const given = (name: string) => element.getAttribute(name) || undefined
  const url = given('url')
  // Unlike the URL constructor, a link resolves whatever it is given.
  const link = document.createElement('a')
  link.href = url ?? location.href
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href
  return {
    element,
    origin: ORIGIN,
    sort: (/^(oldest|helpful|discussed)$/.test(given('sort')!) ? given('sort') : 'newest') as Sort,
    query: {
      site: given('site') ?? '',
      url: link.href,
      canonical: url ? undefined : canonical || undefined,
      article: given('article'),
    },
  }
}
