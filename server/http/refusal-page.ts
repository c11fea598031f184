import { html } from 'hono/html'
import type { ProblemCode } from '../contract.ts'
import type { Spoken } from '../locales.ts'
import { type ProblemExtras, problemDocument } from '../problems.ts'

/**
 * A refusal as a page for a person; `base` is the path below which Parley is reached. What only owners meet is in English.
 * @param spoken the words of the person's language
 */
export function refusalPage(code: ProblemCode, extras: ProblemExtras, base: string, spoken: Spoken) {
  const known: Partial<Record<ProblemCode, { title: string; detail: string }>> = spoken.refusals
  const document = problemDocument(code, extras)
  const { title, detail } = known[code] ?? document
  const { lang, dir } = known[code] ? spoken : { lang: 'en', dir: 'ltr' }
  return html`<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="${base}/thread.css"></head><body><main><h1>${title}</h1><p>${detail}</p>
${extras.command === undefined ? '' : html`<pre dir="ltr"><code>${extras.command}</code></pre>`}</main></body></html>`
}

/** What a plain page says of itself: it runs nothing, and its form goes to this server only. */
export const PLAIN_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
} as const
