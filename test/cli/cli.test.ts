import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@libsql/client'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../runtime/free-port.ts'

const run = promisify(execFile)

/** An installation in a folder of its own. */
async function installation(more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'))
  const file = join(folder, 'data', 'parley.db')
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${file}`, PORT: String(await freePort()), ...more }
  const parley = async (...args: string[]) => {
    const ends = await run(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ends.stdout), err: String(ends.stderr), code: ends.code ?? 0 }
  }
  return { folder, file, env, parley }
}

/** Starts Parley and waits for what it prints. */
async function start(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['server/cli.ts', 'start', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stderr.on('data', chunk => {
    err += chunk
  })
  const printed = await new Promise<{ origin: string; sample: string; desk: string; snippet: string }>(
    (resolve, reject) => {
      child.stdout.on('data', chunk => {
        out += chunk
        if (out.endsWith('\n')) resolve(JSON.parse(out))
      })
      child.once('exit', code => reject(new Error(`ended with ${code}: ${err}`)))
    },
  )
  return { child, printed }
}

const ends = (child: ChildProcess) => new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))

test('start prints the sample article, the desk’s link and the snippet, serves them, and stops cleanly', async () => {
  const { env, file } = await installation()
  const { child, printed } = await start(env)
  expect(printed.snippet).toContain(`<script type="module" src="${printed.origin}/embed.js"></script>`)
  expect(printed.desk).toMatch(/\/desk#link=prd_[A-Za-z0-9_-]{43}$/)
  const sample = await fetch(printed.sample)
  expect(await sample.text()).toContain(`${printed.origin}/embed.js`)
  const desk = await fetch(printed.desk)
  expect(desk.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(await desk.text()).not.toContain('prd_')
  for (const more of ['', '-wal', '-shm', '.secret']) expect(statSync(`${file}${more}`).mode & 0o777).toBe(0o600)
  const over = ends(child)
  child.kill('SIGINT')
  expect(await over).toBe(0)
}, 30_000)

test('a request in flight is answered before the server stops', async () => {
  const { env } = await installation()
  const { child, printed } = await start(env)
  const body = JSON.stringify({ site: 'demo', url: printed.sample, text: 'Slowly' })
  const { hostname, port } = new URL(printed.origin)
  const headers = { 'content-type': 'application/json', authorization: `Bearer prl_${'a'.repeat(43)}` }
  const sending = request({
    hostname,
    port,
    path: '/api/comments',
    method: 'POST',
    headers: { ...headers, 'content-length': body.length, expect: '100-continue' },
  })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sending.once('response', response => resolve(response.resume().statusCode))
    sending.once('error', reject)
  })
  // The server says that it has begun to read.
  sending.flushHeaders()
  await new Promise<void>(resolve => sending.once('continue', () => resolve()))
  sending.write(body.slice(0, 10))
  const over = ends(child)
  child.kill('SIGINT')
  // The server has stopped taking new connections when one is refused.
  await expect
    .poll(() =>
      fetch(`${printed.origin}/healthz`).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed')
  sending.end(body.slice(10))
  expect(await answered).toBe(201)
  expect(await over).toBe(0)
}, 30_000)

test('a connection that asks for nothing does not hold up the end', async () => {
  const { env } = await installation()
  const { child, printed } = await start(env)
  const silent = connect(Number(new URL(printed.origin).port), '127.0.0.1')
  silent.on('error', () => {})
  await new Promise<void>(resolve => silent.once('connect', () => resolve()))
  await fetch(`${printed.origin}/healthz`)
  const over = ends(child)
  const begin = performance.now()
  child.kill('SIGINT')
  expect(await over).toBe(0)
  expect(performance.now() - begin).toBeLessThan(5_000)
}, 30_000)

test('a comment that was acknowledged is there after kill -9, under the same secret', async () => {
  const { env, file, parley } = await installation()
  const first = await start(env)
  const { origin } = first.printed
  const url = `${origin}/demo/the-night-ferry`
  const headers = { 'content-type': 'application/json', authorization: `Bearer prl_${'a'.repeat(43)}` }
  for (let n = 0; n < 20; n++) {
    const response = await fetch(`${origin}/api/comments`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer prl_${String(n).padStart(43, 'a')}` },
      body: JSON.stringify({ site: 'demo', url, text: `Number ${n}` }),
    })
    expect(response.status).toBe(201)
  }
  const over = ends(first.child)
  first.child.kill('SIGKILL')
  await over
  const other = createClient({ url: `file:${file}` })
  expect((await other.execute('SELECT count(*) AS n FROM comments')).rows[0]!['n']).toBe(20)
  other.close()
  expect((await parley('doctor')).out).toMatch(/^(Everything adds up\.|Nothing is broken; .*)$/m)
  const second = await start(env)
  expect(new URL(second.printed.sample).pathname).toBe('/demo/the-night-ferry')
}, 30_000)

