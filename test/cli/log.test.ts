import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { verifyLogs } from '../../server/commands/log.ts'
import { sealLog } from '../../server/moderation/log/seal-log.ts'
import { openStore } from '../../server/store/open.ts'
import { tokenOf } from '../people.ts'
import { freePort } from '../runtime/free-port.ts'
import { serveParley } from '../runtime/serve-parley.ts'

const run = promisify(execFile)

async function installation() {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-log-')), 'parley.db')
  const env = { ...process.env, PARLEY_DATABASE_URL: `file:${file}`, PORT: String(await freePort()) }
  const parley = async (...args: string[]) => {
    const ends = await run(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ends.stdout), err: String(ends.stderr), code: ends.code ?? 0 }
  }
  return { file, env, parley, open: () => openStore({ databaseUrl: `file:${file}`, databaseToken: undefined }) }
}

test('log verify proves the log, prints the head to keep, and ends with 1 where a row does not fit', async () => {
  const { parley, open } = await installation()
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  expect(await parley('log', 'verify')).toMatchObject({ code: 0, out: 'daily: nothing has been decided yet.\n' })
  const store = await open()
  await store.engine.write([
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      SELECT 'daily', value, value, 1, 'post', 'none', 'pending', 'rules', 'd', 1 FROM json_each('[1,2,3]')`,
  ])
  let said = ''
  await verifyLogs(store, {}, lines => {
    said = [lines].flat().join('\n')
  })
  expect(said).toMatch(/3 decisions are not sealed yet\.\n {2}A running Parley seals what is new within a minute\./)
  await sealLog({ store, clock: () => 1 })
  const sound = JSON.parse((await parley('log', 'verify', '--json')).out)
  expect(sound).toMatchObject({ ok: true, sites: [{ site: 'daily', rows: 3, sealed: 3, unsealed: 0, fault: null }] })
  const { head } = sound.sites[0]
  const kept = await parley('log', 'verify', '--site', 'daily', '--head', head)
  expect(kept).toMatchObject({ code: 0, out: expect.stringContaining(`Head to keep: ${head}`) })

  await store.engine.write([
    sql`DROP TRIGGER rulings_refuse_update`,
    sql`UPDATE rulings SET reason = 'spam' WHERE seq = 2`,
  ])
  await store.close()
  const broken = await parley('log', 'verify')
  expect(broken).toMatchObject({ code: 3, out: expect.stringContaining('daily: decision 2 does not fit') })
  expect(JSON.parse((await parley('log', 'verify', '--json')).out)).toMatchObject({
    ok: false,
    sites: [{ fault: { what: 'changed', seq: 2 } }],
  })
}, 60_000)

test.each([
  [['--site', 'nowhere'], 'There is no site “nowhere”'],
  [['--head', 'x', '--site', 'daily'], 'A head is what “npm run parley -- log verify” prints'],
])(
  'log verify %s is refused in words',
  async (flags, words) => {
    const { parley } = await installation()
    await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
    const { code, err } = await parley('log', 'verify', ...flags)
    expect([code, err]).toEqual([expect.any(Number), expect.stringContaining(words)])
    expect(code).not.toBe(0)
  },
  30_000,
)

test('a server on Node seals the log every minute, and its timer ends with it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { env } = await installation()
  const parley = await serveParley({ PARLEY_DATABASE_URL: env['PARLEY_DATABASE_URL']!, PORT: env['PORT']! })
  const posted = await fetch(`${parley.origin}/api/comments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokenOf('ada', 1)}`,
      'content-type': 'application/json',
      origin: parley.origin,
    },
    body: JSON.stringify({ site: 'demo', url: parley.sample, text: 'To be sealed' }),
  })
  expect(posted.status).toBe(201)
  expect(await parley.store.seals.last('demo')).toBeNull()
  vi.advanceTimersByTime(60_000)
  await expect.poll(() => parley.store.seals.last('demo')).toMatchObject({ from: 1, to: 1 })
  await parley.stop()
  expect(vi.getTimerCount()).toBe(0)
}, 30_000)
