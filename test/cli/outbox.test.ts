import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import type { Say } from '../../server/commands/command.ts'
import { doctor } from '../../server/commands/doctor.ts'
import { dropLetters, listOutbox, retryLetters } from '../../server/commands/outbox.ts'
import { readConfig } from '../../server/config.ts'
import { sendOutbox } from '../../server/notices/send-outbox.ts'
import { smtpMail } from '../../server/notices/smtp.ts'
import { readAddress } from '../../server/people/email-address.ts'
import { openStore } from '../../server/store/open.ts'
import { tokenOf } from '../people.ts'
import { freePort } from '../runtime/free-port.ts'
import { type World, world } from '../world.ts'

const MINUTE = 60_000

/** A site whose mail goes to a real server, which does as it is told. */
async function mailing(options: SMTPServerOptions = {}) {
  const stage = await world({ mail: true, settings: { holds: 'all' } })
  const received: Email[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, _, answer) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      received.push(await PostalMime.parse(Buffer.concat(chunks)))
      answer()
    },
    ...options,
  })
  const port = await freePort()
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  sends(stage, `smtp://127.0.0.1:${port}`)
  return { ...stage, ...how(stage), received }
}

/** Has the mail of a site go to a server, which is not waited for long. */
function sends({ deps }: World, server: string): void {
  deps.mail = smtpMail({ server, from: 'comments@daily.example' }, 500)
}

const how = ({ deps, site, clock }: World) => ({
  puts: (to: string, more: object = {}) =>
    deps.store.outbox.put({ site, kind: 'test', to: readAddress(to)!, payload: {}, at: clock.now, ...more }),
  async lives(ms: number) {
    for (let at = 0; at < ms; at += MINUTE) {
      clock.now += MINUTE
      await sendOutbox(deps)
    }
  },
  stand: async () =>
    (
      await deps.store.engine.all<{ outcome: string | null; error: string | null }>(
        sql`SELECT outcome, error FROM outbox WHERE site_id = ${site} ORDER BY id`,
      )
    ).map(({ outcome, error }) => [outcome, error]),
})

/** A server that speaks so far and does then as it likes. */
async function rudeServer(talk: (socket: Socket, line: string | null) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    talk(socket, null)
    let rest = ''
    socket.on('data', data => {
      rest += data
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        talk(socket, rest.slice(0, end))
        rest = rest.slice(end + 2)
      }
    })
  })
  const port = await freePort()
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return port
}

/** The usual answers of a server up to where it ends. */
const politely = (until: RegExp, then: (socket: Socket) => void) => (socket: Socket, line: string | null) => {
  if (line === null) return void socket.write('220 mail.example\r\n')
  if (until.test(line)) return then(socket)
  if (/^DATA/i.test(line)) return void socket.write('354 go on\r\n')
  if (/^(EHLO|HELO|MAIL|RCPT)/i.test(line)) socket.write('250 fine\r\n')
}

test('letters say who they are, that no person wrote them, and stay within their headers whatever a site is called', async () => {
  const { as, deps, site, received, clock, lives, number } = await mailing()
  const nasty = `Daily\r\nBcc: eve@evil.example\r\n\r\n$& $' <img src=x> ${'long '.repeat(2_000)}`
  await deps.store.engine.write([sql`UPDATE sites SET name = ${nasty} WHERE id = ${site}`])
  const mona = await deps.store.people.ensure(number * 7, `Mona-${number}`, clock.now)
  await deps.store.people.grant(mona.id, [site], 'moderator')
  await deps.store.digests.set(mona.id, 'mona@example.org', [site])
  await as('ada').posts('Waiting')
  await as('ada').claims('ada@mail.example', { lang: 'fa' })
  clock.now += MINUTE
  const { sendDigests } = await import('../../server/notices/send-digests.ts')
  await sendDigests(deps)
  await lives(MINUTE)
  expect(received.map(({ to }) => to?.[0]?.address).sort()).toEqual(['ada@mail.example', 'mona@example.org'])
  for (const mail of received) {
    const headers = new Map(mail.headers.map(({ key, value }) => [key, value]))
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@parley\.example>$/)
    expect([...headers.keys()]).not.toContain('bcc')
    expect(mail.html).not.toContain('<img')
    expect(mail.subject).not.toMatch(/[\r\n]/)
  }
  expect(received.find(({ to }) => to?.[0]?.address === 'ada@mail.example')!.html).toContain('dir="rtl"')
}, 30_000)

