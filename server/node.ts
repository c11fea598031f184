import type { Server } from 'node:http'
import { BlockList, isIP, type Socket } from 'node:net'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import packageJson from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { CHORES_EVERY, doChores } from './chores.ts'
import { SearchFilling } from './comments/search-filling.ts'
import { type Config, WrongSettings } from './config.ts'
import type { Deps } from './deps.ts'
import { behindProxies } from './http/client.ts'
import { nodeAsset } from './http/node-assets.ts'
import { outward } from './http/outward.ts'
import { apiMail } from './notices/mail-api.ts'
import { smtpMail } from './notices/smtp.ts'
import type { Store } from './store/store.ts'

/**
 * Quality 5 takes a thirtieth of the time of 11, and gives bytes that are a tenth more. A window of 256 kB holds all of a
 * page; the default one of 4 MB is allocated anew for each.
 */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 } }

/** A connection on which nothing has moved for this long, in ms, is dropped: its client reads no more of its answer. */
const STALLED = 60_000

/**
 * What the app needs of the world, on Node; `finish()` does at once what was put off.
 * @param stopping aborted before the server stops
 */
export function nodeDeps(
  config: Config & { secret: string },
  store: Store,
  stopping?: AbortSignal,
): Deps & { later(c: unknown, ms: number, work: () => Promise<void>): void; finish(): Promise<void> } {
  const isTrusted = trusts(config.trustedProxies)
  const log: Deps['log'] = line => console.error(JSON.stringify({ at: new Date().toISOString(), ...line }))
  const putOff = new Map<NodeJS.Timeout, () => Promise<void>>()
  const ask = outward(config.isLocal)
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
    client: c => behindProxies(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'), isTrusted),
    fetch: ask,
    ...(config.mailApi && { mail: apiMail(config.mailApi, ask) }),
    ...(config.smtp && { mail: smtpMail(config.smtp) }),
    ...(stopping && { stopping }),
    log,
  }
}

/**
 * Serves Parley until it is stopped.
 * @returns `stop()`, which takes no more requests, ends the streams, answers what is in flight and does what was put off
 * @throws the error `EADDRINUSE` when the port is taken
 */
export async function serveOnNode(config: Config & { secret: string }, store: Store) {
  const stopping = new AbortController()
  const deps = nodeDeps(config, store, stopping.signal)
  const app = createApp(deps)
  new SearchFilling(deps, Number.POSITIVE_INFINITY).plan((ms, work) => deps.later(null, ms, work))
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () =>
      resolve(starting as Server),
    )
    starting.once('error', reject)
  })
  server.setTimeout(STALLED)
  const answering = new Map<Socket, number>()
  server.on('connection', socket => {
    answering.set(socket, 0)
    socket.once('close', () => answering.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1)
    response.once('close', () => {
      if (!answering.has(socket)) return
      answering.set(socket, answering.get(socket)! - 1)
      // Else it would be kept alive for a request that is no longer taken.
      if (stopping.signal.aborted && answering.get(socket) === 0) socket.destroySoon()
    })
  })
  let chores = Promise.resolve()
  const timer = setInterval(() => {
    chores = chores.then(() => doChores(deps))
  }, CHORES_EVERY).unref()
  const stop = async () => {
    stopping.abort()
    clearInterval(timer)
    await new Promise<void>(resolve => {
      server.close(() => resolve())
      // A connection that has asked for nothing would be waited for as if it had.
      for (const [socket, requests] of answering) if (requests === 0) socket.destroy()
      setTimeout(() => server.closeAllConnections(), 10_000).unref()
    })
    await deps.finish()
    await chores
    await store.close()
  }
  return { stop }
}

/** Whether an address is one of these addresses and networks. */
function trusts(proxies: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const prefix = bits === undefined ? most : Number(bits)
    if (isIP(address) === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
      throw new WrongSettings([`PARLEY_TRUSTED_PROXIES: “${proxy}” is no address or network, such as 10.0.0.0/8.`])
    }
    list.addSubnet(address, prefix, family)
  }
  return address => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
