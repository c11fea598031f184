import { parley } from '../called.ts'
import type { Config } from '../config.ts'
import type { SiteRow } from '../store/sites.ts'
import { DEMO } from './demo.ts'
import { isLoopbackHost } from './origins.ts'

/** The two lines that put a site's thread under a page. */
export const snippetOf = (origin: string, site: string) => [
  `<script type="module" src="${origin}/embed.js"></script>`,
  `<parley-thread site="${site}"></parley-thread>`,
]

/**
 * Where Parley listens on Node, such as `http://127.0.0.1:8787` or `unix:/run/parley/socket`; null where that is the
 * address at which people reach it.
 */
export function listensAt({ origin, port, host, socket }: Pick<Config, 'origin' | 'port' | 'host' | 'socket'>) {
  if (socket) return `unix:${socket.path}`
  const { protocol, hostname, port: reached } = new URL(origin)
  const isHere = (isLoopbackHost(host) || host === '::1') && isLoopbackHost(hostname)
  return isHere && protocol === 'http:' && Number(reached || 80) === port
    ? null
    : `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * What a start prints: the sample article, the desk, and the snippet to paste.
 * @param desk a one-time link to the desk, null where none may be printed
 * @param place where Parley listens, where that is not `origin`
 */
export function welcomeTo(origin: string, sites: readonly SiteRow[], desk: string | null, place: string | null = null) {
  // The sample articles are served on this machine only.
  const isLocal = isLoopbackHost(new URL(origin).hostname)
  const site = (isLocal && sites.find(({ isDemo }) => isDemo)) || sites.find(({ isDemo }) => !isDemo)
  const sample = site?.isDemo ? new URL(origin + DEMO.pages.en.path).href : null
  const snippet = snippetOf(origin, site?.id ?? 'daily')
  const block = (title: string, ...lines: string[]) => [`  ${title}`, ...lines.map(line => `    ${line}`), '']
  const lines = [
    '',
    ...(place === null ? [`Parley is listening on ${origin}`] : [`Parley is at ${origin}`, `It listens on ${place}.`]),
    '',
    ...(sample ? block('A sample article with its thread', sample) : []),
    ...(desk
      ? block('The desk (this link works once, for 15 minutes)', desk)
      : block(`The desk (“${parley()} link” prints a link to sign in)`, `${origin}/desk`)),
    ...(site
      ? block('Paste into your own page', ...snippet)
      : [
          ...block('Add your site', `${parley()} site add daily --name "The Daily" --origin https://www.example.org`),
          ...block('and paste into its pages', ...snippet),
          ...(isLocal
            ? []
            : [
                'There is no demo at a public address; a start without PARLEY_ORIGIN and with another',
                'PARLEY_DATABASE_URL makes a demo on this machine.',
                '',
              ]),
        ]),
    'Ctrl-C stops it.',
  ]
  return {
    lines,
    facts: { origin, listens: place ?? origin, sample, desk: desk ?? `${origin}/desk`, snippet: snippet.join('\n') },
  }
}
