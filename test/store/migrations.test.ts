import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { migrate, migrationFiles, migrationStatements } from '../../server/store/migrate.ts'
import { openStore } from '../../server/store/open.ts'
import { openFile } from '../../server/store/open-file.ts'
import * as schema from '../../server/store/schema.ts'
import { createStore } from '../../server/store/store.ts'
import { NEWEST_MIGRATION } from '../../server/store/version.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-migrations-'))
const file = (name: string) => `file:${join(folder, name)}`
const open = (name: string) => openStore({ databaseUrl: file(name), databaseToken: undefined })

test('the newest migration is the one the program names', async () => {
  expect((await migrationFiles()).at(-1)).toBe(NEWEST_MIGRATION)
})

test('no migration rebuilds or drops a table, cascades, or opens a transaction', async () => {
  for (const name of await migrationFiles()) {
    const text = (await migrationStatements(name)).join(';\n')
    expect(text).not.toMatch(/__new_|DROP TABLE|ON DELETE CASCADE|\bBEGIN TRANSACTION\b|\bCOMMIT\b/i)
  }
})

test('three starts at once apply each migration once, and a second start keeps the data', async () => {
  const stores = await Promise.all(
    Array.from({ length: 3 }, async () => createStore(await openFile(file('at-once.db')))),
  )
  const done = await Promise.all(stores.map(store => migrate(store).catch((error: Error) => error.message)))
  await Promise.all(stores.map(store => store.close()))
  const store = await open('at-once.db')
  expect(await store.version.applied()).toEqual(await migrationFiles())
  expect(await store.version.state()).toBe('current')
  expect(done.flat().filter(name => name === NEWEST_MIGRATION)).toHaveLength(1)
  await store.sites.add({ id: 'daily', name: 'Daily', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  await store.close()
  const again = await open('at-once.db')
  expect(await again.sites.find('daily')).toMatchObject({ name: 'Daily' })
  await again.close()
}, 20_000)

test('a database from a newer Parley is refused with words that say what to do, and stays as it is', async () => {
  const store = await open('newer.db')
  await store.engine.write([sql`INSERT INTO d1_migrations (name) VALUES ('9999_future.sql')`])
  await expect(store.version.requireCurrent()).rejects.toThrow(/newer Parley.*9999_future\.sql[\s\S]*restore a backup/)
  await store.close()
  await expect(open('newer.db')).rejects.toThrow(/newer Parley.*9999_future\.sql[\s\S]*restore a backup/)
})

test('drizzle’s schema and the migrated tables are the same', async () => {
  const store = await open('schema.db')
  const tables = Object.values(schema).filter(table => table instanceof SQLiteTable)
  const names = await store.engine.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'd1_migrations'
      AND name NOT LIKE 'search%'`,
  )
  expect(tables.map(table => getTableConfig(table).name).sort()).toEqual(names.map(({ name }) => name).sort())
  for (const table of tables) {
    const { name, columns } = getTableConfig(table)
    const real = await store.engine.all<{ name: string; type: string; notnull: number; pk: number }>(
      sql`SELECT name, type, "notnull", pk FROM pragma_table_info(${name})`,
    )
    const drawn = columns.map(column => [column.name, column.getSQLType().toUpperCase(), column.notNull])
    expect([name, drawn.sort()]).toEqual([
      name,
      real.map(column => [column.name, column.type, column.notnull === 1]).sort(),
    ])
  }
  await store.close()
})
