import { type Place, placeOf } from '../../embed/place.ts'

/**
 * What the article is called, as far as its element or its page tells. It is read when it is needed, because many pages
 * are named after they are drawn; a page that has become another, or has another article's thread, names nothing.
 */
export function titleOf({ element, path }: Place): string | undefined {
  const isOfPage = !element.getAttribute('url') && placeOf(element).path === path
  return element.getAttribute('title') || (isOfPage ? document.title : undefined)
}
