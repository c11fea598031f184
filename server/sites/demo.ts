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
  /** A page that signs its readers in with the site's own login. */
  members: { path: '/demo/members', file: '/demo/members.html' },
} as const

/** Made-up people who have an account at the demo site, by what the address of the members’ page calls them. */
export const MEMBERS = {
  nora: { sub: 'member-1', name: 'Nora Field', groups: ['readers'] },
  hester: { sub: 'member-2', name: 'Hester Moor', groups: ['editors'] },
  idris: { sub: 'member-3', name: 'Idris Vale', groups: ['readers'], author: true, url: '/demo/members' },
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
    settings: { badges: ['editors:staff'] },
    isDemo: true,
    createdAt: clock(),
  })
}
