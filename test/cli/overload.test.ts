import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setImmediate as turns } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createApp } from '../../server/app.ts'
import { turnedAwayFor } from '../../server/comments/admission.ts'
import { Budgets } from '../../server/http/budgets.ts'
import { Connections, PATIENCE } from '../../server/http/connections.ts'
import { gate, refusalOnTheWire } from '../../server/http/gate.ts'
import { Line } from '../../server/http/line.ts'
import { ServerLoad } from '../../server/http/server-load.ts'
import { world } from '../world.ts'

describe('a process is pressed', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  /** A loop whose turns last as long as is said. */
  function loop() {
    let now = 0
    const load = new ServerLoad(() => now)
    load.refuses('work')
    return {
      load,
      /** Some work within one turn. */
      works: (ms: number) => {
        now += ms
      },
      /** The turn ends, and the timers that are due get theirs. */
      ends: (ms = 20) => {
        now += ms
        vi.advanceTimersByTime(20)
      },
    }
  }

  test('not by one slow thing, but by one turn after the other that is too long', () => {
    const { load, works, ends } = loop()
    works(400)
    expect(load.refuses('work')).toBe(false)
    ends()
    expect(load.refuses('work')).toBe(false)
    works(200)
    ends()
    works(100)
    expect(load.refuses('work')).toBe(false)
    works(100)
    expect([load.refuses('work'), load.refuses('at hand')]).toEqual([true, false])
    works(500)
    expect(load.refuses('at hand')).toBe(true)
    ends()
    ends()
    expect(load.refuses('work')).toBe(false)
  })

  test('by a turn that does not end', () => {
    const { load, works } = loop()
    works(1_100)
    expect([load.refuses('work'), load.refuses('at hand')]).toEqual([true, false])
  })

  test('by too many that wait at the database, each counted once', () => {
    const { load } = loop()
    const under = Array.from({ length: 128 }, () => load.works())
    expect([load.refuses('work'), load.refuses('at hand')]).toEqual([true, false])
    for (let n = 0; n < 5; n++) under[0]!()
    expect(load.refuses('work')).toBe(false)
    const next = load.works()
    expect(load.refuses('work')).toBe(true)
    for (const done of [...under, next]) done()
    expect(load.refuses('work')).toBe(false)
  })

  test('by nothing while nobody asks, and then nothing is looked at', () => {
    const { load, ends } = loop()
    for (let n = 0; n < 100; n++) ends()
    expect(vi.getTimerCount()).toBe(0)
    ends(60_000)
    expect(load.refuses('work')).toBe(false)
    expect(vi.getTimerCount()).toBe(1)
  })
})

async function serving(answers: RequestListener, most?: number, turnedAwayFor?: (request: IncomingMessage) => number) {
  let now = 0
  const load = new ServerLoad(() => now)
  const server = createServer(PATIENCE, await gate(load, answers, turnedAwayFor))
  const connections = new Connections(server, refusalOnTheWire(), most)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await connections.end()
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    load,
    connections,
    ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
    /** As many are at work as may be. */
    press: () => {
      for (let n = 0; n < 128; n++) load.works()
    },
    /** Something takes so many ms. */
    takes: (ms: number) => {
      now += ms
    },
  }
}

/** A connection on which this is said, and all that is answered until it ends. */
async function calls(port: number, bytes = ''): Promise<{ socket: Socket; said: Promise<string>; isOver(): boolean }> {
  const socket = connect(port, '127.0.0.1')
  const said = new Promise<string>(resolve => {
    let text = ''
    socket.on('data', chunk => {
      text += chunk
    })
    socket.on('error', () => {}).once('close', () => resolve(text))
  })
  await new Promise(resolve => socket.once('connect', resolve))
  socket.write(bytes)
  onTestFinished(() => void socket.destroy())
  return { socket, said, isOver: () => socket.destroyed }
}

