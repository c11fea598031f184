import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm/sql'
import { hitsUnique } from './engine.ts'
import type { Store } from './store.ts'
import { newerWords, WrongSchema } from './version.ts'

const FOLDER = new URL('../../migrations/', import.meta.url)

/** The names of the migration files, in order. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter(name => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
}

/** The statements of one migration file; each stands between two `--> statement-breakpoint` lines. */
export async function migrationStatements(name: string): Promise<string[]> {
  const text = await readFile(new URL(name, FOLDER), 'utf8')
  return text
    .split('--> statement-breakpoint')
    .map(statement => statement.trim())
    .filter(Boolean)
}

/**
 * How a database stands to the migration files: the newest that it has, null where it has none, and those it lacks.
 * @throws WrongSchema when the database is from a newer Parley
 */
export async function lackingIn(store: Pick<Store, 'version'>): Promise<{ newest: string | null; lacking: string[] }> {
  const files = await migrationFiles()
  const applied = await store.version.applied()
  const newest = applied.at(-1) ?? null
  if (newest !== null && !files.includes(newest)) throw new WrongSchema(newerWords(newest))
  return { newest, lacking: files.filter(file => !applied.includes(file)) }
}

/**
 * Brings a database up to date. The bookkeeping table is wrangler's `d1_migrations`, so that both apply the same files;
 * each file is one atomic batch that begins by taking its name, so that of several processes one applies it.
 * @returns the names that were applied
 * @throws WrongSchema when the database is from a newer Parley
 */
export async function migrate(store: Store): Promise<string[]> {
  const { lacking } = await lackingIn(store)
  // Who only looks writes nothing, and can look where nothing can be written.
  if (lacking.length === 0) return []
  await store.engine.write([
    sql`CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
      applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
  ])
  const done: string[] = []
  for (const name of lacking) {
    const statements = (await migrationStatements(name)).map(text => sql.raw(text))
    try {
      await store.engine.write([sql`INSERT INTO d1_migrations (name) VALUES (${name})`, ...statements])
      done.push(name)
    } catch (error) {
      if (!hitsUnique(error, 'd1_migrations.name')) throw error
    }
  }
  return done
}
