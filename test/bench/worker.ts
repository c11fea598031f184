import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../runtime/free-port.ts'
import { startHranaServer } from '../runtime/hrana-server.ts'
import { quietMoment } from './machine.ts'
import { newPost } from './posting.ts'
import { folder, SECRET, startProgram } from './processes.ts'
import { median } from './rounds.ts'
import { type Run, SMALL } from './run.ts'
import { seededFile } from './seed/kept.ts'
import { threadPath } from './seed/seed.ts'
import { THREADS } from './seed/threads.ts'
import { spell } from './table.ts'

const TOKEN = 'a token for the database'
/** Requests in one round. */
const REQUESTS = 20

/**
 * CPU that the Worker takes in workerd. There is no meter for one request, so this is the CPU time of the whole process
 * over many of them, by the kernel's count, less what an answer takes that does nothing: that is the dev server's own
 * wrapping. The database is elsewhere, behind HTTP, as D1 is on Cloudflare; speaking to it is counted, its own work is
 * not. It proves what the code costs on this machine, not how fast Cloudflare's machines are.
 */
export async function measureWorker({ table, rounds, patience }: Run): Promise<void> {
  if (!existsSync('/proc/self/task')) return table.tell('CPU of the Worker', 'not measured: needs Linux')
  const { origin, pids, end } = await startWorker()
  let visits = 0
  const asks = {
    nothing: () => fetch(`${origin}/api/nothing`),
    // Every address is another one, so that no answer comes from the edge's cache, and all lead to one article.
    page: () => fetch(origin + threadPath(`${THREADS.tenThousand.key}?utm_source=${++visits}`)),
    post: () => fetch(`${origin}/api/comments`, { method: 'POST', ...newPost(0, THREADS.thousand.key) }),
  }
  const first = await cpuOf(pids, asks.page, 1)
  const spent: Record<keyof typeof asks, number[]> = { nothing: [], page: [], post: [] }
  // What runs first has not been compiled yet; it is a matter of a fresh isolate, not of a request.
  for (let round = -1; round < rounds; round++) {
    for (const [what, ask] of Object.entries(asks)) {
      await quietMoment(patience)
      const each = (await cpuOf(pids, ask, REQUESTS)) / REQUESTS
      if (round >= 0) spent[what as keyof typeof asks].push(each)
    }
  }
  const nothing = median(spent.nothing)
  for (const [what, all] of [
    ['a first page of 100 comments', spent.page],
    ['a post', spent.post],
  ] as const) {
    const own = median(all) - nothing
    const figure = `${spell(median(all))} - ${spell(nothing)} = ${spell(own, 'ms')}`
    table.hold(
      `CPU of the Worker for ${what}, less that for an answer 404`,
      own,
      { atMost: 10 },
      { unit: 'ms', figure },
    )
  }
  table.tell('CPU of workerd for the first page of a fresh isolate, compiling included', spell(first, 'ms'))
  await end()
}

/** The Worker on wrangler's dev server, over the seed in a database elsewhere; `pids` are those of its workerds. */
async function startWorker() {
  const database = await startHranaServer(await seededFile(SMALL), TOKEN)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const vars = {
    PARLEY_DATABASE_URL: database.url,
    PARLEY_DATABASE_TOKEN: TOKEN,
    PARLEY_ORIGIN: origin,
    PARLEY_SECRET: SECRET,
    PARLEY_LIMITS: 'off',
  }
  const { pid, stop } = await startProgram(
    'wrangler',
    [
      ...['dev', '--local', '--port', String(port), '--inspector-port', String(await freePort())],
      ...['--persist-to', join(folder, 'worker'), '--show-interactive-dev-session=false', '--log-level', 'log'],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    { env: { CI: 'true', WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }, ready: 'Ready on' },
  )
  async function end() {
    await stop()
    await database.stop()
  }
  return { origin, pids: workerdsOf(pid), end }
}

/** CPU time in ms that these processes take while something is asked so often. */
async function cpuOf(pids: readonly string[], ask: () => Promise<Response>, times: number): Promise<number> {
  const before = cpuTime(pids)
  for (let time = 0; time < times; time++) {
    const response = await ask()
    const body = await response.text()
    if (response.status >= 500 || response.status === 429)
      throw new Error(`${response.url}: ${response.status} ${body}`)
  }
  return cpuTime(pids) - before
}

/** The workerd processes of a process group, by proc(5): the name stands in parentheses, the group two fields later. */
function workerdsOf(group: number): string[] {
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid)) return false
    const [, name, , , its] = /\((.*)\) (\S) (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!
    return name === 'workerd' && Number(its) === group
  })
}

/** CPU time that all threads of these processes have taken so far, in ms (`schedstat`: nanoseconds on a CPU). */
function cpuTime(pids: readonly string[]): number {
  const threads = pids.flatMap(pid =>
    readdirSync(`/proc/${pid}/task`).map(task => `/proc/${pid}/task/${task}/schedstat`),
  )
  return threads.reduce((sum, file) => sum + Number(readFileSync(file, 'utf8').split(' ')[0]), 0) / 1e6
}
