import { readConfig } from '../../server/config.ts'
import { serveOnNode } from '../../server/node.ts'
import { ensureDemo } from '../../server/sites/demo.ts'
import { openStore } from '../../server/store/open.ts'

/** Parley as `npm start` serves it, in a program that also says how it fares, to the program that has started it. */
const config = readConfig(process.env)
const store = await openStore(config)
await ensureDemo({ store, config, clock: Date.now })
await store.sites.change('demo', { settings: { holds: 'none', repeatsAllowed: '0', watchesTyping: 'no' } as never })
const { stop } = await serveOnNode({ ...config, secret: config.secret! }, store)

/** How often it is looked whether timers come in time, in ms. */
const EVERY = 10
let late: number[] = []
let due = performance.now() + EVERY
setInterval(() => {
  const now = performance.now()
  late.push(Math.max(0, now - due))
  due = now + EVERY
}, EVERY).unref()

/** What is held on to when a leak is asked for, so that it is known that one would be found. */
const leaked: Buffer[][] = []

export interface Fare {
  /** How late timers came since it was asked last, in ms. */
  lag: { p99: number; most: number }
  /** After a collection, in MB (10⁶ bytes). */
  heap: number
  resident: number
  sockets: number
}

function fare(): Fare {
  globalThis.gc?.()
  const sorted = late.toSorted((a, b) => a - b)
  late = []
  due = performance.now() + EVERY
  const { heapUsed, external, rss } = process.memoryUsage()
  return {
    lag: { p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, most: sorted.at(-1) ?? 0 },
    heap: (heapUsed + external) / 1e6,
    resident: rss / 1e6,
    sockets: process.getActiveResourcesInfo().filter(kind => kind === 'TCPSocketWrap').length,
  }
}

process.on('message', async (asked: 'fare' | 'leak' | 'stop') => {
  if (asked === 'fare') process.send!(fare())
  if (asked === 'leak')
    setInterval(() => leaked.push(Array.from({ length: 50 }, () => Buffer.alloc(1_000))), 100).unref()
  if (asked !== 'stop') return
  await stop()
  process.disconnect()
})
process.send!('ready')
