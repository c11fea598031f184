import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { parley } from '../called.ts'
import { escapeHtml as e } from '../comments/html.ts'
import { PROBLEM_CODES, problemDocument } from '../problems.ts'
import { curlOf, type Operation, type Schema } from './api-samples.ts'
import { bySubject } from './api-subjects.ts'
import type { openApi } from './openapi.ts'
import { typeOf } from './type-text.ts'

type Document = ReturnType<typeof openApi>
const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 70%, transparent) }
* { box-sizing: border-box }
body { max-width: 60rem; margin: 2rem auto 4rem; padding-inline: 1rem; font: 1rem/1.6 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.3 }
h2 { margin: 3rem 0 .5rem; font-size: 1.25rem }
h3 { margin: 0; font-size: 1rem }
h4 { margin: 1rem 0 .25rem; font-size: .875rem }
p { margin: .5rem 0 }
pre + p { margin-block-start: 1rem }
a { color: inherit }
code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
pre { margin: .25rem 0; padding: .75rem 1rem; overflow-x: auto; white-space: pre-wrap; border: 1px solid var(--line); border-radius: 6px }
article { margin-block-start: 1.5rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line) }
.soft { color: var(--soft); font-size: .875rem }
nav ul { padding: 0; margin: .5rem 0; list-style: none; columns: 24rem }
nav li { break-inside: avoid; padding-inline-start: 7ch; text-indent: -7ch; margin-block-end: .25rem }
nav p { margin: .5rem 0 0; font-size: .875rem; color: var(--soft) }
nav summary { cursor: pointer; margin-block-start: .75rem; font-weight: 600 }
h3 b, nav b { display: inline-block; min-inline-size: 7ch; text-indent: 0; font-weight: 600; color: var(--soft) }
nav a { text-decoration-color: var(--line) }
dl { margin: 0 }
dt { margin-block-start: .375rem }
dd { margin: 0; padding-inline-start: 1.25rem; color: var(--soft) }
:target { scroll-margin-block-start: 1rem }
`

/** What the page says of itself: it runs nothing, loads nothing, and has this one style. */
export const API_PAGE_HEADERS = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(STYLE))))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cache-Control': 'no-cache',
  'Content-Type': 'text/html; charset=UTF-8',
} as const

/** The OpenAPI document as a page for people: static, whole, to be searched with the browser's own means. */
export function apiPage(document: Document): string {
  const origin = document.servers[0]!.url
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation: operation as unknown as Operation,
    })),
  )
  const rooms = bySubject(operations)
  const contents = rooms.map(({ room, subjects }) => {
    const count = subjects.reduce((sum, { all }) => sum + all.length, 0)
    const lists = subjects.map(
      ({ subject, all }) =>
        `<p>${subject}</p><ul>${all
          .map(
            ({ path, method }) => `<li><a href="#${idOf(method, path)}"><code>${route(method, path)}</code></a></li>`,
          )
          .join('')}</ul>`,
    )
    return `<details><summary>${room}: ${count} requests</summary>${lists.join('')}</details>`
  })
  const parts = rooms.flatMap(({ room, subjects }) =>
    subjects.map(
      ({ subject, all }) =>
        `<section><h2>${room}: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}</h2>${all.map(each => operationHtml(each, origin)).join('')}</section>`,
    ),
  )
  const named = Object.entries(document.components.schemas as Record<string, Schema>).map(
    ([name, schema]) =>
      `<article id="type-${e(name)}"><h3><code>${e(name)}</code></h3><pre tabindex="0"><code>${linked(schema)}</code></pre></article>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>The API of Parley</title><style>${STYLE}</style></head><body>
