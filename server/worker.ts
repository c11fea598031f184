import { connect } from 'cloudflare:sockets'
import type { Context, ExecutionContext } from 'hono'
import packageJson from '../package.json' with { type: 'json' }
import { createApp } from './app.ts'
import { doChores } from './chores.ts'
import { readConfig, WrongSettings } from './config.ts'
import type { Deps } from './deps.ts'
import { clientOf, publicClientOf } from './http/client.ts'
import { outward } from './http/outward.ts'
import { apiMail } from './notices/mail-api.ts'
import { socketMail } from './notices/smtp-socket.ts'
import { ensureDemo } from './sites/demo.ts'
import { type D1, openD1 } from './store/open-d1.ts'
import { openRemote } from './store/open-remote.ts'
import { createStore } from './store/store.ts'

interface Bindings {
  DB?: D1
  ASSETS?: { fetch(request: Request): Promise<Response> }
  [setting: string]: unknown
}

/** Cloudflare has one cache more than the standard knows. */
declare const caches: CacheStorage & { default: Cache }

type Parley = { deps: Deps; app: ReturnType<typeof createApp> }
let parley: Promise<Parley> | undefined

/** Parley on Cloudflare Workers, over D1 or libSQL. The app is made at an isolate's first request and kept. */
export default {
  async fetch(request: Request, bindings: Bindings, context: ExecutionContext): Promise<Response> {
    parley ??= makeParley(bindings)
    try {
      return await (await parley).app.fetch(request, bindings, context)
    } catch (error) {
      parley = undefined
      console.error(JSON.stringify({ event: 'not_started', error: String(error) }))
      return new Response('Parley could not start; the Worker’s log says why.\n', { status: 503 })
    }
  },

  /** What `wrangler.toml` asks for every minute. */
  async scheduled(_: unknown, bindings: Bindings): Promise<void> {
    parley ??= makeParley(bindings)
    try {
      await doChores((await parley).deps)
    } catch (error) {
      parley = undefined
      console.error(JSON.stringify({ event: 'not_started', error: String(error) }))
    }
  },
}

async function makeParley(bindings: Bindings): Promise<Parley> {
  const config = readConfig(settingsOf(bindings))
  const { secret } = config
  if (!secret) throw new WrongSettings(['PARLEY_SECRET is required on Workers: wrangler secret put PARLEY_SECRET.'])
  const isRemote = typeof bindings['PARLEY_DATABASE_URL'] === 'string'
  if (!isRemote && !bindings.DB) throw new WrongSettings(['Bind a D1 database as DB, or set PARLEY_DATABASE_URL.'])
  const store = createStore(isRemote ? openRemote(config.databaseUrl, config.databaseToken) : openD1(bindings.DB!))
  const ask = outward(config.isLocal)
  const deps: Deps = {
    config: { ...config, secret },
    store,
    build: packageJson.version,
    clock: Date.now,
    assets: async (path: string, request: Request) => {
      const found = await bindings.ASSETS?.fetch(
        new Request(new URL(path, request.url), {
          headers: { 'accept-encoding': request.headers.get('accept-encoding') ?? '' },
        }),
      )
      return found?.ok ? found : null
    },
    later: (c: Context, ms: number, work: () => Promise<void>) =>
      c.executionCtx.waitUntil(new Promise(resolve => setTimeout(resolve, ms)).then(work)),
    fetch: ask,
    ...(config.smtp
      ? { mail: socketMail(config.smtp, connect, Date.now) }
      : config.mailApi
        ? { mail: apiMail(config.mailApi, ask) }
        : { hasNoMail: true as const }),
    // The free plan lets a round ask its database fifty times.
    lettersARound: 4,
    edge: caches.default,
    client: (c: Context) => (config.isLocal ? clientOf : publicClientOf)(c.req.header('cf-connecting-ip')),
    log: (line: object) => console.error(JSON.stringify(line)),
  }
  await store.version.requireCurrent()
  await ensureDemo(deps)
  return { deps, app: createApp(deps) }
}

function settingsOf(bindings: Bindings): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(bindings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
