import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../../server/comments/ids.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import type { Moderator } from '../people.ts'
import { type World, world } from '../world.ts'

const DAY = 24 * 3_600_000

/** Presses the button of a link in a browser that brings this cookie along; gives the cookie it has then. */
async function presses(stage: World, name: string, cookie?: string): Promise<string> {
  const { deps, number, clock, site } = stage
  const person = await deps.store.people.ensure(newId(clock.now), `${name}-${number}`, clock.now)
  await deps.store.people.grant(person.id, [site], 'moderator')
  const link = new URL(await makeDeskLink(deps, person.id)).hash.slice('#link='.length)
  const headers = { Origin: deps.config.origin, ...(cookie && { Cookie: cookie }) }
  const response = await stage.send('/api/desk/session', { method: 'POST', headers, json: { link } })
  expect(response.status).toBe(201)
  return response.headers.get('set-cookie')!.split(';')[0]!
}

/** Whom the desk knows by a cookie. */
async function whoIs({ send }: World, cookie: string): Promise<string | null> {
  const response = await send('/api/desk/me', { headers: { Cookie: cookie } })
  return response.ok ? ((await response.json()) as { person: { name: string } }).person.name.split('-')[0]! : null
}

test('a cookie that was brought along never becomes a session', async () => {
  const stage = await world()
  const planted = `__Host-parley=${'a'.repeat(43)}`
  const own = await presses(stage, 'mona', planted)
  expect(own).not.toBe(planted)
  expect([await whoIs(stage, planted), await whoIs(stage, own)]).toEqual([null, 'mona'])
})

test('who signs in anew in a browser ends the session it had, whoever’s it was; another browser keeps its own', async () => {
  const stage = await world()
  const elsewhere = await presses(stage, 'mona')
  const first = await presses(stage, 'mona')
  const second = await presses(stage, 'mona', first)
  expect([await whoIs(stage, first), await whoIs(stage, second)]).toEqual([null, 'mona'])
  const third = await presses(stage, 'omar', second)
  expect([await whoIs(stage, second), await whoIs(stage, third)]).toEqual([null, 'omar'])
  expect(await whoIs(stage, elsewhere)).toBe('mona')
})

test('a spent link ends nobody’s session', async () => {
  const stage = await world()
  const cookie = await presses(stage, 'mona')
  const headers = { Origin: stage.deps.config.origin, Cookie: cookie }
  const json = { link: `prd_${'x'.repeat(43)}` }
  expect((await stage.send('/api/desk/session', { method: 'POST', headers, json })).status).toBe(401)
  expect(await whoIs(stage, cookie)).toBe('mona')
})

test('a session that nobody uses ends after a week; one that is used goes on to its thirtieth day', async () => {
  const stage = await world()
  const [used, left] = [await presses(stage, 'mona'), await presses(stage, 'omar')]
  for (let day = 1; day < 30; day++) {
    await stage.passes(DAY)
    expect([day, await whoIs(stage, used)]).toEqual([day, 'mona'])
  }
  expect(await whoIs(stage, left)).toBeNull()
  await stage.passes(DAY)
  expect(await whoIs(stage, used)).toBeNull()
})

test('that a session is used is written once an hour at the most', async () => {
  const stage = await world()
  const cookie = await presses(stage, 'mona')
  for (let n = 0; n < 5; n++) await whoIs(stage, cookie)
  expect(stage.putOff.size).toBe(0)
  stage.clock.now += 61 * 60_000
  await whoIs(stage, cookie)
  await stage.passes(0)
  await whoIs(stage, cookie)
  expect(stage.putOff.size).toBe(0)
})

