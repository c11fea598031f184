import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../../server/store/backup.ts'
import { migrationFiles } from '../../server/store/migrate.ts'
import { openFile } from '../../server/store/open-file.ts'
import { createStore } from '../../server/store/store.ts'
import { readMigration } from '../../server/store/upgrade.ts'
import { NEWEST_MIGRATION } from '../../server/store/version.ts'
import { formerDatabase } from '../torture/durability/former.ts'
import { Host } from '../torture/durability/host.ts'
import { smallDisk } from '../torture/durability/small-disk.ts'

async function former() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-upgrade-'))
  const file = join(folder, 'parley.db')
  await formerDatabase(file)
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${file}` }
  const parley = async (...args: string[]) => {
    const [elsewhere] = args.filter(each => each.startsWith('file:'))
    const typed = ['server/cli.ts', ...args.filter(each => each !== elsewhere)]
    const settings = { env: { ...env, ...(elsewhere && { PARLEY_DATABASE_URL: elsewhere }) } }
    const ended = await promisify(execFile)(process.execPath, typed, settings).catch(error => error)
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
  expect(plan.out).toMatch(/Copy the database \([\d.]+ kB; [\d.]+ [MG]B are free\)/)
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

test('no other command brings an older database up to date: it is refused in words, and left to its own Parley', async () => {
  const { folder, file, parley, migrations } = await former()
  const before = await migrations()
  const added = ['site', 'add', 'other', '--name', 'Other', '--origin', 'https://other.example']
  const commands = [['link'], added, ['export', '--all']]
  for (const command of commands) {
    const refused = await parley(...command)
    expect(refused.code, command.join(' ')).toBe(1)
    expect(refused.err).toContain(`This database is of an older Parley (it has the migration ${before.at(-1)}`)
    expect(refused.err).toContain('npm run parley -- upgrade” takes a copy')
  }
  const looked = await parley('doctor')
  expect(looked).toMatchObject({
    code: 3,
    out: expect.stringMatching(/^✗ broken: This database is of an older Parley/),
  })
  expect(await parley('backup', join(folder, 'kept.db'))).toMatchObject({ code: 0 })
  expect(await migrations()).toEqual(before)
  expect(existsSync(`${file}.before-${before.at(-1)!.slice(0, 4)}`)).toBe(false)
}, 60_000)

test('a start brings an older database up to date, beside a copy, and its log says from where', async () => {
  const { file, migrations } = await former()
  const before = await migrations()
  const host = new Host(file, `${file}.log`)
  await host.start()
  await host.stop()
  const lines = readFileSync(`${file}.log`, 'utf8').split('\n')
  const told = JSON.parse(lines.find(line => line.includes('"upgraded"'))!)
  const copy = `${file}.before-${before.at(-1)!.slice(0, 4)}`
  expect(told).toMatchObject({ event: 'upgraded', from: before.at(-1), applied: [NEWEST_MIGRATION], copy })
  expect(await migrations()).toEqual([...before, NEWEST_MIGRATION])
  const kept = createStore(await openFile(`file:${copy}`))
  expect(await kept.version.applied()).toEqual(before)
  await kept.close()
}, 60_000)

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

test('while another process writes for long, nothing is changed; when it lets go the upgrade is done beside it', async () => {
  const { file, folder, parley, migrations } = await former()
  const before = await migrations()
  const older = createClient({ url: `file:${file}` })
  onTestFinished(() => older.close())
  const writing = await older.transaction('write')
  const held = await parley('upgrade')
  expect(held).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was changed; try again in a moment') })
  await writing.rollback()
  expect(await migrations()).toEqual(before)
  const done = await parley('upgrade')
  expect(done, done.err).toMatchObject({ code: 0 })
  expect(await migrations()).toEqual([...before, NEWEST_MIGRATION])
  expect(await parley('upgrade')).toMatchObject({ code: 0, out: expect.stringContaining('up to date') })
  expect((await older.execute('SELECT id FROM sites')).rows).toHaveLength(1)
  expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
}, 60_000)

test('a full disk is told before anything is done, and when it fills meanwhile nothing is half done', async context => {
  const { folder, file, parley, migrations } = await former()
  const disk = smallDisk(join(folder, 'small'), 8)
  if (!disk) return context.skip('this machine lets nobody mount a disk')
  onTestFinished(disk.unmount)
  const tight = join(folder, 'small', 'parley.db')
  await backUp(`file:${file}`, tight)
  const before = await migrations()
  disk.fill()
  const onDisk = (...args: string[]) => parley(...args, '--json', `file:${tight}`)
  const refused = await onDisk('upgrade')
  expect([refused.code, JSON.parse(refused.out).error.message]).toEqual([
    1,
    expect.stringMatching(/too little room|cannot be/),
  ])
  const elsewhere = await onDisk('upgrade', '--backup', join(folder, 'before.db'))
  expect(elsewhere.code).toBe(1)
  disk.clear()
  const found = createStore(await openFile(`file:${tight}`))
  expect([await found.version.applied(), await found.doctor.integrity()]).toEqual([before, ['ok']])
  await found.close()
  expect((await onDisk('upgrade')).code).toBe(0)
}, 60_000)

test('an upgrade that is killed leaves the one or the other, and is done when it is begun again', async () => {
  const { folder, file } = await former()
  for (let turn = 0; turn < 3; turn++) {
    const one = join(folder, `killed-${turn}.db`)
    await backUp(`file:${file}`, one)
    const host = new Host(one, '/dev/null')
    const isCopying = () => readdirSync(folder).some(name => name.startsWith(`killed-${turn}.db.before`))
    await host.command(['upgrade'], { once: isCopying, after: turn * 20 })
    const store = createStore(await openFile(`file:${one}`))
    expect([[], [NEWEST_MIGRATION]]).toContainEqual(
      (await store.version.applied()).slice((await migrationFiles()).length - 1),
    )
    expect(await store.doctor.integrity()).toEqual(['ok'])
    await store.close()
    expect(await host.command(['upgrade'])).toMatchObject({ code: 0 })
    expect(await host.command(['upgrade'])).toMatchObject({ code: 0, out: expect.stringContaining('up to date') })
  }
}, 90_000)

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
