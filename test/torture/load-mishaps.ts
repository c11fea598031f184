import { connect, type Socket } from 'node:net'
import { setTimeout as passes } from 'node:timers/promises'
import { chance } from '../bench/seed/chance.ts'
import { spell } from '../bench/table.ts'
import { allAtOnce, Caller } from './callers.ts'
import type { Torture } from './run.ts'
import { firstPage, PAGE, post, streamOf } from './traffic.ts'
import type { Watched } from './watched.ts'

/** A connection, and what has come over it. */
function calls(port: number, bytes: Buffer | string): Promise<{ socket: Socket; said(): string; isOver(): boolean }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    let said = ''
    let isOver = false
    socket.on('data', chunk => {
      said += chunk.toString('latin1')
    })
    socket.once('close', () => {
      isOver = true
    })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject).on('error', () => {})
      socket.write(bytes)
      resolve({ socket, said: () => said, isOver: () => isOver })
    })
  })
}

async function until(isSo: () => boolean, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await passes(20)) if (isSo()) return true
  return isSo()
}

/** Opens a stream; who is told to come later does. */
async function listens(port: number) {
  for (;;) {
    const call = await calls(port, streamOf(port))
    await until(() => call.said().includes('\r\n\r\n'), 20_000)
    const [, wait] = /^HTTP\/1.1 503(?:.|\r\n)*\r\nretry-after: (\d+)/i.exec(call.said()) ?? []
    if (wait === undefined) return call
    call.socket.destroy()
    await passes(Number(wait) * 1_000)
  }
}

/** A thousand streams hear of a comment, while others write. */
export async function measureStreams({ table }: Torture, { port }: Watched): Promise<void> {
  const streams = await Promise.all(Array.from({ length: 1_000 }, () => listens(port)))
  const open = () => streams.filter(({ said }) => said().includes('event: hello')).length
  await until(() => open() === streams.length, 20_000)
  table.hold('open streams', open(), { atLeast: 1_000 })
  const writing = allAtOnce(port, 8, 3_000, turn => post(port, turn + 2_000_000))
  const caller = new Caller(port)
  const begin = performance.now()
  const posted = await caller.ask(post(port, 1, { url: PAGE(port), text: 'For all who listen' }))
  const told = () => streams.filter(({ said }) => said().includes('For all who listen')).length
  await until(() => told() === streams.length, 10_000)
  const took = performance.now() - begin
  const missed = streams.length - told() + (posted.status === 201 ? 0 : 1_000)
  table.hold(`  of these not told of a comment (the last after ${spell(took, 'ms')})`, missed, { atMost: 0 })
  const tally = await writing
  table.hold(
    `  ${tally.good} comments of others meanwhile, 99 % within ${spell(tally.within(0.99), 'ms')}: failed`,
    tally.failed,
    {
      atMost: 0,
    },
  )
  caller.hangUp()
  for (const { socket } of streams) socket.destroy()
}

/** Who asks again and again and reads nothing, and who listens without reading. */
export async function measureSlowReaders({ table, isQuick }: Torture, parley: Watched): Promise<void> {
  const { port } = parley
  const before = await parley.fare()
  const people = isQuick ? 50 : 200
  const flood = Buffer.concat(Array.from({ length: 2_000 }, () => firstPage(port)))
  const slow = await Promise.all(Array.from({ length: people }, () => calls(port, '')))
  for (const { socket } of slow) socket.pause().write(flood)
  const deaf = await Promise.all(Array.from({ length: people }, () => calls(port, streamOf(port))))
  for (const { socket } of deaf) socket.pause()
  const honest = new Caller(port)
  let longest = 0
  const text = 'A long text for those who do not listen. '.repeat(90)
  for (let n = 0; n < 100; n++) {
    await honest.ask(post(port, n + 3_000_000, { url: PAGE(port), text: `${text}${n}` }))
    const { ms } = await honest.ask(firstPage(port))
    longest = Math.max(longest, ms)
  }
  honest.hangUp()
  const after = await parley.fare()
  const grown = after.resident - before.resident
  const what = `${people} who ask 2,000 times each and read nothing, ${people} streams that nobody reads: memory grown`
  table.hold(what, grown, { atMost: 80 }, { unit: 'MB' })
  table.tell('  longest that somebody else waited for a page meanwhile', spell(longest, 'ms'))
  for (const { socket } of [...slow, ...deaf]) socket.destroy()
}

/** Bytes that are no request, and requests with junk behind them. */
export async function measureJunk({ table, seed, isQuick }: Torture, { port, isAlive }: Watched): Promise<void> {
  const random = chance(seed)
  const bytes = (n: number) => Buffer.from(Array.from({ length: n }, () => Math.floor(random() * 256)))
  const good = firstPage(port)
  const junk: (() => Buffer)[] = [
    () => bytes(200),
    () => Buffer.concat([good, good, bytes(200)]),
    () =>
      Buffer.from(
        'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /desk',
      ),
    () => Buffer.from('POST /api/comments HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n'),
    () => Buffer.from(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`),
    () => Buffer.from('GET / HTTP/1.1\r\n\r\n'),
    () => Buffer.from('GET http://[::: HTTP/1.1\r\nHost: a\r\n\r\n'),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    () => Buffer.from('GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\nGET'),
    () => Buffer.concat([Buffer.from([22, 3, 1, 2, 0]), bytes(400)]),
  ]
  const count = isQuick ? 300 : 5_000
  let hung = 0
  for (let n = 0; n < count; n += 50) {
    const calling = await Promise.all(
      Array.from({ length: 50 }, (_, at) => calls(port, junk[(n + at) % junk.length]!())),
    )
    for (const { socket } of calling) socket.end()
    await until(() => calling.every(({ isOver }) => isOver()), 12_000)
    hung += calling.filter(({ isOver }) => !isOver()).length
    for (const { socket } of calling) socket.destroy()
  }
  table.hold(`${count} connections of junk, drawn from the seed: not ended`, hung, { atMost: 0 })
  const { status } = await new Caller(port).ask(good)
  table.hold('  afterwards alive and answering', status === 200 && isAlive() ? 1 : 0, { atLeast: 1 })
}

/** Who says nothing, begins and does not go on, or sends a body letter by letter. */
export async function measureHalfOpen({ table, isQuick }: Torture, { port }: Watched): Promise<void> {
  const head =
    'POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{'
  const beginnings = isQuick ? ['', 'GET /api/threads?'] : ['', 'GET /api/threads?', head]
  const people = isQuick ? 100 : 500
  const calling = (
    await Promise.all(beginnings.flatMap(bytes => Array.from({ length: people }, () => calls(port, bytes))))
  ).flat()
  const timer = setInterval(() => {
    for (const { socket } of calling.slice(2 * people)) socket.write(' ')
  }, 1_000)
  const honest = new Caller(port)
  let longest = 0
  const begin = performance.now()
  const isOver = () => calling.every(call => call.isOver())
  while (!isOver() && performance.now() - begin < 40_000) {
    longest = Math.max(longest, (await honest.ask(firstPage(port))).ms)
    await passes(100)
  }
  clearInterval(timer)
  honest.hangUp()
  const left = calling.filter(call => !call.isOver()).length
  const took = spell((performance.now() - begin) / 1_000, 's')
  table.hold(`${calling.length} half-open connections, let go within ${took}: still held`, left, { atMost: 0 })
  table.tell('  longest that somebody else waited for a page meanwhile', spell(longest, 'ms'))
  for (const { socket } of calling) socket.destroy()
}
