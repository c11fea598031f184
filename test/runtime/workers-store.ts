import { applyD1Migrations, env } from 'cloudflare:test'
import { openD1 } from '../../server/store/open-d1.ts'
import { createStore } from '../../server/store/store.ts'

/** The D1 database of this test run in workerd, migrated from the same files. */
export async function openWorkersStore() {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  return createStore(openD1(env.DB))
}
