import fc from 'fast-check'
import { READERS } from '../../people.ts'
import { nastyText } from './harm.ts'
import { type Plan, token } from './plan.ts'
import { spell } from './requests.ts'
import { TEXTS } from './values.ts'
import { NASTY_QUERIES, nastyHeader } from './wild.ts'

const nat = fc.nat(59)
const parts = (...arbitraries: (string | fc.Arbitrary<unknown>)[]) =>
  fc.tuple(...arbitraries.map(each => (typeof each === 'string' ? fc.constant(each) : each))).map(all => all.join(''))

const odd = nastyText.map(text => spell(text) || '%20')
const site = nat.map(n => token('site', n))
const url = nat.map(n => token('url', n))
const comment = nat.map(n => token('comment', n))

/** A value of a query: mostly a good one. */
const mostly = (good: fc.Arbitrary<string>) => fc.oneof({ arbitrary: good, weight: 24 }, { arbitrary: odd, weight: 1 })

const threadQuery = fc
  .record(
    {
      site: mostly(site),
      url: mostly(url),
      canonical: mostly(url),
      article: mostly(fc.constantFrom('story-7', '%DA%AF')),
      lang: mostly(fc.constantFrom('fa', 'en', 'fa-IR')),
      sort: mostly(fc.constantFrom('newest', 'oldest', 'helpful', 'discussed')),
      after: mostly(nat.map(n => token('cursor', `${n} GET /api/threads`))),
      parent: mostly(comment),
      replies: mostly(nat.map(n => token('root', n))),
      fragment: mostly(fc.constant('1')),
    },
    { requiredKeys: ['site', 'url'], noNullPrototype: true },
  )
  .map(query => new Map(Object.entries(query)))
  .map(query => [...query].map(([name, value]) => `${name}=${value}`).join('&'))

const form = fc
  .record({
    text: fc.constantFrom(...TEXTS, '', token('long', 90_000)),
    name: fc.constantFrom('Ada', '', 'x'.repeat(400)),
    broken: fc.oneof(
      { arbitrary: fc.constant(null), weight: 4 },
      { arbitrary: fc.constantFrom('key', 'issued', 'proof', 'site', 'url', 'parent', 'read'), weight: 1 },
    ),
    with: nastyText,
  })
  .map(({ text, name, broken, with: other }) => {
    const fields: Record<string, string> = { key: token('form', 'key'), text, name }
    for (const field of ['site', 'url', 'issued', 'proof']) fields[field] = token('form', field)
    if (broken) fields[broken] = other
    return fields
  })

const urlencoded = form.map(fields =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${spell(value)}`)
    .join('&'),
)
const multipart = form.map(fields => {
  const pieces = Object.entries(fields).map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${pieces.join('')}--b--\r\n`
})

const get = (target: fc.Arbitrary<string>) =>
  target.map(each => ({ method: 'GET', target: each, body: null, type: '' }))
const posts = (body: fc.Arbitrary<string>, type: string) =>
  body.map(each => ({ method: 'POST', target: '/thread', body: each, type }))

/** Pages, feeds, files and doors that are not in the document: what there is by its name, and what it is asked. */
export const PAGES: Record<
  string,
  fc.Arbitrary<{ method: string; target: string; body: string | null; type: string }>
