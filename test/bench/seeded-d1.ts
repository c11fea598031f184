import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { migrate } from '../../server/store/migrate.ts'
import { type D1, openD1 } from '../../server/store/open-d1.ts'
import { createStore } from '../../server/store/store.ts'
import { countingD1 } from '../runtime/counting-d1.ts'
import { folder } from './processes.ts'
import { SMALL } from './run.ts'
import { seed } from './seed/seed.ts'

/** Where this run's D1 is kept, as `wrangler dev --persist-to` takes it. */
export const D1_FOLDER = join(folder, 'd1')
let isSeeded = false

/** The small seed in a local D1, which is workerd's own; it counts what is read. */
export async function openSeededD1() {
  Object.assign(process.env, { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' })
  const proxy = await getPlatformProxy<{ DB: D1 }>({
    configPath: 'wrangler.toml',
    persist: { path: join(D1_FOLDER, 'v3') },
  })
  const { d1, cost } = countingD1(proxy.env.DB)
  const store = createStore({ ...openD1(d1), close: () => proxy.dispose() })
  if (!isSeeded) {
    await migrate(store)
    await seed(store, SMALL)
    isSeeded = true
  }
  return { store, cost }
}
