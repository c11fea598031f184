import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { nodeDial } from '../../server/http/node-dial.ts'
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

/** A server that speaks no HTTP of its own. */
async function listening(speaks: (socket: Socket) => void): Promise<string> {
  const server = createSocketServer(socket => {
    socket.on('error', () => {})
    socket.once('data', () => speaks(socket))
    onTestFinished(() => void socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Says something, and then one letter after the other. */
function trickles(socket: Socket, beginning: string): void {
  socket.write(beginning)
  const timer = setInterval(() => socket.write('x'), 200)
  socket.once('close', () => clearInterval(timer))
}

const ask = outward(true, nodeDial())

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

test('a server that does not answer, or not to the end, is given up after five seconds', async () => {
  const begin = performance.now()
  const silent = await serving(() => {})
  const slowHead = await listening(socket => trickles(socket, 'HTTP/1.1 200 OK\r\nX-Slow: '))
  const slowBody = await listening(socket => trickles(socket, 'HTTP/1.1 200 OK\r\n\r\n'))
  const noName = outward(
    true,
    nodeDial(() => new Promise(() => {})),
  )
  const asked = [ask(silent), ask(slowHead), ask(slowBody), noName('http://localhost:1')]
  for (const each of await Promise.allSettled(asked)) expect(each).toMatchObject({ reason: { name: 'TimeoutError' } })
  expect(performance.now() - begin).toBeLessThan(8_000)
}, 15_000)

test('an answer that is not one, or is folded up, is not taken', async () => {
  const junk = await listening(socket => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'))
  await expect(ask(junk)).rejects.toThrow()
  const longHead = await serving((_, answer) => answer.setHeader('x-long', 'x'.repeat(20_000)).end('{}'))
  await expect(ask(longHead)).rejects.toThrow()
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const folded = await serving((request, answer) => {
    expect(request.headers['accept-encoding']).toBe('identity')
    answer.setHeader('content-encoding', 'gzip').end(bomb)
  })
  await expect(ask(folded)).rejects.toThrow(NotAsked)
  const gone = await listening(socket => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'))
  await expect(ask(gone)).rejects.toThrow()
})

test('what is asked goes out as it was given, and what is answered comes back', async () => {
  const origin = await serving(async (request, answer) => {
    let body = ''
    for await (const chunk of request) body += chunk
    answer
      .writeHead(201, { 'x-seen': `${request.method} ${request.headers['x-mine']} ${request.headers.host}` })
      .end(body)
  })
  const body = new URLSearchParams({ code: 'ü' })
  const answer = await ask(`${origin}/token`, { method: 'POST', headers: { 'X-Mine': '1' }, body })
  expect([answer.status, answer.headers.get('x-seen'), await answer.text()]).toEqual([
    201,
    `POST 1 ${new URL(origin).host}`,
    'code=%C3%BC',
  ])
  const empty = await serving((_, answer) => answer.writeHead(204).end())
  expect(await (await ask(empty)).text()).toBe('')
})

describe('behind a name', () => {
  /** Answers of a name server, one list for each time that it is asked. */
  function says(...answers: string[][]) {
    let asked = 0
    const resolver = async () => answers[asked++]!.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
    return { resolver, asked: () => asked }
  }

  test.each([
    ['a private address', ['10.0.0.1']],
    ['this machine', ['127.0.0.1']],
    ['what a cloud tells its machines', ['169.254.169.254']],
    ['a private address beside a public one', ['93.184.215.14', '192.168.0.1']],
    ['a private address after a public one of IPv6', ['2606:4700::1', 'fd00::1']],
    ['an IPv4 address in IPv6', ['::ffff:10.0.0.1']],
    ['an address through a gateway', ['64:ff9b::a00:1']],
    ['a gateway of its own', ['64:ff9b:1::808:808']],
    ['a link', ['fe80::1%eth0']],
    ['nothing', []],
    ['what is no address', ['nonsense']],
  ])('%s is not asked', async (_, addresses) => {
    const { resolver, asked } = says(addresses)
    await expect(outward(false, nodeDial(resolver))('https://issuer.example/keys')).rejects.toThrow(NotAsked)
    expect(asked()).toBe(1)
  })

  test('that first is public and then private, only what was looked at is asked', async () => {
    let reached = 0
    const origin = await serving((_, answer) => answer.end(String(++reached)))
    const { port } = new URL(origin)
    const { resolver, asked } = says(['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1', '10.0.0.1'])
    const here = outward(true, nodeDial(resolver))
    const url = `http://issuer.localhost:${port}/`
    expect(await (await here(url)).text()).toBe('1')
    expect(asked()).toBe(1)
    // The next request looks anew, over a connection of its own.
    await expect(here(url)).rejects.toThrow(NotAsked)
    await expect(here(url)).rejects.toThrow(NotAsked)
    expect([reached, asked()]).toEqual([1, 3])
  })
})

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
