import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openIdIssuer } from '../issuer.ts'
import { world } from '../world.ts'

const rubbish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('__proto__', 'constructor', '../../etc', "' OR 1=1 --", '\u0000', 'x'.repeat(3_000), '٣', 'a.b.c'),
  fc.jsonValue(),
)
const body = fc.record(
  Object.fromEntries(
    ['email', 'purpose', 'lang', 'claim', 'code', 'ticket', 'token', 'provider', 'proof'].map(name => [name, rubbish]),
  ),
  { requiredKeys: [] },
)

test('whatever is sent to prove something is refused in words, and never our fault', async () => {
  const issuer = await openIdIssuer()
  const stage = await world({ mail: true, providers: [issuer.provider], fetch: issuer.fetch })
  const ada = stage.as('ada')
  const paths = [
    '/api/sign-in/email',
    '/api/sign-in/code',
    '/api/sign-in/openid',
    '/api/sign-in/ticket',
    '/api/sign-in/host',
    '/api/account/erase',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async (path, sent) => {
      const json = { site: stage.site, ...sent }
      const answer = await stage.send(path, { method: 'POST', headers: ada.headers(), json })
      expect([path, json, answer.status < 500]).toEqual([path, json, true])
    }),
    { numRuns: 300 },
  )
  expect(stage.log).toEqual([])
})

test('whatever comes to the window’s addresses ends on a page', async () => {
  const issuer = await openIdIssuer()
  const stage = await world({ providers: [issuer.provider], fetch: issuer.fetch })
  const text = fc.string({ unit: 'binary', maxLength: 40 }).map(each => each.toWellFormed())
  await fc.assert(
    fc.asyncProperty(text, text, text, async (a, b, cookie) => {
      const query = new URLSearchParams({ state: a, code: b, error: a, lang: b })
      for (const path of [`/sign-in/${encodeURIComponent(a) || 'x'}?${query}`, `/sign-in/back/harbour?${query}`]) {
        const headers = { Cookie: `__Host-parley-sign-in=${encodeURIComponent(cookie)}`, Accept: 'text/html' }
        const answer = await stage.send(path, { headers })
        expect([404, 410]).toContain(answer.status)
      }
    }),
    { numRuns: 60 },
  )
})

test('without a token nothing can be proved or asked', async () => {
  const stage = await world({ mail: true })
  const { site, send, origin } = stage
  for (const [method, path] of [
    ['POST', '/api/sign-in/email'],
    ['POST', '/api/sign-in/code'],
    ['POST', '/api/account/erase'],
    ['GET', `/api/account?site=${site}`],
    ['GET', `/api/account/export?site=${site}`],
    ['DELETE', `/api/session?site=${site}`],
  ]) {
    const json = { site, claim: 'x'.repeat(43), code: '123456' }
    const answer = await send(path!, {
      method: method!,
      headers: { Origin: origin },
      ...(method === 'POST' && { json }),
    })
    expect([path, answer.status]).toEqual([path, 401])
  }
})
