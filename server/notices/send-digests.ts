import type { Deps } from '../deps.ts'
import { readAddress } from '../people/email-address.ts'

/** For so long, in ms, somebody at the desk may take a decision back: a comment that waits again by that wakes nobody. */
export const UNDO_WINDOW = 10_000
/** From one digest to the next of the same person and site, in ms. */
export const QUIET = 3_600_000

/**
 * Puts digests into the outbox for the moderators who wish to know that their queue is no longer empty: when something waits
 * there, and nothing of what the mail before told of still does. At most one an hour for each person and site, whoever else
 * does the same at the same time.
 * @returns how many go
 */
export async function sendDigests({ store, clock, mail }: Deps): Promise<number> {
  if (!mail) return 0
  const now = clock()
  const queues = new Map<string, { at: number }[]>()
  let put = 0
  for (const wish of await store.digests.wished(now - QUIET)) {
    const { site, digestAt, personId } = wish
    const queue = queues.get(site.id) ?? (await store.digests.waiting(site.id))
    queues.set(site.id, queue)
    const times = queue.map(({ at }) => at)
    const isTold = digestAt !== null && times.some(at => at <= digestAt)
    if (isTold || !times.some(at => at <= now - UNDO_WINDOW)) continue
    const to = readAddress(wish.email)
    if (!to) continue
    const letter = { site: site.id, kind: 'digest', to, payload: { person: personId }, at: now }
    if (await store.digests.claim(wish, digestAt, now, letter)) put += 1
  }
  return put
}
