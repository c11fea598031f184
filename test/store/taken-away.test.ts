import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'

const site = (id: string) => ({ id, name: id, origins: [], settings: {}, isDemo: false, createdAt: 1 })

async function opened() {
  const path = join(mkdtempSync(join(tmpdir(), 'parley-taken-')), 'parley.db')
  const open = () => openStore({ databaseUrl: `file:${path}`, databaseToken: undefined })
  const store = await open()
  onTestFinished(() => store.close().catch(() => {}))
  await store.sites.add(site('before'))
  return { path, store, open }
}

const REFUSED = { code: 'storage_failed', cause: { name: 'TakenAway' } }
const names = async (store: Awaited<ReturnType<typeof openStore>>) => (await store.sites.list()).map(({ id }) => id)

test.each<[string, (path: string) => void]>([
  ['deleted', path => rmSync(path)],
  ['moved away', path => renameSync(path, `${path}.away`)],
  [
    'replaced by a backup',
    path => {
      copyFileSync(path, `${path}.new`)
      renameSync(`${path}.new`, path)
    },
  ],
])('where the file was %s, no write is acknowledged, and what is there can be read', async (_, take) => {
  const { path, store } = await opened()
  take(path)
  for (const id of ['a', 'b']) await expect(store.sites.add(site(id))).rejects.toMatchObject(REFUSED)
  expect(await names(store)).toEqual(['before'])
})

test('where the log beside it was deleted, no write is acknowledged, and the next start finds all that was', async () => {
  const { path, store } = await opened()
  rmSync(`${path}-wal`)
  await expect(store.sites.add(site('lost'))).rejects.toMatchObject(REFUSED)
  // As the next process finds it.
  copyFileSync(path, `${path}.next`)
  const next = await openStore({ databaseUrl: `file:${path}.next`, databaseToken: undefined })
  onTestFinished(() => next.close())
  expect(await names(next)).toEqual(['before'])
  expect(await next.sites.add(site('after'))).toBe(true)
})

test('a file that was moved away and comes back is written to again', async () => {
  const { path, store } = await opened()
  renameSync(path, `${path}.away`)
  await expect(store.sites.add(site('meanwhile'))).rejects.toMatchObject(REFUSED)
  renameSync(`${path}.away`, path)
  expect(await store.sites.add(site('after'))).toBe(true)
  expect(await names(store)).toEqual(['before', 'after'].toSorted())
})
