import { connect } from 'node:net'

export interface Load {
  port: number
  connections: number
  ms: number
  /** The next request of a connection, as it goes over the wire. */
  request(connection: number, turn: number): Buffer
  /** What every answer must begin with. */
  expects: string
}

/**
 * Requests over connections that stay open, one after the other on each, for so long.
 * @returns answers a second
 * @throws when an answer is not what was expected
 */
export async function answersPerSecond({ port, connections, ms, request, expects }: Load): Promise<number> {
  const end = performance.now() + ms
  const begin = performance.now()
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, connection) =>
      converse(port, turn => request(connection, turn), expects, end),
    ),
  )
  return (counts.reduce((sum, count) => sum + count, 0) / (performance.now() - begin)) * 1000
}

function converse(port: number, request: (turn: number) => Buffer, expects: string, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let answers = 0
    let held: Buffer = Buffer.alloc(0)
    socket.once('error', reject)
    socket.once('connect', () => socket.write(request(0)))
    socket.on('data', chunk => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const head = held.indexOf('\r\n\r\n')
      if (head < 0) return
      const text = held.toString('latin1', 0, head)
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (held.length < head + 4 + length) return
      if (!text.startsWith(expects)) return reject(new Error(held.toString('utf8').slice(0, 1000)))
      held = held.subarray(head + 4 + length)
      answers += 1
      if (performance.now() < end) return socket.write(request(answers))
      socket.end()
      resolve(answers)
    })
  })
}

/** A request as it goes over the wire. */
export function wire(method: string, path: string, headers: Record<string, string> = {}, body = ''): Buffer {
  const lines = Object.entries({
    Host: 'localhost',
    ...headers,
    ...(body && { 'Content-Length': String(Buffer.byteLength(body)) }),
  })
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  )
}
