import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { SEALED_AT_ONCE, sealLog } from '../../server/moderation/log/seal-log.ts'
import { readHead, spellHead, verifyLog } from '../../server/moderation/log/verify-log.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-log-'))
let databases = 0

/** A database of its own with a log of so many rows, of which the first are sealed. */
async function logOf(rows: number, sealed = rows): Promise<Store> {
  const store = await openStore({
    databaseUrl: `file:${join(folder, `${++databases}.db`)}`,
    databaseToken: undefined,
  })
  await store.sites.add({ id: 'daily', name: 'Daily', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  if (sealed > 0) await append(store, 1, sealed)
  await seal(store)
  if (rows > sealed) await append(store, sealed + 1, rows)
  return store
}

const append = (store: Store, from: number, to: number) =>
  store.engine.write([
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, rule, ruler,
        text_digest, at)
      WITH RECURSIVE n (i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
      SELECT 'daily', i, i, 1, 'post', 'none', 'pending', 'first_comment', 'firstComment', 'rules', 'digest-' || CAST(i AS INTEGER), i FROM n`,
  ])

const seal = (store: Store) => sealLog({ store, clock: () => 1 })

/** Somebody who can write to the database does so behind the triggers' back. */
const tamper = (store: Store, ...statements: SQL[]) =>
  store.engine.write([
    ...['rulings_refuse_update', 'rulings_refuse_delete', 'seals_refuse_update', 'seals_refuse_delete'].map(name =>
      sql.raw(`DROP TRIGGER IF EXISTS ${name}`),
    ),
    ...statements,
  ])

const faultOf = async (store: Store, head: string | null = null) =>
  (await verifyLog(store, 'daily', head === null ? null : readHead(head))).fault

test('a log is sealed range by range, and fits', async () => {
  const store = await logOf(2 * SEALED_AT_ONCE + 5)
  const found = await verifyLog(store, 'daily', null)
  expect(found).toMatchObject({ rows: 405, sealed: 405, seals: 3, fault: null })
  expect(found.head).toMatchObject({ seq: 405, hash: expect.stringMatching(/^[\w-]{43}$/) })
  expect(await seal(store)).toBe(0)
})

/** Computed apart from this program, from the spelling that `seal.ts` states. */
test('the same rows give the same seal, whoever computes it', async () => {
  const { head } = await verifyLog(await logOf(3), 'daily', null)
  expect(spellHead(head!)).toBe('3-lOenI033FqGRkQT8YCVDnOP4MogcC1Pc5tZ6lfxZbUg')
})

test('rows that are not sealed yet are told, and sealed the next time', async () => {
  const store = await logOf(12, 10)
  expect(await verifyLog(store, 'daily', null)).toMatchObject({ rows: 12, sealed: 10, fault: null })
  expect(await seal(store)).toBe(2)
  expect(await verifyLog(store, 'daily', null)).toMatchObject({ rows: 12, sealed: 12, seals: 2, fault: null })
})

test.each<[string, SQL[], { what: string; seq: number }]>([
  [
    'a row whose reason was changed',
    [sql`UPDATE rulings SET reason = 'spam' WHERE seq = 7`],
    { what: 'changed', seq: 7 },
  ],
  ['a row whose time was changed', [sql`UPDATE rulings SET at = at + 1 WHERE seq = 1`], { what: 'changed', seq: 1 }],
  [
    'the last sealed row, changed',
    [sql`UPDATE rulings SET person_id = 3 WHERE seq = 20`],
    { what: 'changed', seq: 20 },
  ],
  ['the first of several changes', [sql`UPDATE rulings SET ruler = 'x' WHERE seq > 8`], { what: 'changed', seq: 9 }],
  ['a missing row', [sql`DELETE FROM rulings WHERE seq = 4`], { what: 'missing', seq: 4 }],
  ['the first row missing', [sql`DELETE FROM rulings WHERE seq = 1`], { what: 'missing', seq: 1 }],
  ['the last sealed row missing', [sql`DELETE FROM rulings WHERE seq >= 20`], { what: 'missing', seq: 20 }],
  [
    'two rows that changed places',
    [
      sql`UPDATE rulings SET seq = -1 WHERE seq = 5`,
      sql`UPDATE rulings SET seq = 5 WHERE seq = 6`,
      sql`UPDATE rulings SET seq = 6 WHERE seq = -1`,
    ],
    { what: 'moved', seq: 5 },
  ],
  [
    'a row taken out and the rest moved up',
    [sql`DELETE FROM rulings WHERE seq = 10`, sql`UPDATE rulings SET seq = seq - 1 WHERE seq > 10`],
    { what: 'moved', seq: 10 },
  ],
  ['a row before the first', [sql`UPDATE rulings SET seq = 0 WHERE seq = 25`], { what: 'moved', seq: 0 }],
  ['a gap behind the seals', [sql`DELETE FROM rulings WHERE seq = 23`], { what: 'missing', seq: 23 }],
  ['a row right behind the seals missing', [sql`DELETE FROM rulings WHERE seq = 21`], { what: 'missing', seq: 21 }],
  ['a seal with another hash', [sql`UPDATE seals SET hash = 'x'`], { what: 'seal', seq: 1 }],
  ['a seal whose marks were emptied', [sql`UPDATE seals SET marks = ''`], { what: 'seal', seq: 1 }],
  ['a seal that claims a range without end', [sql`UPDATE seals SET to_seq = 9000000000`], { what: 'seal', seq: 1 }],
  [
    'a row of another site put in',
    [sql`UPDATE rulings SET comment_id = 99 WHERE seq = 3`],
    { what: 'changed', seq: 3 },
  ],
])('%s does not fit', async (_, statements, fault) => {
  const store = await logOf(25, 20)
  await tamper(store, ...statements)
  expect(await faultOf(store)).toEqual(fault)
})

test('a seal missing in the middle is noticed', async () => {
  const store = await logOf(10)
  for (const to of [20, 30]) {
    await append(store, to - 9, to)
    await seal(store)
  }
  await tamper(store, sql`DELETE FROM seals WHERE to_seq = 20`)
  expect(await faultOf(store)).toEqual({ what: 'seal', seq: 11 })
})

test('a log that was rewritten and sealed anew fits itself, but not a head kept elsewhere', async () => {
  const store = await logOf(10)
  const head = spellHead((await verifyLog(store, 'daily', null)).head!)
  await append(store, 11, 15)
  await seal(store)
  expect(await faultOf(store, head)).toBeNull()
  await tamper(store, sql`UPDATE rulings SET reason = NULL WHERE seq = 2`, sql`DELETE FROM seals`)
  await seal(store)
  expect(await faultOf(store)).toBeNull()
  expect(await faultOf(store, head)).toEqual({ what: 'head', seq: 10 })
})

test('a log whose end was cut off with its seals fits itself, but not a head kept elsewhere', async () => {
  const store = await logOf(10)
  await append(store, 11, 20)
  await seal(store)
  const { head } = await verifyLog(store, 'daily', null)
  await tamper(store, sql`DELETE FROM rulings WHERE seq > 10`, sql`DELETE FROM seals WHERE to_seq > 10`)
  expect(await faultOf(store)).toBeNull()
  expect(await faultOf(store, head!.hash)).toEqual({ what: 'head', seq: 10 })
})

test('what has a gap is not sealed over', async () => {
  const store = await logOf(9, 0)
  await tamper(store, sql`DELETE FROM rulings WHERE seq = 5`)
  expect(await seal(store)).toBe(4)
  expect(await seal(store)).toBe(0)
})

test('two processes that seal at once leave one chain', async () => {
  const store = await logOf(3 * SEALED_AT_ONCE, 0)
  const again = await openStore({ databaseUrl: `file:${join(folder, `${databases}.db`)}`, databaseToken: undefined })
  const sealed = await Promise.all([seal(store), seal(again), seal(store), seal(again)])
  expect(sealed.reduce((sum, rows) => sum + rows, 0)).toBe(3 * SEALED_AT_ONCE)
  expect(await verifyLog(store, 'daily', null)).toMatchObject({ seals: 3, sealed: 3 * SEALED_AT_ONCE, fault: null })
})

test.each(['', 'x', '12', `-${'a'.repeat(43)}`, `12-${'a'.repeat(42)}`, `1e3-${'a'.repeat(43)}`, 'a'.repeat(44)])(
  '“%s” is no head',
  text => {
    expect(readHead(text)).toBeNull()
  },
)
