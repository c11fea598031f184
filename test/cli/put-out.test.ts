import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newId, spellId } from '../../server/comments/ids.ts'
import type { Role } from '../../server/contract.ts'
import { makeKey } from '../../server/people/api-keys.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { digest, randomToken } from '../../server/people/secrets.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { freePort } from '../runtime/free-port.ts'

/** Within so many ms whoever was put out through one process is out at every other. */
const OUT_MS = 5_000

/** A Parley of its own process; SIGTERM ends it in order. */
async function start(databaseUrl: string) {
  const port = await freePort()
  const env = { ...process.env, PARLEY_DATABASE_URL: databaseUrl, PORT: String(port) }
  const child = spawn(process.execPath, ['server/cli.ts', 'start', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', code => reject(new Error(`ended with ${code}`)))
  })
  const origin = `http://localhost:${port}`
  const end = () =>
    new Promise<number | null>(resolve => {
      child.once('exit', code => resolve(code))
      child.kill('SIGTERM')
    })
  return { origin, end }
}

type Credential = Record<string, string>

const asks = (origin: string, as: Credential, method: string, path: string, json?: unknown) =>
  fetch(`${origin}/api/desk/${path}`, {
    method,
    headers: { ...as, Origin: origin, ...(json !== undefined && { 'Content-Type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })

/** How many ms it takes until somebody is answered with this status, who was answered with 200 before. */
async function outAfter(origin: string, as: Credential, path: string, status: number): Promise<number> {
  const since = Date.now()
  for (;;) {
    const answer = await asks(origin, as, 'GET', path)
    await answer.body?.cancel()
    if (answer.status === status) return Date.now() - since
    if (Date.now() - since > OUT_MS) return Number.POSITIVE_INFINITY
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** People of the site `daily`, and what each is known by. */
async function newcomers(store: Store, origin: string) {
  const someone = async (name: string, role: Role) => {
    const person = await store.people.ensure(newId(Date.now()), name, Date.now())
    await store.people.grant(person.id, ['daily'], role)
    return person.id
  }
  const comes = async (id: number): Promise<Credential> => {
    const link = new URL(await makeDeskLink({ store, clock: Date.now, config: { origin } }, id)).hash.slice(6)
    const answer = await asks(origin, {}, 'POST', 'session', { link })
    return { Cookie: answer.headers.get('set-cookie')!.split(';')[0]! }
  }
  return { someone, comes }
}

test('who is put out or demoted through one process is out at the other within 5 s: sessions, keys, and who came by OpenID', async () => {
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'parley-put-out-')), 'parley.db')}`
  const here = await start(databaseUrl)
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  onTestFinished(() => store.close())
  const now = Date.now()
  await store.sites.add({
    ...{ id: 'daily', name: 'Daily', origins: ['https://daily.example'], settings: {}, isDemo: false, createdAt: now },
  })
  const there = await start(databaseUrl)
  const { someone, comes } = await newcomers(store, here.origin)
  const olga = await comes(await someone('Olga', 'owner'))
  const mona = await someone('Mona', 'moderator')
  const dora = await someone('Dora', 'owner')
  const [monaHere, doraHere] = [await comes(mona), await comes(dora)]
  const { token } = await makeKey(
    { store, clock: Date.now },
    { site: 'daily', name: 'Bot', scope: 'read', days: null },
    dora,
  )
  const bot = { Authorization: `Bearer ${token}` }
  // As the issuer's way back opens it.
  const iris = await store.deskIdentities.ensure('https://issuer.example', 'u-7', 'Iris', now)
  const session = randomToken()
  const opened = { hash: digest(session), expiresAt: now + 3_600_000, browser: null, replaced: null }
  await store.deskIdentities.enter(iris, [{ site: 'daily', role: 'moderator' }], opened, now)
  const irisHere = { Cookie: `parley=${session}` }

  const queue = 'queue?site=daily&status=pending'
  const team = 'sites/daily/people'
  for (const as of [monaHere, doraHere, bot, irisHere]) {
    expect((await asks(there.origin, as, 'GET', queue)).status).toBe(200)
  }
  expect((await asks(there.origin, doraHere, 'GET', team)).status).toBe(200)

  const changed = async (method: string, id: number, json?: unknown) =>
    (await asks(here.origin, olga, method, `${team}/${spellId(id)}`, json)).status
  expect(await changed('PUT', dora, { role: 'moderator' })).toBe(200)
  const times = {
    demoted: await outAfter(there.origin, doraHere, team, 403),
    key: await outAfter(there.origin, bot, queue, 401),
  }
  // A moderator she is still.
  expect((await asks(there.origin, doraHere, 'GET', queue)).status).toBe(200)
  expect([await changed('DELETE', mona), await changed('DELETE', iris.id)]).toEqual([204, 204])
  const gone = {
    removed: await outAfter(there.origin, monaHere, `changes?site=daily&since=0`, 401),
    openid: await outAfter(there.origin, irisHere, queue, 401),
  }
  for (const [what, ms] of Object.entries({ ...times, ...gone })) expect([what, ms < OUT_MS]).toEqual([what, true])
  if (process.env['PARLEY_FIGURES']) console.log(JSON.stringify({ ...times, ...gone }))
  expect(await Promise.all([here.end(), there.end()])).toEqual([0, 0])
}, 60_000)
