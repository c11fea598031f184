import { follow, ParleyCount, ParleyViews } from './number-element.ts'

// The script may stand twice on a page.
if (!customElements.get('parley-count')) {
  customElements.define('parley-count', ParleyCount)
  customElements.define('parley-views', ParleyViews)
  for (const type of ['parley-ready', 'parley-count']) document.addEventListener(type, follow)
}
