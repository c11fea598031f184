import { connect } from 'node:net'
import fc from 'fast-check'

/** How long a server may take to answer or to hang up on whoever has said all, in ms. */
const DEADLINE = 10_000

/** A line of a request: the first one is good. */
const mostly = (good: string, ...odd: string[]) =>
  fc.oneof({ arbitrary: fc.constant(good), weight: 4 }, { arbitrary: fc.constantFrom(...odd), weight: 1 })

const method = mostly(
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'QUERY',
  'get',
  'G\0T',
  '',
  'X'.repeat(9_000),
)

const target = mostly(
  '/api/threads?site=demo&url=http%3A%2F%2Flocalhost%2Fdemo%2Fthe-night-ferry',
  ...[
    '/',
    '*',
    '//',
    '/%',
    '/%zz',
    '/%00',
    '/\\..\\',
    '/a b',
    '/é',
    '/\u0001',
    'http://evil.example/',
    'http://[::1',
    'localhost:80',
    '#x',
    '?',
    '',
  ],
  ...[
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets//etc/passwd',
    '/assets/%00',
  ],
  ...[
    '/demo/%E0%A4%A',
    '/demo/%252e%252e/',
    '/thread?site=demo&url=%0d%0aX-Evil:%201',
    '/sign-in/x?lang=%0d%0aX-Evil:%201',
    '/c/%0d%0aX-Evil:%201',
  ],
  ...[
    '/api/comments',
    '/api/desk/session',
    '/api/preview',
    '/thread',
    '/api/threads/stream?site=demo&url=http%3A%2F%2Flocalhost%2F',
  ],
  ...[`/${'a'.repeat(15_000)}`, `/thread?${'a=1&'.repeat(20_000)}`],
)

const version = mostly('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', 'HTTP/9.9', 'HTTP/1.1 ', 'HTTX/1.1', '')

const host = mostly(
  'Host: localhost',
  '',
  'Host:',
  'Host: evil.example',
  'Host: [::1',
  'Host: a b',
  'Host: localhost\r\nHost: two',
  `Host: ${'h'.repeat(9_000)}`,
  'Host: x@y:99999',
  'Host: \u00e9',
  'Host: localhost/..',
)

const extra = fc.constantFrom(
  ...[
    'Accept: text/html',
    'Origin: null',
    'Cookie: parley=%',
    'Authorization: Bearer',
    `Authorization: Bearer prl_${'a'.repeat(43)}`,
    'Expect: 100-continue',
    'Expect: 9',
  ],
  ...[
    'Connection: close',
    'Connection: upgrade\r\nUpgrade: websocket',
    'Upgrade: h2c',
    'HTTP2-Settings: AAAA',
    'Range: bytes=-1',
    'If-None-Match: ,',
    'Last-Event-ID: 1\0',
  ],
  ...[
    'X-Bare\nX-Evil: 1',
    'X-Fold: a\r\n b',
    'no colon',
    ': empty',
    'X-Nul: a\0b',
    'X Space: 1',
    'X-Latin: \u00ff',
    `X-Long: ${'l'.repeat(70_000)}`,
    Array.from({ length: 300 }, (_, n) => `X-${n}: 1`).join('\r\n'),
  ],
  ...[
    'Content-Type: application/json',
    'Content-Type: multipart/form-data',
    'Content-Encoding: gzip',
    'Content-Type: application/x-www-form-urlencoded',
    'X-Forwarded-For: \u0000, 1.2.3.4',
  ],
)

const JSON_BODY = '{"site":"demo","url":"http://localhost/demo/the-night-ferry","text":"raw"}'
const NEXT = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'

