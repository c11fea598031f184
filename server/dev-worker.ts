import { spawn } from 'node:child_process'
import { readConfig } from './config.ts'
import { makeDeskLink } from './people/desk-session.ts'
import { ensureOwner } from './people/owner.ts'
import { ensureDemo } from './sites/demo.ts'
import { welcomeTo } from './sites/welcome.ts'
import { openStore, secretsFor } from './store/open.ts'

/**
 * The same demo on workerd and a local D1: builds what is stale, migrates, makes the demo site, and hands over to
 * wrangler. Its database stands in `.wrangler/`, its secret in `data/`.
 */
const PORT = process.env['PORT'] ?? '8788'
let welcome = ''
const env = {
  ...process.env,
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: 'true',
}
const origin = `http://localhost:${PORT}`

await (await import('../widget/build.ts')).buildIfStale()
await wrangler('d1', 'migrations', 'apply', 'DB', '--local')

const config = readConfig({ PARLEY_DATABASE_URL: 'd1:DB', PARLEY_ORIGIN: origin })
const store = await openStore(config)
await ensureDemo({ store, config, clock: Date.now })
const sites = await store.sites.list()
const owner = await ensureOwner(
  store,
  sites.map(({ id }) => id),
)
const desk = await makeDeskLink({ store, config, clock: Date.now }, owner.id)
await store.close()

const { secret } = await secretsFor({ databaseUrl: 'file:data/worker', secret: process.env['PARLEY_SECRET'] })
welcome = welcomeTo(origin, sites, desk).lines.join('\n')
await wrangler(
  ...['dev', '--local', '--port', PORT, '--show-interactive-dev-session=false'],
  ...['--var', `PARLEY_SECRET:${secret}`, '--var', `PARLEY_ORIGIN:${origin}`],
)

/** Runs wrangler to its end; an end that is not good is this program's end, too. */
function wrangler(...args: string[]): Promise<void> {
  const child = spawn('wrangler', args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.on('data', chunk => {
    process.stdout.write(chunk)
    if (String(chunk).includes('Ready on')) console.log(welcome)
  })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', forward)
  process.on('SIGTERM', forward)
  return new Promise(resolve => {
    child.once('exit', code => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      if (code) process.exit(code)
      resolve()
    })
  })
}
