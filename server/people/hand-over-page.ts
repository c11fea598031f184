import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { html, raw } from 'hono/html'
import { filledWith, type Spoken } from '../locales.ts'
import type { HandedOver } from './openid.ts'
import type { End } from './openid-issuer.ts'

/**
 * Gives the ticket to the page that opened the window, to its exact origin and to nobody else; when the page says that it
 * has taken it, the window closes. Where no page can be reached, as from pages with `Cross-Origin-Opener-Policy`, the code
 * stays to be typed there.
 */
const SCRIPT = `
const main = document.querySelector('main')
const { claim, ticket, origin } = main.dataset
const toType = main.querySelector('.type'), done = main.querySelector('.done')
if (window.opener && origin) {
  toType.hidden = true
  done.hidden = false
  const late = setTimeout(() => { toType.hidden = false; done.hidden = true }, 3000)
  addEventListener('message', event => {
    if (event.origin !== origin || event.data?.type !== 'parley-sign-in-taken' || event.data.claim !== claim) return
    clearTimeout(late)
    window.close()
  })
  window.opener.postMessage({ type: 'parley-sign-in', claim, ticket }, origin)
}
`
const SCRIPT_HASH = btoa(String.fromCharCode(...sha256(utf8ToBytes(SCRIPT))))

/** The page runs the one script that hands over, and stands in nobody's frame. It keeps its opener: no COOP here. */
export const HAND_OVER_HEADERS = {
  'Content-Security-Policy': `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
} as const

const page = (base: string, { lang, dir }: Spoken, title: string, main: ReturnType<typeof html>) =>
  html`<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex"><title>${title}</title><link rel="stylesheet" href="${base}/thread.css"></head>
<body>${main}</body></html>`

/** The window after a sign-in with a provider; `base` is the path below which Parley is reached. */
export function handOverPage(base: string, { claim, ticket, origin, code, site }: HandedOver, spoken: Spoken) {
  const words = spoken.handOver
  return page(
    base,
    spoken,
    words.almost,
    html`<main class="window" data-claim="${claim}" data-ticket="${ticket}" data-origin="${origin}">
<section class="type"><h1>${words.almost}</h1><p>${filledWith(words.type, { site: html`<bdi>${site}</bdi>` })}</p>
<p class="code"><bdi dir="ltr">${code.slice(0, 3)} ${code.slice(3)}</bdi></p><p class="soft">${words.secret}</p></section>
<section class="done" hidden><h1>${words.done}</h1><p>${words.goOn}</p></section></main>
<script>${raw(SCRIPT)}</script>`,
  )
}

/** The window where it came to nothing: what has happened, and what can be done. */
export function endPage(base: string, end: End, spoken: Spoken) {
  const { title, what } = spoken.handOver.ends[end]
  return page(base, spoken, title, html`<main class="window"><h1>${title}</h1><p>${what}</p></main>`)
}
