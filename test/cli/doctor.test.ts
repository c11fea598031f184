import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'

test('the doctor names what is unwise and what is broken, and ends with 1 for what is broken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-doctor-'))
  const databaseUrl = `file:${join(folder, 'parley.db')}`
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  await store.sites.add({
    ...{ id: 'daily', name: 'Daily', origins: ['https://daily.example'], settings: {}, isDemo: false },
    createdAt: 1,
  })
  await store.sites.add({ id: 'half', name: 'Half', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  const parley = async (args: string[], settings: Record<string, string>) => {
    const env = { ...process.env, PARLEY_DATABASE_URL: databaseUrl, ...settings }
    const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', 'doctor', ...args], { env }).catch(
      error => error,
    )
    return { out: String(ended.stdout), code: ended.code ?? 0 }
  }
  const public_ = { PARLEY_ORIGIN: 'https://comments.example.org', PARLEY_TRUSTED_PROXIES: '127.0.0.1' }
  const well = await parley([], public_)
  expect(well.code).toBe(0)
  expect(well.out).toContain('half takes pages from nowhere')
  expect(well.out).not.toContain('readers cannot reach')

  chmodSync(join(folder, 'parley.db'), 0o644)
  const ahead = Date.now() + 3_600_000
  const ruling = sql`'approve', 'pending', 'published', 'moderator', 'x', ${ahead}`
  await store.engine.write([
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      VALUES ('daily', 2, 1, 1, ${ruling})`,
  ])
  const ill = await parley(['--json'], {})
  const said = JSON.parse(ill.out)
  expect(ill.code).toBe(3)
  expect(said.findings.map(({ check }: { check: string }) => check)).toEqual(
    expect.arrayContaining(['log', 'origin', 'clock', 'modes']),
  )
  expect(said.isMailSet).toBe(false)
  const mail = await parley(['--mail', 'olga@example.org'], {
    PARLEY_SMTP_URL: 'smtp://127.0.0.1:9?from=parley@example.org',
  })
  expect(mail.out).toMatch(/The mail was not taken \(E\w+\)\. See PARLEY_SMTP_URL/)
  await store.close()
}, 30_000)
