import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { sql } from 'drizzle-orm'
import { openD1 } from '../../server/store/open-d1.ts'
import { createStore } from '../../server/store/store.ts'

/** How often the database is emptied before it counts as one that cannot be. */
const TRIES = 20

/**
 * The D1 database in workerd, emptied of what another test file left and migrated from the same files. Where the file
 * before still had something under way, workerd's emptying may come to nothing; then it is done again.
 */
export async function openWorkersStore() {
  for (let tries = 0; tries < TRIES; tries++) {
    await reset()
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
    const store = createStore(openD1(env.DB))
    if (!(await store.engine.first(sql`SELECT 1 FROM sites LIMIT 1`))) return store
  }
  throw new Error('The database of the test file before could not be emptied.')
}