test('what a real server refuses for good is given up, what it does not take now is taken later', async () => {
  let isBusy = true
  const { puts, lives, stand, received } = await mailing({
    onRcptTo({ address }, _, answer) {
      const says = (code: number, words: string) => answer(Object.assign(new Error(words), { responseCode: code }))
      if (address.startsWith('nobody')) return says(550, '5.1.1 no such user')
      if (address.startsWith('policy')) return says(550, '5.7.1 we do not like you')
      if (isBusy) return says(451, '4.7.1 try again later')
      answer()
    },
  })
  for (const to of ['nobody@example.org', 'policy@example.org', 'busy@example.org', 'nobody@example.org'])
    await puts(to)
  await lives(60 * MINUTE)
  expect(await stand()).toEqual([
    ['dead', 'EENVELOPE550'],
    ['dead', 'EENVELOPE550'],
    [null, 'EENVELOPE451'],
    ['suppressed', 'bounced'],
  ])
  // Whose policy is against this server may have nothing against the next mail.
  isBusy = false
  await lives(45 * MINUTE)
  expect((await stand())[2]).toEqual(['sent', null])
  expect(received).toHaveLength(1)
}, 30_000)

test.each<[string, (socket: Socket, line: string | null) => void, RegExp]>([
  ['never says a word', () => {}, /ETIMEDOUT/],
  ['hangs in the middle', politely(/^RCPT/i, () => {}), /ETIMEDOUT/],
  ['closes in DATA', politely(/^\.$/, socket => socket.destroy()), /ECONN|ESOCKET/],
  ['closes at once', socket => socket.destroy(), /ECONN|ESOCKET/],
  ['is no mail server', (socket, line) => void (line === null && socket.write('HTTP/1.1 200 OK\r\n\r\n')), /EPROTOCOL/],
  [
    'is about to shut down',
    politely(/^MAIL/i, socket => socket.write('421 4.3.2 shutting down\r\n')),
    /EENVELOPE421|ECONN/,
  ],
  [
    'offers an encryption that it does not have',
    (socket, line) => {
      if (line === null) socket.write('220 mail.example\r\n')
      else if (/^EHLO/i.test(line)) socket.write('250-mail.example\r\n250 STARTTLS\r\n')
      else if (/^STARTTLS/i.test(line)) socket.write('220 go on\r\nno TLS at all\r\n')
    },
    /ETLS|ESOCKET|ECONN|ETIMEDOUT/,
  ],
])(
  'a server that %s is left alone a while, and nothing is lost',
  async (_, talk, code) => {
    const stage = await mailing()
    const port = await rudeServer(talk)
    const takes = stage.deps.mail!
    sends(stage, `smtp://127.0.0.1:${port}`)
    for (const to of ['a@example.org', 'b@example.org']) await stage.puts(to)
    await sendOutbox(stage.deps)
    const server = await stage.deps.store.mailState.server()
    expect(server).toMatchObject({ error: expect.stringMatching(code), failures: 1 })
    expect(server.rests_until).toBeGreaterThan(stage.clock.now)
    stage.deps.mail = takes
    await stage.lives(5 * MINUTE)
    expect(await stage.stand()).toEqual([
      ['sent', null],
      ['sent', null],
    ])
  },
  30_000,
)