/** How the body is framed, rightly and not: length and chunks that lie, both at once, and what comes after the end. */
const framing = fc.constantFrom(
  '\r\n',
  '\r\n',
  '\r\n',
  `Content-Length: ${JSON_BODY.length}\r\n\r\n${JSON_BODY}`,
  `Content-Length: ${JSON_BODY.length}\r\n\r\n${JSON_BODY}${NEXT}`,
  `Content-Length: 5\r\n\r\n${JSON_BODY}`,
  `Content-Length: 5000\r\n\r\n${JSON_BODY}`,
  `Content-Length: 99999999999999999999\r\n\r\n${JSON_BODY}`,
  `Content-Length: -1\r\n\r\n${JSON_BODY}`,
  `Content-Length: 0x10\r\n\r\n${JSON_BODY}`,
  `Content-Length: 3\r\nContent-Length: 4\r\n\r\n${JSON_BODY}`,
  `Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${NEXT}`,
  `Transfer-Encoding: chunked\r\n\r\n${JSON_BODY.length.toString(16)}\r\n${JSON_BODY}\r\n0\r\n\r\n`,
  `Transfer-Encoding: chunked\r\n\r\n${JSON_BODY.length.toString(16)};ext="\r\n${JSON_BODY}\r\n0\r\nX-Trailer: 1\r\n\r\n`,
  `Transfer-Encoding: chunked\r\n\r\n-1\r\n${JSON_BODY}\r\n0\r\n\r\n`,
  `Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n${JSON_BODY}`,
  `Transfer-Encoding: chunked\r\n\r\n10000\r\n${'x'.repeat(65_536)}\r\n10000\r\n${'x'.repeat(65_536)}\r\n0\r\n\r\n`,
  `Transfer-Encoding: chunked\r\n\r\n4\r\n{"a`,
  `Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  `Transfer-Encoding: identity\r\n\r\n${JSON_BODY}`,
  `Transfer-Encoding: xchunked\r\n\r\n${JSON_BODY}`,
  `\r\n${NEXT}${NEXT}`,
  `\r\n\0\0\0\0${NEXT}`,
  '',
)

/** Bytes as somebody sends them who has not read RFC 9112, or has read it well. */
export const rawRequests: fc.Arbitrary<Buffer> = fc.oneof(
  {
    arbitrary: fc
      .tuple(method, target, version, host, fc.array(extra, { maxLength: 3 }), framing)
      .map(([verb, at, protocol, named, headers, body]) => {
        const lines = [`${verb} ${at} ${protocol}`, named, ...headers].filter(line => line !== '')
        return Buffer.from(`${lines.join('\r\n')}\r\n${body}`, 'latin1')
      }),
    weight: 9,
  },
  { arbitrary: fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes)), weight: 1 },
)

export interface RawAnswer {
  /** The statuses of all answers on the connection. */
  statuses: number[]
  text: string
  /** Whether the server was still silent, or kept the line, when time was up. */
  hung: boolean
}

/** Says all of it at once, hangs up this side, and hears the other out. */
export function converse(port: number, bytes: Buffer): Promise<RawAnswer> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' })
    const heard: Buffer[] = []
    const end = (hung: boolean) => {
      clearTimeout(late)
      socket.destroy()
      const text = Buffer.concat(heard).toString('latin1')
      resolve({ statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(match => Number(match[1])), text, hung })
    }
    const late = setTimeout(() => end(true), DEADLINE)
    socket.on('error', () => end(false)).on('close', () => end(false))
    socket.on('data', chunk => {
      heard.push(chunk)
      // A stream goes on for as long as somebody listens.
      if (chunk.includes('event: hello')) end(false)
    })
    socket.once('connect', () => socket.end(bytes))
  })
}

/** What is wrong with what a server said to raw bytes. */
export function rawFaults({ statuses, text, hung }: RawAnswer): string[] {
  const faults = statuses.filter(status => status >= 500 && status !== 501 && status !== 505).map(status => `${status}`)
  if (hung) faults.push('no end')
  if (/^x-evil/im.test(text)) faults.push('a header that was put in')
  if (text.includes('"devDependencies"') || text.includes('root:x:'))
    faults.push('a file that is none of ours to serve')
  return faults
}
