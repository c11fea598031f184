import type { Context } from 'hono'
import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import { ArchiveQuery, ExportQuery } from '../http/wire-exports.ts'
import { personAtDesk } from '../people/desk-session.ts'
import { deskSlice, personOf, scopeOf } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { archiveOf } from './archive.ts'
import { besideOthers, bodyOf, bytesOf } from './downloads.ts'
import { publishedAs } from './published.ts'

/** How many are made at once in a process: each reads a whole site. */
const AT_ONCE = 3

const TYPES = {
  csv: { type: 'text/csv; charset=utf-8', end: 'csv' },
  disqus: { type: 'application/xml; charset=utf-8', end: 'xml' },
  parley: { type: 'application/x-ndjson; charset=utf-8', end: 'jsonl' },
}

/** What an owner takes along of a site: its archive, and what is published for other programs; behind the desk's door. */
export function exportRoutes(deps: Deps): Slice {
  let underWay = 0
  /** An answer that is made as it is taken, for as long as whoever takes it owns the site. */
  const download = (
    c: Context,
    site: string,
    format: keyof typeof TYPES,
    isGzipped: boolean,
    made: () => AsyncGenerator<string, unknown>,
  ) => {
    fromNoOtherPage(c)
    if (underWay >= AT_ONCE) throw new Problem('overloaded', { retryAfter: 30 })
    const counted = async function* () {
      underWay += 1
      try {
        yield* besideOthers(made(), () => mustStillOwn(deps, c, site))
      } finally {
        underWay -= 1
      }
    }
    const { type, end } = TYPES[format]
    const day = new Date(deps.clock()).toISOString().slice(0, 10)
    const name = `parley-${site.replace(/[^\w-]/g, '')}-${day}.${end}${isGzipped ? '.gz' : ''}`
    return c.body(bodyOf(bytesOf(counted(), isGzipped)), 200, {
      'Content-Type': isGzipped ? 'application/gzip' : type,
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  }
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/export',
        summary: 'What is published on a site, as CSV or as Disqus’s XML',
        who: 'owner',
        query: ExportQuery,
        types: ['text/csv', 'application/xml'],
        answers: { 200: v.string() },
      },
      ({ query: { site, format } }, c) =>
        download(c, site, format, false, () => {
          const asked = { site, origin: deps.config.origin }
          return deps.store.engine.asOfOneMoment(engine => publishedAs(format, engine, asked))
        }),
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/archive',
        summary: 'All of a site as an archive of Parley: JSON lines, by default with gzip around them',
        who: 'owner',
        // It holds addresses, notes, and what was never published: no program that only has a key gets it.
        by: 'session',
        query: ArchiveQuery,
        types: ['application/x-ndjson', 'application/gzip'],
        answers: { 200: v.string() },
      },
      ({ query: { site, gzip = 'yes' } }, c) =>
        download(c, site, 'parley', gzip === 'yes', () => {
          const about = { build: deps.build, at: deps.clock() }
          return deps.store.engine.asOfOneMoment(engine => archiveOf(engine, [site], false, about))
        }),
    )
}

/** A page of somebody else's cannot send an owner's browser here: it would only keep the server busy. */
function fromNoOtherPage(c: Context): void {
  const from = c.req.header('sec-fetch-site')
  if (from === 'cross-site' || from === 'same-site') {
    throw new Problem('origin_refused', { detail: 'Download it from the desk.' })
  }
}

/** A long download ends with the session, and with the role. */
async function mustStillOwn(deps: Deps, c: Context, site: string): Promise<void> {
  if (scopeOf(c) === null) await personAtDesk(deps, c)
  if ((await deps.store.people.roleOn(personOf(c).id, site)) !== 'owner') throw new Problem('forbidden')
}
