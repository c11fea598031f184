import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { openD1 } from '../../server/store/open-d1.ts'
import { createStore } from '../../server/store/store.ts'

/** The D1 database in workerd, emptied of what another test file left and migrated from the same files. */
export async function openWorkersStore() {
  await reset()
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  return createStore(openD1(env.DB))
}
