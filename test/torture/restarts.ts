import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as passes } from 'node:timers/promises'
import { DEMO } from '../../server/sites/demo.ts'
import { folder, SECRET, startProgram } from '../bench/processes.ts'
import { spell } from '../bench/table.ts'
import { freePort } from '../runtime/free-port.ts'
import type { Torture } from './run.ts'

/** How often the new process takes over from the old one. */
const TIMES = 5
const READERS = 8
const STREAMS = 50
/** Between two requests of one reader, and between two comments, in ms. */
const READS_EVERY = 20
const WRITES_EVERY = 50

/** What people have met. */
class Met {
  good = 0
  /** Told to come back: a machine that is busy with more than this does that by design. */
  later = 0
  readonly broken: string[] = []
  /** When something was answered last, and the longest that nothing was, in ms. */
  #last = performance.now()
  gap = 0

  answered(): void {
    const now = performance.now()
    this.gap = Math.max(this.gap, now - this.#last)
    this.#last = now
    this.good += 1
  }
}

/**
 * Parley behind nginx, as the documents put it there, taken over by a new process again and again while people read, follow and write:
 * what they notice of it.
 */
export async function measureRestarts({ table, isQuick }: Torture): Promise<void> {
  if (process.platform !== 'linux' || spawnSync('nginx', ['-v']).error) {
    return table.tell('restarts behind a proxy', 'not measured: needs Linux and nginx')
  }
  const [port, public_] = [await freePort(), await freePort()]
  const proxy = await startNginx(public_, port)
  const env = {
    PARLEY_DATABASE_URL: `file:${join(folder, 'restarts.db')}`,
    PARLEY_ORIGIN: `http://localhost:${public_}`,
    PARLEY_TRUSTED_PROXIES: '127.0.0.1',
    PARLEY_LIMITS: 'off',
    PARLEY_SECRET: SECRET,
    PORT: String(port),
  }
  const start = (...flags: string[]) =>
    startProgram(process.execPath, ['server/cli.ts', 'start', '--json', ...flags], { env, ready: '}' })
  let parley = await start()
  const settings = ['holds=none', 'repeatsAllowed=0', 'watchesTyping=no'].flatMap(each => ['--setting', each])
  await startProgram(process.execPath, ['server/cli.ts', 'site', 'set', 'demo', ...settings], { env, ready: '\n' })
  const met = { read: new Met(), written: new Met(), streams: new Met() }
  const crowd = new Crowd(public_, met)
  await crowd.begin()
  await passes(isQuick ? 500 : 2_000)
  for (let n = 0; n < (isQuick ? 2 : TIMES); n++) {
    const next = await start('--take-over')
    process.kill(parley.pid, 'SIGTERM')
    await parley.ended
    parley = next
    await passes(isQuick ? 500 : 2_000)
  }
  await crowd.end()
  const lost = await crowd.lost()
  await parley.stop()
  proxy.kill()
  const count = isQuick ? 2 : TIMES
  for (const [what, { good, broken, gap, later }] of [
    ['pages read', met.read],
    ['comments sent', met.written],
  ] as const) {
    table.hold(`${spell(good)} ${what} over ${count} restarts behind nginx: not answered`, broken.length, { atMost: 0 })
    for (const [why, times] of counted(broken)) table.remark(`${times} × ${why}`)
    table.tell('  the longest that nobody was answered', spell(gap, 'ms'))
    if (later > 0) table.tell('  told to come later, as a machine is that has too much to do', spell(later))
  }
  table.hold('  comments that were acknowledged and are not there, or twice', lost, { atMost: 0 })
  const { good, broken } = met.streams
  table.hold(`${STREAMS} streams, opened ${spell(good)} times: not opened`, broken.length, { atMost: 0 })
  table.hold('  of them open in the end', crowd.open, { atLeast: STREAMS })
}

function counted(all: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].slice(0, 5)
}

/** Those who read, follow and write, and ask but once. */
class Crowd {
  readonly #port: number
  readonly #met: Record<'read' | 'written' | 'streams', Met>
  readonly #kept = new Agent({ keepAlive: true })
  readonly #acknowledged: string[] = []
  readonly #page: string
  #isOver = false
  #work: Promise<void>[] = []
  open = 0

  constructor(port: number, met: Record<'read' | 'written' | 'streams', Met>) {
    this.#port = port
    this.#met = met
    this.#page = `http://localhost:${port}${DEMO.pages.en.path}`
  }

