import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { NotAsked, outward } from '../../server/http/outward.ts'
import { apiMail } from '../../server/notices/mail-api.ts'
import { world } from '../world.ts'

/** A real server on this machine. */
async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>(resolve => server.close(() => resolve()))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const ask = outward(true)

test('an answer that leads elsewhere is not followed', async () => {
  const asked: string[] = []
  const origin = await serving((request, answer) => {
    asked.push(request.url!)
    answer.writeHead(302, { location: '/secret' }).end()
  })
  await expect(ask(`${origin}/keys`)).rejects.toThrow(NotAsked)
  expect(asked).toEqual(['/keys'])
})

test('an answer without end is given up', async () => {
  const origin = await serving((_, answer) => {
    const more = () => answer.write(Buffer.alloc(65_536), error => !error && setImmediate(more))
    more()
  })
  await expect(ask(origin)).rejects.toThrow(/too long/)
})

test('a server that does not answer is given up after five seconds', async () => {
  const origin = await serving(() => {})
  await expect(ask(origin)).rejects.toMatchObject({ name: 'TimeoutError' })
}, 10_000)

test('a reader comes with a token whose key is at a real address, asked for once', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  let asked = 0
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'a' }]
  const origin = await serving((_, answer) => {
    asked += 1
    answer.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }))
  })
  const stage = await world({ settings: { loginKeys: `${origin}/jwks` }, fetch: ask })
  const now = Math.floor(stage.clock.now / 1000)
  const login = await new SignJWT({ sub: 'u1', name: 'Nora', aud: stage.site, exp: now + 600 })
    .setProtectedHeader({ alg: 'ES256', kid: 'a' })
    .sign(privateKey)
  for (const name of ['ada', 'ben'] as const) {
    expect((await stage.as(name).comesFrom(login)).author).toEqual({ name: 'Nora', badge: 'verified' })
  }
  expect(asked).toBe(1)
})

test('a provider takes mail over HTTP, and says when it does not', async () => {
  const taken: { path: string; auth: string | undefined; body: Record<string, unknown> }[] = []
  const origin = await serving(async (request, answer) => {
    let body = ''
    for await (const chunk of request) body += chunk
    taken.push({ path: request.url!, auth: request.headers.authorization, body: JSON.parse(body) })
    answer.writeHead(request.url === '/full' ? 422 : 200).end('{}')
  })
  const mail = { to: 'ada@mail.example', subject: 'One\r\nBcc: eve@evil.example', text: 'Plain', html: '<p>Rich</p>' }
  await apiMail({ url: `${origin}/emails`, token: 't', from: 'parley@daily.example' }, ask)(mail)
  expect(taken).toEqual([
    {
      path: '/emails',
      auth: 'Bearer t',
      body: {
        from: 'Parley <parley@daily.example>',
        to: ['ada@mail.example'],
        subject: 'One Bcc: eve@evil.example',
        text: 'Plain',
        html: '<p>Rich</p>',
      },
    },
  ])
  const full = apiMail({ url: `${origin}/full`, token: 't', from: 'parley@daily.example' }, ask)
  await expect(full(mail)).rejects.toMatchObject({ code: 'HTTP422' })
})

test.each([
  ['https://api.postmarkapp.com/email', 'x-postmark-server-token', { To: 'a@b.example', TextBody: 'Plain' }],
  ['https://api.brevo.com/v3/smtp/email', 'api-key', { to: [{ email: 'a@b.example' }], textContent: 'Plain' }],
  ['https://api.resend.com/emails', 'authorization', { to: ['a@b.example'], text: 'Plain' }],
])('%s gets mail in its own words', async (url, header, body) => {
  const asked: [string, RequestInit][] = []
  const send = apiMail({ url, token: 't', from: 'p@d.example' }, async (to, init) => {
    asked.push([to, init!])
    return new Response('{}')
  })
  await send({ to: 'a@b.example', subject: 'S', text: 'Plain', html: 'Rich' })
  expect(asked[0]![0]).toBe(url)
  expect(new Headers(asked[0]![1].headers).get(header)).toMatch(/^(Bearer )?t$/)
  expect(JSON.parse(asked[0]![1].body as string)).toMatchObject(body)
})

test('settings name providers, and say what is wrong with them', () => {
  const { providers, mailApi } = readConfig({
    PARLEY_GITHUB: 'id:se:cret',
    PARLEY_OPENID: 'harbour https://issuer.example ID SECRET; town https://town.example/realm ID2 SECRET2',
    PARLEY_MAIL_API: 'https://api.resend.com/emails',
    PARLEY_MAIL_API_TOKEN: 't',
  })
  expect(providers.map(({ name, issuer }) => [name, issuer])).toEqual([
    ['github', null],
    ['harbour', 'https://issuer.example'],
    ['town', 'https://town.example/realm'],
  ])
  expect(mailApi).toEqual({ url: 'https://api.resend.com/emails', token: 't', from: 'parley@localhost' })
  for (const [name, text] of [
    ['PARLEY_GITHUB', 'id'],
    ['PARLEY_GOOGLE', 'id secret'],
    ['PARLEY_OPENID', 'harbour http://issuer.example ID SECRET'],
    ['PARLEY_OPENID', 'google https://issuer.example ID SECRET'],
    ['PARLEY_OPENID', 'a https://a.example I S;a https://b.example I S'],
    ['PARLEY_MAIL_API', 'https://api.resend.com/emails'],
  ]) {
    expect(() => readConfig({ [name!]: text })).toThrow(new RegExp(`${name} must be`))
  }
})
