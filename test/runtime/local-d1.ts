import { getPlatformProxy } from 'wrangler'
import type { D1 } from '../../server/store/open-d1.ts'

/** A D1 database of workerd's own, for a test on Node; kept in a folder. */
export async function localD1(folder: string): Promise<{ binding: D1; close(): Promise<void> }> {
  Object.assign(process.env, { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' })
  const proxy = await getPlatformProxy<{ DB: D1 }>({ configPath: 'wrangler.toml', persist: { path: folder } })
  return { binding: proxy.env.DB, close: () => proxy.dispose() }
}
