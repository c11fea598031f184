import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'

/** A database that Parley has open, and another program that has it open, too. */
async function shared() {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'parley-busy-')), 'parley.db')}`
  const store = await openStore({ databaseUrl: url, databaseToken: undefined })
  const other = createClient({ url, timeout: 0, concurrency: 1 })
  onTestFinished(async () => {
    other.close()
    await store.close()
  })
  return { url, store, other }
}

const site = (id: string) => ({ id, name: id, origins: [], settings: {}, isDemo: false, createdAt: 1 })
const names = async (other: ReturnType<typeof createClient>) =>
  (await other.execute('SELECT id FROM sites ORDER BY id')).rows.map(row => row['id'])

/** The other program holds the database for so many ms. */
async function held(other: ReturnType<typeof createClient>, ms: number, meanwhile: () => Promise<unknown>) {
  const holding = await other.transaction('write')
  await holding.execute(
    "INSERT INTO sites (id, name, origins, settings, created_at) VALUES ('held', '', '[]', '{}', 1)",
  )
  const doing = meanwhile()
  await pause(ms)
  await holding.rollback()
  return doing
}

test('while another program holds the database, reads are answered, writes wait, and the event loop goes on', async () => {
  const { store, other } = await shared()
  let [turns, reads] = [0, 0]
  const turning = setInterval(() => {
    turns += 1
  }, 5)
  await held(other, 400, async () => {
    const writing = Promise.all(['a', 'b', 'c'].map(id => store.sites.add(site(id))))
    let isWritten = false
    writing.then(() => {
      isWritten = true
    })
    while (!isWritten) {
      expect(await store.sites.list()).toEqual(expect.not.arrayContaining([expect.objectContaining({ id: 'held' })]))
      reads += 1
      await pause(5)
    }
    expect(await writing).toEqual([true, true, true])
  })
  clearInterval(turning)
  expect(reads).toBeGreaterThan(15)
  // Of the 80 turns that fit in; with a wait that is native there are none.
  expect(turns).toBeGreaterThan(20)
  expect(await names(other)).toEqual(['a', 'b', 'c'])
})

test('reads and writes that overlap while the connection is replaced all end well, in the order they came', async () => {
  const { store, other } = await shared()
  await held(other, 150, async () => {
    const all = Array.from({ length: 120 }, (_, n) =>
      n % 3 === 0 ? store.sites.add(site(`s${String(n).padStart(3, '0')}`)) : store.sites.list(),
    )
    expect((await Promise.allSettled(all)).filter(({ status }) => status === 'rejected')).toEqual([])
  })
  expect(await names(other)).toHaveLength(40)
  expect(await store.sites.list()).toHaveLength(40)
})

test('what waits too long is refused by itself; what came later is written', async () => {
  const { store, other } = await shared()
  const early = held(other, 2_600, async () => {
    const refused = expect(store.sites.add(site('early'))).rejects.toMatchObject({ code: 'busy' })
    await pause(1_500)
    const late = store.sites.add(site('late'))
    await refused
    expect(await late).toBe(true)
  })
  await early
  expect(await names(other)).toEqual(['late'])
})

test('a connection that took the place of another has the same settings, and counts what others commit anew', async () => {
  const { store, other } = await shared()
  for (let others = 0; others < 4; others++) {
    await store.engine.generation()
    await held(other, 30, () => store.sites.add(site(`own-${others}`)))
    for (const [name, value] of Object.entries({ journal_mode: 'wal', synchronous: 2, trusted_schema: 0 })) {
      const row = await store.engine.first<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`))
      expect(Object.values(row!)).toEqual([value])
    }
    const before = await store.engine.generation()
    for (let n = 0; n <= others; n++) await other.execute(`UPDATE sites SET name = '${others} ${n}'`)
    await pause(260)
    expect(await store.engine.generation()).not.toBe(before)
  }
})

test('a start waits while another program has the whole file to itself', async () => {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'parley-busy-')), 'parley.db')}`
  const program = `import { createClient } from '@libsql/client'
    const owner = createClient({ url: ${JSON.stringify(url)}, concurrency: 1 })
    await owner.execute('PRAGMA locking_mode = EXCLUSIVE')
    await owner.execute('CREATE TABLE theirs (id)')
    console.log('owned')
    setTimeout(() => process.exit(), 300)`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(owner.stdout, 'data')
  const store = await openStore({ databaseUrl: url, databaseToken: undefined })
  expect(await store.sites.add(site('after'))).toBe(true)
  await store.close()
})

test.each([
  ['full', 'PRAGMA max_page_count = 1'],
  ['read-only', 'PRAGMA query_only = 1'],
])('where the disk is %s nothing is stored, reading goes on, and writing does without a restart', async (_, fault) => {
  const { store, other } = await shared()
  await store.engine.first(sql.raw(fault))
  const large = { ...site('large'), name: 'x'.repeat(100_000) }
  await expect(store.sites.add(large)).rejects.toMatchObject({ code: 'storage_failed', extras: { retryAfter: 30 } })
  expect(await store.sites.list()).toEqual([])
  // The fault was the connection's own, and that is another one now.
  expect(await store.sites.add(large)).toBe(true)
  expect(await names(other)).toEqual(['large'])
})

test('EXPLAIN hides what is acknowledged after it: that is why nothing in the server says it', async () => {
  const { url, other } = await shared()
  const client = createClient({ url, concurrency: 1 })
  await client.execute('EXPLAIN DELETE FROM sites')
  const insert =
    "INSERT INTO sites (id, name, origins, settings, created_at) VALUES ('x', '', '[]', '{}', 1) RETURNING id"
  expect((await client.execute(insert)).rows).toHaveLength(1)
  // When this fails, the driver has mended it.
  expect(await names(other)).toEqual([])
  client.close()
})