test('views that are gathered are written when the server stops', async () => {
  const { env, file } = await installation()
  const { child, printed } = await start(env)
  const view = await fetch(`${printed.origin}/api/views`, {
    method: 'POST',
    headers: { origin: printed.origin, 'user-agent': 'Mozilla/5.0 Chrome/156.0.0.0' },
    body: JSON.stringify({ site: 'demo', seen: { url: printed.sample }, urls: [printed.sample] }),
  })
  expect([view.status, await view.json()]).toEqual([202, { views: [1] }])
  const over = ends(child)
  child.kill('SIGINT')
  expect(await over).toBe(0)
  const other = createClient({ url: `file:${file}` })
  expect((await other.execute('SELECT view_count FROM articles')).rows).toMatchObject([{ view_count: 1 }])
  other.close()
}, 30_000)

test('a busy port is named, with its remedy', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise(resolve => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { parley } = await installation({ PORT: String(port) })
  const { err, code } = await parley('start')
  expect(code).toBe(1)
  expect(err).toMatch(new RegExp(`Port ${port} is in use.*PORT=\\d+ npm start`))
}, 20_000)

test.each([
  [{ PORT: 'eighty' }, 'PORT must be a number'],
  [{ PARLEY_ORIGIN: 'http://comments.example.org' }, 'PARLEY_ORIGIN must be https'],
  [{ PARLEY_SECRET: 'short' }, 'PARLEY_SECRET must have at least 32'],
  [{ PARLEY_LIMITS: 'off', PARLEY_HOST: '0.0.0.0' }, 'PARLEY_LIMITS=off is for benchmarks'],
  [{ PARLEY_TRUSTED_PROXIES: '10.0.0.0/99' }, 'is no address or network'],
  [{ PARLEY_DATABASE_URL: 'postgres://localhost' }, 'PARLEY_DATABASE_URL must begin with'],
  [{ PARLEY_DATABASE_URL: 'file:' }, 'PARLEY_DATABASE_URL must name a file'],
  [{ PARLEY_DATABASE_URL: 'file:package.json' }, 'cannot be used'],
  [{ PARLEY_ORIGIN: 'https://example.org/comments?a' }, 'PARLEY_ORIGIN must be no more than an address'],
  [{ PARLEY_ORIGIN: 'https://example.org//comments' }, 'a path is made of letters, digits, hyphens'],
  [{ PARLEY_ORIGIN: 'https://example.org/desk/x' }, 'is a path of Parley’s own'],
  [{ PARLEY_HOST: 'nowhere.invalid' }, 'cannot listen on nowhere.invalid'],
])('with %j it does not start, and says what to write', async (settings, words) => {
  const { err, code } = await (await installation(settings)).parley('start')
  expect(code).toBe(words.includes('cannot') ? 1 : 2)
  expect(err).toContain(words)
  expect(err).not.toContain('    at ')
})

