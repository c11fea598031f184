import type { Deps } from '../deps.ts'
import { digestMail } from './digest.ts'

/** For so long, in ms, somebody at the desk may take a decision back: a comment that waits again by that wakes nobody. */
export const UNDO_WINDOW = 10_000
/** From one digest to the next of the same person and site, in ms. */
export const QUIET = 3_600_000

/**
 * Writes to the moderators who wish it that their queue is no longer empty: when something waits there, and nothing of
 * what the mail before told of still does. At most once an hour for each person and site, whoever else does the same at
 * the same time.
 * @returns how many mails were sent
 */
export async function sendDigests({ store, clock, mail, config, log }: Deps): Promise<number> {
  if (!mail) return 0
  const now = clock()
  const queues = new Map<string, { at: number }[]>()
  let sent = 0
  for (const wish of await store.digests.wished(now - QUIET)) {
    const { site, digestAt } = wish
    const queue = queues.get(site.id) ?? (await store.digests.waiting(site.id))
    queues.set(site.id, queue)
    const times = queue.map(({ at }) => at)
    const isTold = digestAt !== null && times.some(at => at <= digestAt)
    if (isTold || !times.some(at => at <= now - UNDO_WINDOW)) continue
    if (!(await store.digests.claim(wish, digestAt, now))) continue
    try {
      const since = Math.min(...times)
      await mail(digestMail({ to: wish.email, site, waiting: times.length, since, origin: config.origin }))
      sent += 1
    } catch (error) {
      // An error's words may name addresses; its code does not.
      log({ event: 'mail_failed', notice: 'digest', code: String((error as { code?: unknown }).code ?? 'unknown') })
      await store.digests.claim(wish, now, digestAt)
    }
  }
  return sent
}