> = {
  'GET /thread': get(
    parts(
      '/thread?',
      fc.oneof({ arbitrary: threadQuery, weight: 6 }, { arbitrary: fc.constantFrom(...NASTY_QUERIES), weight: 1 }),
    ),
  ),
  'POST /thread': fc.oneof(
    { arbitrary: posts(urlencoded, 'application/x-www-form-urlencoded'), weight: 4 },
    { arbitrary: posts(multipart, 'multipart/form-data; boundary=b'), weight: 1 },
    {
      arbitrary: posts(
        fc.constantFrom(
          '',
          '%',
          'a=%zz',
          token('bytes', 'ff fe'),
          '{}',
          '--b\r\n\r\n',
          '--b\r\ncontent-disposition: form-data; name="site"; filename="a"\r\n\r\nx\r\n--b--',
        ),
        'multipart/form-data; boundary=b',
      ),
      weight: 1,
    },
    { arbitrary: posts(urlencoded, 'text/plain'), weight: 1 },
  ),
  'GET /c/:id': get(parts('/c/', mostly(comment))),
  'GET /feeds/:site/atom': get(parts('/feeds/', mostly(site), '/atom', fc.constantFrom('', '?url='), mostly(url))),
  'GET /feeds/:site/json': get(parts('/feeds/', mostly(site), '/json', fc.constantFrom('', '?url='), mostly(url))),
  'GET /sign-in/:claim': get(
    parts(
      '/sign-in/',
      mostly(nat.map(() => token('claim', 'ticket'))),
      fc.constantFrom('', '?lang=fa', '?lang=%00', '?lang=%E0%A4%A'),
    ),
  ),
  'GET /sign-in/back/:provider': get(
    parts(
      '/sign-in/back/',
      mostly(fc.constantFrom('harbour', 'github')),
      '?',
      fc.constantFrom(...NASTY_QUERIES, 'state=x&code=y', 'error=access_denied&state=x'),
    ),
  ),
  'GET /assets/:file': get(
    parts(
      '/assets/',
      fc.oneof(
        odd,
        fc.constantFrom('embed-x.js', '..%2f..%2fpackage.json', '....//', '%2e%2e%2fcli.ts', '%00.js', 'a%5Cb'),
      ),
    ),
  ),
  'GET /desk': get(parts('/desk', fc.constantFrom('', '/', '?x=1', '#link=prd_x', '/x', '.html', '%2Fx'))),
  'GET /demo/*': get(
    parts(
      '/demo/',
      fc.oneof(
        odd,
        fc.constantFrom(
          'the-night-ferry',
          'members?as=__proto__',
          'members?as=%00',
          'demo.css',
          '%E0%A4%A',
          '%DA%AF%D8%B2',
          '..%2f..',
        ),
      ),
    ),
  ),
  'GET /*': get(
    fc.oneof(
      fc.constantFrom(
        '/',
        '/healthz',
        '/embed.js',
        '/thread.css',
        '/theme',
        '/robots.txt',
        '/favicon.ico',
        '/.env',
        '/api',
        '/api/',
        '/api/openapi.json',
        '//desk',
        '/desk%2Fx',
        '/%64esk',
        '/..;/api/desk/me',
        '/metrics',
      ),
      parts('/', odd),
    ),
  ),
}

const WEIGHTS: Record<string, number> = {
  'GET /thread': 4,
  'POST /thread': 4,
  'GET /*': 1,
  'GET /demo/*': 1,
  'GET /desk': 1,
}

/** Any request for a page. */
export const pagePlans: fc.Arbitrary<Plan> = fc
  .oneof(...Object.entries(PAGES).map(([name, arbitrary]) => ({ arbitrary, weight: WEIGHTS[name] ?? 2 })))
  .chain(page =>
    fc.record({
      page: fc.constant(page),
      method: fc.oneof(
        { arbitrary: fc.constant(page.method), weight: 9 },
        { arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'DELETE', 'BREW'), weight: 1 },
      ),
      html: fc.boolean(),
      header: fc.option(nastyHeader, { freq: 8 }),
      as: fc.constantFrom<Plan['as']>('nobody', 'nobody', ...READERS, 'mona'),
      client: fc.nat(250).map(n => `192.0.2.${n}`),
    }),
  )
  .map(({ page, method, html, header, as, client }) => ({
    method,
    target: page.target,
    headers: [
      ...(page.type ? [['content-type', page.type] as [string, string]] : []),
      ...(html ? [['accept', 'text/html'] as [string, string]] : []),
      ...(header ? [header] : []),
    ],
    as,
    client,
    body: page.body,
  }))
