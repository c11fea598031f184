import { followPage, followThread, ParleyCount, ParleyViews } from './number-element.ts'

/** How long a router may take, in ms, to bring the page that belongs to an address. */
const SETTLING = 50

// The script may stand twice on a page.
if (!customElements.get('parley-count')) {
  customElements.define('parley-count', ParleyCount)
  customElements.define('parley-views', ParleyViews)
  let timer = 0
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(followPage, SETTLING) as unknown as number
  }
  addEventListener('popstate', look)
  // Not every browser tells of `history.pushState`; there, a thread that follows the page does.
  window.navigation?.addEventListener('currententrychange', look)
  document.addEventListener('parley-ready', look)
  for (const type of ['parley-ready', 'parley-count']) document.addEventListener(type, followThread)
}
