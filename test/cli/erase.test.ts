import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { Budgets } from '../../server/http/budgets.ts'
import { nodeDeps } from '../../server/node.ts'
import type { Mail } from '../../server/notices/mail.ts'
import { sendOutbox } from '../../server/notices/send-outbox.ts'
import { readerOn } from '../../server/people/reader.ts'
import { openStore, secretsFor } from '../../server/store/open.ts'
import { Reader, type Send, tokenOf } from '../people.ts'

const run = promisify(execFile)
const ADDRESS = 'Quorthon.Vexley@mail.example'
/** What only the person has written and is called; none of it may be found in a byte of the file. */
const NAME = 'Qzorvimax Vexley'
const WORDS = ['zyxquavilon', 'wurblesnark', 'kvothendral']

/** An installation in which somebody has written, proved an address, voted, and been written about. */
async function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-erase-'))
  const env = { PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`, PARLEY_ORIGIN: 'http://localhost:9506' }
  const parley = async (...args: string[]) => {
    const ends = await run(process.execPath, ['server/cli.ts', ...args], { env: { ...process.env, ...env } }).catch(
      error => error,
    )
    return { out: String(ends.stdout), err: String(ends.stderr), code: ends.code ?? 0 }
  }
  const config = readConfig({ ...env, PARLEY_LIMITS: 'off' })
  const store = await openStore(config)
  const settings = { holds: 'none', repeatsAllowed: 0 } as const
  const origins = ['https://daily.example']
  for (const id of ['daily', 'weekly'])
    await store.sites.add({ id, name: 'Daily', origins, settings, isDemo: false, createdAt: 1 })
  const mails: Mail[] = []
  const deps = {
    ...nodeDeps({ ...config, ...(await secretsFor(config)) }, store),
    mail: async (mail: Mail) => void mails.push(mail),
    // Mail goes below, before anybody looks.
    later() {},
  }
  const app = createApp({ ...deps, client: () => null }, new Budgets(false))
  const send: Send = async (path, { json, ...init } = {}) => {
    const headers = new Headers(init.headers)
    headers.set('content-type', 'application/json')
    const answer = await app.request(`http://localhost:9506${path}`, {
      ...init,
      headers,
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
    await sendOutbox(deps)
    return answer
  }
  const on = (name: string, site: string) =>
    new Reader(tokenOf(name, 1), { site, origin: origins[0]!, page: `${origins[0]}/1`, send })
  return { folder, parley, store, mails, on, file: (name: string) => join(folder, name) }
}

