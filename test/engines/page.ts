import { DEMO } from '../../server/sites/demo.ts'
import type { Stage } from '../browser/stage.ts'

/** Tells a page's own errors and what its console says of them: not every engine tells them to who drives it. */
const TROUBLES = `
  window.troubles = []
  addEventListener('error', ({ message }) => troubles.push(message))
  addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)))
  const { error } = console
  console.error = (...said) => (troubles.push(said.join(' ')), error(...said))
  document.addEventListener('securitypolicyviolation', event => troubles.push(event.violatedDirective + ' ' + event.blockedURI))`

export interface Look {
  lang?: string
  dir?: 'ltr' | 'rtl'
  dark?: boolean
  /** Attributes of the element. */
  attributes?: string
}

/** Puts an article with its thread on the site next door, whose host is not Parley's, and gives its address. */
export function hostsThread(
  stage: Stage,
  path: string,
  { lang = 'en', dir, dark = false, attributes = '' }: Look = {},
) {
  const isRtl = dir ? dir === 'rtl' : /^(fa|ar|he|ur)\b/.test(lang)
  const colours = dark ? 'background: #16181c; color: #e6e3dd' : 'background: #fffdf9; color: #26221c'
  const address = stage.hosts(path, { html: '' })
  const plain = new URLSearchParams({ site: DEMO.site, url: address, lang })
  return stage.hosts(path, {
    html: `<!doctype html><html lang="${lang}" dir="${isRtl ? 'rtl' : 'ltr'}"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>The harbour</title>
      <style>body { margin: 16px auto; padding: 0 16px; max-width: 44rem; font: 1rem/1.6 "Noto Sans", "Noto Sans Arabic", sans-serif; ${colours} }</style>
      <script>${TROUBLES}</script><script type="module" src="${stage.origin}/embed.js"></script>
      <main><h1>The harbour</h1>
      <noscript><a href="${stage.origin}/thread?${String(plain).replaceAll('&', '&amp;')}">Comments</a></noscript>
      <parley-thread site="${DEMO.site}" ${attributes}></parley-thread></main>`,
  })
}
