import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { html, raw } from 'hono/html'
import { isPersian } from './code-mail.ts'
import type { HandedOver } from './openid.ts'
import type { End } from './openid-issuer.ts'

const ENGLISH = {
  done: 'You are signed in',
  goOn: 'You can close this window and go on where you were.',
  almost: 'Almost there',
  type: (site: string) => `Type this code into the page of ${site} that you came from:`,
  secret:
    'It is good for a few minutes, and for you alone: tell it to nobody. If you have not just pressed “sign in” there yourself, close this window.',
  ends: {
    denied: [
      'You were not signed in',
      'You have said no, and nothing was passed on. You can close this window and write as a guest, or choose another way.',
    ],
    stale: [
      'This cannot be continued',
      'It was used already, or has waited too long, or began in another browser. Close this window and begin again on the page you came from.',
    ],
    unverified: [
      'Your e-mail address is not confirmed there',
      'Confirm it where you have the account, then begin again on the page you came from.',
    ],
    failed: [
      'The other site did not answer as it should',
      'Nothing was passed on. Close this window and try again in a while, or choose another way.',
    ],
  } satisfies Record<End, [string, string]>,
}

const PERSIAN: typeof ENGLISH = {
  done: 'وارد شدید',
  goOn: 'می‌توانید این پنجره را ببندید و در صفحهٔ خود ادامه دهید.',
  almost: 'یک گام مانده است',
  type: site => `این رمز را در همان صفحهٔ ${site} که از آن آمدید وارد کنید:`,
  secret:
    'این رمز چند دقیقه اعتبار دارد و تنها برای شماست: آن را به کسی نگویید. اگر همین حالا خودتان آنجا «ورود» را نزده‌اید، این پنجره را ببندید.',
  ends: {
    denied: [
      'وارد نشدید',
      'شما نپذیرفتید و چیزی فرستاده نشد. می‌توانید این پنجره را ببندید و به‌عنوان مهمان بنویسید یا راه دیگری برگزینید.',
    ],
    stale: [
      'این کار را نمی‌توان ادامه داد',
      'پیش‌تر به کار رفته، یا بیش از اندازه مانده، یا در مرورگر دیگری آغاز شده است. این پنجره را ببندید و در صفحهٔ خود از نو آغاز کنید.',
    ],
    unverified: [
      'نشانی ایمیل شما آنجا تأیید نشده است',
      'آن را در همان حساب تأیید کنید و سپس در صفحهٔ خود از نو آغاز کنید.',
    ],
    failed: [
      'سایت دیگر آن‌گونه که باید پاسخ نداد',
      'چیزی فرستاده نشد. این پنجره را ببندید و کمی بعد دوباره بکوشید یا راه دیگری برگزینید.',
    ],
  },
}

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

const page = (base: string, lang: string | undefined, title: string, main: ReturnType<typeof html>) => {
  const isRtl = isPersian(lang)
  return html`<!doctype html><html lang="${isRtl ? 'fa' : 'en'}" dir="${isRtl ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex"><title>${title}</title><link rel="stylesheet" href="${base}/thread.css"></head>
<body>${main}</body></html>`
}

/** The window after a sign-in with a provider; `base` is the path below which Parley is reached. */
export function handOverPage(
  base: string,
  { claim, ticket, origin, code, site }: HandedOver,
  lang: string | undefined,
) {
  const words = isPersian(lang) ? PERSIAN : ENGLISH
  return page(
    base,
    lang,
    words.almost,
    html`<main class="window" data-claim="${claim}" data-ticket="${ticket}" data-origin="${origin}">
<section class="type"><h1>${words.almost}</h1><p>${words.type(site)}</p>
<p class="code"><bdi dir="ltr">${code.slice(0, 3)} ${code.slice(3)}</bdi></p><p class="soft">${words.secret}</p></section>
<section class="done" hidden><h1>${words.done}</h1><p>${words.goOn}</p></section></main>
<script>${raw(SCRIPT)}</script>`,
  )
}

/** The window where it came to nothing: what has happened, and what can be done. */
export function endPage(base: string, end: End, lang: string | undefined) {
  const [title, what] = (isPersian(lang) ? PERSIAN : ENGLISH).ends[end]
  return page(base, lang, title, html`<main class="window"><h1>${title}</h1><p>${what}</p></main>`)
}