test('a server that is killed while a mail goes sends it once more when it is there again, under the same name', async () => {
  const { SMTPServer: Server } = await import('smtp-server')
  const got: { to: string; id: string }[] = []
  let takes = (): boolean => true
  const server = new Server({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, { envelope }, answer) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const { messageId = '' } = await PostalMime.parse(Buffer.concat(chunks))
      got.push({ to: envelope.rcptTo[0]!.address, id: messageId })
      if (takes()) answer()
    },
  })
  server.on('error', () => {})
  const [smtp, port] = [await freePort(), await freePort()]
  await new Promise<void>(resolve => server.listen(smtp, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  const env = {
    ...process.env,
    PARLEY_DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'parley-killed-')), 'parley.db')}`,
    PORT: String(port),
    PARLEY_SMTP_URL: `smtp://127.0.0.1:${smtp}?from=comments@daily.example`,
  }
  const origin = `http://localhost:${port}`
  const starts = async () => {
    const child = spawn(process.execPath, ['server/cli.ts', 'start'], { env, stdio: 'ignore' })
    onTestFinished(() => void child.kill('SIGKILL'))
    await expect
      .poll(
        () =>
          fetch(`${origin}/healthz`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true)
    return child
  }
  const asks = async (name: string) => {
    const { status } = await fetch(`${origin}/api/sign-in/email`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokenOf(name, 1)}`, 'content-type': 'application/json', origin },
      body: JSON.stringify({ site: 'demo', email: `${name}@mail.example` }),
    })
    expect(status).toBe(202)
  }
  const first = await starts()
  takes = () => {
    first.kill('SIGKILL')
    return false
  }
  await asks('ada')
  await expect.poll(() => first.signalCode, { timeout: 10_000 }).toBe('SIGKILL')
  takes = () => true
  // The two minutes for which the letter was the killed one's own are over.
  const store = await openStore(readConfig(env))
  await store.engine.write([sql`UPDATE outbox SET leased_until = 0`])
  await store.close()
  await starts()
  await asks('ben')
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(3)
  await asks('chiara')
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(4)
  const adas = got.filter(({ to }) => to === 'ada@mail.example')
  expect(adas).toHaveLength(2)
  expect(new Set(adas.map(({ id }) => id)).size).toBe(1)
}, 60_000)

test('the doctor and the figures tell of mail that is stuck, given up, or has no server', async () => {
  const { deps, site, puts } = await mailing()
  const { store } = deps
  const hours = (n: number) => Date.now() - n * 60 * MINUTE
  await puts('ada@mail.example', { at: hours(5), nextAt: hours(4) })
  const [dead] = await puts('ben@mail.example')
  await store.engine.write([
    sql`UPDATE outbox SET next_at = NULL, outcome = 'dead', error = 'EMESSAGE554', done_at = ${hours(1)} WHERE id = ${dead!}`,
  ])
  // A mail server that fails is told at once.
  await store.mailState.failed('EAUTH535', Date.now() - 1_000, Date.now() + 15_000)
  const said: string[] = []
  await doctor(
    store,
    readConfig({ PARLEY_DATABASE_URL: 'https://db.example', PARLEY_SECRET: 's'.repeat(43) }),
    {},
    lines => said.push(...[lines].flat()),
  )
  process.exitCode = 0
  const told = said.join('\n')
  expect(told).toContain(`1 letter waits on ${site}, the first since 4 hours. No mail server is set`)
  expect(told).toContain(`Mail of ${site} was given up in the last week.`)
  expect(told).toContain('the mail server does not take the user and password (EAUTH535)')
  const { Metrics } = await import('../../server/http/metrics.ts')
  const { Traffic } = await import('../../server/http/traffic.ts')
  const figures = await new Metrics(deps, new Traffic(null), 'file:nowhere.db').text(0)
  expect(figures).toContain(`parley_letters{site="${site}",state="given_up"} 1`)
  expect(figures).toContain('parley_mail_server_seconds{last="failed"}')
})

test('at a terminal the outbox is listed without addresses, and letters are sent again or let go', async () => {
  const stage = await mailing()
  const { deps, site, puts, clock, lives, received } = stage
  const { store } = deps
  const said: { lines: string[]; json: Record<string, unknown> }[] = []
  const say: Say = (lines, json) => said.push({ lines: [lines].flat(), json })
  const takes = deps.mail!
  deps.mail = async () => Promise.reject(Object.assign(new Error('no'), { code: 'EENVELOPE451' }))
  const ids = []
  for (const to of ['ada@mail.example', 'ben@mail.example', 'chiara@mail.example']) ids.push(...(await puts(to)))
  await lives(MINUTE)
  await listOutbox(store, { site }, say)
  expect(said[0]!.lines[0]).toBe(`3 letters wait on ${site}, 0 were given up.`)
  expect(said[0]!.lines[1]).toMatch(
    /^\d+ {2}\S+ \S+ UTC {2}test {2}[abc]…@mail\.example {2}next .* {2}1 try {2}the mail server does not take it now \(EENVELOPE451\)$/,
  )
  expect(JSON.stringify(said)).not.toContain('ada@')
  await dropLetters(store, String(ids[0]), { site }, say)
  expect(said.at(-1)!.lines).toEqual(['1 letter let go.'])
  await expect(dropLetters(store, String(ids[0]), { site }, say)).rejects.toThrow(/no letter of .* that waits/)
  await store.engine.write([
    sql`UPDATE outbox SET next_at = NULL, outcome = 'dead', done_at = ${clock.now} WHERE id <> ${ids[0]!}`,
  ])
  for (const both of [{ site }, { site, all: true }]) {
    const typed = 'all' in both ? '1' : undefined
    await expect(retryLetters(store, typed, both, say)).rejects.toThrow(/Name one letter/)
  }
  await expect(retryLetters(store, 'x; DROP', { site }, say)).rejects.toThrow(/no letter/)
  await retryLetters(store, undefined, { site, all: true }, say)
  expect(said.at(-1)!.json).toEqual({ site, sent: 2 })
  deps.mail = takes
  // The command's clock is the real one, and this world's is not.
  clock.now = Date.now() + 1
  await sendOutbox(deps)
  expect(received.map(({ to }) => to?.[0]?.address).sort()).toEqual(['ben@mail.example', 'chiara@mail.example'])
})
