import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DeskAccount, DeskEntry } from '../../server/contract.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { answerOf, type Moderator } from '../people.ts'
import { type World, world } from '../world.ts'

const account = (who: Moderator) => who.asks<DeskAccount>('/api/desk/account')
const makes = async (who: Moderator) =>
  (await who.asks<{ codes: string[] }>('/api/desk/recovery-codes', { method: 'POST' })).codes

const types = ({ send, deps }: World, code: string, more: Record<string, string> = {}) =>
  send('/api/desk/session/code', { method: 'POST', headers: { Origin: deps.config.origin, ...more }, json: { code } })

async function comesByLink({ send, deps, number }: World, name: string): Promise<DeskEntry> {
  const person = (await deps.store.people.named(`${name}-${number}`))!
  const link = new URL(await makeDeskLink(deps, person.id)).hash.slice('#link='.length)
  return answerOf(
    await send('/api/desk/session', { method: 'POST', headers: { Origin: deps.config.origin }, json: { link } }),
  )
}

test('ten codes, each good once, however they are typed; new ones end the old', async () => {
  const stage = await world()
  const mona = await stage.atDesk('mona')
  const codes = await makes(mona)
  expect([codes.length, new Set(codes).size]).toEqual([10, 10])
  for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/)
  const first = await answerOf<DeskEntry>(await types(stage, codes[0]!))
  expect(first.person.name).toBe(`mona-${stage.number}`)
  expect((await types(stage, codes[0]!)).status).toBe(422)
  expect((await types(stage, ` ${codes[1]!.toUpperCase().replaceAll('-', ' – ').replaceAll('0', 'O')} `)).status).toBe(
    201,
  )
  expect((await account(mona)).codes).toMatchObject({ left: 8, usedAt: [expect.any(Number), expect.any(Number)] })
  const [next] = await makes(mona)
  expect([(await types(stage, codes[2]!)).status, (await types(stage, next!)).status]).toEqual([422, 201])
})

test('that a code was used is told at the next sign-in by something else, once, and not to whoever uses the next code', async () => {
  const stage = await world()
  const [mona, omar] = [await stage.atDesk('mona'), await stage.atDesk('omar')]
  const codes = await makes(mona)
  await makes(omar)
  expect((await answerOf<DeskEntry>(await types(stage, codes[0]!))).codesUsed).toEqual([])
  expect((await answerOf<DeskEntry>(await types(stage, codes[1]!))).codesUsed).toHaveLength(1)
  // New codes do not hide what became of the old ones.
  await makes(mona)
  expect((await comesByLink(stage, 'omar')).codesUsed).toEqual([])
  expect((await comesByLink(stage, 'mona')).codesUsed).toHaveLength(2)
  expect((await comesByLink(stage, 'mona')).codesUsed).toEqual([])
  expect((await account(mona)).codes.usedAt).toHaveLength(2)
  await stage.deps.store.deskWays.forgetCodes(stage.clock.now + 1)
  expect((await account(mona)).codes.usedAt).toEqual([])
})

test('codes are stored as digests only, guessing is slow, and who has no role has no codes', async () => {
  const stage = await world({ limits: true })
  const { deps, site, number } = stage
  const mona = await stage.atDesk('mona')
  const codes = await makes(mona)
  const rows = JSON.stringify(await deps.store.engine.all(sql`SELECT * FROM recovery_codes`))
  expect(codes.filter(code => rows.includes(code) || rows.includes(code.replaceAll('-', '')))).toEqual([])
  const guesser = { 'x-test-client': '192.0.2.7' }
  const guesses = []
  for (let n = 0; n < 8; n++) guesses.push((await types(stage, `0000${n}-00000-00000-00000`, guesser)).status)
  expect(guesses).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
  const row = (await deps.store.people.named(`mona-${number}`))!
  await deps.store.people.dismiss(row.id, site)
  expect((await types(stage, codes[0]!)).status).toBe(422)
})

test('one’s sessions are told apart by kind of browser, and ended one by one; nobody ends another’s', async () => {
  const stage = await world()
  const [mona, omar] = [await stage.atDesk('mona'), await stage.atDesk('omar')]
  const codes = await makes(mona)
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
  const there = (await types(stage, codes[0]!, { 'User-Agent': agent })).headers.get('set-cookie')!.split(';')[0]!
  const { sessions } = await account(mona)
  const [other, here] = [sessions.find(({ isHere }) => !isHere)!, sessions.find(({ isHere }) => isHere)!]
  expect(other).toMatchObject({ browser: 'Firefox on Linux', way: 'code' })
  expect(here.way).toBe('link')
  const path = `/api/desk/sessions/${other.id}`
  expect((await omar.sends(path, { method: 'DELETE' })).status).toBe(404)
  await mona.asks(path, { method: 'DELETE' })
  expect((await stage.send('/api/desk/me', { headers: { Cookie: there } })).status).toBe(401)
  expect((await account(mona)).sessions).toHaveLength(1)
})
