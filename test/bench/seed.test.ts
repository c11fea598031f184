import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { SITE, seed } from './seed/seed.ts'
import { THREADS } from './seed/threads.ts'

test('a seed adds up: every count is true, each measured thread has its size, all scripts are there', async () => {
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'parley-seed-')), 'parley.db')}`
  const store = await openStore({ databaseUrl: url, databaseToken: undefined })
  await seed(store, { comments: 14_000, pending: 200 })

  const counts = await store.threads.counts(
    SITE,
    Object.values(THREADS).map(({ key }) => key),
  )
  expect([...counts.values()]).toEqual(Object.values(THREADS).map(({ comments }) => comments))
  const statuses = await store.engine.all<{ status: string; n: number }>(
    sql`SELECT status, count(*) AS n FROM comments GROUP BY status ORDER BY status`,
  )
  expect(statuses.map(({ status }) => status)).toEqual(['pending', 'published', 'rejected', 'spam', 'withdrawn'])
  expect(statuses[0]).toMatchObject({ n: 200 })
  const texts = await store.engine.all<{ text: string }>(sql`SELECT text FROM comments LIMIT 200`)
  for (const script of ['Latin', 'Arabic', 'Cyrillic', 'Han'])
    expect(texts.map(({ text }) => text).join()).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
  await store.close()

  const env = { ...process.env, PARLEY_DATABASE_URL: url }
  const { stdout } = await promisify(execFile)(process.execPath, ['server/cli.ts', 'doctor'], { env })
  expect(stdout).toMatch(/^(Everything adds up\.|Nothing is broken; .*)$/m)
}, 60_000)
