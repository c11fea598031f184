import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { newId } from '../../server/comments/ids.ts'
import { makeKey } from '../../server/people/api-keys.ts'
import { ensureOwner } from '../../server/people/owner.ts'
import { openStore } from '../../server/store/open.ts'

const run = promisify(execFile)

/** The command line over a database in a folder of its own. */
function installation() {
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'parley-people-')), 'parley.db')}`
  const env = { ...process.env, PARLEY_DATABASE_URL: databaseUrl }
  const parley = async (...args: string[]) => {
    const ends = await run(process.execPath, ['server/cli.ts', ...args], { env }).catch(error => error)
    return { out: String(ends.stdout), err: String(ends.stderr), code: ends.code ?? 0 }
  }
  return { databaseUrl, parley }
}

test('a person gets a public name, keeps the account’s, and loses the public one again', async () => {
  const { parley } = installation()
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  await parley('link', '--name', 'Mona', '--site', 'daily')
  expect((await parley('person', 'set', 'Mona', '--public-name', ' The night\neditor ')).out).toBe(
    'Mona is called The night editor.\n',
  )
  expect(JSON.parse((await parley('person', 'list', '--json')).out).people).toContainEqual({
    name: 'Mona',
    publicName: 'The night editor',
    roles: [{ site: 'daily', role: 'moderator' }],
    sessions: 0,
  })
  expect((await parley('person', 'set', 'Mona', '--public-name', '')).out).toBe('Mona is called by that name.\n')
  expect((await parley('person', 'list')).out).toMatch(/^Mona {2}moderator of daily {2}not signed in$/m)
}, 60_000)

test('an unknown account, a name that is too long and half a command are refused in words', async () => {
  const { parley } = installation()
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  const refusals = [
    [['person', 'set', 'Nobody', '--public-name', 'x'], 'There is no account “Nobody”'],
    [['person', 'set', 'Nobody', '--public-name', 'x'.repeat(61)], 'The name is too long'],
    [['person', 'set', 'Nobody'], 'Say who and how'],
    [['person'], 'Say what to do after “person”: list, set, remove'],
  ] as const
  for (const [args, words] of refusals) {
    const { code, err } = await parley(...args)
    expect([args, code === 0, err]).toEqual([args, false, expect.stringContaining(words)])
  }
}, 60_000)

test('a link for somebody who is known leaves the roles as they are, and says which; a new person gets every site', async () => {
  const { parley } = installation()
  for (const id of ['daily', 'weekly'])
    await parley('site', 'add', id, '--name', id, '--origin', `https://${id}.example`)
  await parley('link', '--name', 'Mona', '--site', 'daily')
  expect((await parley('link', '--name', ' Mona ')).out).toContain('The desk, as Mona, moderator of daily (')
  const raised = await parley('link', '--name', 'Mona', '--role', 'owner')
  expect(raised).toMatchObject({ code: 2, err: expect.stringContaining('Say on which site to be owner') })
  const both = await parley('link', '--name', 'Mona', '--site', 'weekly', '--role', 'owner', '--json')
  const roles = [
    { site: 'daily', role: 'moderator' },
    { site: 'weekly', role: 'owner' },
  ]
  expect(JSON.parse(both.out)).toMatchObject({ name: 'Mona', roles, desk: expect.stringContaining('#link=') })
  expect((await parley('link', '--name', 'Omar')).out).toContain('as Omar, moderator of daily, weekly (')
  expect((await parley('link')).out).toContain('as Owner, owner of daily, weekly (')
}, 60_000)