describe('writes stand in line', () => {
  test('and who reads goes past them, however many have come before', async () => {
    const order: string[] = []
    const { port } = await serving((request, answer) => {
      order.push(request.method!)
      answer.end('fine')
    })
    const post = 'POST /api/votes HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n'
    const read = 'GET /api/threads?site=daily HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
    const { said } = await calls(port, post.repeat(7) + read)
    expect((await said).match(/HTTP\/1\.1 200/g)).toHaveLength(8)
    expect(order).toEqual(['GET', ...Array(7).fill('POST')])
  })

  test('in the order in which they came, and who has waited too long among many is told so', async () => {
    let now = 0
    const line = new Line(() => now)
    const begun: [number, boolean][] = []
    for (let n = 0; n < 100; n++) line.join(isLate => begun.push([n, isLate]))
    await turns()
    expect(begun.length).toBeLessThan(10)
    expect(begun.every(([, isLate]) => !isLate)).toBe(true)
    now += 1_001
    while (begun.length < 100) await turns()
    expect(begun.map(([n]) => n)).toEqual(Array.from({ length: 100 }, (_, n) => n))
    // While many wait; the last few are answered all the same.
    const late = begun.filter(([, isLate]) => isLate).map(([n]) => n)
    expect([late[0], late.length > 20, late.at(-1)! < 40]).toEqual([4, true, true])
  })

  test('but whose budget is spent is turned away before anything is read, in the words of the app', async () => {
    let asked = 0
    const isTold: RequestListener = (_, answer) => {
      asked += 1
      answer.end('fine')
    }
    const { ask } = await serving(isTold, undefined, ({ headers }) =>
      headers['x-forwarded-for'] === '9.9.9.9' ? 7 : 0,
    )
    const post = (from: string) =>
      ask('/api/comments', { method: 'POST', body: '{"text":"x"}', headers: { 'x-forwarded-for': from } })
    const refused = await post('9.9.9.9')
    expect([refused.status, refused.headers.get('retry-after'), asked]).toEqual([429, '7', 0])
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests', status: 429, retryAfter: 7 })
    expect([(await post('8.8.8.8')).status, asked]).toEqual([200, 1])
  })
})

