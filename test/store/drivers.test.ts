import { chmodSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../server/comments/ids.ts'
import { DEMO, ensureDemo } from '../../server/sites/demo.ts'
import { openStore } from '../../server/store/open.ts'
import { requireDatabase } from '../../server/store/path.ts'
import type { NewComment } from '../../server/store/posting.ts'
import type { Store } from '../../server/store/store.ts'
import { startHranaServer } from '../runtime/hrana-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-drivers-'))
const open = (name: string) => openStore({ databaseUrl: `file:${join(folder, name)}`, databaseToken: undefined })
const hrana = await startHranaServer(join(folder, 'remote.db'), 'letmein')
afterAll(() => hrana.stop())
const openRemote = (token = 'letmein') => openStore({ databaseUrl: hrana.url, databaseToken: token })

const demo = (store: Store) => ensureDemo({ store, config: { isLocal: true }, clock: Date.now })

/** A published comment without anything around it. */
function comment(id = newId(Date.now()), change: Partial<NewComment['comment']> = {}): NewComment {
  return {
    comment: {
      id,
      siteId: DEMO.site,
      parentId: null,
      rootId: id,
      authorId: 7,
      name: null,
      avatar: 1,
      status: 'published',
      text: 'Hello',
      tree: '[]',
      likeness: 'hello',
      salt: 'salt',
      textDigest: `digest-${id}`,
      requestDigest: 'request',
      idempotencyKey: null,
      createdAt: Date.now(),
      ...change,
    },
    article: { id: 3, key: '/', url: 'http://localhost/', title: null, isNew: true, isUntitled: false, location: null },
    author: { tokenHash: 'ada', isNew: true },
    domains: ['harbour.example'],
    reason: null,
    rule: null,
    findings: [],
    mentions: [],
    proof: null,
  }
}

test('libSQL over HTTP migrates, writes, reads, rolls a failed batch back whole, and names its errors', async () => {
  const store = await openRemote()
  await demo(store)
  const first = comment()
  expect(await store.posting.post(first)).toBe(true)
  const page = await store.threads.page(DEMO.site, '/', { sort: 'newest', limit: 25 })
  expect(page.article).toMatchObject({ comment_count: 1, revision: 1 })
  await expect(store.posting.post(comment(first.comment.id))).rejects.toThrow('UNIQUE constraint failed: comments.id')
  expect((await store.threads.page(DEMO.site, '/', { sort: 'newest', limit: 25 })).comments).toHaveLength(1)
  const person = await store.people.ensure(1, 'Mona', 1)
  await store.people.grant(person.id, [DEMO.site], 'moderator')
  const asked = { id: first.comment.id!, ruling: 'reject', seen: 1, reason: null, note: null } as const
  const made = await store.rulings.make(DEMO.site, [asked], { ruler: 'moderator', personId: person.id }, Date.now())
  expect(made).toEqual([{ id: first.comment.id, status: 'rejected', version: 2 }])
  expect(await store.doctor.discrepancies()).toEqual([])
})

test('a wrong token for libSQL over HTTP is told at once', async () => {
  await expect(openRemote('guess')).rejects.toThrow('wrong token')
})

test('the local file is in WAL, writes through to the disk, and trusts no schema', async () => {
  const store = await open('pragmas.db')
  const read = async (name: string) => Object.values((await store.engine.first<object>(sql.raw(`PRAGMA ${name}`)))!)[0]
  expect(await read('journal_mode')).toBe('wal')
  expect(await read('synchronous')).toBe(2)
  expect(await read('foreign_keys')).toBe(1)
  expect(await read('trusted_schema')).toBe(0)
  await store.close()
})

test('after another process has held the database for too long, what is acknowledged is really stored', async () => {
  const store = await open('busy.db')
  await demo(store)
  const other = createClient({ url: `file:${join(folder, 'busy.db')}`, timeout: 0 })
  const holding = await other.transaction('write')
  await holding.execute("UPDATE sites SET name = 'held'")
  await expect(store.posting.post(comment())).rejects.toMatchObject({ code: 'busy' })
  await holding.rollback()
  for (let n = 0; n < 5; n++)
    expect(await store.posting.post({ ...comment(), author: { tokenHash: 'ada', isNew: n === 0 } })).toBe(true)
  const elsewhere = await other.execute('SELECT count(*) AS n FROM comments')
  expect(elsewhere.rows[0]!['n']).toBe(5)
  expect(await store.doctor.discrepancies()).toEqual([])
  other.close()
  await store.close()
}, 20_000)

test('what one process commits, another one over the same file notices within 250 ms, and its own at once', async () => {
  const [here, there] = [await open('shared.db'), await open('shared.db')]
  await demo(here)
  const before = { here: await here.engine.generation(), there: await there.engine.generation() }
  expect(await here.engine.generation()).toBe(before.here)
  await here.posting.post(comment())
  expect(await here.engine.generation()).not.toBe(before.here)
  const posted = performance.now()
  await expect.poll(() => there.engine.generation(), { interval: 10, timeout: 2_000 }).not.toBe(before.there)
  expect(performance.now() - posted).toBeLessThan(400)
  await Promise.all([here.close(), there.close()])
})

test('of batches that share a commit, one that fails takes no other with it', async () => {
  const store = await open('together.db')
  await demo(store)
  await store.posting.post(comment(50))
  const posts = [51, 50, 52, 50, 53].map(id =>
    store.posting.post({ ...comment(id), author: { tokenHash: 'ada', isNew: false } }),
  )
  const outcomes = (await Promise.allSettled(posts)).map(({ status }) => status)
  expect(outcomes).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect((await store.threads.article(DEMO.site, '/'))!.comment_count).toBe(4)
  expect(await store.doctor.discrepancies()).toEqual([])
  await store.close()
})

test('200 comments posted at once through one connection are all there', async () => {
  const store = await open('many.db')
  await demo(store)
  await store.posting.post(comment())
  const all = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      store.posting.post({ ...comment(1_000 + n), author: { tokenHash: 'ada', isNew: false } }),
    ),
  )
  expect(all.every(Boolean)).toBe(true)
  expect((await store.threads.article(DEMO.site, '/'))!.comment_count).toBe(201)
  expect(await store.doctor.discrepancies()).toEqual([])
  await store.close()
})

test('the log and the seals refuse to be rewritten', async () => {
  const store = await open('log.db')
  await demo(store)
  await store.posting.post(comment())
  await expect(store.engine.write([sql`UPDATE rulings SET to_status = 'spam'`])).rejects.toThrow('append-only')
  await expect(store.engine.write([sql`DELETE FROM rulings`])).rejects.toThrow('append-only')
  await store.close()
})

test('a new file is its owner’s alone, whatever the umask; one that is there keeps its mode, and a spelt name is its own', async () => {
  const at = join(folder, 'modes', 'my parley.db')
  const open = () => openStore({ databaseUrl: `file:${at.replace(' ', '%20')}`, databaseToken: undefined })
  const modes = () => ['', '-wal', '-shm'].map(more => statSync(at + more).mode & 0o777)
  // Two that come first at the same time.
  const stores = await Promise.all([open(), open()])
  expect(modes()).toEqual([0o600, 0o600, 0o600])
  for (const store of stores) await store.close()
  chmodSync(at, 0o640)
  const again = await open()
  await demo(again)
  expect(modes()[0]).toBe(0o640)
  await again.close()
  await expect(requireDatabase(`file:${at.replace(' ', '%20')}`)).resolves.toBe(undefined)
  await expect(requireDatabase(`file:${at}x`)).rejects.toThrow(`There is no database at ${at}x;`)
})
