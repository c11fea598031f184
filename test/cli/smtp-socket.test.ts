import { connect as open, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect as openTls } from 'node:tls'
import fc from 'fast-check'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { encodedLine, mimeOf } from '../../server/notices/mime.ts'
import { type Connect, type Line, socketMail } from '../../server/notices/smtp-socket.ts'
import { freePort } from '../runtime/free-port.ts'

/** Node's sockets as Workers have them. */
const connect: Connect = ({ hostname: host, port }, { secureTransport }) =>
  lineOf(secureTransport === 'on' ? openTls({ host, port, rejectUnauthorized: false }) : open({ host, port }))

function lineOf(socket: Socket): Line {
  socket.on('error', () => {})
  const { readable, writable } = Duplex.toWeb(socket) as unknown as Line
  return {
    ...{ readable, writable },
    startTls: () => lineOf(openTls({ socket, rejectUnauthorized: false })),
    close: async () => void socket.destroy(),
  }
}

async function mailServer(options: SMTPServerOptions = {}) {
  const received: { to: string; mail: Email; isSecure: boolean }[] = []
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _, answer) =>
      username === 'parley' && password === 'p@ss:wörd' ? answer(null, { user: username }) : answer(new Error('wrong')),
    onRcptTo: ({ address }, _, answer) =>
      answer(
        address.startsWith('nobody') ? Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }) : null,
      ),
    async onData(stream, { envelope, secure }, answer) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const mail = await PostalMime.parse(Buffer.concat(chunks))
      received.push({ to: envelope.rcptTo[0]!.address, mail, isSecure: secure })
      answer()
    },
    ...options,
  })
  server.on('error', () => {})
  const port = await freePort()
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  return { received, port }
}

const USER = 'parley:p%40ss%3Aw%C3%B6rd@'
const sender = (server: string) => socketMail({ server, from: 'comments@daily.example' }, connect, Date.now, 1_000)
const mail = {
  to: 'mona@example.org',
  subject: 'نامه‌ای که موضوعش از شصت نشانه درازتر است و باید در چند پاره نوشته شود',
  text: '.\r\nQUIT\r\n. a dot\nفارسی\n',
  html: '<p>.</p>',
  headers: { 'Message-ID': '<abc@parley.example>', 'List-Unsubscribe': '<https://parley.example/x>' },
}

test('a Worker’s mail arrives whole by STARTTLS, with a password that was never open, and is called as it is', async () => {
  const { received, port } = await mailServer()
  await sender(`smtp://${USER}127.0.0.1:${port}`)(mail)
  const [{ to, mail: got, isSecure }] = received as [(typeof received)[number]]
  expect([to, isSecure, got.subject, got.messageId]).toEqual([mail.to, true, mail.subject, '<abc@parley.example>'])
  expect(got.text?.replaceAll('\r\n', '\n').trim()).toBe(mail.text.replaceAll('\r\n', '\n').trim())
  const headers = new Map(got.headers.map(({ key, value }) => [key, value]))
  expect(headers.get('list-unsubscribe')).toBe('<https://parley.example/x>')
  expect(headers.get('auto-submitted')).toBe('auto-generated')
  expect(got.from).toMatchObject({ name: 'Parley', address: 'comments@daily.example' })
})

test('by smtps, and without a password also to a server that has no encryption', async () => {
  const tls = await mailServer({ secure: true })
  await sender(`smtps://${USER}127.0.0.1:${tls.port}`)(mail)
  expect(tls.received).toHaveLength(1)
  const open = await mailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
  await sender(`smtp://127.0.0.1:${open.port}`)(mail)
  expect(open.received).toHaveLength(1)
})

test('a server that hides its encryption does not get the password', async () => {
  const tried: string[] = []
  const { port, received } = await mailServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username }, _, answer) => {
      tried.push(String(username))
      answer(null, { user: 'x' })
    },
  })
  await expect(sender(`smtp://${USER}127.0.0.1:${port}`)(mail)).rejects.toMatchObject({
    code: 'ETLS',
    verdict: 'server',
  })
  expect([tried, received]).toEqual([[], []])
})

test('what goes wrong has a code and says whose fault it is', async () => {
  const { port, received } = await mailServer()
  const at = `127.0.0.1:${port}`
  await expect(sender(`smtp://parley:wrong@${at}`)(mail)).rejects.toMatchObject({ code: 'EAUTH535', verdict: 'server' })
  await expect(sender(`smtp://${at}`)({ ...mail, to: 'nobody@example.org' })).rejects.toMatchObject({
    code: 'EENVELOPE550',
    verdict: 'address',
  })
  for (const to of ['a@b.example>\r\nDATA', 'a@b.example\r\nRCPT TO:<eve@evil.example>', 'a b@c.example']) {
    await expect(sender(`smtp://${at}`)({ ...mail, to })).rejects.toMatchObject({ verdict: 'never' })
  }
  await expect(sender(`smtp://${at}`)({ ...mail, headers: { Bcc: 'x\r\ny' } })).rejects.toThrow(/header/)
  await expect(sender(`smtp://127.0.0.1:${await freePort()}`)(mail)).rejects.toMatchObject({ verdict: 'server' })
  expect(received).toEqual([])
})

test('a server that closes, hangs or speaks something else is not waited for, and costs no time', async () => {
  const { createServer } = await import('node:net')
  for (const [greeting, code] of [
    [null, 'ETIMEDOUT'],
    ['', 'ECONNECTION'],
    ['HTTP/1.1 400 Bad Request\r\n', 'EPROTOCOL'],
    ['220-'.repeat(10_000), 'EPROTOCOL'],
    ['421 busy\r\n', 'ECONNECTION421'],
  ] as const) {
    const server = createServer(socket => {
      socket.on('error', () => {})
      if (greeting === '') socket.end()
      else if (greeting !== null) socket.write(greeting)
    })
    const port = await freePort()
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    await expect(sender(`smtp://127.0.0.1:${port}`)(mail), String(greeting)).rejects.toMatchObject({
      code,
      verdict: 'server',
    })
  }
})

test('whatever a subject and a text say, they are read as they were written and say nothing else', async () => {
  const any = fc.string({ unit: 'binary', maxLength: 300 })
  await fc.assert(
    fc.asyncProperty(any, any, async (subject, text) => {
      const source = mimeOf({ ...mail, subject, text }, 'a@b.example', 0, 'boundary-1')
      expect(source).toMatch(/^[\x20-\x7e\r\n]*$/)
      for (const line of source.split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(200)
        expect(line.startsWith('.')).toBe(false)
      }
      const got = await PostalMime.parse(source)
      expect(got.headers.map(({ key }) => key)).not.toContain('bcc')
      expect((got.text ?? '').replaceAll('\r\n', '\n').trimEnd()).toBe(
        text.toWellFormed().replaceAll('\r\n', '\n').trimEnd(),
      )
      for (const line of encodedLine(subject).split('\r\n ')) expect(line.length).toBeLessThanOrEqual(75)
    }),
    { numRuns: 100 },
  )
})
