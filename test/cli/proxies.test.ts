import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig, WrongSettings } from '../../server/config.ts'
import { BUDGETS } from '../../server/http/budgets.ts'
import { adviceOn } from '../../server/http/proxy-advice.ts'
import { listensAt, welcomeTo } from '../../server/sites/welcome.ts'
import { freePort } from '../runtime/free-port.ts'
import { serveParley } from '../runtime/serve-parley.ts'

/** Parley behind a proxy, or not, as the settings say; whoever asks for one stamp too many is told to wait. */
async function served(settings: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-proxies-'))
  const socket = settings['PARLEY_SOCKET'] && join(folder, 'socket')
  const port = String(await freePort())
  const said: { event: string; words: string }[] = []
  const error = vi.spyOn(console, 'error').mockImplementation(line => said.push(JSON.parse(line)))
  const parley = await serveParley({
    PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`,
    PARLEY_ORIGIN: 'https://comments.example',
    PORT: port,
    ...settings,
    ...(socket && { PARLEY_SOCKET: settings['PARLEY_SOCKET']!.replace('SOCKET', socket) }),
  })
  onTestFinished(async () => {
    await parley.stop()
    error.mockRestore()
  })
  const at = socket ? { socketPath: socket } : { host: '127.0.0.1', port }
  const asks = (headers: Record<string, string | string[]>) =>
    new Promise<number>((resolve, reject) => {
      const body = JSON.stringify({ site: 'demo' })
      const sent = request({
        ...at,
        method: 'POST',
        path: '/api/stamps',
        headers: { host: 'comments.example', ...headers },
      })
      sent.once('error', reject)
      sent.once('response', answer => answer.resume().once('end', () => resolve(answer.statusCode!)))
      sent.end(body)
    })
  const MOST = BUDGETS.stamp.client.burst
  return {
    asks,
    socket,
    said,
    /** How the last of so many requests fares that nobody can afford from one budget. */
    async exhausts(headers: Record<string, string | string[]>) {
      for (let n = 0; n < MOST; n++) await asks(headers)
      return asks(headers)
    },
  }
}

test('behind a named proxy each reader has a budget, and nobody can write himself another', async () => {
  const { exhausts, asks, said } = await served({ PARLEY_TRUSTED_PROXIES: '127.0.0.1' })
  expect(await exhausts({ 'x-forwarded-for': '203.0.113.7' })).toBe(429)
  expect(await asks({ 'x-forwarded-for': '1.2.3.4, 203.0.113.7', forwarded: 'for=1.2.3.4' })).toBe(429)
  expect(await asks({ 'x-forwarded-for': ['1.2.3.4', '203.0.113.7'], 'cf-connecting-ip': '1.2.3.4' })).toBe(429)
  expect(await asks({ 'x-forwarded-for': '203.0.113.8' })).not.toBe(429)
  expect(said).toEqual([])
})

test('strangers behind a proxy that is not named do not share a budget, and its owner is told once', async () => {
  const { exhausts, said } = await served({})
  expect(await exhausts({ 'x-forwarded-for': '203.0.113.7' })).not.toBe(429)
  expect(said).toEqual([
    {
      at: expect.any(String),
      event: 'proxy_not_named',
      words: expect.stringContaining('PARLEY_TRUSTED_PROXIES to 127.0.0.1'),
    },
  ])
})

test('the header that is named is the one that is believed', async () => {
  const settings = { PARLEY_TRUSTED_PROXIES: '127.0.0.0/8', PARLEY_PROXY_HEADER: 'Forwarded' }
  const { exhausts, asks, said } = await served(settings)
  expect(await exhausts({ forwarded: 'for="203.0.113.7:80"', 'x-forwarded-for': '1.2.3.4' })).toBe(429)
  expect(await asks({ forwarded: 'for=203.0.113.7', 'x-forwarded-for': '1.2.3.5' })).toBe(429)
  expect(await asks({ forwarded: 'for=203.0.113.8', 'x-forwarded-for': '1.2.3.5' })).not.toBe(429)
  expect(said).toEqual([])
  await asks({ 'x-forwarded-for': '203.0.113.9' })
  expect(said[0]!.words).toContain('set PARLEY_PROXY_HEADER')
})

test('a proxy that says nothing is told of, and nobody who asks the machine itself is taken for one', async () => {
  const { asks, said } = await served({ PARLEY_TRUSTED_PROXIES: '127.0.0.1' })
  await asks({ host: '127.0.0.1:8787' })
  await asks({ host: 'localhost' })
  expect(said).toEqual([])
  await asks({})
  expect(said.map(({ event }) => event)).toEqual(['proxy_silent'])
})

test('a Unix socket has the mode that was asked for, and who speaks through it is asked for whom', async () => {
  const { exhausts, asks, socket } = await served({ PARLEY_SOCKET: 'SOCKET 666', PARLEY_TRUSTED_PROXIES: 'unix' })
  expect(statSync(socket!).mode & 0o777).toBe(0o666)
  expect(await exhausts({ 'x-forwarded-for': '203.0.113.7' })).toBe(429)
  expect(await asks({ 'x-forwarded-for': '203.0.113.8' })).not.toBe(429)
})

test('who speaks through a Unix socket is believed only when the owner says so', async () => {
  const { exhausts, said, socket } = await served({ PARLEY_SOCKET: 'SOCKET' })
  expect(statSync(socket!).mode & 0o777).toBe(0o660)
  expect(await exhausts({ 'x-forwarded-for': '203.0.113.7' })).not.toBe(429)
  expect(said.map(({ event }) => event)).toEqual(['proxy_not_named'])
})

test('a socket that a killed process has left is taken over; one that somebody listens on is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-socket-'))
  const path = join(folder, 'socket')
  const settings = {
    PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`,
    PARLEY_ORIGIN: 'https://comments.example',
    PARLEY_SOCKET: path,
  }
  const other = createServer().listen(path)
  await expect(serveParley(settings)).rejects.toThrow('EADDRINUSE')
  await new Promise(resolve => other.close(resolve))
  // Bound, and closed without a word, as by a kill.
  const listens = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`
  expect(spawnSync(process.execPath, ['-e', listens]).signal).toBe('SIGKILL')
  chmodSync(path, 0o600)
  const parley = await serveParley(settings)
  expect(statSync(path).mode & 0o777).toBe(0o660)
  await parley.stop()
  expect(existsSync(path)).toBe(false)
})

test('settings that do not fit are refused in words', () => {
  for (const [settings, words] of [
    [{ PARLEY_TRUSTED_PROXIES: '10.0.0.0/33' }, '“10.0.0.0/33” is no address'],
    [{ PARLEY_TRUSTED_PROXIES: 'proxy.example' }, '“proxy.example” is no address'],
    [{ PARLEY_TRUSTED_PROXIES: 'unix' }, 'PARLEY_SOCKET, which is not set'],
    [{ PARLEY_PROXY_HEADER: 'X-Real-IP' }, 'must be X-Forwarded-For or Forwarded'],
    [{ PARLEY_SOCKET: 'socket', PARLEY_ORIGIN: 'https://c.example' }, 'absolute path'],
    [{ PARLEY_SOCKET: '/run/parley/socket' }, 'needs PARLEY_ORIGIN'],
  ] as [Record<string, string>, string][]) {
    expect(() => readConfig(settings)).toThrow(WrongSettings)
    expect(() => readConfig(settings)).toThrow(words)
  }
})

test('an owner whose proxy is not named is told at the start and by the doctor', () => {
  const advice = (settings: Record<string, string>) => adviceOn(readConfig(settings))
  expect(advice({})).toEqual([])
  const PARLEY_ORIGIN = 'https://comments.example'
  expect(advice({ PARLEY_ORIGIN })[0]).toContain('Set it to 127.0.0.1')
  expect(advice({ PARLEY_ORIGIN, PARLEY_SOCKET: '/run/parley' })[0]).toContain('Set it to unix')
  expect(advice({ PARLEY_ORIGIN, PARLEY_TRUSTED_PROXIES: '127.0.0.1' })).toEqual([])
  expect(advice({ PARLEY_ORIGIN, PARLEY_HOST: '0.0.0.0' })).toEqual([])
})

test('the start says where Parley listens, unless that is where people reach it', () => {
  const place = (settings: Record<string, string>) => listensAt(readConfig(settings))
  expect(place({})).toBe(null)
  expect(place({ PORT: '9000', PARLEY_ORIGIN: 'http://127.0.0.1:9000', PARLEY_HOST: '::1' })).toBe(null)
  expect(place({ PARLEY_ORIGIN: 'http://localhost:9000' })).toBe('http://127.0.0.1:8787')
  expect(place({ PARLEY_HOST: '::' })).toBe('http://[::]:8787')
  const PARLEY_ORIGIN = 'https://comments.example'
  expect(place({ PARLEY_ORIGIN, PORT: '443' })).toBe('http://127.0.0.1:443')
  expect(place({ PARLEY_ORIGIN, PARLEY_SOCKET: '/run/parley/socket 666' })).toBe('unix:/run/parley/socket')
  const { lines, facts } = welcomeTo(PARLEY_ORIGIN, [], null, place({ PARLEY_ORIGIN }))
  expect(lines).toContain('It listens on http://127.0.0.1:8787.')
  expect(lines.join()).not.toContain(`listening on ${PARLEY_ORIGIN}`)
  expect(facts).toMatchObject({ origin: PARLEY_ORIGIN, listens: 'http://127.0.0.1:8787' })
})

test('at a public address the start leads nobody to a demo, and says how to add a site and how to see one', () => {
  const row = { settings: {}, revision: 1, createdAt: 0, origins: [] }
  const demo = { ...row, id: 'demo', name: 'The Harbour Lamp', isDemo: true }
  const daily = { ...row, id: 'daily', name: 'The Daily', isDemo: false }
  const said = (origin: string, ...sites: object[]) => welcomeTo(origin, sites as never, null).lines.join('\n')
  const origin = 'https://comments.example'
  expect(said(origin)).toContain('npm run parley -- site add daily --name "The Daily" --origin https://www.example.org')
  expect(said(origin)).toMatch(/without PARLEY_ORIGIN [\s\S]*demo/)
  expect(said(origin, demo)).not.toContain('/demo/')
  expect(said(origin, demo, daily)).toContain('site="daily"')
  expect(said('http://localhost:8787', demo, daily)).toContain('http://localhost:8787/demo/the-night-ferry')
})
