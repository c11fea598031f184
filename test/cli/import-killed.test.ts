import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { formatNamed } from '../../server/exchange/formats.ts'
import { importFile } from '../../server/exchange/import.ts'
import { verifyLog } from '../../server/moderation/log/verify-log.ts'
import { openStore } from '../../server/store/open.ts'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'
import { fileOf } from '../exchange/foreign-files.ts'

const KILLS = 3
const COMMENTS = 1_500

/** A file in which every third answer stands before what it answers, and some comments are gone, spam or without a page. */
const XML = disqusXml(
  ...[1, 2, 3].map(n => thread(`t${n}`, `https://daily.example/${n}`)),
  ...Array.from({ length: COMMENTS }, (_, n) => {
    const parent = n % 3 === 0 ? n + 40 : n % 3 === 1 ? n - 3 : null
    return post({
      id: `c${n}`,
      thread: n % 97 === 0 ? 'none' : `t${(n % 3) + 1}`,
      parent: parent === null ? null : `c${parent}`,
      flags: `<isDeleted>${n % 31 === 0}</isDeleted><isSpam>${n % 37 === 0}</isSpam>`,
      author: `<name>Reader ${n % 50}</name><email>r${n % 50}@mail.example</email>`,
    })
  }),
)

/** What stands in a database of what came, by the names it had there. */
async function standing(databaseUrl: string) {
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  try {
    expect(await store.doctor.discrepancies()).toEqual([])
    expect((await verifyLog(store, 'daily', null)).fault).toBeNull()
    const [comments, authors, articles, waiting] = await store.engine.read<
      [Record<string, unknown>, { n: number }, Record<string, unknown>, { n: number }]
    >(
      sql`SELECT i.foreign_id, above.foreign_id AS parent, root.foreign_id AS root, a.key, c.name, c.status, c.text, c.created_at
        FROM imported i JOIN comments c ON c.id = i.comment_id JOIN articles a ON a.id = c.article_id
        JOIN imported root ON root.comment_id = c.root_id LEFT JOIN imported above ON above.comment_id = c.parent_id
        ORDER BY i.foreign_id`,
      sql`SELECT count(*) AS n FROM authors WHERE site_id = 'daily'`,
      sql`SELECT key, title, comment_count, created_at FROM articles WHERE site_id = 'daily' ORDER BY key`,
      sql`SELECT count(*) AS n FROM imports_waiting`,
    )
    return { comments, authors, articles, waiting }
  } finally {
    await store.close()
  }
}

async function founded(databaseUrl: string) {
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  const origins = ['https://daily.example']
  await store.sites.add({ id: 'daily', name: 'Daily', origins, settings: {}, isDemo: false, createdAt: 1 })
  return store
}

test('an import that is killed again and again ends like one that never was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [calm, killed] = ['calm', 'killed'].map(name => `file:${join(folder, `${name}.db`)}`) as [string, string]
  const store = await founded(calm)
  const config = { origin: 'http://localhost:8787', isLocal: true, limits: false, secret: 'k'.repeat(43) }
  const site = (await store.sites.find('daily'))!
  await importFile({ store, config, clock: Date.now }, site, formatNamed('disqus')!, fileOf(XML))
  await store.close()

  const watched = await founded(killed)
  const file = join(folder, 'disqus.xml')
  writeFileSync(file, XML)
  const begin = () =>
    spawn(process.execPath, ['server/cli.ts', 'import', 'disqus', file, '--site', 'daily'], {
      env: { ...process.env, PARLEY_DATABASE_URL: killed },
      stdio: 'ignore',
    })
  const come = async () =>
    (await watched.engine.first<{ n: number }>(
      sql`SELECT (SELECT count(*) FROM imported) + (SELECT count(*) FROM imports_waiting WHERE foreign_id <> '') AS n`,
    ))!.n
  const kills: string[] = []
  for (let n = 0; n < KILLS; n++) {
    const before = await come()
    const child = begin()
    const ended = new Promise<string>(resolve =>
      child.once('exit', (code, signal) => resolve(signal ?? `ended with ${code}`)),
    )
    let isOver = false
    void ended.then(() => {
      isOver = true
    })
    // In the middle of its work: once something new has come, and then at any moment.
    while (!isOver && (await come()) === before) await new Promise(resolve => setTimeout(resolve, 5))
    await new Promise(resolve => setTimeout(resolve, Math.random() * 60))
    child.kill('SIGKILL')
    kills.push(await ended)
  }
  expect(kills).toContain('SIGKILL')
  await watched.close()
  const last = begin()
  expect(await new Promise(resolve => last.once('exit', resolve))).toBe(0)
  expect(await standing(killed)).toEqual(await standing(calm))
}, 180_000)
