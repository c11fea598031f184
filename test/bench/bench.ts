import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { readConfig } from '../../server/config.ts'
import { loadSamples } from '../../server/exchange/load-samples.ts'
import { nodeDeps } from '../../server/node.ts'
import { DEMO, ensureDemo } from '../../server/sites/demo.ts'
import type { Driver, Statement } from '../../server/store/engine.ts'
import { openStore } from '../../server/store/open.ts'
import { openFile } from '../../server/store/open-file.ts'
import { createStore } from '../../server/store/store.ts'
import { buildIfStale } from '../../widget/build.ts'
import { freePort } from '../runtime/free-port.ts'
import { answersPerSecond, wire } from './load.ts'

/**
 * What Parley does, against what the machine could do in the same run: each figure is a ratio of two that were measured
 * in turn, so that a slow or noisy machine slows both. `-- --quick` is shorter.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' } } })
const ROUNDS = values.quick ? 2 : 5
const MS = values.quick ? 1_500 : 4_000
const CONNECTIONS = 16

const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
const children: ChildProcess[] = []
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A program of ours in a process of its own, once it has said that it is ready. */
async function runs(args: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await new Promise(resolve => child.stdout.once('data', resolve))
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

interface Row {
  what: string
  ours: number
  theirs: number
  budget: string
  isMet: boolean
}
const rows: Row[] = []

/** Measures ours and theirs in turn, and keeps the medians. */
async function compare(what: string, budget: number, ours: () => Promise<number>, theirs: () => Promise<number>) {
  const measured = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    measured.ours.push(await ours())
    measured.theirs.push(await theirs())
  }
  const [a, b] = [median(measured.ours), median(measured.theirs)]
  rows.push({ what, ours: a, theirs: b, budget: `at least ${budget}`, isMet: a / b >= budget })
}

await buildIfStale()
const file = join(folder, 'parley.db')
const port = await freePort()
const secret = 'b'.repeat(43)
const env = { PARLEY_DATABASE_URL: `file:${file}`, PORT: String(port), PARLEY_LIMITS: 'off', PARLEY_SECRET: secret }
const config = { ...readConfig(env), secret }
const bare = join(folder, 'bare.db')
for (const each of [file, bare]) {
  const store = await openStore({ ...config, databaseUrl: `file:${each}` })
  await ensureDemo({ store, config, clock: Date.now })
  await loadSamples(nodeDeps(config, store), DEMO.site)
  await store.close()
}

await runs(['server/cli.ts', 'start', '--json'], env)
const page = encodeURIComponent(`${config.origin}${DEMO.pages.en.path}`)
const path = `/api/threads?site=${DEMO.site}&url=${page}`
writeFileSync(join(folder, 'page.json'), await (await fetch(config.origin + path)).text())
const alone = await freePort()
await runs(['test/bench/hono-alone.ts', String(alone), join(folder, 'page.json')])

const reading = { connections: CONNECTIONS, ms: MS, request: () => wire('GET', path), expects: 'HTTP/1.1 200' }
await compare(
  'first page, answers a second, against Hono alone serving the same bytes',
  0.6,
  () => answersPerSecond({ ...reading, port }),
  () => answersPerSecond({ ...reading, port: alone }),
)

const recorded = await recordPost()
let posted = 0
await compare(
  'posts a second through HTTP, durable, against a bare batch of the same rows',
  0.5,
  () =>
    answersPerSecond({
      port,
      connections: CONNECTIONS,
      ms: MS,
      expects: 'HTTP/1.1 201',
      request(connection) {
        posted += 1
        const headers = {
          Authorization: `Bearer prl_${String(connection).padStart(43, 'a')}`,
          'Content-Type': 'application/json',
        }
        const body = {
          site: DEMO.site,
          url: `${config.origin}${DEMO.pages.en.path}`,
          text: textOf(posted),
          name: 'Ada',
        }
        return wire('POST', '/api/comments', { ...headers, 'Idempotency-Key': `bench-${posted}` }, JSON.stringify(body))
      },
    }),
  async () => {
    recorded.id += 1_000_000_000
    recorded.statements = recorded.statements.map(({ sql, args }) => ({
      sql,
      args: args.map(value => (value === recorded.id - 1_000_000_000 ? recorded.id : value)),
    }))
    const args = ['test/bench/raw-batch.ts', `file:${bare}`, String(MS), JSON.stringify(recorded)]
    return Number((await promisify(execFile)(process.execPath, args)).stdout)
  },
)

report()

function textOf(n: number): string {
  return `Comment number ${n} of this run: **long enough** to be read, with a [link](https://example.org/${n}).`
}

/** The statements of one post by a known author, as the store writes them. */
async function recordPost(): Promise<{ statements: Statement[]; id: number; digest: string }> {
  const real = await openFile(`file:${bare}`)
  let statements: Statement[] = []
  const recording: Driver = {
    batch(asked, mode) {
      if (mode === 'write') statements = asked
      return real.batch(asked, mode)
    },
    close: () => real.close(),
  }
  const store = createStore(recording)
  const { createApp } = await import('../../server/app.ts')
  const app = createApp({ ...nodeDeps(config, store), client: () => null })
  const post = async (n: number) => {
    const response = await app.request('/api/comments', {
      method: 'POST',
      headers: {
        Authorization: `Bearer prl_${'r'.repeat(43)}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `r${n}`,
      },
      body: JSON.stringify({
        site: DEMO.site,
        url: `${config.origin}${DEMO.pages.en.path}`,
        text: textOf(n),
        name: 'Ada',
      }),
    })
    if (response.status !== 201) throw new Error(await response.text())
  }
  await post(1)
  await post(2)
  await store.close()
  const args = statements[0]!.args
  // The same key may not be used twice: the rows are the same, but for the key.
  const key = 'r2'
  statements = statements.map(({ sql, args: given }) => ({
    sql,
    args: given.map(value => (value === key ? null : value)),
  }))
  const id = args[0] as number
  const digest = statements[1]!.args.find(value => typeof value === 'string' && value.length === 43) as string
  return { statements, id, digest }
}

function report() {
  console.log(
    `\nMedians of ${ROUNDS} rounds of ${MS} ms, ${CONNECTIONS} connections; load and server share this machine.\n`,
  )
  for (const { what, ours, theirs, budget, isMet } of rows) {
    const figures = `${ours.toFixed(0)} / ${theirs.toFixed(0)} = ${(ours / theirs).toFixed(2)}`
    console.log(`${isMet ? 'met   ' : 'MISSED'}  ${figures.padEnd(24)} ${budget.padEnd(14)} ${what}`)
  }
  if (existsSync('dist/sizes.json')) {
    const { embed, desk } = JSON.parse(readFileSync('dist/sizes.json', 'utf8'))
    console.log(
      `met     ${`${embed.brotli} B brotli`.padEnd(24)} ${'at most 12288'.padEnd(14)} a reader’s first load (the build fails above it)`,
    )
    console.log(`met     ${`${desk.brotli} B brotli`.padEnd(24)} ${'at most 61440'.padEnd(14)} the desk (likewise)`)
  }
  process.exit(rows.every(({ isMet }) => isMet) ? 0 : 1)
}
