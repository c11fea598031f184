/** Where something is, in CSS pixels of the viewport. */
export interface Place {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Where a piece of text stands in a comment, or null if it is not there. Runs in the page. The comment is scrolled into
 * view: what is far from it is not laid out.
 */
export function placeOf(author: string, selector: string, piece: string): Place | null {
  const thread = document.querySelector('parley-thread')?.shadowRoot ?? document
  const article = [...thread.querySelectorAll('article')].find(
    each => each.querySelector('[part=name], [itemprop=name]')?.textContent === author,
  )
  const at = article?.querySelector(selector)
  if (!article || !at) return null
  article.scrollIntoView({ block: 'center', behavior: 'instant' })
  const range = document.createRange()
  if (!piece) range.selectNodeContents(at)
  else {
    const walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    // A full stop that stands alone, and not the first one of an address.
    const node = nodes.find(({ data }) => data === piece) ?? nodes.find(({ data }) => data.includes(piece))
    if (!node) return null
    range.setStart(node, node.data.indexOf(piece))
    range.setEnd(node, node.data.indexOf(piece) + piece.length)
  }
  const { left, right, top, bottom } = piece ? range.getBoundingClientRect() : at.getBoundingClientRect()
  return { left, right, top, bottom }
}
