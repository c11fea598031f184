import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'

/** A database with so many sites, and the command line that speaks of it. */
async function installation(sites: number) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-restore-'))
  const databaseUrl = `file:${join(folder, 'parley.db')}`
  const open = () => openStore({ databaseUrl, databaseToken: undefined })
  const store = await open()
  const add = async (n: number) => {
    await store.sites.add({ id: `site-${n}`, name: 'Site', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  }
  for (let n = 0; n < sites; n++) await add(n)
  const parley = async (...args: string[]) => {
    const env = { ...process.env, PARLEY_DATABASE_URL: databaseUrl }
    const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
  }
  return { folder, store, add, open, parley, in: (name: string) => join(folder, name) }
}

/** The same, with one site, opened by the command line alone: what a process has open it lets go at its end. */
async function closedInstallation() {
  const made = await installation(0)
  const at = (name: string) => join(made.folder, 'own', name)
  const parley = async (...args: string[]) => {
    const env = { ...process.env, PARLEY_DATABASE_URL: `file:${at('parley.db')}` }
    const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
  }
  const add = (id: string) => parley('site', 'add', id, '--name', id, '--origin', 'https://daily.example')
  await add('daily')
  return { parley, add, in: at }
}

test('a backup comes back in the place of the database, which stays beside it with all that was written last', async () => {
  const { parley, add, in: at } = await closedInstallation()
  await parley('backup', at('copy.db'))
  await add('weekly')
  const { out, code, err } = await parley('restore', at('copy.db'), '--json')
  expect([code, err]).toEqual([0, ''])
  const said = JSON.parse(out)
  expect(said).toMatchObject({ sites: 1, kept: expect.stringContaining('parley.db.before-'), hasSecret: false })
  expect(readdirSync(at('')).sort()).toEqual(['copy.db', 'parley.db', said.kept.split('/').at(-1)])
  for (const name of readdirSync(at(''))) expect(statSync(at(name)).mode & 0o777).toBe(0o600)
  const before = await openStore({ databaseUrl: `file:${said.kept}`, databaseToken: undefined })
  expect(await before.sites.list()).toHaveLength(2)
  await before.close()
  const again = await openStore({ databaseUrl: `file:${at('parley.db')}`, databaseToken: undefined })
  expect(await again.sites.list()).toHaveLength(1)
  const refused = await parley('restore', at('copy.db'))
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Stop it first; nothing was changed') })
  expect(readdirSync(at('')).filter(name => /restored|part/.test(name))).toEqual([])
  await again.close()
}, 30_000)

test('what is no backup, is damaged, or is of a newer Parley changes nothing', async () => {
  const { store, open, parley, in: at } = await installation(1)
  await parley('backup', at('copy.db'))
  await store.close()
  writeFileSync(at('text.db'), 'no database at all, but some text '.repeat(200))
  copyFileSync(at('copy.db'), at('torn.db'))
  writeFileSync(at('torn.db'), Buffer.alloc(9_000, 7), { flag: 'r+' })
  const { createClient } = await import('@libsql/client')
  copyFileSync(at('copy.db'), at('newer.db'))
  const newer = createClient({ url: `file:${at('newer.db')}` })
  await newer.execute("INSERT INTO d1_migrations (name) VALUES ('9999_future.sql')")
  newer.close()
  for (const [name, words] of [
    ['nothing.db', 'There is no backup'],
    ['', 'is no file: name the backup itself'],
    ['text.db', /no database|could not be copied/],
    ['torn.db', /no database|could not be copied|not sound/],
    ['newer.db', 'of a newer Parley'],
  ] as const) {
    const { code, err } = await parley('restore', at(name))
    expect([name, code, err]).toEqual([
      name,
      name === 'nothing.db' ? 2 : 1,
      typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words),
    ])
  }
  const still = await open()
  expect(await still.sites.list()).toHaveLength(1)
  await still.close()
}, 60_000)

test('in a folder backups are named by the time, and the oldest go; what is none of Parley’s stays', async () => {
  const { store, parley, in: at } = await installation(1)
  mkdirSync(at('kept'))
  await parley('backup', at('kept/parley-20200101-000000.db'))
  await parley('backup', at('kept/parley-20210101-000000.db'))
  writeFileSync(at('kept/parley-20190101-000000.db'), 'mine')
  writeFileSync(at('kept/notes.txt'), 'mine')
  expect((await parley('backup', at('kept'), '--keep', 'all')).err).toContain('a number from 1 on')
  const { out } = await parley('backup', at('kept'), '--keep', '2', '--json')
  expect(JSON.parse(out)).toMatchObject({ removed: ['parley-20200101-000000.db'] })
  const names = readdirSync(at('kept')).sort()
  expect(names).toHaveLength(4)
  expect(names.slice(0, 3)).toEqual(['notes.txt', 'parley-20190101-000000.db', 'parley-20210101-000000.db'])
  await store.close()
}, 60_000)

test('a backup brings no mail back that waited when it was made, nor anybody who has left since', async () => {
  const { store, parley, in: at } = await installation(1)
  const mailing = (id: number, mark: string) => {
    const address = { to: `${mark}@example.org`, subject: `${mark}@example.org` }
    const wish = { site: 'site-0', to: address, mark, marks: [mark], lang: '', replies: true, follows: true, at: 1 }
    return store.mailings.ask(wish, { id, tokenHash: `token-${id}`, isNew: true, mailing: id }, true)
  }
  for (const [n, mark] of ['stays', 'leaves', 'never'].entries()) expect(await mailing(n + 1, mark)).toBe(true)
  await store.outbox.put({
    site: 'site-0',
    kind: 'follow_digest',
    to: { to: 'stays@example.org', subject: 'stays@example.org' },
    payload: { mark: 'stays', comments: [1], more: 0 },
    at: 1,
  })
  expect(await store.outbox.state(2)).toMatchObject({ others: 1 })
  await parley('backup', at('copy.db'))
  await store.mailings.leave('site-0', 'leaves', 5)
  await store.mailings.leave('site-0', 'never', 6, true)
  await store.close()
  // The same database, which this process has not open.
  await parley('backup', at('now.db'))
  const { out, err } = await parley('restore', at('copy.db'), '--as', at('now.db'))
  expect(err).toBe('')
  expect(out).toContain('1 mail waited there')
  const again = await openStore({ databaseUrl: `file:${at('now.db')}`, databaseToken: undefined })
  expect(await again.outbox.state(Date.now())).toMatchObject({ urgent: 0, others: 0 })
  const told = async (mark: string) => (await again.mailings.at('site-0', mark)).mailings.length
  expect([await told('stays'), await told('leaves'), await told('never')]).toEqual([1, 0, 0])
  expect((await again.mailings.at('site-0', 'never')).isNever).toBe(true)
  await again.close()
}, 30_000)