test('whoever has proved an address is erased by it, in any case, on every site, and no byte of it is left', async () => {
  const { parley, store, mails, on, file } = await installation()
  const [ada, ben] = [on('ada', 'daily'), on('ben', 'daily')]
  const first = await ada.posts(`${WORDS[0]} is what I say`, { name: NAME })
  for (let n = 0; n < 60; n++) await ada.posts(`${WORDS[1]} number ${n} of many`, { name: NAME })
  await ada.revises(first, `${WORDS[2]} is what I meant`)
  const answer = await ben.replies(first, 'An answer', { name: 'Ben' })
  await ada.votes(answer)
  await ada.proves(ADDRESS, mails)
  const weekly = on('ada', 'weekly')
  await weekly.posts(`${WORDS[0]} elsewhere`, { name: NAME })
  await weekly.proves(ADDRESS, mails)
  const author = await store.posting.author('daily', readerOn('daily', ada.token))
  const mona = await store.people.ensure(77, 'Mona', 1)
  await store.people.grant(mona.id, ['daily'], 'moderator')
  await store.digests.set(mona.id, ADDRESS, ['daily'])
  await store.engine.write([
    sql`INSERT INTO notes (id, site_id, author_id, person_id, text, created_at)
      VALUES (1, 'daily', ${author!.id}, 77, ${`${NAME} again`}, 1)`,
  ])
  const texts = [NAME, ADDRESS, ADDRESS.toLowerCase(), ...WORDS]
  const found = (path: string) => (existsSync(path) ? texts.filter(text => readFileSync(path).includes(text)) : [])

  const dry = await parley('erase', '--email', ADDRESS.toUpperCase(), '--dry-run')
  expect(dry.out).toMatch(/^daily: Qzorvimax Vexley would go: 61 comments, 1 earlier text, 1 vote, 1 note/m)
  expect(dry.out).toMatch(/^weekly: .* would go: 1 comment/m)
  const { daily } = Object.fromEntries(
    JSON.parse((await parley('person', 'data', '--email', ADDRESS, '--json')).out).authors.map(
      (each: { site: string }) => [each.site, each],
    ),
  )
  expect(daily).toMatchObject({ name: NAME, identities: [{ issuer: 'email', subject: ADDRESS.toLowerCase() }] })
  expect(daily.comments).toHaveLength(61)

  const gone = await parley('erase', '--email', ADDRESS.toUpperCase(), '--json')
  expect(gone.err).toBe('')
  expect(JSON.parse(gone.out)).toMatchObject({
    isDryRun: false,
    accounts: 1,
    authors: [{ site: 'daily' }, { site: 'weekly' }],
  })
  const nobody = { code: 2, err: expect.stringContaining('nothing is kept under it') }
  expect(await parley('erase', '--email', ADDRESS)).toMatchObject(nobody)
  expect(await parley('erase', '--email', ADDRESS, '--dry-run', '--json')).toMatchObject(nobody)
  expect(await store.doctor.discrepancies()).toEqual([])
  expect(await ben.sees()).toEqual(['(withdrawn)', 'An answer'])
  const kept = await store.engine.all<{ asked_by: string; comments: number }>(
    sql`SELECT asked_by, comments FROM erasures ORDER BY comments`,
  )
  expect(kept).toEqual([
    { asked_by: 'command', comments: 1 },
    { asked_by: 'command', comments: 61 },
  ])

  // In a backup, which holds nothing but what is still a row; and in the live file and its log.
  expect((await parley('backup', file('copy.db'))).code).toBe(0)
  expect(found(file('copy.db'))).toEqual([])
  await store.close()
  expect([found(file('parley.db')), found(file('parley.db-wal'))]).toEqual([[], []])
  expect(await terms(file('parley.db'))).toEqual(expect.not.arrayContaining(WORDS))
}, 120_000)

test('a legal hold keeps what is held, out of sight, until it is lifted', async () => {
  const { parley, store, mails, on } = await installation()
  const ada = on('ada', 'daily')
  const [held] = [await ada.posts(`${WORDS[0]} is held`, { name: NAME }), await ada.posts('Another', { name: NAME })]
  await ada.proves(ADDRESS, mails)
  expect((await parley('hold', `https://parley.example/c/${held!.id}`, '--site', 'daily')).out).toContain('is held')
  expect((await parley('erase', '--email', ADDRESS)).out).toMatch(/1 comment, .*\n {2}1 under a legal hold/)
  expect(await on('ben', 'daily').sees()).toEqual([])
  const texts = () => store.engine.all<{ text: string }>(sql`SELECT text FROM comments WHERE text <> ''`)
  expect(await texts()).toEqual([{ text: `${WORDS[0]} is held` }])
  const told = await parley('retention', '--site', 'daily')
  expect(told.out).toMatch(/comments that were deleted or refused +30 days after the decision/)
  expect(told.out).toContain('1 comment that was deleted or refused still has its text; 1 is under a legal hold.')
  const settings = ['--setting', 'keepsRefusedDays=90', '--setting', 'keepsEvidenceDays=60']
  expect((await parley('site', 'set', 'daily', ...settings)).err).toContain('Let keepsEvidenceDays be 90 at least')
  expect((await parley('hold', held!.id, '--site', 'daily', '--lift')).code).toBe(0)
  expect((await parley('hold', 'zzzz', '--site', 'daily')).err).toContain('There is no comment')
  expect((await parley('erase', '--email', 'nobody')).err).toContain('That is no e-mail address')
  await store.close()
}, 120_000)

/** The words in the search index, with those of rows that are only marked as deleted. */
async function terms(path: string): Promise<string[]> {
  const client = createClient({ url: `file:${path}` })
  await client.execute(`CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', 'search', 'instance')`)
  const { rows } = await client.execute('SELECT DISTINCT term FROM temp.seen')
  client.close()
  return rows.map(row => String(row['term']))
}
