import { readConfig } from '../../server/config.ts'
import type { Deps } from '../../server/deps.ts'
import { nodeDeps, serveOnNode } from '../../server/node.ts'
import { DEMO, ensureDemo } from '../../server/sites/demo.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'

/**
 * Parley as `parley start` serves it, in this process.
 * @param settings environment variables
 * @param before what is done to its database before anybody is served
 * @param instead how other servers answer, and whether more is asked of this one than it can do
 */
export async function serveParley(
  settings: Record<string, string>,
  before?: (store: Store) => Promise<unknown>,
  instead?: Pick<Partial<Deps>, 'fetch' | 'isPressed'>,
) {
  const read = readConfig({ PARLEY_SECRET: 'b'.repeat(43), ...settings })
  const config = { ...read, secret: read.secret! }
  const store = await openStore(config)
  await ensureDemo({ store, config, clock: Date.now })
  await before?.(store)
  const { stop } = await serveOnNode(config, store, instead)
  const sample = new URL(config.origin + DEMO.pages.en.path).href
  return { origin: config.origin, sample, store, stop, deps: nodeDeps(config, store) }
}
