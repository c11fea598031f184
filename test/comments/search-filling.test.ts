import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { SearchFilling } from '../../server/comments/search-filling.ts'
import { type World, world } from '../world.ts'

/** As a database is just after the migration: nothing of it can be found yet. */
const before = ({ deps }: World) =>
  deps.store.engine.write([
    sql`DELETE FROM search WHERE rowid IN (SELECT id FROM comments)`,
    sql`DELETE FROM search_due`,
    sql`UPDATE comments SET lang = NULL`,
    sql`INSERT INTO search_due (to_id) SELECT id FROM comments ORDER BY id DESC LIMIT 1`,
  ])

/** Does what is put off, one piece after the other, as often as there is any. */
async function inTurn(filling: SearchFilling) {
  const due: (() => Promise<void>)[] = []
  filling.plan((_, work) => due.push(work))
  for (let work = due.shift(); work; work = due.shift()) await work()
}

test('comments from before there was a search are put into it, and their language is noted', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const { as, atDesk, deps } = stage
  const mona = await atDesk('mona')
  for (let n = 0; n < 230; n++) await as('ada').posts(`The old ferry of the year ${n}`)
  await before(stage)
  expect(await mona.sees('all', { q: 'ferry' })).toEqual([])
  await as('ben').posts('The new ferry is on time and it is fine')
  expect(await mona.sees('all', { q: 'ferry' })).toHaveLength(1)
  await inTurn(new SearchFilling(deps, 1))
  expect(await mona.sees('all', { q: 'ferry' })).toHaveLength(101)
  expect(await deps.store.doctor.discrepancies()).toEqual([])
  await Promise.all([inTurn(new SearchFilling(deps)), inTurn(new SearchFilling(deps))])
  expect(await mona.sees('all', { q: 'ferry' })).toHaveLength(231)
  expect(await mona.sees('all', { language: 'en' })).toHaveLength(231)
  expect(await deps.store.search.isFilling()).toBe(false)
  expect(await deps.store.doctor.discrepancies()).toEqual([])
}, 60_000)

test('looking at the queue goes on with it, and a fault is told and tried again', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  await stage.as('ada').posts('An old ferry')
  await before(stage)
  const mona = await stage.atDesk('mona')
  await mona.queue()
  for (let n = 0; n < 4; n++) await stage.passes(50)
  expect(await mona.sees('all', { q: 'ferry' })).toEqual(['An old ferry'])

  await before(stage)
  const log: object[] = []
  const { store } = stage.deps
  const broken = { ...store, search: { ...store.search, fill: () => Promise.reject(new Error('no disk')) } }
  const deps = { store: broken, log: (line: { event: string }) => void log.push(line) }
  const filling = new SearchFilling(deps)
  await inTurn(filling)
  expect(log).toMatchObject([{ event: 'search_not_filled' }])
  deps.store = store as never
  await inTurn(filling)
  expect(await mona.sees('all', { q: 'ferry' })).toEqual(['An old ferry'])
})
