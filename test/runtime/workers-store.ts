/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations, env } from 'cloudflare:test'
import { type D1, openD1 } from '../../server/store/open-d1.ts'
import { createStore } from '../../server/store/store.ts'

/** The D1 database of this test run in workerd, migrated from the same files. */
export async function openWorkersStore() {
  const { DB, TEST_MIGRATIONS } = env as unknown as { DB: D1; TEST_MIGRATIONS: never }
  await applyD1Migrations(DB as never, TEST_MIGRATIONS)
  return createStore(openD1(DB))
}
