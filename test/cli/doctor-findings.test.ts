import { chmodSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { doctor } from '../../server/commands/doctor.ts'
import { readConfig } from '../../server/config.ts'
import { archiveOf } from '../../server/exchange/archive.ts'
import { importArchive, planArchive } from '../../server/exchange/archive-import.ts'
import { backUp } from '../../server/store/backup.ts'
import { openStore } from '../../server/store/open.ts'
import { fileOf, fullSite } from '../exchange/full-site.ts'
import { smallDisk } from '../torture/durability/small-disk.ts'

const PUBLIC = { PARLEY_ORIGIN: 'https://comments.example.org', PARLEY_TRUSTED_PROXIES: '127.0.0.1' }

/** A database of its own, and what the doctor finds there. */
async function patient(folder = mkdtempSync(join(tmpdir(), 'parley-patient-'))) {
  const file = join(folder, 'parley.db')
  const databaseUrl = `file:${file}`
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  onTestFinished(() => store.close())
  const found = async (flags = {}, settings: Record<string, string> = PUBLIC) => {
    let said: { ok: boolean; findings: { check: string; isBroken: boolean; words: string }[] } | null = null
    const config = readConfig({ PARLEY_DATABASE_URL: databaseUrl, ...settings })
    await doctor(store, config, flags, (_, json) => {
      said = json as never
    })
    const code = process.exitCode ?? 0
    process.exitCode = 0
    return { ...said!, code }
  }
  const lines = async (flags = {}) => {
    let said: string[] = []
    await doctor(store, readConfig({ PARLEY_DATABASE_URL: databaseUrl, ...PUBLIC }), flags, text => {
      said = [text].flat()
    })
    process.exitCode = 0
    return said
  }
  return { folder, file, databaseUrl, store, found, lines }
}

const CHANGES = [
  ['a trigger that is gone', 'DROP TRIGGER', true, 'The database lacks trigger'],
  ['an index that is gone', 'DROP INDEX', true, 'The database lacks index'],
] as const

test.each(CHANGES)('the doctor finds %s', async (_, drop, isBroken, words) => {
  const { store, found } = await patient()
  expect(await found()).toMatchObject({ ok: true, findings: [], code: 0 })
  const type = drop.split(' ')[1]!.toLowerCase()
  const one = await store.engine.first<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = ${type} AND sql IS NOT NULL LIMIT 1`,
  )
  await store.engine.write([sql.raw(`${drop} ${one!.name}`)])
  expect(await found()).toMatchObject({
    ...{ ok: false, code: 3 },
    findings: [{ check: 'schema', isBroken, words: expect.stringContaining(`${words} ${one!.name}`) }],
  })
})

test('a column and an index that somebody has added by hand are told, and what is only more breaks nothing', async () => {
  const { store, found } = await patient()
  await store.engine.write([sql`CREATE INDEX mine ON comments (text)`, sql`CREATE TABLE my_own (id INTEGER)`])
  expect(await found()).toMatchObject({
    ...{ ok: true, code: 0 },
    findings: [{ check: 'schema', isBroken: false, words: expect.stringContaining('index mine') }],
  })
  await store.engine.write([sql`DROP INDEX mine`, sql`ALTER TABLE sites ADD COLUMN mine TEXT`])
  expect(await found()).toMatchObject({
    ok: false,
    findings: [{ check: 'schema', isBroken: true, words: expect.stringContaining('table sites otherwise') }],
  })
})

test('a count that does not agree is told with the way to count anew', async () => {
  const { deps, site } = await fullSite()
  await deps.store.engine.write([sql`UPDATE articles SET comment_count = comment_count + 5 WHERE site_id = ${site}`])
  onTestFinished(async () => {
    await deps.store.engine.write([sql`UPDATE articles SET comment_count = comment_count - 5 WHERE site_id = ${site}`])
  })
  const config = readConfig({
    PARLEY_DATABASE_URL: 'libsql://elsewhere.example',
    PARLEY_SECRET: 's'.repeat(40),
    ...PUBLIC,
  })
  let said: unknown
  await doctor(deps.store, config, {}, (_, json) => {
    said = json
  })
  process.exitCode = 0
  const words = (said as { findings: { check: string; words: string }[] }).findings
    .filter(({ check }) => check === 'counts')
    .map(each => each.words)
  expect(words[0]).toMatch(/^articles\.comment_count of \d+: kept \d+, true \d+$/)
  expect(words.at(-1)).toContain('counted anew: npm run parley -- export')
})

test('what has come by half is told as that, with what goes on with it, and not as damage', async () => {
  const { store, found } = await patient()
  const { site, deps } = await fullSite()
  let text = ''
  for await (const some of archiveOf(deps.store.engine, [site], false, { build: 'test', at: 1 })) text += some
  const plan = await planArchive(store.engine, fileOf(text), null)
  const half = fileOf(text.slice(0, text.indexOf('{"kind":"rulings"')), 500)
  await expect(importArchive(store.engine, half, plan, undefined, { rows: 7, bytes: 5_000 })).rejects.toThrow()
  expect(await store.doctor.discrepancies()).not.toEqual([])
  expect(await found()).toMatchObject({
    ...{ ok: true, code: 0 },
    findings: [
      { check: 'import', isBroken: false, words: expect.stringContaining(`${site} takes pages from nowhere`) },
    ],
  })
  await importArchive(store.engine, fileOf(text), plan)
  await store.imports.take(site, 'disqus', null, 'who was killed', 1)
  const { ok, findings } = await found()
  expect(ok).toBe(true)
  expect(findings.find(({ check }) => check === 'import')!.words).toContain(`-- import disqus FILE --site ${site}`)
  await store.engine.write([sql`UPDATE articles SET comment_count = comment_count + 5 WHERE site_id = ${site}`])
  expect(await found()).toMatchObject({ ok: false, code: 3 })
})

test('backups that are too old, are none, or are not there are told; a new one is not', async () => {
  const { folder, databaseUrl, found } = await patient()
  const backups = join(folder, 'backups')
  const none = (await found({ backup: backups })).findings
  expect(none).toMatchObject([{ check: 'backup', isBroken: false, words: expect.stringContaining('mkdir -p ') }])
  mkdirSync(backups)
  const finding = async () => (await found({ backup: backups })).findings.map(({ words }) => words)
  expect(await finding()).toEqual([expect.stringContaining('There is no backup at')])
  writeFileSync(join(backups, 'text.db'), 'no database')
  expect(await finding()).toEqual([expect.stringContaining('There is no backup at')])
  const copy = join(backups, 'monday.db')
  await backUp(databaseUrl, copy)
  expect(await finding()).toEqual([])
  const at = Date.now() / 1000 - 5 * 86_400
  utimesSync(copy, at, at)
  expect(await finding()).toEqual([expect.stringMatching(/monday\.db, is 5 days old\. Make one: /)])
  expect((await found({ backup: copy })).findings).toMatchObject([{ check: 'backup', isBroken: false }])
  expect((await found()).findings).toEqual([])
})

test('proxies that are not named, an origin nobody reaches, plain http and modes are told with what to set', async () => {
  const { file, store, found } = await patient()
  await store.sites.add({
    ...{ id: 'daily', name: 'Daily', origins: ['http://daily.example'], settings: {}, isDemo: false, createdAt: 1 },
  })
  chmodSync(file, 0o644)
  const { findings } = await found({}, { PARLEY_ORIGIN: 'https://comments.example.org' })
  const words = (check: string) => findings.filter(each => each.check === check).map(each => each.words)
  expect(words('proxies')).toEqual([expect.stringContaining('Set it to 127.0.0.1.')])
  expect(words('origin')).toEqual([expect.stringContaining('use https there')])
  expect(words('modes')[0]).toContain(`chmod 600 ${file}`)
  const local = (await found({}, {})).findings.filter(({ check }) => check === 'origin')
  expect(local[0]!.words).toContain('Set PARLEY_ORIGIN to the public https address')
})

test('an alias that is no origin of its site is told, with the command that adds it', async () => {
  const { store, found } = await patient()
  const origins = ['https://daily.example', 'https://amp.daily.example']
  const settings = { aliases: ['m.daily.example', 'amp.daily.example'] }
  await store.sites.add({ id: 'daily', name: 'Daily', origins, settings, isDemo: false, createdAt: 1 })
  const words = expect.stringMatching(/names “m\.daily\.example”.*site set daily --origin https:\/\/m\.daily\.example$/)
  expect((await found()).findings).toEqual([{ check: 'origin', isBroken: false, words }])
})

test('a copy that an upgrade has left is told once it is old', async () => {
  const { file, found } = await patient()
  writeFileSync(`${file}.before-0005`, '')
  expect((await found()).findings).toEqual([])
  const then = new Date(Date.now() - 31 * 86_400_000)
  utimesSync(`${file}.before-0005`, then, then)
  const words = expect.stringContaining('.before-0005 is 31 days old, and holds what was erased since')
  expect((await found()).findings).toEqual([{ check: 'backup', isBroken: false, words }])
})

test('a disk with too little room is told', async context => {
  const at = mkdtempSync(join(tmpdir(), 'parley-tight-'))
  const disk = smallDisk(at, 48)
  if (!disk) return context.skip('this machine lets nobody mount a disk')
  onTestFinished(disk.unmount)
  const { store, found } = await patient(at)
  expect((await found()).findings).toMatchObject([{ check: 'disk', words: expect.stringContaining('make room') }])
  await store.close()
})

test.each([
  ['search', ['schema', 'counts']],
  ['votes', ['schema', 'counts']],
  ['sites', ['schema', 'log', 'origin', 'clock', 'outbox']],
])(
  'a missing table %s is told with what cannot be looked at without it, and the rest is looked at',
  async (table, checks) => {
    const { store, found } = await patient()
    await store.engine.write([sql.raw(`DROP TABLE ${table}`)])
    const { ok, code, findings } = await found()
    expect([ok, code]).toEqual([false, 3])
    expect(findings.map(({ check }) => check)).toEqual(checks)
    expect(findings[0]!.words).toContain(`table ${table}`)
    for (const { words } of findings.slice(1)) expect(words).toMatch(/^The \w+ cannot be looked at: .*no such table: /)
  },
)

test('what it comes to is said last, and is true', async () => {
  const { folder, store, lines } = await patient()
  expect((await lines()).at(-1)).toBe('Everything adds up.')
  expect((await lines({ backup: join(folder, 'backups') })).at(-1)).toBe(
    'Nothing is broken; 1 thing is unwise: the lines with “!”.',
  )
  await store.engine.write([sql`DROP TABLE votes`])
  const ill = await lines({ backup: join(folder, 'backups') })
  expect(ill.at(-1)).toBe('2 things are broken, and 1 unwise: begin with the first “✗”.')
  expect(ill.join()).not.toContain('Everything adds up')
})
