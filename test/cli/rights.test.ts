import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { changeSecret } from '../../server/store/open.ts'
import { freePort } from '../runtime/free-port.ts'

const run = promisify(execFile)

function installation(more: Record<string, string> = {}) {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-rights-')), 'parley.db')
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${file}`, ...more }
  const parley = async (...args: string[]) => {
    const ends = await run(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ends.stdout), err: String(ends.stderr), code: ends.code ?? 0 }
  }
  return { file, env, parley }
}

test('a moderator is removed, and signed out; the owner of the installation is not to be removed', async () => {
  const { parley } = installation()
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  await parley('link', '--name', 'Mona', '--site', 'daily')
  expect((await parley('person', 'sign-out', 'Mona')).out).toBe(
    'Mona was not signed in; links that were not used no longer work.\n',
  )
  expect((await parley('person', 'remove', 'Mona', '--site', 'daily')).out).toBe(
    'Mona has no role on daily any more. That was the last one: every session has ended.\n',
  )
  const refusals = [
    [['person', 'remove', 'Owner', '--site', 'daily'], 'owns the installation'],
    [['person', 'sign-out', 'Nobody'], 'There is no account “Nobody”'],
  ] as const
  for (const [args, words] of refusals) {
    const { code, err } = await parley(...args)
    expect([args, code === 0, err]).toEqual([args, false, expect.stringContaining(words)])
  }
}, 60_000)

test('the secret beside the database is changed, kept for a while, and forgotten', async () => {
  const { file, parley } = installation()
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  const keyOf = async () => JSON.parse((await parley('site', 'key', 'daily', '--json')).out).keys[0]
  const secrets = () => readFileSync(`${file}.secret`, 'utf8').trim().split('\n')
  const key = await keyOf()
  const [first] = secrets()
  expect((await parley('secret', 'rotate')).out).toContain('start Parley again')
  expect([secrets().length, secrets()[1], secrets()[0] === first]).toEqual([2, first, false])
  expect(statSync(`${file}.secret`).mode & 0o777).toBe(0o600)
  const next = await keyOf()
  expect([next.kid, next.key === key.key]).toEqual([key.kid, false])
  const config = { databaseUrl: `file:${file}`, secret: undefined }
  for (const kept of [2, 2]) expect(await changeSecret(config, 'rotate')).toBe(kept)
  expect([secrets().length, secrets().includes(first!)]).toEqual([3, false])
  const [present] = secrets()
  expect(await changeSecret(config, 'forget')).toBe(0)
  expect(secrets()).toEqual([present])
}, 60_000)

test('a secret that is set is changed where it is set', async () => {
  const { parley } = installation({ PARLEY_SECRET: 's'.repeat(43) })
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  expect((await parley('secret', 'rotate')).err).toContain('PARLEY_SECRET_BEFORE')
  const alone = await installation({ PARLEY_SECRET_BEFORE: 's'.repeat(43) }).parley('site', 'list')
  expect([alone.code === 0, alone.err]).toEqual([false, expect.stringContaining('set both, or neither')])
}, 60_000)

test('neither the files of the database nor what the process says hold a token, a cookie or a link', async () => {
  const { file, env } = installation({ PORT: String(await freePort()) })
  const child = spawn(process.execPath, ['server/cli.ts', 'start', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [out, err] = ['', '']
  child.stderr.on('data', chunk => {
    err += chunk
  })
  const { origin, desk } = await new Promise<{ origin: string; desk: string }>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      out += chunk
      if (out.endsWith('\n')) resolve(JSON.parse(out))
    })
    child.once('exit', code => reject(new Error(`ended with ${code}: ${err}`)))
  })
  const link = new URL(desk).hash.slice('#link='.length)
  const json = { 'content-type': 'application/json' }
  const sends = (path: string, headers: Record<string, string>, body: unknown, method = 'POST') =>
    fetch(origin + path, { method, headers: { ...json, Origin: origin, ...headers }, body: JSON.stringify(body) })
  const signedIn = await sends('/api/desk/session', {}, { link })
  const session = signedIn.headers.get('set-cookie')!.split(/[=;]/)[1]!
  const token = `prl_${'Ab3-'.repeat(11).slice(0, 43)}`
  const bearer = { Authorization: `Bearer ${token}` }
  const url = `${origin}/demo/the-night-ferry`
  expect((await sends('/api/comments', bearer, { site: 'demo', url, text: 'Hello' })).status).toBe(201)
  expect((await sends('/api/comments', bearer, '{')).status).toBe(400)
  const form = await fetch(`${origin}/thread?${new URLSearchParams({ site: 'demo', url })}`)
  expect(form.headers.get('set-cookie')).toBeNull()
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  const folder = dirname(file)
  const files = readdirSync(folder).filter(name => !name.endsWith('.secret'))
  expect(files).toContain('parley.db')
  const secret = readFileSync(`${file}.secret`, 'utf8').trim()
  const bare = (text: string) => text.replace(/^pr[ld]_/, '')
  for (const each of [link, session, token, secret].map(bare)) {
    const forms = [each, Buffer.from(each).toString('base64').replace(/=+$/, ''), Buffer.from(each).toString('hex')]
    for (const form of [...forms.map(text => Buffer.from(text)), Buffer.from(each, 'base64url')]) {
      for (const name of files) expect([name, readFileSync(join(folder, name)).includes(form)]).toEqual([name, false])
      expect(err).not.toContain(form.toString())
      // The link is what the start prints for the person before it.
      expect(out.replace(desk, '')).not.toContain(form.toString())
    }
  }
}, 60_000)
