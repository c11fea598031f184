import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { archiveOf } from '../../server/exchange/archive.ts'
import { importArchive, planArchive } from '../../server/exchange/archive-import.ts'
import { verifyLog } from '../../server/moderation/log/verify-log.ts'
import { ensureOwner } from '../../server/people/owner.ts'
import { factsOf } from '../../server/store/archive-columns.ts'
import { CARRIED, type CarriedName, type CarriedTable, LEFT_OUT } from '../../server/store/archive-tables.ts'
import type { Engine } from '../../server/store/engine.ts'
import { migrate } from '../../server/store/migrate.ts'
import { openStore } from '../../server/store/open.ts'
import { openD1 } from '../../server/store/open-d1.ts'
import { createStore, type Store } from '../../server/store/store.ts'
import { fileOf, fullSite } from '../exchange/full-site.ts'
import { startHranaServer } from '../runtime/hrana-server.ts'
import { localD1 } from '../runtime/local-d1.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-archive-'))
const at = (name: string) => join(folder, name)
const open = (name: string) => openStore({ databaseUrl: `file:${at(name)}`, databaseToken: undefined })

async function parley(database: string, ...args: string[]) {
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${at(database)}` }
  const options = { env, maxBuffer: 1 << 28 }
  const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], options).catch(error => error)
  return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
}

async function exported(engine: Engine, sites: string[]): Promise<string> {
  let text = ''
  for await (const some of archiveOf(engine, sites, false, { build: 'test', at: 1 })) text += some
  return text
}

test('every table and column is carried, or left out for a reason', async () => {
  const store = await open('tables.db')
  const tables = await store.engine.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'`,
  )
  const carried: Record<string, CarriedTable> = CARRIED
  expect([...Object.keys(carried), ...Object.keys(LEFT_OUT)].sort()).toEqual(
    [...tables.map(({ name }) => name), 'search_due'].sort(),
  )
  for (const [name, { columns, left = {}, key, same, refers, people = [] }] of Object.entries(carried)) {
    const real = await store.engine.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${name})`)
    expect([name, [...columns, ...Object.keys(left)].sort()]).toEqual([name, real.map(each => each.name).sort()])
    for (const each of [...key, ...same, ...Object.keys(refers), ...people]) expect(columns).toContain(each)
    const facts = await store.engine.all<{ name: string; type: string; notnull: number; dflt_value: string | null }>(
      sql`SELECT name, type, "notnull", dflt_value FROM pragma_table_info(${name})`,
    )
    for (const each of facts.filter(({ name: column }) => columns.includes(column))) {
      const { type, isNotNull, isNeeded } = factsOf(name as CarriedName, each.name)
      const real = [each.type === 'TEXT', each.notnull === 1, each.notnull === 1 && each.dflt_value === null]
      expect([name, each.name, type === 'text', isNotNull, isNeeded]).toEqual([name, each.name, ...real])
    }
    const foreign = await store.engine.all<{ from: string; table: string }>(
      sql`SELECT "from", "table" FROM pragma_foreign_key_list(${name})`,
    )
    for (const { from, table } of foreign) {
      if (columns.includes(from)) expect([name, from, refers[from]]).toEqual([name, from, table])
    }
  }
  await store.close()
})

test('from a file to D1, to libSQL over HTTP, and back to a file: equal in all that is carried, each time', async () => {
  const { site, deps } = await fullSite()
  const first = deps.store
  const before = await exported(first.engine, [site])
  const d1 = await localD1(at('d1'))
  const second = createStore({ ...openD1(d1.binding), close: d1.close })
  await migrate(second)
  const hrana = await startHranaServer(at('remote.db'), 'letmein')
  const third = await openStore({ databaseUrl: hrana.url, databaseToken: 'letmein' })
  const fourth = await open('fourth.db')
  const end = JSON.parse(before.split('\n').at(-2)!)
  expect(Object.keys(end.rows).sort()).toEqual([...Object.keys(CARRIED), 'articles_after'].sort())
  let text = before
  for (const store of [second, third, fourth]) {
    text = await moved(store, text)
    expect(text).toBe(before)
    expect(await store.doctor.discrepancies()).toEqual([])
    const [here, there] = [await verifyLog(store, site, null), await verifyLog(first, site, null)]
    expect(here).toEqual(there)
    expect(here.head).not.toBe(null)
  }
  await Promise.all([second, third, fourth].map(store => store.close()))
  await hrana.stop()
}, 60_000)

/** What an archive is after it was brought into another store. */
async function moved(store: Store, text: string): Promise<string> {
  const plan = await planArchive(store.engine, fileOf(text), null)
  expect(plan.collisions).toEqual([])
  await importArchive(store.engine, fileOf(text), plan)
  return exported(store.engine, plan.head.sites)
}

test('who comes with an archive does not own the installation, however old, and whoever runs the command line does', async () => {
  const { site, deps } = await fullSite()
  const text = await exported(deps.store.engine, [site])
  const [taken, empty] = [await open('owned.db'), await open('empty.db')]
  const here = await taken.people.ensure(2 ** 52, 'Whoever owns this one', 1)
  for (const store of [taken, empty]) await moved(store, text)
  expect(await taken.people.owner()).toMatchObject({ id: here.id })
  expect(await empty.people.owner()).toBe(null)
  await empty.people.ensure(3, 'Owner', 3)
  await empty.engine.write([sql`UPDATE people SET is_imported = 1 WHERE id = 3`])
  const owner = await ensureOwner(empty, [site])
  expect(owner.name).toBe('Owner (2)')
  expect(await ensureOwner(empty, [site])).toEqual(owner)
  expect(await empty.people.heldBy(owner.id)).toEqual([{ site, role: 'owner' }])
  await Promise.all([taken.close(), empty.close()])
}, 30_000)

test('an import that ends anywhere is taken up by the next one; until then the site takes no pages and has no staff', async () => {
  const { site, deps } = await fullSite()
  const text = await exported(deps.store.engine, [site])
  const store = await open('halves.db')
  const plan = await planArchive(store.engine, fileOf(text), null)
  for (const share of [0.2, 0.5, 0.8, 0.97]) {
    const [part] = [text.slice(0, text.length * share)]
    await expect(
      importArchive(store.engine, fileOf(part, 500), plan, undefined, { rows: 7, bytes: 5_000 }),
    ).rejects.toThrow()
    expect(await store.sites.find(site)).toMatchObject({ origins: [] })
    expect(await store.people.on(site)).toEqual([])
  }
  expect(await moved(store, text)).toBe(text)
  expect(await store.doctor.discrepancies()).toEqual([])
  expect(await verifyLog(store, site, null)).toMatchObject({ fault: null })
  await store.close()
})

test('on the command line: a dry run changes nothing, an import twice is one, and --site takes one of many', async () => {
  const { site, deps } = await fullSite()
  const store = await open('many.db')
  await moved(store, await exported(deps.store.engine, [site]))
  await store.sites.add({ id: 'weekly', name: 'Weekly', origins: [], settings: {}, isDemo: false, createdAt: 5 })
  await store.close()
  const { out, err, code } = await parley('many.db', 'export', '--all')
  expect([code, err]).toEqual([0, expect.stringContaining('2 sites')])
  writeFileSync(at('all.jsonl'), out)

  await (await open('target.db')).close()
  const dry = await parley('target.db', 'import', 'parley', at('all.jsonl'), '--dry-run', '--json')
  expect(JSON.parse(dry.out)).toMatchObject({ ok: true, isDone: false, sites: [{ id: site }, { id: 'weekly' }] })
  expect((await parley('target.db', 'site', 'list', '--json')).out).toContain('"sites":[]')
  const one = await parley('target.db', 'import', 'parley', at('all.jsonl'), '--site', site)
  expect(one.out).toContain('came')
  expect(JSON.parse((await parley('target.db', 'site', 'list', '--json')).out).sites).toHaveLength(1)
  const all = await parley('target.db', 'import', 'parley', at('all.jsonl'), '--json')
  expect(JSON.parse(all.out)).toMatchObject({ ok: true, rows: { comments: { added: 0 }, sites: { added: 1 } } })
  const again = JSON.parse((await parley('target.db', 'import', 'parley', at('all.jsonl'), '--json')).out)
  for (const sum of Object.values(again.rows)) expect(sum).toMatchObject({ added: 0, astray: 0 })
  const back = await parley('target.db', 'export', '--all')
  expect(back.out.split('\n').slice(1, -2)).toEqual(out.split('\n').slice(1, -2))
  expect(readFileSync(at('all.jsonl'), 'utf8')).not.toMatch(/"(network|person_token|session_hash)"/)
}, 60_000)
