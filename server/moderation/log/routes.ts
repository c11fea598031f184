import * as v from 'valibot'
import { spellId } from '../../comments/ids.ts'
import type { Deps } from '../../deps.ts'
import type { Slice } from '../../http/slice.ts'
import * as wire from '../../http/wire.ts'
import { deskSlice, roleOf, staysIn } from '../../people/door.ts'
import { RULES } from '../decide.ts'
import { exportLog } from './export-log.ts'

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' }

/** The log as moderators read it and take it along; behind the desk's door. */
export function logRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/log',
        summary: 'One page of a site’s decisions, newest first; it may be short and still have a next one',
        who: 'moderator',
        query: wire.LogQuery,
        answers: { 200: wire.LogPage },
      },
      async ({ query: { site, after, ...filter } }, c) => {
        const isOwner = roleOf(c) === 'owner'
        const { log, people } = deps.store
        const before = after ?? (await log.newest(site)) + 1
        const { entries, next, reached } = await log.page(site, filter, before, isOwner)
        const isFirst = after === undefined
        return c.json({
          ...{ entries, reached },
          next: next === null ? null : String(next),
          people: isFirst ? (await people.on(site)).map(({ id, name }) => ({ id: spellId(id), name })) : [],
          rules: isFirst ? RULES.map(({ name }) => name) : [],
        })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/log/export',
        summary: 'All decisions of a site, oldest first, as CSV or JSON lines',
        who: 'moderator',
        query: wire.LogExportQuery,
        types: ['text/csv', 'application/x-ndjson'],
        answers: { 200: v.string() },
      },
      async ({ query: { site, format } }, c) => {
        const isOwner = roleOf(c) === 'owner'
        return c.body(exportLog(deps.store, site, format, isOwner, staysIn(deps, c)), 200, {
          'Content-Type': TYPES[format],
          'Content-Disposition': `attachment; filename="parley-log-${site.replace(/[^\w-]/g, '')}.${format}"`,
        })
      },
    )
}
