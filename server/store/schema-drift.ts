import { sql } from 'drizzle-orm/sql'
import { migrate } from './migrate.ts'
import { openFile } from './open-file.ts'
import { createStore, type Store } from './store.ts'

/** Where a database is made otherwise than the migrations make one. */
export interface Drift {
  /** `lacks` what is read and counted by, has it `otherwise`, or has a trigger or index `more`. */
  how: 'lacks' | 'otherwise' | 'more'
  /** Such as `trigger comments_counted`. */
  what: string
}

interface Made {
  type: string
  name: string
  tbl_name: string
  sql: string
}

/** Holds the tables, indexes and triggers of a database against those of an empty one that the migrations have just made. */
export async function driftOf(store: Store): Promise<Drift[]> {
  const meant = createStore(await openFile(':memory:'))
  try {
    await migrate(meant)
    const [here, there] = [await madeIn(store), await madeIn(meant)]
    const drifts: Drift[] = []
    for (const [what, { sql: text }] of there) {
      const found = here.get(what)
      if (found === undefined) drifts.push({ how: 'lacks', what })
      else if (found.sql !== text) drifts.push({ how: 'otherwise', what })
    }
    const ours = new Set([...there.values()].map(each => each.tbl_name))
    for (const [what, { type, tbl_name }] of here) {
      // A table more is somebody's own affair; what is put on ours may count and refuse.
      if (!there.has(what) && type !== 'table' && ours.has(tbl_name)) drifts.push({ how: 'more', what })
    }
    return drifts
  } finally {
    await meant.close()
  }
}

async function madeIn({ engine }: Store): Promise<Map<string, Made>> {
  const rows = await engine.all<Made>(
    sql`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'd1_migrations'`,
  )
  return new Map(rows.map(row => [`${row.type} ${row.name}`, { ...row, sql: spelt(row.sql) }]))
}

/** A statement without its comments and line breaks, which wrangler and Parley do not keep alike. */
const spelt = (text: string): string =>
  text
    .replace(/--[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
