import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import packageJson from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { CHORES_EVERY, doChores } from './chores.ts'
import { turnedAwayFor } from './comments/admission.ts'
import { SearchFilling } from './comments/search-filling.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { givenFiles } from './exchange/given-files.ts'
import { isIn, readAddress, readNetwork } from './http/addresses.ts'
import { Budgets } from './http/budgets.ts'
import { type Proxies, whoAsks } from './http/client.ts'
import { Connections, PATIENCE } from './http/connections.ts'
import { gate, refusalOnTheWire } from './http/gate.ts'
import { listen } from './http/listen.ts'
import { Metrics } from './http/metrics.ts'
import { maySeeMetrics } from './http/metrics-door.ts'
import { nodeAsset } from './http/node-assets.ts'
import { nodeDial } from './http/node-dial.ts'
import { outward } from './http/outward.ts'
import { proxyAdvice } from './http/proxy-advice.ts'
import { ServerLoad } from './http/server-load.ts'
import { Traffic } from './http/traffic.ts'
import { apiMail } from './notices/mail-api.ts'
import { smtpMail } from './notices/smtp.ts'
import { basePath } from './sites/origins.ts'
import type { Store } from './store/store.ts'

/**
 * Quality 5 takes a thirtieth of the time of 11, and gives bytes that are a tenth more. A window of 256 kB holds all of a
 * page; the default one of 4 MB is allocated anew for each.
 */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 } }

/**
 * What the app needs of the world, on Node; `finish()` does at once what was put off.
 * @param stopping aborted before the server stops
 * @param load how hard the process is pressed
 */
export function nodeDeps(
  config: Config & { secret: string },
  store: Store,
  stopping?: AbortSignal,
  load?: ServerLoad,
): Deps & {
  /** Whom a request counts for, as `client` tells. */
  whoComes(request: IncomingMessage): string | null
  later(c: unknown, ms: number, work: () => Promise<void>): void
  finish(): Promise<void>
} {
  const proxies = proxiesOf(config)
  const isUnix = config.socket !== undefined
  const log: Deps['log'] = line => console.error(JSON.stringify({ at: new Date().toISOString(), ...line }))
  const putOff = new Map<NodeJS.Timeout, () => Promise<void>>()
  const ask = outward(config.isLocal, nodeDial())
  const advise = proxyAdvice(log, proxies)
  const whoComes = ({ socket, headers }: IncomingMessage) => {
    const said = headers[proxies.header]
    const forwarded = Array.isArray(said) ? said.join() : said
    const arrival = { connection: socket.remoteAddress, isUnix, forwarded }
    advise(arrival, header => headers[header] !== undefined, headers.host)
    return whoAsks(arrival, proxies, config.isLocal)
  }
  let isOver = false
  return {
    config,
    store,
    build: packageJson.version,
    clock: Date.now,
    assets: nodeAsset,
    compress: (text, encoding) => new Uint8Array(encoding === 'br' ? brotliCompressSync(text, BROTLI) : gzipSync(text)),
    later(_, ms, work) {
      if (isOver) return
      const done = () => work().catch(error => log({ event: 'failed', error: error.stack ?? String(error) }))
      const timer = setTimeout(() => {
        putOff.delete(timer)
        done()
      }, ms).unref()
      putOff.set(timer, done)
    },
    async finish() {
      isOver = true
      for (const timer of putOff.keys()) clearTimeout(timer)
      await Promise.all([...putOff.values()].map(done => done()))
    },
    whoComes,
    client: c => whoComes((c.env as HttpBindings).incoming),
    fetch: ask,
    ...(config.mailApi && { mail: apiMail(config.mailApi, ask) }),
    ...(config.importBytes > 0 && { given: givenFiles(config.databaseUrl, config.importBytes) }),
    ...(config.smtp && { mail: smtpMail(config.smtp) }),
    ...(stopping && { stopping }),
    ...(load && { isPressed: () => load.refuses('work') }),
    log,
  }
}

/**
 * Serves Parley until it is stopped.
 * @param instead what of the world is to be another
 * @returns `stop()`, which takes no more requests, ends the streams, answers what is in flight and does what was put off
 * @throws the error `EADDRINUSE` when the port is taken
 */
export async function serveOnNode(
  config: Config & { secret: string; takesOver?: boolean },
  store: Store,
  instead: Pick<Partial<Deps>, 'fetch' | 'isPressed'> = {},
) {
  const stopping = new AbortController()
  const load = new ServerLoad()
  const made = nodeDeps(config, store, stopping.signal, load)
  const traffic = new Traffic(config.logsRequests ? made.log : null)
  const metrics = new Metrics(made, traffic, config.databaseUrl)
  const deps = {
    ...made,
    log(line: Parameters<Deps['log']>[0]) {
      metrics.heard(line.event)
      made.log(line)
    },
    routed: (c: Context, route: string) => traffic.name((c.env as HttpBindings).incoming, route),
    metrics: (c: Context) =>
      maySeeMetrics((c.env as HttpBindings).incoming, config.metricsToken) ? metrics.text(connections.size) : null,
    ...instead,
  }
  const budgets = new Budgets(config.limits)
  const app = createApp(deps, budgets)
  new SearchFilling(deps, Number.POSITIVE_INFINITY).plan((ms, work) => deps.later(null, ms, work))
  const answers = getRequestListener(app.fetch, { hostname: config.host })
  const turnedAway = (request: IncomingMessage) => turnedAwayFor(budgets, deps.whoComes(request), deps.clock())
  const server = createServer(
    PATIENCE,
    traffic.counting(await gate(load, answers, turnedAway, basePath(config.origin))),
  )
  const connections = new Connections(server, refusalOnTheWire())
  const others = await listen(server, config)
  let chores = Promise.resolve()
  const timer = setInterval(() => {
    chores = chores.then(() => doChores(deps))
  }, CHORES_EVERY).unref()
  const stop = async () => {
    stopping.abort()
    clearInterval(timer)
    await connections.end(others)
    await deps.finish()
    await chores
    await store.close()
  }
  return { stop }
}

/** Whom the settings name as proxies. */
function proxiesOf({ proxyHeader, trustedProxies }: Config): Proxies {
  const networks = trustedProxies.map(readNetwork).filter(network => network !== null)
  return {
    header: proxyHeader,
    unix: trustedProxies.includes('unix'),
    isTrusted(text) {
      const address = networks.length === 0 ? null : readAddress(text)
      return address !== null && isIn(address, networks)
    },
  }
}
