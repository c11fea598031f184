import type { Deps } from '../../deps.ts'
import { siteSettings } from '../../sites/settings.ts'
import type { Walk } from '../../store/tellings.ts'

/** So long the first comment waits for others to be told of together, in ms. */
export const GATHERING = 10 * 60_000
/** Steps through the log of a site of one round of chores; few where a run may ask the database only so often; and digests. */
const STEPS = 100
const FEW = 5
const DIGESTS = 200

/** Puts down who is told by mail of what was published, and puts the digests that are due into the outbox. */
export async function tellByMail(deps: Pick<Deps, 'store' | 'clock' | 'mail' | 'lettersARound'>): Promise<void> {
  const { store, clock, mail } = deps
  const now = clock()
  await store.mailings.forget(now)
  if (!mail) return
  const everies = new Map<string, number>()
  /** How long after one digest the next one comes at the earliest, in ms. */
  const everyOn = async (id: string): Promise<number> => {
    const every = everies.get(id) ?? siteSettings((await store.sites.find(id))?.settings ?? {}).tellMinutes * 60_000
    everies.set(id, every)
    return every
  }
  for (const walk of await store.tellings.walks()) {
    if (walk.told === 0) {
      await store.tellings.endWalk(walk.site_id)
      continue
    }
    const every = await everyOn(walk.site_id)
    let at: Walk | null = walk
    for (let steps = deps.lettersARound ? FEW : STEPS; steps > 0 && at !== null; steps--) {
      at = await store.tellings.walk(at, { at: now + GATHERING, every })
    }
  }
  for (const digest of await store.tellings.due(now, deps.lettersARound ?? DIGESTS))
    await store.tellings.take(digest, now, now + (await everyOn(digest.site_id)))
}
