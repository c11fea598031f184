import { connect, type Socket } from 'node:net'
import { parseArgs } from 'node:util'

/**
 * Posts without a proof, so many a second for so long, over connections that do not wait for answers: half from a few
 * addresses, half each from another one, every tenth with a proof that is none. Prints at the end, as JSON, how many
 * answers there were by status. A process of its own, so that it takes no time from those who measure.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    page: { type: 'string' },
    site: { type: 'string' },
    rate: { type: 'string' },
    ms: { type: 'string' },
    seed: { type: 'string' },
  },
})
const [port, rate, ms] = [Number(values.port), Number(values.rate), Number(values.ms)]
const CONNECTIONS = 64
/** A connection with so many unanswered requests gets no more: what is not taken is not counted as abuse. */
const WAITING = 4
const FEW = 40

/** xorshift32: cheap, and the same for the same seed. */
let state = Number(values.seed) | 1
function lot(below: number): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % below
}

function post(n: number): string {
  const address = n % 2 ? `198.51.100.${n % FEW}` : `10${lot(90)}.${lot(256)}.${lot(256)}.${lot(256)}`
  const proof = n % 10 ? '' : ',"proof":"bm90aGluZyBvZiB0aGUga2luZA=="'
  const body = `{"site":"${values.site}","url":"${values.page}","text":"Buy watches ${n} of ${lot(1e9)}"${proof}}`
  const token = `prl_${String(n).padStart(20, '0')}${String(lot(1e9)).padStart(23, 'x')}`
  return (
    `POST /api/comments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nX-Forwarded-For: ${address}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  )
}

const statuses: Record<string, number> = {}
let sent = 0
let broken = 0
let isOver = false

class Connection {
  readonly #socket: Socket
  #rest = ''
  waiting = 0
  constructor() {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.setEncoding('latin1')
    this.#socket.on('data', (chunk: string) => this.#hears(this.#rest + chunk))
    this.#socket.on('close', () => {
      if (!isOver) broken += 1
    })
    this.#socket.on('error', () => {})
  }

  #hears(text: string): void {
    let end = 0
    for (const { 1: status, index } of text.matchAll(/HTTP\/1\.1 (\d{3})/g)) {
      statuses[status!] = (statuses[status!] ?? 0) + 1
      this.waiting -= 1
      end = index + 12
    }
    this.#rest = text.slice(Math.max(end, text.length - 11))
  }

  send(count: number): void {
    let all = ''
    for (let n = 0; n < count && this.waiting < WAITING; n++) {
      all += post(sent++)
      this.waiting += 1
    }
    if (all) this.#socket.write(all, 'latin1')
  }

  end(): void {
    this.#socket.destroy()
  }
}

const connections = Array.from({ length: CONNECTIONS }, () => new Connection())
let next = 0
const begin = performance.now()
let due = 0
const timer = setInterval(() => {
  const passed = performance.now() - begin
  const wanted = Math.floor((Math.min(passed, ms) * rate) / 1000)
  // In turn, or some would be idle until they are closed.
  for (let n = 0; due < wanted && n < CONNECTIONS; n++) {
    const share = Math.min(Math.ceil((wanted - due) / (CONNECTIONS - n)), wanted - due)
    connections[next++ % CONNECTIONS]!.send(share)
    due += share
  }
  isOver = passed > ms && connections.every(({ waiting }) => waiting <= 0)
  if (!isOver && passed < ms + 10_000) return
  clearInterval(timer)
  for (const connection of connections) connection.end()
  const unanswered = connections.reduce((sum, { waiting }) => sum + waiting, 0)
  console.log(JSON.stringify({ sent, statuses, unanswered, broken }))
}, 5)
