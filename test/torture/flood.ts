import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm/sql'
import { DEMO, ensureDemo } from '../../server/sites/demo.ts'
import { openStore } from '../../server/store/open.ts'
import { wire } from '../bench/load.ts'
import { folder, startParley } from '../bench/processes.ts'
import { spell } from '../bench/table.ts'
import type { Torture } from './run.ts'

/** Posts a second that abuse the site. */
const RATE = 5_000
/** Readers who ask for the first page, each so many ms after the answer before. */
const READERS = 8
const READING = 20

interface Posts {
  sent: number
  through: number
}

interface Abuse {
  sent: number
  statuses: Record<string, number>
  unanswered: number
  broken: number
}

/**
 * A site under a flood of posts, from few addresses and from very many: what its readers feel of it, what becomes of
 * honest posts, and what is written of those that are refused.
 */
export async function floodRoom({ table, isQuick, seed }: Torture): Promise<void> {
  const ms = isQuick ? 15_000 : 60_000
  const file = join(folder, 'flood.db')
  const store = await openStore({ databaseUrl: `file:${file}`, databaseToken: undefined })
  await ensureDemo({ store, config: { isLocal: true }, clock: Date.now })
  await store.sites.change(DEMO.site, { settings: { holds: 'none' } })
  await store.close()
  const parley = await startParley(file, { env: { PARLEY_LIMITS: 'on', PARLEY_TRUSTED_PROXIES: '127.0.0.1' } })
  const page = new URL(DEMO.pages.en.path, parley.origin).href
  const stage = { port: parley.port, origin: parley.origin, page }
  const first = await during(stage, 2_500, 'first')
  const calm = await during(stage, isQuick ? 4_000 : 10_000, 'calm')
  const before = cpuOf(parley.pid)
  const abusing = told<Abuse>('abuse', { port: parley.port, page, site: DEMO.site, rate: RATE, ms, seed })
  const attacked = await during(stage, ms, 'attacked')
  const abuse = await abusing
  const after = cpuOf(parley.pid)
  await parley.stop()

  const answered = Object.values(abuse.statuses).reduce((sum, count) => sum + count, 0)
  const refused = abuse.statuses['429'] ?? 0
  const stored = abuse.statuses['201'] ?? 0
  table.hold('posts of the flood that were answered', (answered / ms) * 1000, { atLeast: 0.9 * RATE }, { unit: '/s' })
  const byStatus = Object.entries(abuse.statuses).map(([status, count]) => `${spell(count)} × ${status}`)
  table.tell('their answers', `${byStatus.join(', ')}; ${abuse.unanswered} none, ${abuse.broken} broken`)
  const others = answered - refused - stored
  table.hold('answers other than 201 and 429', others, { atMost: 0 })
  table.ratio('half of the first pages came within, under the flood', attacked.p50, calm.p50, 'ms', { atMost: 2 })
  table.ratio('95 % of them did', attacked.p95, calm.p95, 'ms', { atMost: 2 })
  table.ratio('99 % of them did', attacked.p99, calm.p99, 'ms', { atMost: 2 })
  table.tell('first pages read', `${spell(calm.reads)} calm, ${spell(attacked.reads)} under the flood`)
  const { posts } = attacked
  table.hold(
    'honest posts that came through, public at once',
    posts.through / posts.sent,
    { atLeast: 1 },
    {
      figure: `${posts.through} of ${posts.sent}`,
    },
  )
  if (before !== null && after !== null) {
    const cost = (after - before) / answered
    table.hold('CPU of the server for one answer to the flood, readers and all', cost, { atMost: 0.2 }, { unit: 'ms' })
  }
  const kept = await openStore({ databaseUrl: `file:${file}`, databaseToken: undefined })
  const [row] = await kept.engine.all<{ comments: number; authors: number }>(
    sql`SELECT (SELECT count(*) FROM comments) AS comments, (SELECT count(*) FROM authors) AS authors`,
  )
  await kept.close()
  const accepted = first.posts.through + calm.posts.through + posts.through + stored
  table.hold('comments written that were not accepted', row!.comments - accepted, { atMost: 0 })
  table.hold('accepted comments that are not there', accepted - row!.comments, { atMost: 0 })
}

interface Stage {
  port: number
  origin: string
  page: string
}

/** What reading and honest posting are like for so long. */
async function during(stage: Stage, ms: number, called: string) {
  const posting = told<Posts>('honest', { ...{ origin: stage.origin, page: stage.page, site: DEMO.site }, ms, called })
  const times = await readsFor(stage, ms)
  const at = (share: number) => times[Math.floor(times.length * share)]!
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), reads: times.length, posts: await posting }
}

/** What a program of this folder says at its end. */
async function told<T>(program: string, options: Record<string, string | number>): Promise<T> {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const { stdout } = await promisify(execFile)(process.execPath, [`test/torture/${program}.ts`, ...args])
  return JSON.parse(stdout) as T
}

/** Readers ask for the first page for so long. @returns how long each answer took, in ms, ascending */
async function readsFor({ port, page }: Stage, ms: number): Promise<number[]> {
  const path = `/api/threads?${new URLSearchParams({ site: DEMO.site, url: page })}`
  const end = performance.now() + ms
  const each = await Promise.all(
    Array.from({ length: READERS }, (_, reader) => {
      const request = wire('GET', path, { 'X-Forwarded-For': `192.0.2.${reader}`, 'Accept-Encoding': 'br' })
      return reading(port, request, end)
    }),
  )
  return each.flat().sort((a, b) => a - b)
}

function reading(port: number, request: Buffer, end: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const times: number[] = []
    let begin = 0
    let held: Buffer = Buffer.alloc(0)
    const ask = () => {
      begin = performance.now()
      socket.write(request)
    }
    socket.once('error', reject)
    socket.once('connect', ask)
    socket.on('data', chunk => {
      held = Buffer.concat([held, chunk])
      const head = held.indexOf('\r\n\r\n')
      if (head < 0) return
      const text = held.toString('latin1', 0, head)
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      const isWhole =
        length === undefined
          ? held.toString('latin1').endsWith('\r\n0\r\n\r\n')
          : held.length >= head + 4 + Number(length)
      if (!isWhole) return
      if (!text.startsWith('HTTP/1.1 200')) return reject(new Error(text))
      held = Buffer.alloc(0)
      times.push(performance.now() - begin)
      if (performance.now() < end) return void setTimeout(ask, READING)
      socket.end()
      resolve(times)
    })
  })
}

/** CPU time that a process has taken, in ms; null where the system does not tell. */
function cpuOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  const fields = readFileSync(file, 'utf8').split(') ')[1]!.split(' ')
  // In hundredths of a second (proc_pid_stat(5), fields 14 and 15).
  return (Number(fields[11]) + Number(fields[12])) * 10
}
