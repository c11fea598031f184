import { afterAll, expect, test } from 'vitest'
import { archiveOf } from '../../server/exchange/archive.ts'
import { importArchive, planArchive } from '../../server/exchange/archive-import.ts'
import { archiveReader } from '../../server/store/archive-read.ts'
import { publishedReader } from '../../server/store/published.ts'
import { fileOf, fullSite } from '../exchange/full-site.ts'
import { openPlans } from './plan-stage.ts'

/** What exports ask for each of their pages, over a site on which everything has happened, and what is asked of what comes. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const all = async (pages: AsyncIterable<unknown>) => {
  for await (const _ of pages);
}

test('an archive, what is published, and the proof of an archive that comes walk indexes', async () => {
  const { deps, site } = await fullSite()
  let text = ''
  for await (const some of archiveOf(deps.store.engine, [site], true, { build: 'test', at: 1 })) text += some
  // What an import writes is told as scans of the tables that refer to people: SQLite makes them only where a constraint waits.
  let plan = await planArchive(store.engine, fileOf(text), null)
  await importArchive(store.engine, fileOf(text), plan)
  await walksIndexes(async () => {
    plan = await planArchive(store.engine, fileOf(text), null)
  })
  expect(plan.collisions).toEqual([])
  const reader = archiveReader(store.engine)
  await walksIndexes(async () => {
    await all(reader.everybody())
    await all(reader.site(site))
    await reader.mark(site)
    await reader.people([1, 2])
    await all(publishedReader(store.engine).comments(site))
    await all(publishedReader(store.engine).articles(site))
  })
}, 60_000)
