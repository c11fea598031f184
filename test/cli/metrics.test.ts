import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '../runtime/free-port.ts'
import { serveParley } from '../runtime/serve-parley.ts'

async function served(settings: Record<string, string> = {}) {
  const port = await freePort()
  const lines: string[] = []
  const error = vi.spyOn(console, 'error').mockImplementation(line => lines.push(String(line)))
  const parley = await serveParley({
    PARLEY_DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'parley-metrics-')), 'parley.db')}`,
    PORT: String(port),
    ...settings,
  })
  onTestFinished(async () => {
    await parley.stop()
    error.mockRestore()
  })
  const asks = (headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: '/metrics', headers })
      sent.once('error', reject).once('response', async answer => {
        const chunks = await answer.toArray()
        resolve({ status: answer.statusCode!, text: Buffer.concat(chunks).toString() })
      })
      sent.end()
    })
  return { ...parley, port, lines, asks }
}

/** Each line of the text format, checked; the value of a sample by its name and labels. */
function read(text: string): Map<string, number> {
  const samples = new Map<string, number>()
  for (const line of text.trimEnd().split('\n')) {
    if (/^# (HELP|TYPE) parley_\w+ ./.test(line)) continue
    const [, name, value] = /^(parley_\w+(?:\{(?:\w+="(?:[^"\\\n]|\\.)*",?)+\})?) (\S+)$/.exec(line) ?? []
    expect(name, line).toBeDefined()
    expect(samples.has(name!), line).toBe(false)
    // Prometheus keeps these names for what it makes of summaries and histograms.
    expect(line).not.toMatch(/[{,]quantile=/)
    expect(Number.isFinite(Number(value)), line).toBe(true)
    samples.set(name!, Number(value))
  }
  return samples
}

const ask = { 'content-type': 'application/json', authorization: `Bearer prl_${'a'.repeat(43)}` }

test('the figures tell what was asked by route, and nothing that was asked for adds a label', async () => {
  const { origin, sample, asks } = await served()
  for (let n = 0; n < 30; n++) await fetch(`${origin}/nothing/${n}?${n}`)
  for (let n = 0; n < 3; n++) await fetch(`${origin}/c/${n}`)
  const thread = `${origin}/api/threads?${new URLSearchParams({ site: 'demo', url: sample })}`
  for (let n = 0; n < 5; n++) await (await fetch(thread)).text()
  const body = JSON.stringify({ site: 'demo', url: sample, text: 'For the figures' })
  expect((await fetch(`${origin}/api/comments`, { method: 'POST', headers: ask, body })).status).toBe(201)
  const gone = new AbortController()
  const stream = await fetch(`${origin}/api/threads/stream?${new URLSearchParams({ site: 'demo', url: sample })}`, {
    signal: gone.signal,
  })
  expect(stream.status).toBe(200)
  const { status, text } = await asks()
  gone.abort()
  expect(status).toBe(200)
  const of = read(text)
  expect(of.get('parley_requests_total{route="/api/threads",status="200"}')).toBe(5)
  expect(of.get('parley_request_seconds_count{route="/api/threads"}')).toBe(5)
  expect(of.get('parley_request_seconds_bucket{route="/api/threads",le="+Inf"}')).toBe(5)
  expect(of.get('parley_requests_total{route="/c/:id",status="404"}')).toBe(3)
  expect(of.get('parley_requests_total{route="/api/comments",status="201"}')).toBe(1)
  expect(of.get('parley_comments_waiting{site="demo"}')).toBe(1)
  expect(of.get('parley_streams_open')).toBe(1)
  expect(of.get('parley_database_bytes{file="log"}')).toBeGreaterThan(10_000)
  expect(of.get('parley_memory_bytes{kind="resident"}')).toBeGreaterThan(1e6)
  expect(text).not.toMatch(/nothing|night-ferry|127\.0\.0\.1|prl_/)
  // Where Prometheus' own tool is, it has nothing to say of the names.
  const linted = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' })
  if (!linted.error) expect(linted, linted.stderr).toMatchObject({ status: 0, stdout: '', stderr: '' })
})

test('without a token this machine alone reads them, and not through a proxy on it; with one, only who has it', async () => {
  const open = await served()
  expect((await open.asks()).status).toBe(200)
  const proxied: Record<string, string>[] = [
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 somebody' },
    { 'x-real-ip': '127.0.0.1' },
    { host: 'comments.example' },
  ]
  for (const headers of proxied) expect((await open.asks(headers)).status, JSON.stringify(headers)).toBe(404)
  // As nginx asks that was told nothing of headers.
  const first = await new Promise<string>(resolve => {
    const socket = connect(open.port, '127.0.0.1', () =>
      socket.write('GET /metrics HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n'),
    )
    socket.once('data', data => resolve(String(data).split('\r\n')[0]!))
  })
  expect(first).toContain('404')

  const token = 't'.repeat(16)
  const shut = await served({ PARLEY_METRICS_TOKEN: token })
  expect((await shut.asks()).status).toBe(404)
  expect((await shut.asks({ authorization: 'Bearer wrong' })).status).toBe(404)
  expect((await shut.asks({ authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.7' })).status).toBe(200)
})

test('a line for each request says route, status, time and size, and nothing of who asked or for what', async () => {
  const { origin, sample, lines } = await served({ PARLEY_LOG: 'requests', PARLEY_TRUSTED_PROXIES: '127.0.0.1' })
  const secret = 'Very-Secret-Word'
  const headers = {
    ...ask,
    'x-forwarded-for': '203.0.113.77',
    'user-agent': secret,
    referer: `https://${secret}.example/`,
  }
  const body = JSON.stringify({ site: 'demo', url: sample, text: secret, name: secret })
  const posted = await fetch(`${origin}/api/comments`, { method: 'POST', headers, body })
  expect(posted.status).toBe(201)
  for (const path of [
    `/api/threads?site=demo&url=${encodeURIComponent(`${sample}?q=${secret}`)}`,
    `/c/${secret}`,
    `/${secret}`,
    `/feeds/${secret}/atom?${secret}`,
    `/sign-in/${secret}`,
    `/desk?${secret}#link=prd_${secret}`,
  ]) {
    await (await fetch(origin + path, { headers, redirect: 'manual' })).text()
  }
  await expect.poll(() => lines.length).toBe(7)
  const read = lines.map(line => JSON.parse(line))
  expect(read[0]).toEqual({
    at: expect.any(String),
    event: 'request',
    id: posted.headers.get('x-request-id'),
    method: 'POST',
    route: '/api/comments',
    status: 201,
    ms: expect.any(Number),
    bytes: expect.any(Number),
  })
  expect(read[0].bytes).toBeGreaterThan(100)
  expect(new Set(read.map(line => line.id)).size).toBe(7)
  expect(lines.join('\n')).not.toMatch(new RegExp(`${secret}|203\\.0\\.113|127\\.0\\.0\\.1|prl_|prd_|night-ferry`, 'i'))
})
