import type { Deps } from '../deps.ts'
import { LOOPBACK } from './origins.ts'

/** The demo site: two sample articles that link to each other, and any page on this machine. */
export const DEMO = {
  site: 'demo',
  name: 'The Harbour Lamp',
  pages: {
    en: { path: '/demo/the-night-ferry', file: '/demo/en.html', title: 'The night ferry' },
    fa: { path: '/demo/کشتی-شب', file: '/demo/fa.html', title: 'کشتی شب' },
  },
} as const

/** Makes the demo site in a database that has no site yet; only where Parley is reached on this machine. */
export async function ensureDemo({
  store,
  config,
  clock,
}: Pick<Deps, 'store' | 'clock'> & { config: Pick<Deps['config'], 'isLocal'> }): Promise<void> {
  if (!config.isLocal || (await store.sites.list()).length > 0) return
  await store.sites.add({
    id: DEMO.site,
    name: DEMO.name,
    origins: [LOOPBACK],
    settings: {},
    isDemo: true,
    createdAt: clock(),
  })
}
