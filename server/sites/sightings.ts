import type { Context, MiddlewareHandler } from 'hono'
import type { Sighting } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { isOneOf, readOrigin } from './origins.ts'

const HOUR = 3_600_000
const MONTH = 30 * 24 * HOUR
/** Origins that one process remembers having written; past that it begins anew. */
const REMEMBERED = 2_000
/** Strange origins of a site that a process writes in an hour, whoever makes them up. */
const STRANGE_AN_HOUR = 10

/**
 * Keeps at which of its origins a site's widget was seen last, to the hour, and at which it was refused: so that its owner is
 * told whether what was pasted does its work. It looks at the Origin header of who asks for a thread, which names a site and
 * nobody; each is written once an hour at the most.
 */
export function sightings(deps: Deps): MiddlewareHandler {
  const own = new URL(deps.config.origin).origin
  const written = new Map<string, number>()
  const strange = new Map<string, number>()

  const note = (c: Context): void => {
    // A page of Parley's own host sends none when it reads.
    const origin = c.req.header('origin') ?? (c.req.header('sec-fetch-site') === 'same-origin' ? own : undefined)
    if (origin === undefined || origin.length > 300 || deps.isPressed?.()) return
    const site = /[?&]site=([\w-]{1,40})(?:&|$)/.exec(c.req.url)?.[1]
    const isRefused = c.error instanceof Problem && c.error.code === 'origin_refused'
    if (site === undefined || !(isRefused || c.res.status === 200 || c.res.status === 304)) return
    const now = deps.clock()
    const hour = now - (now % HOUR)
    const name = `${site} ${isRefused} ${origin}`
    if (written.get(name) === hour) return
    if (isRefused) {
      const times = strange.get(`${site} ${hour}`) ?? 0
      if (times >= STRANGE_AN_HOUR) return
      if (strange.size >= REMEMBERED) strange.clear()
      strange.set(`${site} ${hour}`, times + 1)
    }
    if (written.size >= REMEMBERED) written.clear()
    written.set(name, hour)
    deps.later(c, 0, () => keep(site, origin, isRefused, hour))
  }

  async function keep(id: string, origin: string, isRefused: boolean, hour: number): Promise<void> {
    const { store } = deps
    // A page that was opened from a file or in a sandbox says “null”.
    if (isRefused) {
      if (origin === 'null' || readOrigin(origin) === origin)
        await store.sightings.refused(id, origin, hour, hour - MONTH)
      return
    }
    // A thread may be asked for from anywhere in the name of a page of the site.
    const site = await store.sites.find(id)
    if (site && isOneOf(site.origins, origin)) await store.sightings.seen(id, origin, hour)
  }

  return async (c, next) => {
    await next()
    note(c)
  }
}

/** Where a site's widget was seen and refused, as its desk shows it. */
export async function sightingsOf({ store }: Deps, site: string): Promise<Sighting[]> {
  const rows = await store.sightings.of(site)
  return rows.map(({ origin, seen_at, refused_at }) => ({ origin, seenAt: seen_at, refusedAt: refused_at }))
}