<header><h1>The API of Parley</h1>
<p>All of it as <a href="${e(origin)}/api/openapi.json">OpenAPI 3.1</a>, from which this page is made. Times are milliseconds since 1970, UTC; ids and cursors are opaque; refusals are problem documents (RFC 9457) with a <code>code</code> that never changes.</p>
<p>Readers are known by <code>Authorization: Bearer prl_…</code>, made in their browsers. For the desk send a key, <code>Authorization: Bearer prk_…</code>: owners make keys at the desk (Site, Keys for programs) or with <code>${parley()} key add</code>. A key counts on one site, for its scope: <code>read</code>, <code>moderate</code>, which includes it, or <code>manage</code>, which includes both. It may ask ten times a second. Keep it out of pages and addresses: whoever has it is believed.</p></header>
${firstRequest(origin)}
<nav aria-label="Routes"><h2>All requests</h2>${contents.join('')}</nav>
<main>${parts.join('')}<section><h2 id="refusals">Refusals</h2><p>Any request may be refused in these ways; <code>detail</code> says what to do. Programs go by <code>code</code>.</p>
<dl>${refusals()}</dl></section><section><h2>Types</h2>${named.join('')}</section></main></body></html>`
}

/** A method with its path, the former set apart. */
const route = (method: string, path: string) => `<b>${method.toUpperCase()}</b> ${e(path)}`

/** All refusals; how a command is typed in them is known once the process has begun. */
const refusals = () =>
  PROBLEM_CODES.map(code => problemDocument(code))
    .map(
      ({ code, status, title, detail }) =>
        `<dt id="refusal-${code}"><code>${status} ${code}</code></dt><dd>${e(title)}. ${e(detail)}</dd>`,
    )
    .join('')

/** What whoever has just made a key types first: who the key is, and what waits on its site. */
const firstRequest = (origin: string) => `<section id="first"><h2>A first request</h2>
<p>Put the key into a variable, and ask what it is good for. The answer names its site:</p>
<pre tabindex="0"><code>${e(`KEY=prk_THE_KEY
curl -H "Authorization: Bearer $KEY" '${origin}/api/desk/me'`)}</code></pre>
<p>With the id of the site in the place of <code>daily</code>, this is what waits for a moderator there:</p>
<pre tabindex="0"><code>${e(`SITE=daily
curl -H "Authorization: Bearer $KEY" "${origin}/api/desk/queue?site=$SITE"`)}</code></pre>
<p>To decide, say what you have seen: each comment has a <code>version</code>, which every edit and every decision raises, and a ruling names it as <code>seen</code>. Who decides about an older one changes nothing and is told, in the answer for that comment, what stands now. A comment of the queue that is at version 1 is published by</p>
<pre tabindex="0"><code>${e(`curl -X POST '${origin}/api/desk/rulings' \\
  -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
  -d '{"site":"daily","rulings":[{"comment":"COMMENT","ruling":"approve","seen":1}]}'`)}</code></pre>
<p>In the samples below <code>daily</code> stands for your site, <code>https://www.example.org/story</code> for a page of it, and a word in capitals for an id that another answer gave. Those for readers have a token that any program may make:</p>
<pre tabindex="0"><code>${e(`TOKEN=prl_$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')`)}</code></pre>
<p class="soft">A key that does not count is answered with 401 and <code>key_refused</code>; one that may not do this with 403, and <code>detail</code> says which scope it needs.</p></section>`

const idOf = (method: string, path: string) => `${method}${path.replace(/[^a-z]+/gi, '-')}`.replace(/-$/, '')

function operationHtml(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  origin: string,
) {
  const { summary, parameters, requestBody, responses } = operation
  const sample = curlOf(method, path, operation, origin)
  const body = Object.values(requestBody?.content ?? {})[0]?.schema
  const takes = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<dt><code>${e(name)}</code></dt><dd>${place}${required ? '' : ', may be left out'}: <code>${linked(schema)}</code></dd>`,
  )
  const gives = Object.entries(responses)
    .filter(([status]) => /^2/.test(status))
    .map(([status, { content }]) => {
      const [type, { schema } = {}] = Object.entries(content ?? {})[0] ?? []
      const what = schema ? `<pre tabindex="0"><code>${linked(schema)}</code></pre>` : '<p>Nothing more.</p>'
      return `<h4>${status}${type && type !== 'application/json' ? ` <code>${e(type)}</code>` : ''}</h4>${what}`
    })
  const refuses = Object.entries(responses)
    .filter(([status]) => /^[45]/.test(status))
    .flatMap(([status, { description }]) =>
      [...description.matchAll(/\(`(\w+)`\)/g)].map(
        ([, code]) => `<a href="#refusal-${code}"><code>${status} ${code}</code></a>`,
      ),
    )
  return `<article id="${idOf(method, path)}"><h3><code>${route(method, path)}</code></h3>
<p>${e(summary)}.</p><p class="soft">${whoMay(operation)}</p>
${takes.length > 0 ? `<h4>Takes</h4><dl>${takes.join('')}</dl>` : ''}
${body ? `<h4>Body</h4><pre tabindex="0"><code>${linked(body)}</code></pre>` : ''}
${sample === null ? '' : `<h4>Try it</h4><pre tabindex="0"><code>${e(sample)}</code></pre>`}${gives.join('')}
<p class="soft">Refused with ${[...refuses, 'or <a href="#refusals">otherwise</a>'].join(', ')}.</p></article>`
}

function whoMay({ security }: Operation): string {
  if (!security) return 'Anyone may.'
  const { reader, moderator, key } = Object.assign({}, ...security) as Record<string, string[] | undefined>
  if (reader) return 'For a reader, by a token.'
  const role = moderator?.includes('owner') ? 'an owner' : 'somebody'
  return key
    ? `For ${role} at the desk, or a key with the scope <code>${e(key[0] ?? '')}</code>.`
    : `For ${role} at the desk. No key does this.`
}

/** A type as text, the named ones leading to where they stand. */
const linked = (schema: Schema) =>
  e(typeOf(schema)).replace(/\u200b(\w+)/g, (_, name: string) => `<a href="#type-${name}">${name}</a>`)
