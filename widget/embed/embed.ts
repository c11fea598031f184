import { ATTRIBUTES, ParleyThread } from './thread-element.tsx'

const NAME = 'parley-thread'
const FOUND = '[data-parley-site],parley-count,parley-views'

/** Puts a thread into a `<div data-parley-site>`, for pages whose editors strip custom elements. */
function upgrade(div: Element): void {
  // A snapshot cache may bring back the div with a thread already in it.
  if (div.querySelector(NAME)) return
  const thread = document.createElement(NAME)
  for (const name of ATTRIBUTES) {
    const value = div.getAttribute(`data-parley-${name}`)
    if (value !== null) thread.setAttribute(name, value)
  }
  thread.append(...div.childNodes)
  div.append(thread)
}

function upgradeIn(node: Node): void {
  if (!(node instanceof Element)) return
  for (const each of [node, ...node.querySelectorAll(FOUND)]) {
    if (each.hasAttribute('data-parley-site')) upgrade(each)
    // Until it is there, what the page put into these elements stands.
    else if (each.matches(FOUND)) import('../extras/numbers/numbers.ts').catch(() => {})
  }
}

// The script may stand twice on a page, or run again after a navigation that kept the document.
if (!customElements.get(NAME)) {
  customElements.define(NAME, ParleyThread)
  upgradeIn(document.documentElement)
  new MutationObserver(records => {
    for (const { addedNodes } of records) addedNodes.forEach(upgradeIn)
  }).observe(document.documentElement, { childList: true, subtree: true })
}
