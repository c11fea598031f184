import { sql } from 'drizzle-orm'
import { LOOPBACK } from '../../../server/sites/origins.ts'
import { migrationFiles, migrationStatements } from '../../../server/store/migrate.ts'
import { openFile } from '../../../server/store/open-file.ts'
import { createStore } from '../../../server/store/store.ts'
import { SITE } from './ledger.ts'

/** A database as the Parley before this one left it: all migrations but the last, and a site. */
export async function formerDatabase(file: string): Promise<void> {
  const { engine, sites, close } = createStore(await openFile(`file:${file}`))
  await engine.write([
    sql`CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
      applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
  ])
  for (const name of (await migrationFiles()).slice(0, -1)) {
    const statements = (await migrationStatements(name)).map(text => sql.raw(text))
    await engine.write([sql`INSERT INTO d1_migrations (name) VALUES (${name})`, ...statements])
  }
  await sites.add({ id: SITE, name: 'The Daily', origins: [LOOPBACK], settings: {}, isDemo: false, createdAt: 1 })
  await close()
}
