import fc from 'fast-check'

/** Queries that no form and no widget makes. */
export const NASTY_QUERIES = [
  '%',
  '%zz=%E0%A4%A',
  'site=%',
  'site=%C3%28&url=%ff',
  'site&url&after&limit',
  'site=&url=',
  '__proto__=1&constructor=2&site=__proto__',
  'site[]=a&site[b]=c',
  '&&&&==&=',
  '#fragment',
  'a+b+c=%2B%20+',
  `${'a=1&'.repeat(3_000)}b`,
  'site=%00&url=%0d%0aX-Evil:%201',
  'limit=1e9&after=%00&since=-1',
  'after=zzzzzzzzzzz&since=999999999999999',
  'after=0&limit=0&sort=__proto__',
  'url=https%3A%2F%2Fdaily.example%2F%25%25%2541%E0%A4%A',
  'url=https%3A%2F%2Fdaily.example%2F%23%2Froute&canonical=%2Frelative',
  'url=https%3A%2F%2F%5B%3A%3A1%5D%2F&article=%00',
  'fragment=1&lang=%3Cscript%3E&replies=0&parent=zzzzzzzzzzz',
]

/** Headers that proxies, scanners and attackers send. */
export const nastyHeader: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.constantFrom<[string, string][]>(
    ['x-forwarded-for', '::ffff:10.0.0.1, unknown, 1.2.3.4:80'],
    ['x-forwarded-host', 'evil.example'],
    ['forwarded', 'for="[::1]";proto=https;by=_x'],
    ['x-http-method-override', 'DELETE'],
    ['x-original-url', '/api/desk/me'],
    ['host', 'evil.example'],
    ['accept-encoding', 'br;q=0, gzip;q=0.0, *;q=0'],
    ['accept-encoding', 'x'.repeat(2_000)],
    ['accept-language', '-'.repeat(500)],
    ['range', 'bytes=0-1,5-9'],
    ['expect', '100-continue'],
    ['if-modified-since', 'yesterday'],
    ['last-event-id', '-1'],
    ['last-event-id', '999999999999999'],
    ['sec-purpose', 'prefetch'],
    ['user-agent', 'Googlebot'],
    ['content-encoding', 'br'],
    ['transfer-encoding', 'chunked, identity'],
    ['upgrade', 'websocket'],
    ['x-test-client', ''],
  ),
  fc.tuple(
    fc.stringMatching(/^[a-z][a-z-]{0,20}$/),
    fc.string({ maxLength: 60 }).map(text => text.replace(/[^\x20-\x7e]/g, '?').trim()),
  ),
)