test('a server turns away at its door exactly whom its app would refuse', async () => {
  const stage = await world({ limits: true })
  const budgets = new Budgets(true)
  const app = createApp(stage.deps, budgets)
  const posts = (client: string) =>
    app.request(`${stage.deps.config.origin}/api/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-test-client': client },
      body: '{',
    })
  const now = stage.deps.clock()
  expect(turnedAwayFor(budgets, '198.51.100.1', now)).toBe(0)
  for (let n = 0; n < 120; n++) expect((await posts('198.51.100.1')).status).toBe(400)
  const refused = await posts('198.51.100.1')
  expect(refused.status).toBe(429)
  expect(turnedAwayFor(budgets, '198.51.100.1', now)).toBe(Number(refused.headers.get('retry-after')))
  expect([turnedAwayFor(budgets, '198.51.100.2', now), turnedAwayFor(budgets, null, now)]).toEqual([0, 0])
})

describe('who asks a server that is pressed', () => {
  const isFine: RequestListener = (_, answer) => void answer.end('fine')

  test('is told in words and numbers to come later, before anything is read', async () => {
    let asked = 0
    const { ask, press } = await serving((request, answer) => {
      asked += 1
      isFine(request, answer)
    })
    press()
    const refused = await ask('/api/comments', { method: 'POST', body: JSON.stringify({ text: 'x'.repeat(10_000) }) })
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Retry-After',
      'x-content-type-options': 'nosniff',
    })
    const document = (await refused.json()) as { code: string; retryAfter: number }
    expect(document).toMatchObject({ code: 'overloaded', status: 503 })
    expect(document.retryAfter).toBe(Number(refused.headers.get('retry-after')))
    expect(asked).toBe(0)
    const desk = await ask('/api/desk/queue?site=daily')
    expect([desk.status, desk.headers.get('access-control-allow-origin')]).toEqual([503, null])
    const page = await ask('/thread?site=daily', { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([503, expect.stringContaining("'none'")])
    expect(await page.text()).toContain('<h1>Too much is asked at once</h1>')
  })

  test('gets what is at hand for longer, and always hears whether it lives', async () => {
    const { ask, press } = await serving(isFine)
    press()
    expect((await ask('/c/1')).status).toBe(503)
    for (const path of ['/api/threads?site=daily&url=x', '/embed.js', '/assets/thread.js', '/desk', '/healthz'])
      expect([path, (await ask(path)).status]).toEqual([path, 200])
    expect((await ask('/api/comments', { method: 'OPTIONS' })).status).toBe(200)
  })

  test('is refused what is at hand, too, in a turn that does not end', async () => {
    const { port, takes } = await serving((request, answer) => {
      if (request.url === '/c/long') takes(5_000)
      answer.end('fine')
    })
    // What comes together is answered within one turn.
    const asked = ['/c/long', '/embed.js', '/healthz'].map(path => `GET ${path} HTTP/1.1\r\nHost: a\r\n`)
    const { said } = await calls(port, `${asked.join('\r\n')}Connection: close\r\n\r\n`)
    expect([...(await said).matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '503', '200'])
  })

  test('is no longer counted once it was answered, or has gone', async () => {
    const { port, load, ask } = await serving((request, answer) => {
      if (request.url === '/c/slow') return
      request.resume().once('end', () => answer.end('fine'))
    })
    for (let n = 0; n < 150; n++) expect((await ask('/c/1')).status).toBe(200)
    for (let n = 0; n < 150; n++) expect((await ask('/api/comments', { method: 'POST', body: '{}' })).status).toBe(200)
    for (let n = 0; n < 150; n++) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {}).write('GET /c/slow HTTP/1.1\r\nHost: a\r\n\r\n')
      await turns()
      if (n % 2) socket.resetAndDestroy()
      else socket.destroy()
    }
    await expect.poll(() => load.refuses('work')).toBe(false)
    await expect.poll(async () => (await ask('/c/1')).status).toBe(200)
  })
})

test('a page that was answered before is given again for a second while the process is pressed, others are refused', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  let isPressed = false
  stage.deps.isPressed = () => isPressed
  const first = `/api/threads?${new URLSearchParams({ site: stage.site, url: stage.page })}`
  const reads = async (path: string) => {
    const answer = await stage.send(path)
    return answer.ok ? ((await answer.json()) as { comments: object[] }).comments.length : answer.status
  }
  await stage.as('ada').posts('Before')
  expect(await reads(first)).toBe(1)
  await stage.as('ben').posts('Meanwhile')
  isPressed = true
  expect([await reads(first), await reads(`${first}&sort=oldest`)]).toEqual([1, 503])
  stage.clock.now += 3_000
  const late = await stage.send(first)
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await late.json()).toMatchObject({ code: 'overloaded', retryAfter: 2 })
  isPressed = false
  expect(await reads(first)).toBe(2)
})

describe('connections', () => {
  const SLOW = 'GET /c/slow HTTP/1.1\r\nHost: a\r\n\r\n'

  test('are so many at most: who asks for nothing makes room, and where all are answered one is told to come back', async () => {
    const held: (() => void)[] = []
    const { port, connections } = await serving((_, answer) => void held.push(() => answer.end('fine')), 3)
    const busy = await calls(port, SLOW)
    await expect.poll(() => held.length).toBe(1)
    const idle = [await calls(port), await calls(port)]
    await expect.poll(() => connections.size).toBe(3)
    const next = await calls(port, SLOW)
    await expect.poll(() => held.length).toBe(2)
    expect([await idle[0]!.said, idle[1]!.isOver(), busy.isOver()]).toEqual(['', false, false])
    const third = await calls(port, SLOW)
    await expect.poll(() => held.length).toBe(3)
    const refused = await (await calls(port, SLOW)).said
    expect(refused).toMatch(/^HTTP\/1\.1 503 .*\r\nRetry-After: 2\r\n.*"code":"overloaded"/s)
    expect(connections.size).toBe(3)
    for (const end of held) end()
    for (const { socket } of [busy, next, third]) socket.end()
    await expect.poll(() => connections.size).toBe(0)
  })

  test('on which a client takes seconds to send or to read make room; one that is worked on for as long does not', async () => {
    const large = 'x'.repeat(20_000_000)
    const held: (() => void)[] = []
    const asked: unknown[] = []
    const { port, connections } = await serving((request, answer) => {
      asked.push(request.url)
      if (request.url === '/c/large') answer.end(large)
      else request.resume().once('end', () => held.push(() => answer.end('fine')))
    }, 3)
    const busy = await calls(port, SLOW)
    const sends = await calls(port, 'POST /api/preview HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n{')
    const reads = await calls(port, 'GET /c/large HTTP/1.1\r\nHost: a\r\n\r\n')
    reads.socket.pause()
    await expect.poll(() => asked.length).toBe(3)
    expect(await (await calls(port, SLOW)).said).toMatch(/^HTTP\/1\.1 503 /)
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000)
    onTestFinished(() => void vi.restoreAllMocks())
    const others = [await calls(port, SLOW), await calls(port, SLOW)]
    await expect.poll(() => held.length).toBe(3)
    expect(await (await calls(port, SLOW)).said).toMatch(/^HTTP\/1\.1 503 /)
    await expect.poll(() => [sends.isOver(), busy.isOver()]).toEqual([true, false])
    for (const end of held) end()
    for (const { socket } of [busy, ...others]) socket.end()
    expect(await busy.said).toMatch(/^HTTP\/1\.1 200 /)
    await expect.poll(() => connections.size).toBe(0)
  })

  test('that bring junk are ended, what was asked properly before it is answered, and nobody else notices', async () => {
    const { port, ask } = await serving((_, answer) => void answer.end('fine'))
    for (const junk of [
      '\0\x16\x03junk\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    ]) {
      const said = await (await calls(port, `GET /embed.js HTTP/1.1\r\nHost: a\r\n\r\n${junk}`)).said
      expect(said).toMatch(/^HTTP\/1\.1 200 .*fine/s)
      expect(await (await calls(port, junk)).said).toMatch(/^HTTP\/1\.1 400 Bad Request/)
    }
    expect((await ask('/embed.js')).status).toBe(200)
  })
})
