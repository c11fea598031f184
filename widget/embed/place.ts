import type { Sort } from '../../server/contract.ts'
import type { ParleyThread } from './thread-element.tsx'

/** Where a thread is, as its element and its page tell it. */
export interface Place<E extends Element = ParleyThread> {
  element: E
  /** Where Parley is: an origin, and a path where it shares its host. No slash at the end. */
  origin: string
  sort: Sort
  /** The article, as every route takes it. */
  query: { site: string; url: string; canonical: string | undefined; article: string | undefined }
  /** The owner's id of the article, or the path of its address. */
  path: string
}

/** Where Parley is reached: where this script came from. */
const ORIGIN = new URL(/* @vite-ignore */ '.', import.meta.url).href.slice(0, -1)

const linkHere = () => document.head.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href || undefined

/** The canonical link of the page that was last opened, and that page's path. */
let canonical = linkHere()
let canonicalPath = location.pathname

/**
 * Reads an element's attributes and the page around it. An element that names its `url` speaks of another article than
 * the page's, so that the page's canonical link says nothing about it. Neither does a link that a router left behind
 * from the page before, unless it goes on to stand where the element was `before`.
 */
export function placeOf<E extends Element>(element: E, before?: Place<Element>): Place<E> {
  const given = (name: string) => element.getAttribute(name) || undefined
  const url = given('url')
  const article = given('article')
  // Unlike the URL constructor, a link resolves whatever it is given.
  const link = document.createElement('a')
  link.href = url ?? location.href
  const found = linkHere()
  const isLeftBehind = found === canonical && canonicalPath !== location.pathname && found !== before?.query.canonical
  if (!before && found !== canonical) {
    canonical = found
    canonicalPath = location.pathname
  }
  return {
    element,
    origin: ORIGIN,
    sort: (/^(oldest|helpful|discussed)$/.test(given('sort')!) ? given('sort') : 'newest') as Sort,
    query: { site: given('site') ?? '', url: link.href, canonical: url || isLeftBehind ? undefined : found, article },
    path: article ?? link.pathname,
  }
}
