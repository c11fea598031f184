import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openFile } from '../../server/store/open-file.ts'
import { createStore } from '../../server/store/store.ts'
import { readMigration } from '../../server/store/upgrade.ts'
import { NEWEST_MIGRATION } from '../../server/store/version.ts'
import { formerDatabase } from '../torture/durability/former.ts'

async function former() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-upgrade-'))
  const file = join(folder, 'parley.db')
  await formerDatabase(file)
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${file}` }
  const parley = async (...args: string[]) => {
    const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
  }
  const migrations = async () => {
    const store = createStore(await openFile(`file:${file}`))
    const applied = await store.version.applied()
    await store.close()
    return applied
  }
  return { folder, file, parley, migrations }
}

test('an upgrade says what it will do, changes nothing in a dry run, copies first, and is done once', async () => {
  const { folder, file, parley, migrations } = await former()
  const before = await migrations()
  const plan = await parley('upgrade', '--dry-run')
  expect(plan, plan.err).toMatchObject({ code: 0 })
  expect(plan.out).toContain('Nothing was changed')
  expect(plan.out).toContain(NEWEST_MIGRATION)
  expect(plan.out).toMatch(/Copy the database \([\d.]+ MB; [\d.]+ MB are free\)/)
  expect(await migrations()).toEqual(before)

  const done = await parley('upgrade', '--json')
  expect(done, done.err).toMatchObject({ code: 0 })
  const said = JSON.parse(done.out)
  expect(said).toMatchObject({ from: before.at(-1), isDryRun: false, done: [NEWEST_MIGRATION] })
  expect(said.backup).toBe(`${file}.before-${before.at(-1)!.slice(0, 4)}`)
  expect(await migrations()).toEqual([...before, NEWEST_MIGRATION])
  const kept = createStore(await openFile(`file:${said.backup}`))
  expect(await kept.version.applied()).toEqual(before)
  await kept.close()

  const files = readdirSync(folder)
  const again = await parley('upgrade')
  expect(again.out).toContain('up to date')
  expect(readdirSync(folder).filter(name => !files.includes(name))).toEqual([])
}, 30_000)

test('a database of a newer Parley is refused in words, by an upgrade as by a start, and nothing is written', async () => {
  const { file, parley } = await former()
  const store = createStore(await openFile(`file:${file}`))
  await store.engine.write([sql`INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')`])
  await store.close()
  for (const command of ['upgrade', 'start']) {
    const refused = await parley(command)
    expect(refused.code, command).toBe(1)
    expect(refused.err).toContain('was last opened by a newer Parley')
    expect(refused.err).toContain('restore a backup from before the upgrade')
  }
  expect(existsSync(`${file}.before-0005`)).toBe(false)
}, 30_000)

test('where there is no database there is nothing to upgrade, and none is made', async () => {
  const { folder } = await former()
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${folder}/none.db` }
  const none = promisify(execFile)(process.execPath, ['server/cli.ts', 'upgrade'], { env })
  await expect(none).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('There is no database at') })
  expect(existsSync(`${folder}/none.db`)).toBe(false)
}, 30_000)

test('what a migration makes and what it walks through is read from its statements', () => {
  const read = readMigration([
    '-- words\nCREATE TABLE hooks (id INTEGER)',
    'CREATE INDEX hooks_by ON hooks (id)',
    'ALTER TABLE sites ADD COLUMN theme TEXT',
    'CREATE INDEX comments_by ON comments (id)',
    'UPDATE comments SET version = 1',
    'CREATE TRIGGER told AFTER UPDATE OF status ON comments BEGIN SELECT 1; END',
  ])
  expect(read).toEqual({ makes: ['hooks'], touches: ['sites', 'comments'], weighs: ['comments', 'comments'] })
})
