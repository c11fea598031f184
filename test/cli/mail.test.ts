import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newId } from '../../server/comments/ids.ts'
import { readConfig } from '../../server/config.ts'
import { localeFor } from '../../server/locales.ts'
import { smtpMail } from '../../server/notices/smtp.ts'
import { codeMail } from '../../server/people/code-mail.ts'
import { tokenOf } from '../people.ts'
import { freePort } from '../runtime/free-port.ts'
import { serveParley } from '../runtime/serve-parley.ts'

interface Received {
  envelope: { from: string; to: string[] }
  mail: Email
}

/** A real mail server on this machine. */
async function mailServer() {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, answer) =>
      username === 'parley' && password === 'p@ss:word' ? answer(null, { user: username }) : answer(new Error('wrong')),
    onRcptTo: ({ address }, _, answer) => answer(address.startsWith('nobody') ? new Error('no such user') : null),
    async onData(stream, { envelope }, answer) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      received.push({
        envelope: {
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
        },
        mail: await PostalMime.parse(Buffer.concat(chunks)),
      })
      answer()
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  return { received, port: (server.server.address() as AddressInfo).port }
}

const mail = { to: 'mona@example.org', subject: 'Hello', text: 'Plain', html: '<p>Rich</p>' }

test('a server on Node mails a digest through a real mail server', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { received, port } = await mailServer()
  const parley = await serveParley({
    PARLEY_DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'parley-mail-')), 'parley.db')}`,
    PORT: String(await freePort()),
    PARLEY_SMTP_URL: `smtp://parley:p%40ss%3Aword@127.0.0.1:${port}?from=comments@daily.example`,
  })
  onTestFinished(() => parley.stop())
  const { store, origin } = parley
  const mona = await store.people.ensure(newId(Date.now()), 'Mona', Date.now())
  await store.people.grant(mona.id, ['demo'], 'moderator')
  await store.digests.set(mona.id, 'mona@example.org', ['demo'])
  const posted = await fetch(`${origin}/api/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf('ada', 1)}`, 'content-type': 'application/json', origin },
    body: JSON.stringify({ site: 'demo', url: parley.sample, text: 'Waiting' }),
  })
  expect(posted.status).toBe(201)
  // The undo window is over.
  await store.engine.write([
    sql`UPDATE comments SET created_at = created_at - 60000`,
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      SELECT site_id, 2, id, 2, 'post', status, status, 'rules', text_digest, created_at FROM comments`,
  ])
  vi.advanceTimersByTime(60_000)
  await expect.poll(() => received.length, { timeout: 5_000 }).toBe(1)
  const [{ envelope, mail: digest }] = received as [Received]
  expect(envelope).toEqual({ from: 'comments@daily.example', to: ['mona@example.org'] })
  expect(digest.from).toMatchObject({ name: 'Parley', address: 'comments@daily.example' })
  expect(digest.subject).toBe('One comment is waiting on The Harbour Lamp')
  expect(digest.text).toContain(`${origin}/desk#site=demo&status=pending`)
  expect(digest.html).toContain('Open the desk')
  expect(digest.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
}, 30_000)

test('no text of a mail becomes a header, a recipient or a sender of its own', async () => {
  const { received, port } = await mailServer()
  const send = smtpMail({ server: `smtp://127.0.0.1:${port}`, from: 'comments@daily.example' })
  await send({
    ...mail,
    subject: 'Hello =?utf-8?q?=41?=\r\nBcc: eve@evil.example\r\n\r\nbody',
    text: '.\r\nQUIT\r\n',
    html: '<p>$&</p>',
  })
  await send({ ...mail, to: 'mona@example.org, eve@evil.example' }).catch(() => {})
  for (const { envelope, mail: got } of received) {
    expect(envelope.to).not.toContain('eve@evil.example')
    expect(got.headers.map(({ key }) => key)).not.toContain('bcc')
  }
  expect(received[0]!.mail.subject).toBe('Hello = ?utf-8?q?=41?= Bcc: eve@evil.example body')
  expect(received[0]!.mail.text).toContain('QUIT')
})

test('a mail server that refuses, and one that is not there, are errors with a code', async () => {
  const { port } = await mailServer()
  const at = (server: string) => smtpMail({ server, from: 'a@b.example' })
  await expect(at(`smtp://127.0.0.1:${port}`)({ ...mail, to: 'nobody@example.org' })).rejects.toMatchObject({
    code: 'EENVELOPE550',
    verdict: 'address',
  })
  await expect(at(`smtp://parley:wrong@127.0.0.1:${port}`)(mail)).rejects.toMatchObject({
    code: 'EAUTH535',
    verdict: 'server',
  })
  await expect(at(`smtp://127.0.0.1:${await freePort()}`)(mail)).rejects.toMatchObject({
    code: expect.stringMatching(/ECONN|ESOCKET/),
  })
})

test.each([
  ['smtp://mail.example.org', { server: 'smtp://mail.example.org', from: 'parley@localhost' }],
  [
    'smtps://u:p@mail.example.org:465?from=comments@daily.example',
    { server: 'smtps://u:p@mail.example.org:465', from: 'comments@daily.example' },
  ],
])('%s is a mail server', (text, smtp) => {
  expect(readConfig({ PARLEY_SMTP_URL: text }).smtp).toEqual(smtp)
})

test.each(['mail.example.org', 'http://mail.example.org', 'smtp://', 'smtp://h?from=nobody', 'smtp://h?from=a%0ab@c'])(
  '“%s” is no mail server',
  text => {
    expect(() => readConfig({ PARLEY_SMTP_URL: text })).toThrow(/PARLEY_SMTP_URL must look like/)
  },
)

test('how much mail goes is set by numbers, and anything else is refused', () => {
  expect(readConfig({}).mailLimits).toEqual({ hour: 10, day: 40, here: 500, everywhere: 1000 })
  const { mailLimits, keepsMailDays } = readConfig({ PARLEY_MAIL_PER_ADDRESS: '3, 9', PARLEY_MAIL_DAYS: '2' })
  expect([mailLimits, keepsMailDays]).toEqual([{ hour: 3, day: 9, here: 500, everywhere: 1000 }, 2])
  for (const [name, text] of [
    ['PARLEY_MAIL_PER_ADDRESS', '3'],
    ['PARLEY_MAIL_PER_ADDRESS', '3 9 27'],
    ['PARLEY_MAIL_PER_SITE', '-1'],
    ['PARLEY_MAIL_PER_HOUR', 'many'],
    ['PARLEY_MAIL_DAYS', '0'],
  ]) {
    expect(() => readConfig({ [name!]: text })).toThrow(new RegExp(`${name} must be`))
  }
})

test('a code arrives in plain words, in Persian as well', async () => {
  const { received, port } = await mailServer()
  const send = smtpMail({ server: `smtp://127.0.0.1:${port}`, from: 'comments@daily.example' })
  const about = {
    to: 'ada@mail.example',
    code: '012345',
    site: 'The Daily\r\nBcc: eve@evil.example',
    purpose: 'sign_in',
  } as const
  await send(codeMail(about, await localeFor('en')))
  await send(codeMail(about, await localeFor('fa-IR')))
  const [english, persian] = received.map(({ mail: got }) => got)
  expect(english!.subject).toMatch(/^012345 is your code for The Daily/)
  expect(english!.text).toMatch(/^012345\s*$/m)
  expect(english!.headers.map(({ key }) => key)).not.toContain('bcc')
  expect(persian!.subject).toContain('رمز شما')
  expect(persian!.text).toMatch(/^012345\s*$/m)
  expect(persian!.html).toContain('dir="rtl"')
})