  get #query(): URLSearchParams {
    return new URLSearchParams({ site: 'demo', url: this.#page })
  }

  async begin(): Promise<void> {
    for (let n = 0; n < STREAMS; n++) this.#work.push(this.#follows())
    while (this.open < STREAMS) await passes(20)
    for (let n = 0; n < READERS; n++) {
      this.#work.push(this.#again(READS_EVERY, () => this.#asks('read', 'GET', `/api/threads?${this.#query}`)))
    }
    this.#work.push(
      this.#again(WRITES_EVERY, async n => {
        const body = JSON.stringify({ site: 'demo', url: this.#page, text: `Said once, number ${n}` })
        const answer = await this.#asks('written', 'POST', '/api/comments', body)
        if (answer !== null) this.#acknowledged.push(JSON.parse(answer).comment.id)
      }),
    )
  }

  async end(): Promise<void> {
    // A stream that was told to come back has until then.
    const late = performance.now() + 15_000
    while (this.open < STREAMS && performance.now() < late) await passes(50)
    const { open } = this
    this.#isOver = true
    this.#kept.destroy()
    await Promise.all(this.#work)
    this.open = open
  }

  /** How many of the acknowledged comments are not there, or were acknowledged as one. */
  async lost(): Promise<number> {
    let lost = this.#acknowledged.length - new Set(this.#acknowledged).size
    for (const id of this.#acknowledged) {
      const { status } = await fetch(`http://127.0.0.1:${this.#port}/api/comments/${id}`)
      if (status !== 200) lost += 1
    }
    return lost
  }

  async #again(every: number, work: (n: number) => Promise<unknown>): Promise<void> {
    for (let n = 0; !this.#isOver; n++) {
      await work(n)
      await passes(every)
    }
  }

  /** Asks once; gives what was answered, null where that was nothing good. */
  #asks(kind: 'read' | 'written', method: string, path: string, body?: string): Promise<string | null> {
    const met = this.#met[kind]
    const headers = body
      ? { 'content-type': 'application/json', authorization: BEARER, origin: `http://localhost:${this.#port}` }
      : {}
    return new Promise(resolve => {
      const sent = request(
        { host: '127.0.0.1', port: this.#port, path, method, headers, agent: this.#kept },
        answer => {
          let text = ''
          answer.setEncoding('utf8').on('data', some => {
            text += some
          })
          answer.once('end', () => {
            const isGood = answer.statusCode! < 300
            if (isGood) met.answered()
            else if (answer.statusCode === 503 && answer.headers['retry-after']) met.later += 1
            else met.broken.push(`${method} ${answer.statusCode} ${text.slice(0, 80)}`)
            resolve(isGood ? text : null)
          })
          answer.once('error', () => resolve(null))
        },
      )
      sent.once('error', error => {
        if (!this.#isOver) met.broken.push(`${method} ${error.message}`)
        resolve(null)
      })
      sent.end(body)
    })
  }

  /** Follows the thread as a browser does: where the stream ends it is opened again after as long as it was told. */
  async #follows(): Promise<void> {
    while (!this.#isOver) {
      let wait = 1_000
      await new Promise<void>(resolve => {
        const sent = request(
          { host: '127.0.0.1', port: this.#port, path: `/api/threads/stream?${this.#query}`, agent: this.#kept },
          answer => {
            if (answer.statusCode !== 200) this.#met.streams.broken.push(`stream ${answer.statusCode}`)
            else {
              this.#met.streams.good += 1
              this.open += 1
            }
            answer.setEncoding('utf8').on('data', (some: string) => {
              const told = /^retry: ?(\d+)/m.exec(some)?.[1]
              if (told) wait = Number(told)
            })
            answer.once('close', () => {
              if (answer.statusCode === 200) this.open -= 1
              resolve()
            })
            answer.once('error', () => {})
          },
        )
        sent.once('error', error => {
          if (!this.#isOver) this.#met.streams.broken.push(`stream ${error.message}`)
          resolve()
        })
        sent.end()
      })
      if (!this.#isOver) await passes(wait)
    }
  }
}

const BEARER = `Bearer prl_${'r'.repeat(43)}`

/** nginx with the lines of README, and connections to Parley that it keeps. */
async function startNginx(port: number, parley: number): Promise<ChildProcess> {
  const at = join(folder, 'nginx')
  mkdirSync(at)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${join(at, name)};`)
  writeFileSync(
    join(at, 'nginx.conf'),
    `daemon off; pid ${at}/pid; error_log ${at}/error.log warn; worker_processes 1;
events { worker_connections 1024; }
http { access_log off; ${paths.join(' ')}
  upstream parley { server 127.0.0.1:${parley}; keepalive 16; }
  server { listen 127.0.0.1:${port};
    location / {
      proxy_pass http://parley;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_buffering off;
      proxy_read_timeout 1h;
    }
  }
}
`,
  )
  const child = spawn('nginx', ['-p', at, '-c', join(at, 'nginx.conf')], { stdio: 'ignore' })
  process.on('exit', () => child.kill())
  await passes(300)
  return child
}
