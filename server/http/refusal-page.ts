import { html } from 'hono/html'
import type { ProblemCode } from '../contract.ts'
import { type ProblemExtras, problemDocument } from '../problems.ts'

/** A refusal as a page for a person; `base` is the path below which Parley is reached. */
export function refusalPage(code: ProblemCode, extras: ProblemExtras, base: string) {
  const { title, detail } = problemDocument(code, extras)
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="${base}/thread.css"></head><body><main><h1>${title}</h1><p>${detail}</p>
${extras.command === undefined ? '' : html`<pre><code>${extras.command}</code></pre>`}</main></body></html>`
}

/** What a plain page says of itself: it runs nothing, and its form goes to this server only. */
export const PLAIN_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
} as const
