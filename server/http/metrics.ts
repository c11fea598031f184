import { statSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Deps } from '../deps.ts'
import { pathOf } from '../store/path.ts'
import { BOUNDS, type Traffic } from './traffic.ts'

/** Sites whose queue is told, at the most: each is a series for whoever keeps them. */
const SITES = 50

type Labels = Record<string, string | number>
type Sample = [value: number, labels?: Labels, suffix?: string]

/**
 * The figures of a process in the text format of Prometheus (version 0.0.4). Labels are routes, statuses, events and ids
 * of sites, which are all the program's or the owner's own words, so that there are only so many of them.
 */
export class Metrics {
  readonly #deps: Pick<Deps, 'store' | 'build'>
  readonly #traffic: Traffic
  readonly #databaseUrl: string
  readonly #events = new Map<string, number>()
  #delay: ReturnType<typeof monitorEventLoopDelay> | undefined

  constructor(deps: Pick<Deps, 'store' | 'build'>, traffic: Traffic, databaseUrl: string) {
    this.#deps = deps
    this.#traffic = traffic
    this.#databaseUrl = databaseUrl
  }

  /** Counts what was told to the operator. */
  heard(event: string): void {
    if (event !== 'request') this.#events.set(event, (this.#events.get(event) ?? 0) + 1)
  }

  /** All of it, as it stands now. */
  async text(connections: number): Promise<string> {
    const { rss, heapUsed, external } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    // It costs a timer, so nobody pays for it who does not look.
    this.#delay ??= monitorEventLoopDelay({ resolution: 20 })
    this.#delay.enable()
    const late = (percentile: number) => Math.max(0, (this.#delay?.percentile(percentile) ?? 0) / 1e9 - 0.02)
    const routes = [...this.#traffic.routes]
    const out = [
      metric('parley_info', 'gauge', 'The program.', [[1, { version: this.#deps.build, node: process.version }]]),
      metric('parley_up_seconds', 'gauge', 'How long the process has been running.', [[process.uptime()]]),
      metric(
        'parley_requests_total',
        'counter',
        'Answers by route and status; 429 are those over a budget, 503 those refused under pressure, 0 those whose client was gone.',
        routes.flatMap(([route, { statuses }]) =>
          [...statuses].map(([status, count]): Sample => [count, { route, status }]),
        ),
      ),
      metric(
        'parley_request_seconds',
        'histogram',
        'How long answers took, streams left out.',
        routes.flatMap(([route, { took, seconds }]) => histogram(route, took, seconds)),
      ),
      metric('parley_requests_under_way', 'gauge', 'Requests that are being answered.', [[this.#traffic.underWay]]),
      metric('parley_streams_open', 'gauge', 'Event streams that are open.', [[this.#traffic.streams]]),
      metric('parley_connections_open', 'gauge', 'Connections that are open.', [[connections]]),
      metric('parley_event_loop_late_seconds', 'gauge', 'How late the event loop came since the last look.', [
        [late(50), { percentile: '50' }],
        [late(99), { percentile: '99' }],
        [late(100), { percentile: '100' }],
      ]),
      metric('parley_memory_bytes', 'gauge', 'Memory of the process.', [
        [rss, { kind: 'resident' }],
        [heapUsed, { kind: 'heap' }],
        [external, { kind: 'external' }],
      ]),
      metric('parley_cpu_seconds_total', 'counter', 'Time on a CPU.', [
        [user / 1e6, { mode: 'user' }],
        [system / 1e6, { mode: 'system' }],
      ]),
      metric(
        'parley_database_bytes',
        'gauge',
        'The size of the database file, and of its log beside it.',
        this.#sizes(),
      ),
      metric(
        'parley_log_lines_total',
        'counter',
        'What was told to the operator, by event.',
        [...this.#events].map(([event, count]): Sample => [count, { event }]),
      ),
      await this.#waiting(),
      await this.#mail(),
    ]
    this.#delay.reset()
    return out.join('')
  }

  #sizes(): Sample[] {
    const path = pathOf(this.#databaseUrl)
    if (path === null) return []
    return (['', '-wal'] as const).map(
      (suffix): Sample => [
        statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0,
        { file: suffix === '' ? 'database' : 'log' },
      ],
    )
  }

  /** Letters that wait and that were given up, and how the mail server does. */
  async #mail(): Promise<string> {
    const { sites, outboxDesk, mailState } = this.#deps.store
    const letters: Sample[] = []
    const server: Sample[] = []
    try {
      const { sent_at, failed_at, rests_until } = await mailState.server()
      if (sent_at !== null) server.push([Math.round(sent_at / 1000), { last: 'sent' }])
      if (failed_at !== null) server.push([Math.round(failed_at / 1000), { last: 'failed' }])
      if (rests_until > 0) server.push([Math.round(rests_until / 1000), { last: 'rests_until' }])
      for (const { id } of (await sites.list()).slice(0, SITES)) {
        const { waiting, dead } = await outboxDesk.counts(id)
        letters.push([waiting, { site: id, state: 'waiting' }], [dead, { site: id, state: 'given_up' }])
      }
    } catch {
      letters.length = 0
    }
    return (
      metric('parley_letters', 'gauge', 'Letters that wait or were given up, counted up to a limit.', letters) +
      metric('parley_mail_server_seconds', 'gauge', 'When the mail server did what last, in Unix time.', server)
    )
  }

  async #waiting(): Promise<string> {
    const { sites, digests } = this.#deps.store
    const samples: Sample[] = []
    try {
      for (const { id } of (await sites.list()).slice(0, SITES)) {
        samples.push([(await digests.waiting(id)).length, { site: id }])
      }
    } catch {
      // The figures of the process are worth most while the database cannot be read.
      samples.length = 0
    }
    return metric(
      'parley_comments_waiting',
      'gauge',
      'Comments that wait for a moderator, counted up to a limit.',
      samples,
    )
  }
}

function histogram(route: string, took: readonly number[], seconds: number): Sample[] {
  let sum = 0
  const buckets = [...BOUNDS, '+Inf'].map((le, at): Sample => {
    sum += took[at]!
    return [sum, { route, le }, '_bucket']
  })
  return sum === 0 ? [] : [...buckets, [seconds, { route }, '_sum'], [sum, { route }, '_count']]
}

/** One metric with its samples; nothing where there is none. */
function metric(
  name: string,
  type: 'counter' | 'gauge' | 'histogram',
  help: string,
  samples: readonly Sample[],
): string {
  if (samples.length === 0) return ''
  const lines = samples.map(([value, labels = {}, suffix = '']) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(String(text))}"`)
    return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join()}}` : ''} ${value}\n`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
