import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../runtime/free-port.ts'

/** What may be on no line: a text, a name, an address, a token, in whichever place somebody puts them. */
const SECRETS = {
  text: 'Wherefore-art-thou-4711',
  name: 'Capulet-Juliet-4711',
  mail: 'juliet4711@mail.example',
  network: '203.0.113.177',
  token: `prl_${'j4711'.repeat(8)}abc`,
  key: `prk_${'k4711'.repeat(8)}abc`,
  link: `prd_${'l4711'.repeat(8)}abc`,
  session: 's4711'.repeat(8),
}
const { text, name, mail, network, token, key, link, session } = SECRETS

async function open() {
  const port = await freePort()
  const file = join(mkdtempSync(join(tmpdir(), 'parley-lines-')), 'parley.db')
  const env = {
    ...process.env,
    PARLEY_DATABASE_URL: `file:${file}`,
    PORT: String(port),
    PARLEY_TRUSTED_PROXIES: '127.0.0.1',
    PARLEY_SMTP_URL: 'smtp://127.0.0.1:9',
    PARLEY_MAIL_FROM: 'parley@mail.example',
  }
  const child = spawn(process.execPath, ['server/cli.ts', 'start', '--json'], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  await expect.poll(() => said.out, { timeout: 20_000 }).toContain('\n')
  const headers = {
    ...{ 'x-forwarded-for': network, 'user-agent': name, referer: `https://x.example/?${mail}`, 'x-note': text },
    ...{ 'accept-language': name, 'last-event-id': text, 'idempotency-key': text, cookie: `parley=${session}` },
  }
  const asks = (method: string, path: string, more: Record<string, string> = {}, body?: string) =>
    new Promise<number>(resolve => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...headers, ...more } }, answer => {
        answer.resume().once('end', () => resolve(answer.statusCode!))
      })
      sent.once('error', () => resolve(0))
      sent.setTimeout(5_000, () => sent.destroy())
      sent.end(body)
    })
  return { port, file, child, said, asks }
}

test('whatever is sent and however it fails, no line of the log holds a name, a text, an address or a token', async () => {
  const { port, file, child, said, asks } = await open()
  const url = `http://localhost:${port}/demo/the-night-ferry`
  const here = { origin: `http://localhost:${port}`, 'content-type': 'application/json' }
  const reader = { ...here, authorization: `Bearer ${token}` }
  const words = { site: 'demo', url: `${url}?${text}#${mail}`, text, name, email: mail }
  const round = async () => {
    const statuses: number[] = []
    const ask = async (...args: Parameters<typeof asks>) => void statuses.push(await asks(...args))
    for (const path of ['/', '/api/threads', '/thread', '/c/', '/feeds/', '/desk/', '/api/desk/comments/', '/demo/']) {
      await ask('GET', `${path}${text}?site=${name}&url=https://${mail}/${text}&token=${token}`)
      await ask('GET', `${path}?site=demo&url=${encodeURIComponent(`${url}?${text}`)}&q=${name}&after=${text}`)
    }
    for (const path of [
      '/api/comments',
      '/api/preview',
      '/api/counts',
      '/api/views',
      '/api/me',
      '/api/sign-in/email',
    ]) {
      await ask('POST', path, reader, JSON.stringify(words))
      await ask('POST', path, reader, `{"site":"demo","text":"${text}`)
      await ask('POST', path, { ...reader, 'content-type': text }, text)
    }
    await ask('GET', `/api/me?site=demo&url=${encodeURIComponent(url)}`, reader)
    await ask('POST', '/api/sign-in/host', reader, JSON.stringify({ site: 'demo', token: `${text}.${name}.${mail}` }))
    await ask('POST', '/api/desk/session', here, JSON.stringify({ link }))
    for (const path of ['/api/desk/queue?site=demo', `/api/desk/queue?site=${name}&q=${text}`, '/api/desk/session']) {
      await ask('GET', path, { authorization: `Bearer ${key}` })
      await ask('GET', path)
    }
    await ask('GET', `/sign-in/google/back?state=${text}&code=${session}&error=${name}`)
    await ask('POST', '/thread', { 'content-type': 'application/x-www-form-urlencoded' }, `text=${text}&name=${name}`)
    return statuses
  }
  // What is no HTTP.
  await new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${text} /${mail} HTTP/9.9\r\n${name}\r\n\r\n`))
    socket.resume().once('close', resolve).once('error', resolve)
  })
  const sound = await round()
  expect(sound).toContain(201)
  expect(sound.filter(status => status === 500)).toEqual([])

  const breaker = createClient({ url: `file:${file}` })
  await breaker.executeMultiple(
    'PRAGMA busy_timeout = 5000; ALTER TABLE comments RENAME TO gone; ALTER TABLE authors RENAME TO left_out; ALTER TABLE sessions RENAME TO over',
  )
  breaker.close()
  const broken = await round()
  expect(broken).toContain(500)

  child.kill('SIGTERM')
  await new Promise(resolve => child.once('exit', resolve))
  const lines = said.err.trim().split('\n')
  expect(lines.some(line => line.startsWith('{') && JSON.parse(line).event === 'failed')).toBe(true)
  for (const [what, secret] of Object.entries(SECRETS)) {
    for (const spelt of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64url')])
      expect(said.out + said.err, what).not.toContain(spelt)
  }
}, 60_000)
