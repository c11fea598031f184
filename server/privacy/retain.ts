import type { Deps } from '../deps.ts'
import { siteSettings } from '../sites/settings.ts'
import { type Ends, RETAINED, type Retained } from '../store/retention.ts'

const DAY = 24 * 3_600_000
/** Rows looked at in one step: what is taken away of them takes about 20 ms. */
const STEP = 100
/** Steps of one round of chores, over all kinds: Workers ask a database fifty times in one run at the most. */
const STEPS = 12

/** Until when what each site keeps must have come to an end to go now. */
export async function endsAt(deps: Pick<Deps, 'store' | 'clock'>): Promise<Ends> {
  const now = deps.clock()
  const ends: Ends = { refused: {}, evidence: {}, now }
  for (const { id, settings } of await deps.store.sites.list()) {
    const { keepsRefusedDays, keepsEvidenceDays } = siteSettings(settings)
    ends.refused[id] = now - keepsRefusedDays * DAY
    ends.evidence[id] = now - keepsEvidenceDays * DAY
  }
  return ends
}

/**
 * Takes away what is kept no longer: once a day each kind of data is looked through, some of it in each round of chores.
 * Of several processes one does so at a time; one that is killed is followed a minute later, where it was.
 * @param steps as many as are done at the most
 * @returns how many rows were taken, by kind, of those kinds that were looked at
 */
export async function retain(
  deps: Pick<Deps, 'store' | 'clock'>,
  steps = STEPS,
): Promise<Partial<Record<Retained, number>>> {
  const { retention } = deps.store
  const known = new Map((await retention.state()).map(row => [row.kind, row]))
  const now = deps.clock()
  const due = RETAINED.filter(kind => {
    const row = known.get(kind)
    return !row || (row.next_at <= now && row.lease_until <= now)
  })
  const taken: Partial<Record<Retained, number>> = {}
  if (due.length === 0) return taken
  const ends = await endsAt(deps)
  let left = steps
  for (const kind of due) {
    if (left === 0) break
    const begun = await retention.claim(kind, now)
    if (begun === null) continue
    let at = { position: begun, isDone: false, taken: 0 }
    for (; left > 0 && !at.isDone; left--) {
      const { position, isDone, taken: more } = await retention.step(kind, at.position, STEP, ends)
      at = { position, isDone, taken: at.taken + more }
    }
    await retention.leave(kind, at, deps.clock())
    taken[kind] = at.taken
  }
  return taken
}
