import type { Deps } from '../../deps.ts'
import { siteSettings } from '../../sites/settings.ts'

/** So long the first comment waits for others to be told of together, in ms. */
export const GATHERING = 10 * 60_000
/** Steps through the log of a site, and digests, of one round of chores. */
const STEPS = 10
const DIGESTS = 200

/** Puts down who is told by mail of what was published, and puts the digests that are due into the outbox. */
export async function tellByMail(deps: Pick<Deps, 'store' | 'clock' | 'mail' | 'lettersARound'>): Promise<void> {
  const { store, clock, mail } = deps
  const now = clock()
  await store.mailings.forget(now)
  if (!mail) return
  for (const walk of await store.tellings.walks()) {
    if (!walk.told) {
      await store.tellings.endWalk(walk.site_id)
      continue
    }
    const site = await store.sites.find(walk.site_id)
    const every = siteSettings(site?.settings ?? {}).tellMinutes * 60_000
    let from: number | null = walk.seq
    for (let steps = STEPS; steps > 0 && from !== null; steps--) {
      from = await store.tellings.walk(walk.site_id, from, { at: now + GATHERING, every })
    }
  }
  for (const digest of await store.tellings.due(now, deps.lettersARound ?? DIGESTS))
    await store.tellings.take(digest, now)
}
