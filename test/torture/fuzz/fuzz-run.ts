import { sql } from 'drizzle-orm/sql'
import fc from 'fast-check'
import { doChores } from '../../../server/chores.ts'
import { inWorkerd } from '../../world.ts'
import type { OpenApi } from './document.ts'
import { Hoard } from './hoard.ts'
import { type Answer, Judge } from './judge.ts'
import { pagePlans } from './pages.ts'
import type { Plan } from './plan.ts'
import { plansOf } from './requests.ts'
import type { Town } from './town.ts'

/** No answer may take longer, in ms; a machine that others work on, too, is slow for a second at a time. */
const DEADLINE = 10_000
const DAY = 24 * 3_600_000
/** Requests that are drawn at once. */
const BATCH = 250
/** What takes something that only an authenticator makes, or that is shown once: drawn as all others, and done by tests of their own. */
const UNDRAWN = new Set([
  'POST /api/desk/session/passkey',
  'POST /api/desk/session/code',
  'POST /api/desk/passkeys',
  'PATCH /api/desk/passkeys/{id}',
  'DELETE /api/desk/passkeys/{id}',
  'DELETE /api/desk/sessions/{id}',
  'POST /api/desk/invitation',
  'POST /api/desk/invitation/acceptance',
  'POST /api/desk/webhooks/{id}/test',
  'POST /api/desk/webhooks/{id}/deliveries/{delivery}/again',
  // A server that is asked in memory has no folder for files.
  'POST /api/desk/imports',
  'PUT /api/desk/imports/file',
  'POST /api/desk/imports/acts',
  'DELETE /api/desk/imports',
])
/** How many batches are drawn at most from what was never done. */
const INSISTING = 8

/** A refusal that notes what was tried, comes after something was done, or after a batch that was rolled back: SQLite counts its rows. */
const WRITES = [
  'name_taken',
  'code_wrong',
  'claim_spent',
  'proof_needed',
  'identity_taken',
  'issuer_failed',
  'mail_failed',
]

export interface Fault {
  what: string
  plan: Plan
  /** The request as it went out, shortened, and what came back. */
  sent: string
  answer: string
  /** Which request of the run it was. */
  turn: number
}

export interface FuzzReport {
  requests: number
  faults: Fault[]
  /** How often each operation gave which status. */
  statuses: Map<string, Map<number, number>>
  /** Refusals by code. */
  codes: Map<string, number>
  /** The slowest answer, in ms. */
  slowest: number
  /** Answers that may have written something. */
  accepted: number
}

/** Sends so many drawn requests to a town, and judges every answer. */
export class FuzzRun {
  readonly town: Town
  readonly hoard: Hoard
  readonly judge: Judge
  readonly report: FuzzReport = {
    requests: 0,
    faults: [],
    statuses: new Map(),
    codes: new Map(),
    slowest: 0,
    accepted: 0,
  }
  #day = 0
  #before: number | null = null
  constructor(town: Town, document: OpenApi) {
    this.town = town
    this.hoard = new Hoard(town)
    this.judge = new Judge(document)
    this.#watch()
  }

  static async in(town: Town): Promise<FuzzRun> {
    const document = (await (await town.send('/api/openapi.json')).json()) as OpenApi
    return new FuzzRun(town, document)
  }

  /** @param count requests; @param seed what lots are drawn from */
  async sends(count: number, seed: number): Promise<FuzzReport> {
    const plans = fc.oneof({ arbitrary: plansOf(this.judge.document), weight: 7 }, { arbitrary: pagePlans, weight: 1 })
    for (let sent = 0; sent < count; sent += BATCH) {
      const drawn = fc.sample(plans, { seed: seed + sent, numRuns: Math.min(BATCH, count - sent) })
      await this.#rests()
      for (const plan of drawn) await this.send(plan)
    }
    return this.report
  }

  /** What chance left out gets its turn: draws from the operations that never did what they are for, until they have. */
  async insists(seed: number): Promise<void> {
    for (let turn = 0; turn < INSISTING && this.neverDone().length > 0; turn++) {
      await this.#rests()
      const plans = plansOf(this.judge.document, this.neverDone())
      for (const plan of fc.sample(plans, { seed: seed + turn, numRuns: BATCH })) await this.send(plan)
    }
  }