test('signing out everywhere ends all of one’s sessions and unused links, and nobody else’s', async () => {
  const stage = await world()
  const { deps, number, send } = stage
  const [here, there, omar] = [await presses(stage, 'mona'), await presses(stage, 'mona'), await presses(stage, 'omar')]
  const mona = (await deps.store.people.named(`mona-${number}`))!
  const link = new URL(await makeDeskLink(deps, mona.id)).hash.slice('#link='.length)
  const headers = { Origin: deps.config.origin, Cookie: here }
  expect((await send('/api/desk/session?everywhere=yes', { method: 'DELETE', headers })).status).toBe(204)
  expect([await whoIs(stage, here), await whoIs(stage, there), await whoIs(stage, omar)]).toEqual([null, null, 'omar'])
  const late = { method: 'POST', headers: { Origin: deps.config.origin }, json: { link } }
  expect((await send('/api/desk/session', late)).status).toBe(401)
})

test('who signs in with a planted session of somebody else signs nobody else out', async () => {
  const stage = await world()
  const headers = { Origin: stage.deps.config.origin, Cookie: `__Host-parley=${'b'.repeat(43)}` }
  const mona = await presses(stage, 'mona')
  const out = await stage.send('/api/desk/session?everywhere=yes', { method: 'DELETE', headers })
  expect([out.status, await whoIs(stage, mona)]).toEqual([204, 'mona'])
})

test('whose role is taken is out with the next request: the queue that is followed, the case, the ruling', async () => {
  const stage = await world()
  const { deps, site, number, as } = stage
  const there = `${site}-there`
  await stage.addSite(there, ['https://there.example'])
  const comment = await as('ada').posts('Waiting')
  const [mona, omar]: Moderator[] = [await stage.atDesk('mona'), await stage.atDesk('omar')]
  const { seq } = await mona!.queue()
  const row = (await deps.store.people.named(`mona-${number}`))!
  await deps.store.people.grant(row.id, [there], 'moderator')
  await deps.store.people.dismiss(row.id, site)
  await expect(mona!.changes(seq)).rejects.toMatchObject({ status: 403, code: 'forbidden' })
  await expect(mona!.case(comment)).rejects.toMatchObject({ status: 404 })
  await expect(mona!.rulesOnAll([{ comment: comment.id, ruling: 'approve', seen: 1 }])).rejects.toMatchObject({
    status: 403,
  })
  expect((await omar!.queue()).cases).toHaveLength(1)
  const account = async () =>
    (await deps.store.people.everybody(stage.clock.now - DAY, stage.clock.now)).find(({ name }) => name === row.name)
  const listed = { name: row.name, public_name: null }
  expect(await account()).toEqual({ ...listed, roles: [{ site: there, role: 'moderator' }], sessions: 1 })
  // With the last role ends the session.
  await deps.store.people.dismiss(row.id, there)
  expect(await account()).toEqual({ ...listed, roles: [], sessions: 0 })
  await expect(mona!.changes(seq)).rejects.toMatchObject({ status: 401, code: 'sign_in_needed' })
})

test('with the last role goes the address that mail went to, whoever took the role', async () => {
  const stage = await world({ mail: true })
  const { store } = stage.deps
  const addressOf = async (name: string) =>
    (
      await store.engine.first<{ email: string | null }>(
        sql`SELECT email FROM people WHERE name = ${`${name}-${stage.number}`}`,
      )
    )?.email
  for (const name of ['mona', 'omar'] as const) {
    const json = { email: `${name}@mail.example`, digests: [stage.site] }
    await (await stage.atDesk(name)).asks('/api/desk/notifications', { method: 'PUT', json })
  }
  const idOf = async (name: string) => (await store.people.named(`${name}-${stage.number}`))!.id
  await store.people.dismiss(await idOf('mona'), stage.site)
  expect(await addressOf('mona')).toBe(null)
  expect(await addressOf('omar')).toBe('omar@mail.example')
  await store.engine.write([sql`UPDATE roles SET openid_at = 1 WHERE person_id = ${await idOf('omar')}`])
  await store.deskIdentities.endRoles(2)
  expect(await addressOf('omar')).toBe(null)
})
