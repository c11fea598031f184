import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../../server/comments/ids.ts'
import { makeKey } from '../../server/people/api-keys.ts'
import { openStore } from '../../server/store/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-moving-'))
const at = (name: string) => join(folder, name)
const open = (name: string) => openStore({ databaseUrl: `file:${at(name)}`, databaseToken: undefined })

async function parley(database: string, ...args: string[]) {
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${at(database)}` }
  const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
  return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
}

test('whoever moves in owns the new installation, and a key that moved along is nobody there', async () => {
  const old = await open('old.db')
  await old.sites.add({ id: 'daily', name: 'Daily', origins: [], settings: {}, isDemo: false, createdAt: 5 })
  const now = Date.now()
  const keeper = await old.people.ensure(newId(now), 'Owner', now)
  await old.people.grant(keeper.id, ['daily'], 'owner')
  const asked = { site: 'daily', name: 'Night bot', scope: 'moderate', days: null } as const
  const { key } = await makeKey({ store: old, clock: () => now - 86_400_000 }, asked, keeper.id)
  const program = (await old.engine.first<{ id: number; name: string }>(
    sql`SELECT id, name FROM people WHERE name = ${`key ${key.id}`}`,
  ))!
  expect(program.id).toBeLessThan(keeper.id)
  expect(await old.people.owner()).toEqual(keeper)
  // What a key has decided is in the log, and its name beside it.
  await old.engine.write([
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, person_id, text_digest, at)
      VALUES ('daily', 1, 7, 1, 'approve', 'pending', 'published', 'moderator', ${program.id}, 'd', ${now})`,
  ])
  await old.close()

  // A file is written for its owner alone, and never over another one.
  const told = await parley('old.db', 'export', '--all', at('all.jsonl.gz'), '--json')
  expect([told.code, JSON.parse(told.out)]).toEqual([0, { file: at('all.jsonl.gz'), bytes: expect.any(Number) }])
  expect(statSync(at('all.jsonl.gz')).mode & 0o777).toBe(0o600)
  expect(readFileSync(at('all.jsonl.gz')).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
  const again = await parley('old.db', 'export', '--all', at('all.jsonl.gz'))
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')])
  expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])

  // In a clone without a database a look makes none.
  const look = await parley('fresh/parley.db', 'import', 'parley', at('all.jsonl.gz'), '--dry-run')
  expect([look.code, look.out]).toEqual([0, expect.stringContaining('daily (Daily) would come')])
  expect(readdirSync(folder)).not.toContain('fresh')

  expect((await parley('new.db', 'import', 'parley', at('all.jsonl.gz'))).code).toBe(0)
  const over = await parley('new.db', 'import', 'parley', at('all.jsonl.gz'), '--dry-run')
  expect(over.out).toContain('is here already, with all that is in the archive')
  const link = await parley('new.db', 'link', '--json')
  expect(JSON.parse(link.out)).toMatchObject({ name: 'Owner (2)', roles: [{ site: 'daily', role: 'owner' }] })
  const moved = await open('new.db')
  expect(await moved.people.named('Owner')).toMatchObject({ id: keeper.id })
  expect(await moved.people.heldBy(keeper.id)).toEqual([{ site: 'daily', role: 'owner' }])
  expect(await moved.people.heldBy(program.id)).toEqual([])
  expect((await moved.team.on('daily', now)).map(({ name }) => name).sort()).toEqual(['Owner', 'Owner (2)'])
  const { entries } = await moved.log.page('daily', {}, 9, true)
  expect(entries[0]).toMatchObject({ by: { name: 'Night bot (key)' } })
  await moved.close()
  const forKey = await parley('new.db', 'link', '--name', program.name, '--site', 'daily')
  expect([forKey.code, forKey.err]).toEqual([2, expect.stringContaining('is a key for programs')])
}, 120_000)

test('what is no database of Parley is not restored, and that is said', async () => {
  writeFileSync(at('rubbish.db'), 'no database at all, but for its name')
  const rubbish = await parley('restored.db', 'restore', at('rubbish.db'))
  expect([rubbish.code, rubbish.err]).toEqual([1, expect.stringContaining('is no database of Parley')])
  expect(rubbish.err).not.toContain('SQLITE')
  expect(readdirSync(folder)).not.toContain('restored.db')
}, 30_000)
