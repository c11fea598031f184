import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { localeFor } from '../locales.ts'
import { problemDocument } from '../problems.ts'
import { belowBase } from '../sites/origins.ts'
import { EVERYWHERE } from './headers.ts'
import { Line } from './line.ts'
import { PLAIN_HEADERS, refusalPage } from './refusal-page.ts'
import type { ServerLoad, Weight } from './server-load.ts'

/** Nobody is told to come back at the same moment as everybody else: after one, two or three seconds. */
const WAITS = [1, 2, 3] as const
type Wait = (typeof WAITS)[number]

/**
 * Stands before the app on Node: when the process is pressed it answers 503 (RFC 9110) before anything is read or looked
 * up. Writes and what must be read are refused first, what is at hand last, and whether Parley lives is always told. Writes
 * wait in line, and who reads goes past them; whose budget is spent is turned away at once.
 * @param turnedAwayFor how many seconds who sends a post has to wait, by what is known before it is read
 * @param base the path below which Parley is reached; behind the gate nobody sees it
 */
export async function gate(
  load: ServerLoad,
  answers: RequestListener,
  turnedAwayFor: (request: IncomingMessage) => number = () => 0,
  base = '',
) {
  const writes = new Line()
  const pages = new Map<Wait, string>()
  const documents = new Map<Wait, string>()
  // There is no time for a choice.
  const english = await localeFor('en')
  for (const retryAfter of WAITS) {
    pages.set(retryAfter, String(await refusalPage('overloaded', { retryAfter }, base, english)))
    documents.set(retryAfter, JSON.stringify(problemDocument('overloaded', { retryAfter })))
  }

  function refuse({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const wait = WAITS[Math.floor(Math.random() * WAITS.length)]!
    const isPage = !url.startsWith('/api/') && headers.accept?.includes('text/html')
    const body = isPage ? pages.get(wait)! : documents.get(wait)!
    response.writeHead(503, {
      ...EVERYWHERE,
      ...(isPage ? PLAIN_HEADERS : !url.startsWith('/api/desk') && FROM_ANY_PAGE),
      'Content-Type': isPage ? 'text/html; charset=UTF-8' : 'application/problem+json',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'Retry-After': wait,
    })
    response.end(body)
  }

  const listener: RequestListener = (request, response) => {
    const url = belowBase(request.url ?? '', base)
    request.url = url
    const { method } = request
    const weight = weightOf(request)
    if (weight !== null && load.refuses(weight)) return refuse(request, response)
    if (weight !== 'work') return answers(request, response)
    const counts = () => {
      if (response.writableEnded || response.destroyed || WAITS_ELSEWHERE.test(url)) return
      const done = load.works()
      response.once('prefinish', done).once('close', done)
    }
    if (method === 'GET' || method === 'HEAD') {
      counts()
      return answers(request, response)
    }
    const wait = method === 'POST' && url === '/api/comments' ? turnedAwayFor(request) : 0
    if (wait > 0) return turnAway(response, wait)
    // Whose text comes slowly costs nothing until it is there.
    request.once('end', counts)
    writes.join(isLate => {
      if (!response.destroyed) (isLate ? refuse : answers)(request, response)
    })
  }
  return listener
}

const FROM_ANY_PAGE = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** A stream lasts for minutes and asks for nothing meanwhile; who signs in may wait for an issuer or a mail server. */
const WAITS_ELSEWHERE = /^\/(api\/threads\/stream|api\/sign-in|sign-in)\b/

/** What a request costs as far as it can be told from its first line; null for what is never refused. */
function weightOf({ method, url = '' }: IncomingMessage): Weight | null {
  if (url.startsWith('/healthz')) return null
  if (method === 'OPTIONS') return 'at hand'
  if (method !== 'GET' && method !== 'HEAD') return 'work'
  // Whether the page of a thread is at hand is known where it is kept.
  return /^\/(api\/threads\?|assets\/|embed\.js|thread\.css|desk(\?|$))/.test(url) ? 'at hand' : 'work'
}

/** The answer that the app would give, for a fraction of what that would cost. */
function turnAway(response: ServerResponse, retryAfter: number): void {
  const body = JSON.stringify(problemDocument('too_many_requests', { retryAfter }))
  response.writeHead(429, {
    ...EVERYWHERE,
    ...FROM_ANY_PAGE,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'Retry-After': retryAfter,
  })
  response.end(body)
}

/** The whole answer to who finds no place among the connections. */
export function refusalOnTheWire(): string {
  const body = JSON.stringify(problemDocument('overloaded', { retryAfter: 2 }))
  return [
    'HTTP/1.1 503 Service Unavailable',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Access-Control-Allow-Origin: *',
    'Retry-After: 2',
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
