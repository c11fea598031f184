import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { ensureDemo } from '../../server/sites/demo.ts'
import { migrationFiles } from '../../server/store/migrate.ts'
import { openStore, secretsFor } from '../../server/store/open.ts'
import { NEWEST_MIGRATION } from '../../server/store/version.ts'
import { formerDatabase } from '../torture/durability/former.ts'
import { smallDisk } from '../torture/durability/small-disk.ts'

/** An installation with a few sites, that a server may have open. */
async function installation(sites = 3, nameLength = 1_000) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-backup-'))
  const databaseUrl = `file:${join(folder, 'parley.db')}`
  const parley = async (...args: string[]) => {
    const env = { ...process.env, PARLEY_DATABASE_URL: databaseUrl }
    const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
  }
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  await ensureDemo({ store, config: { isLocal: true }, clock: Date.now })
  const add = (n: number) =>
    store.sites.add({
      id: `site-${n}`,
      name: 'x'.repeat(nameLength),
      origins: [],
      settings: {},
      isDemo: false,
      createdAt: 1,
    })
  for (let n = 1; n < sites; n++) await add(n)
  return { folder, databaseUrl, parley, store, add, in: (name: string) => join(folder, name) }
}

test('a backup made while others write is a whole database: what was there is in it, and it adds up', async () => {
  const { store, add, parley, in: at } = await installation(20)
  let [isOver, written] = [false, 20]
  const writing = (async () => {
    while (!isOver) await add(written++)
  })()
  const copy = at('copy.db')
  const { code, out, err } = await parley('backup', copy, '--json')
  isOver = true
  await writing
  await store.close()
  expect(code, err).toBe(0)
  const said = JSON.parse(out)
  expect(said).toMatchObject({ file: copy, bytes: statSync(copy).size, migration: NEWEST_MIGRATION, comments: 0 })
  expect(said.sites).toBeGreaterThanOrEqual(20)
  expect(said.sites).toBeLessThanOrEqual(written)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(copy, '..')).filter(name => name.includes('copy'))).toEqual(['copy.db'])
  const restored = await openStore({ databaseUrl: `file:${copy}`, databaseToken: undefined })
  expect(await restored.sites.list()).toHaveLength(said.sites)
  expect(await restored.doctor.discrepancies()).toEqual([])
  await restored.close()
}, 30_000)

test('the secret is not in a backup, and what has its name already is left as it is', async () => {
  const { store, databaseUrl, parley, in: at } = await installation()
  const { secret } = await secretsFor({ databaseUrl, secret: undefined })
  const { out } = await parley('backup', at('copy.db'))
  expect(out).toMatch(/written and proved/)
  expect(readFileSync(at('copy.db')).includes(secret)).toBe(false)
  writeFileSync(at('mine.txt'), 'mine')
  const refused = await parley('backup', at('mine.txt'))
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('is there already, and was left as it is')
  // A place where nothing can be is not one that is taken.
  const nowhere = await parley('backup', at('mine.txt/below.db'))
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('takes no file')])
  const exported = await parley('export', '--all', at('mine.txt/below.jsonl'))
  expect([exported.code, exported.err]).toEqual([2, expect.stringContaining('cannot be written')])
  expect(readFileSync(at('mine.txt'), 'utf8')).toBe('mine')
  await store.close()
}, 30_000)

test('what a killed backup left goes with the next one; what another one is writing stays', async () => {
  const { store, parley, in: at } = await installation()
  const gone = (await promisify(execFile)(process.execPath, ['-p', 'process.pid'])).stdout.trim()
  for (const name of [`copy.db.${gone}.part`, `copy.db.${process.pid}.part`, 'copy.db.1x.part', 'other.db.1.part'])
    writeFileSync(at(name), '')
  expect((await parley('backup', at('copy.db'))).code).toBe(0)
  expect(existsSync(at(`copy.db.${gone}.part`))).toBe(false)
  for (const name of [`copy.db.${process.pid}.part`, 'copy.db.1x.part', 'other.db.1.part'])
    expect(existsSync(at(name))).toBe(true)
  await store.close()
}, 30_000)

test('a database of an older Parley is copied as it is, so that an upgrade can be taken back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-backup-'))
  await formerDatabase(join(folder, 'parley.db'))
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}` }
  const args = ['server/cli.ts', 'backup', join(folder, 'before.db'), '--json']
  const { stdout } = await promisify(execFile)(process.execPath, args, { env })
  expect(JSON.parse(stdout)).toMatchObject({ migration: (await migrationFiles()).at(-2), sites: 1 })
}, 30_000)

test('where no backup can be made, words say what to do, and nothing is left behind', async () => {
  const { folder, store, parley, in: at } = await installation(3, 1_000_000)
  const nowhere = await parley('backup', at('no-folder/copy.db'))
  expect(nowhere).toMatchObject({ code: 1 })
  expect(nowhere.err).toContain('Choose a folder that is there')
  expect((await parley('backup')).err).toContain('Name the file to write')

  mkdirSync(at('small'))
  const disk = smallDisk(at('small'), 1)
  if (disk) {
    onTestFinished(disk.unmount)
    const full = await parley('backup', at('small/copy.db'))
    expect(full).toMatchObject({ code: 1 })
    expect(full.err).toContain('There is no room for the backup')
    expect(readdirSync(at('small'))).toEqual([])
  }
  await store.close()

  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${folder}/nothing/parley.db` }
  const none = promisify(execFile)(process.execPath, ['server/cli.ts', 'backup', at('copy.db')], { env })
  await expect(none).rejects.toMatchObject({ stderr: expect.stringContaining('There is no database at') })
  expect(existsSync(`${folder}/nothing`)).toBe(false)
}, 30_000)