test('the list shows who has which roles and who is signed in; what a removal took is said, from the owner nothing', async () => {
  const { parley, databaseUrl } = installation()
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  await ensureOwner(store, [])
  expect((await parley('person', 'list')).out).toBe('Owner  owner of this installation  not signed in\n')
  for (const id of ['daily', 'weekly'])
    await parley('site', 'add', id, '--name', id, '--origin', `https://${id}.example`)
  const { people } = store
  const mona = await people.ensure(newId(Date.now()), 'Mona', Date.now())
  await people.grant(mona.id, ['daily', 'weekly'], 'moderator')
  const now = Date.now()
  const DAY = 86_400_000
  for (const [hash, at, end] of [
    ['present', now, now + DAY],
    ['idle', now - 20 * DAY, now + DAY],
    ['past', now - 2, now - 1],
  ] as const) {
    await people.addLink({ tokenHash: hash, personId: mona.id, createdAt: at, expiresAt: at + 1 })
    await people.redeem(hash, { hash, expiresAt: end, idleSince: 0, browser: null, replaced: null }, at)
  }
  await store.close()
  expect((await parley('person', 'list')).out).toBe(
    'Owner  owner of daily, weekly  not signed in\nMona  moderator of daily, weekly  signed in (one session)\n',
  )

  const owner = await parley('person', 'remove', 'Owner', '--site', 'daily')
  expect(owner).toMatchObject({ code: 2, err: expect.stringContaining('every site: nothing was taken') })
  expect((await parley('person', 'remove', 'Mona', '--site', 'weekly')).out).toContain('Still moderator of daily.')
  const last = JSON.parse((await parley('person', 'remove', 'Mona', '--site', 'daily', '--json')).out)
  expect(last).toEqual({ name: 'Mona', site: 'daily', roles: [], keys: [] })
  expect((await parley('person', 'list')).out).toBe(
    'Owner  owner of daily, weekly  not signed in\nMona  no role on any site  not signed in\n',
  )
  expect((await parley('link', '--name', 'Mona')).err).toContain('Give one: --site ID')
}, 60_000)

test('somebody’s ways in are listed, a lost passkey is taken away with the sessions, and what stays after signing out is said', async () => {
  const { parley, databaseUrl } = installation()
  await parley('site', 'add', 'daily', '--name', 'Daily', '--origin', 'https://daily.example')
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  const now = Date.now()
  const mona = await store.people.ensure(newId(now), 'Mona', now)
  await store.people.grant(mona.id, ['daily'], 'owner')
  const key = {
    ...{ id: newId(now, mona.id), person_id: mona.id, name: 'Pixel', credential: 'c', public_key: 'k', counter: 0 },
    ...{ is_synced: 0, created_at: now },
  }
  await store.deskWays.addPasskey(key, { digest: 'd', expiresAt: now + 1_000 }, 20)
  const comes = async (hash: string) => {
    await store.people.addLink({ tokenHash: hash, personId: mona.id, createdAt: now, expiresAt: now + 60_000 })
    const session = { hash: `s${hash}`, expiresAt: now + 60_000, browser: 'Firefox on Linux', replaced: null }
    await store.people.redeem(hash, { ...session, idleSince: now - 60_000 }, now)
  }
  await comes('l1')
  await makeKey({ store, clock: Date.now }, { site: 'daily', name: 'Bot', scope: 'read', days: null }, mona.id)

  const shown = await parley('person', 'ways', 'Mona')
  expect(shown.out).toMatch(/^Mona: owner of daily\n {2}passkey (\w+) {2}Pixel {2}made .* UTC {2}never used$/m)
  expect(shown.out).toMatch(/session {2}Firefox on Linux {2}by a link, .* UTC/)
  expect(shown.out).toMatch(/key \w+ {2}Bot {2}on daily/)
  const { passkeys } = JSON.parse((await parley('person', 'ways', 'Mona', '--json')).out)
  const out = await parley('person', 'sign-out', 'Mona')
  expect(out.out).toContain('Mona is signed out of one session')
  expect(out.out).toContain('What stays: one passkey can sign in again; one key for programs that Mona made.')
  await comes('l2')
  expect((await parley('person', 'ways', 'Mona', '--end', passkeys[0].id)).out).toContain(
    'no longer opens the desk. One session of Mona ended with it.',
  )
  expect((await parley('person', 'ways', 'Mona', '--end', passkeys[0].id)).err).toContain('has no passkey')
  expect((await parley('person', 'remove', 'Mona', '--site', 'daily')).out).toContain(
    'every session has ended. One key for programs that they made there no longer counts.',
  )
  await store.close()
}, 60_000)
