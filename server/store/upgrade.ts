import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'drizzle-orm/sql'
import type { Config } from '../config.ts'
import { lackingIn, migrationStatements } from './migrate.ts'
import { openFile } from './open-file.ts'
import { openRemote } from './open-remote.ts'
import { pathOf, requireDatabase } from './path.ts'
import { createStore, type Store } from './store.ts'

/** One migration that is still to come, and what it touches. */
export interface Step {
  name: string
  /** Tables that it makes, and those it changes or puts an index or a trigger on, with their rows. */
  makes: string[]
  touches: { table: string; rows: number }[]
  /** Milliseconds that it takes, about: what is made anew from rows that are there. */
  about: number
}

/** What would be done to a database, and what it needs. */
export interface Plan {
  /** The newest migration the database has; null for one with nothing in it. */
  from: string | null
  steps: Step[]
  /** Bytes of the database, and what is free beside it; null where it is no file here. */
  size: number | null
  free: number | null
}

/** Rows a millisecond for which an index is built or a new column filled, on a slow disk. */
const ROWS_A_MS = 200

/**
 * Opens a database as it is, of whichever version.
 * @throws NoDatabase where it is not there
 */
export async function openAsItIs({
  databaseUrl,
  databaseToken,
}: Pick<Config, 'databaseUrl' | 'databaseToken'>): Promise<Store> {
  await requireDatabase(databaseUrl)
  const path = pathOf(databaseUrl)
  return createStore(path === null ? openRemote(databaseUrl, databaseToken) : await openFile(databaseUrl))
}

/**
 * What an upgrade would do; writes nothing.
 * @throws WrongSchema when the database is from a newer Parley
 */
export async function planUpgrade(store: Store, databaseUrl: string): Promise<Plan> {
  const { newest: from, lacking } = await lackingIn(store)
  const known = await store.engine.all<{ name: string }>(sql`SELECT name FROM sqlite_schema WHERE type = 'table'`)
  const there = new Set(known.map(({ name }) => name))
  const steps: Step[] = []
  for (const name of lacking) {
    const { makes, touches, weighs } = readMigration(await migrationStatements(name))
    const rows = new Map<string, number>()
    for (const table of touches.filter(each => there.has(each))) {
      const row = await store.engine.first<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.identifier(table)}`)
      rows.set(table, row?.n ?? 0)
    }
    const work = weighs.reduce((sum, table) => sum + (rows.get(table) ?? 0), 0)
    steps.push({
      name,
      makes,
      touches: [...rows].map(([table, count]) => ({ table, rows: count })),
      about: Math.ceil(work / ROWS_A_MS),
    })
  }
  return { from, steps, ...(await roomOf(store, databaseUrl)) }
}

/** Bytes of a database, and what is free beside it; null where it is no file here. */
export async function roomOf(store: Store, databaseUrl: string): Promise<Pick<Plan, 'size' | 'free'>> {
  const path = pathOf(databaseUrl)
  if (path === null) return { size: null, free: null }
  const pages = await store.engine.first<{ bytes: number }>(
    sql`SELECT c.page_count * s.page_size AS bytes FROM pragma_page_count() c, pragma_page_size() s`,
  )
  const disk = await statfs(dirname(path))
  return { size: pages?.bytes ?? 0, free: disk.bavail * disk.bsize }
}

/** The tables that a migration names: those it makes, those it touches, and those it walks through, once for each time. */
export function readMigration(statements: readonly string[]): { makes: string[]; touches: string[]; weighs: string[] } {
  const makes = new Set<string>()
  const touches = new Set<string>()
  const weighs: string[] = []
  for (const statement of statements) {
    const text = statement
      .replace(/--[^\n]*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const made = /^CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?["`]?(\w+)/i.exec(text)?.[1]
    const indexed = /^CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?\S+ ON ["`]?(\w+)/i.exec(text)?.[1]
    const filled = /^(?:UPDATE|DELETE FROM|INSERT (?:OR \w+ )?INTO) ["`]?(\w+)/i.exec(text)?.[1]
    const changed = /^ALTER TABLE ["`]?(\w+)/i.exec(text)?.[1] ?? /^CREATE TRIGGER .*? ON ["`]?(\w+)/i.exec(text)?.[1]
    if (made) makes.add(made)
    for (const table of [indexed, filled, changed]) if (table && !makes.has(table)) touches.add(table)
    for (const table of [indexed, filled]) if (table && !makes.has(table)) weighs.push(table)
  }
  return { makes: [...makes], touches: [...touches], weighs }
}