  /** What happens beside requests: chores, work that was put off, and somebody who puts things right again. */
  async #rests(): Promise<void> {
    const { town } = this
    await town.passes(1_000)
    await doChores(town.deps)
    await town.mend()
    town.mails.splice(0)
  }

  /** Sends one plan and judges its answer. */
  async send(drawn: Plan): Promise<Answer | null> {
    // To workerd a request with a method that is none is no request.
    const plan = inWorkerd && drawn.method === 'BREW' ? { ...drawn, method: 'PROPFIND' } : drawn
    const { town, report } = this
    const { path, init } = await this.hoard.fill(plan)
    const { clock, deps, log } = town
    clock.now += 250
    const turn = report.requests++
    // The salt of a day is written by whoever comes first, whatever is answered.
    if (Math.floor(clock.now / DAY) !== this.#day) await deps.store.networks.salts(clock.now, 'salt'.repeat(11))
    this.#day = Math.floor(clock.now / DAY)
    const begin = performance.now()
    this.#before = null
    let answer: Answer | null = null
    let faults: string[]
    const method = plan.method.toUpperCase()
    const pathname = new URL(`http://x${path}`).pathname
    try {
      answer = await within(DEADLINE, async () => read(await town.app.request(deps.config.origin + path, init)))
      faults = this.judge.faults(method, pathname, answer)
    } catch (error) {
      faults = [`${(error as Error).stack}`]
    }
    report.slowest = Math.max(report.slowest, performance.now() - begin)
    for (const line of log.splice(0)) {
      const { event, error } = line as { event: string; error?: string }
      if (event === 'failed') faults.push(`logged: ${error}`)
    }
    if (answer) {
      const code = answer.status >= 400 ? /"code":"(\w+)"/.exec(answer.body)?.[1] : undefined
      if (code) report.codes.set(code, (report.codes.get(code) ?? 0) + 1)
      if (answer.status < 400 && method !== 'OPTIONS') report.accepted += 1
      else if ((await this.#hasWritten()) && !(code && WRITES.includes(code)))
        faults.push(`refused with ${answer.status} ${code ?? ''}, and yet something was written`)
      const at = this.judge.operations.at(method, pathname)
      const name =
        method === 'HEAD' || method === 'OPTIONS' ? method : (at?.name ?? `${method} /${pathname.split('/')[1]}`)
      const counts = report.statuses.get(name) ?? new Map()
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
      report.statuses.set(name, counts)
      if (answer.status < 300 && answer.headers.get('content-type') === 'application/json' && method !== 'HEAD')
        this.hoard.learn(name, plan, JSON.parse(answer.body))
    }
    const said = answer ? `${answer.status} ${answer.body.slice(0, 400)}` : 'no answer'
    const sent = `${plan.method} ${path.slice(0, 500)} ${JSON.stringify([...new Headers(init.headers)]).slice(0, 500)}`
    for (const what of faults) report.faults.push({ what, plan, sent, answer: said, turn })
    return answer
  }

  /** Notes, before anything is written, how many rows have been written so far over the one connection. */
  #watch(): void {
    // D1 does not tell.
    if (inWorkerd) return
    const { driver } = this.town.deps.store.engine
    const batch = driver.batch.bind(driver)
    driver.batch = async (statements, mode) => {
      if (mode === 'write') this.#before ??= await this.#written()
      return batch(statements, mode)
    }
  }

  async #written(): Promise<number> {
    return (await this.town.deps.store.engine.first<{ n: number }>(sql`SELECT total_changes() AS n`))!.n
  }

  /** Whether rows were written since the last request began. */
  async #hasWritten(): Promise<boolean> {
    return this.#before !== null && (await this.#written()) !== this.#before
  }

  /** Operations of the document, but for those that nobody can draw, that never did what they are for. */
  neverDone(): string[] {
    return this.judge.operations.names.filter(
      name => !UNDRAWN.has(name) && ![...(this.report.statuses.get(name)?.keys() ?? [])].some(status => status < 300),
    )
  }
}

/** An answer in full; of a stream what it says first. */
async function read(response: Response): Promise<Answer> {
  const { status, headers } = response
  if (!response.body || !headers.get('content-type')?.startsWith('text/event-stream'))
    return { status, headers, body: await response.text() }
  const reader = response.body.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return { status, headers, body: new TextDecoder().decode(value) }
}

async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work(), end])
  } finally {
    clearTimeout(late)
  }
}

/** Faults as a person reads them: of those that are alike the first, with the line that sends it again. */
export function tellFaults(faults: readonly Fault[], seed: number): string {
  const kinds = new Map<string, Fault[]>()
  for (const fault of faults) {
    const kind = fault.what.slice(0, 90)
    kinds.set(kind, [...(kinds.get(kind) ?? []), fault])
  }
  return [...kinds.values()]
    .map(([first, ...more]) => {
      const { what, sent, answer, turn, plan } = first!
      const again = `FUZZ_PLAN='${JSON.stringify(plan).replaceAll("'", "'\\''").slice(0, 3_000)}' npx vitest run --project node test/http/fuzz.test.ts`
      return `${what}\n  ${more.length + 1} of this kind; seed ${seed}, request ${turn}\n  ${sent}\n  ${answer}\n  alone: ${again}`
    })
    .join('\n\n')
}
