import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { migrate } from '../../server/store/migrate.ts'
import { openFile } from '../../server/store/open-file.ts'
import { createStore } from '../../server/store/store.ts'
import { isSlow, plansOf, recording } from './query-plans.ts'

/** A migrated database with one site, and what holds what is asked of it against its plans. */
export async function openPlans() {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'parley-plans-')), 'parley.db')}`
  const driver = recording(await openFile(url))
  const store = createStore(driver)
  await migrate(store)
  await store.sites.add({ id: 'daily', name: 'Daily', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  return {
    store,
    /** Everything that is asked of the database meanwhile walks indexes. */
    async walksIndexes(ask: () => Promise<unknown>): Promise<void> {
      driver.asked.length = 0
      await ask()
      expect(driver.asked.length).toBeGreaterThan(0)
      const plans = await plansOf(url, driver.asked)
      for (const [at, { sql }] of driver.asked.entries()) {
        expect({ sql, slow: plans[at]!.filter(isSlow) }).toEqual({ sql, slow: [] })
      }
    },
  }
}