test('an owner adds a site, allows pages, and every command speaks JSON', async () => {
  const { parley, file } = await installation()
  const added = await parley(
    'site',
    'add',
    'daily',
    '--name',
    'The Daily',
    '--origin',
    'https://daily.example/path',
    '--json',
  )
  expect(JSON.parse(added.out)).toMatchObject({ id: 'daily', name: 'The Daily', origins: ['https://daily.example'] })
  const set = await parley('site', 'set', 'daily', '--origin', 'http://localhost:1313', '--json')
  expect(JSON.parse(set.out).origins).toEqual(['https://daily.example', 'http://localhost:1313'])
  const back = await parley('site', 'set', 'daily', '--remove-origin', 'https://daily.example', '--json')
  expect(JSON.parse(back.out).origins).toEqual(['http://localhost:1313'])
  expect(JSON.parse((await parley('site', 'list', '--json')).out).sites).toHaveLength(1)
  const changed = await parley(
    'site',
    'set',
    'daily',
    '--setting',
    'holds=all',
    '--setting',
    'linksAllowed=5',
    '--json',
  )
  expect(JSON.parse(changed.out).settings).toEqual({ holds: 'all', linksAllowed: 5 })
  const link = JSON.parse((await parley('link', '--name', 'Mona', '--site', 'daily', '--json')).out)
  expect(link).toMatchObject({ name: 'Mona', desk: expect.stringMatching(/\/desk#link=prd_/) })
  expect(existsSync(file)).toBe(true)
  await parley('site', 'add', 'mistake', '--name', 'Mistake', '--origin', 'https://mistake.example')
  expect((await parley('site', 'remove', 'mistake')).out).toContain('Removed mistake.')
  expect(JSON.parse((await parley('site', 'list', '--json')).out).sites).toHaveLength(1)
}, 60_000)

test.each([
  [['site', 'add', 'The Daily'], 'A site’s id has'],
  [['site', 'add', 'daily', '--name', 'The Daily'], '--origin https://'],
  [['site', 'add', 'daily', '--name', 'The Daily', '--origin', 'daily.example'], 'is no origin'],
  [['site', 'set', 'nowhere', '--origin', 'https://a.example'], 'There is no site “nowhere”'],
  [['link', '--site', 'nowhere'], 'There is no site “nowhere”'],
  [['link', '--name', 'Mona', '--role', 'king'], '--role is owner or moderator'],
  [['dance'], 'There is no command “dance”'],
  [['site', 'set', 'daily', '--colour', 'red'], '--colour'],
])('parley %j says what is wrong', async (args, words) => {
  const { parley, file } = await installation()
  mkdirSync(dirname(file))
  writeFileSync(file, '')
  const { err, code } = await parley(...args)
  expect(code).toBe(2)
  expect(err).toContain(words)
  expect(err).not.toContain('    at ')
})

test.each([
  ['doctor'],
  ['log', 'verify'],
  ['secret', 'rotate'],
  ['link'],
  ['person', 'list'],
  ['site', 'set', 'daily', '--name', 'The Daily'],
])('parley %s … makes no database where there is none', async (...args) => {
  const { parley, file, folder } = await installation()
  const { err, code } = await parley(...args)
  expect([code, err]).toEqual([
    1,
    `There is no database at ${file}; PARLEY_DATABASE_URL names it, and “npm start” makes it.\n`,
  ])
  expect(readdirSync(folder)).toEqual([])
})

test('an owner moves a thread while Parley runs: a dry run shows it, twice is no change, links go on working', async () => {
  const { env, parley } = await installation()
  await parley('site', 'add', 'daily', '--name', 'The Daily', '--origin', 'https://daily.example')
  await parley('site', 'set', 'daily', '--setting', 'holds=none')
  const { printed } = await start(env)
  const post = async (path: string, text: string) => {
    const headers = { Authorization: `Bearer prl_${'m'.repeat(43)}`, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ site: 'daily', url: `https://daily.example${path}`, text, name: 'Ada' })
    const response = await fetch(`${printed.origin}/api/comments`, { method: 'POST', headers, body })
    return ((await response.json()) as { comment: { id: string } }).comment
  }
  const count = async (path: string) => {
    const url = encodeURIComponent(`https://daily.example${path}`)
    const thread = await fetch(`${printed.origin}/api/threads?site=daily&url=${url}`)
    return ((await thread.json()) as { article: { count: number } }).article.count
  }
  const comment = await post('/old', 'One')
  await post('/old', 'Two')
  await post('/new', 'Three')
  const move = (...more: string[]) => parley('move', '--site', 'daily', '/old', 'https://daily.example/new/', ...more)

  expect((await move('--dry-run')).out).toContain('2 comments would move to the other thread')
  expect([await count('/old'), await count('/new')]).toEqual([2, 1])
  expect(JSON.parse((await move('--json')).out)).toMatchObject({ way: 'merge', comments: 2, isDone: true })
  await expect.poll(async () => [await count('/old'), await count('/new')]).toEqual([3, 3])
  expect(await move()).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is left to move') })
  const permalink = await fetch(`${printed.origin}/c/${comment.id}`, { redirect: 'manual' })
  expect(permalink.headers.get('location')).toBe(`https://daily.example/new#comment-${comment.id}`)
  expect(await parley('move', '--site', 'daily', '/typo', '/new')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Nobody has written under “/typo”'),
  })
  expect((await parley('doctor')).out).toMatch(/^(Everything adds up\.|Nothing is broken; .*)$/m)
}, 30_000)
