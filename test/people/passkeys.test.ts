import { expect, test } from 'vitest'
import type { DeskAccount, DeskEntry, Passkey, PasskeyAnswer } from '../../server/contract.ts'
import { PASSKEYS } from '../../server/people/passkeys.ts'
import { type Authenticator, authenticator, type Lies, type Options } from '../authenticator.ts'
import { answerOf, type Moderator } from '../people.ts'
import { type World, world } from '../world.ts'

const MINUTE = 60_000

/** What a browser keeps of an answer's cookies, by name. */
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(each => each.split(';')[0]!)
    .filter(each => !each.endsWith('='))
    .join('; ')

/** What a browser at the desk does with passkeys. */
function browserAt({ send, deps }: World) {
  const post = (path: string, cookie: string, json?: unknown, method = 'POST') =>
    send(path, { method, headers: { Origin: deps.config.origin, ...(cookie && { Cookie: cookie }) }, json: json ?? {} })
  return {
    post,
    page: deps.config.origin,
    async asks(cookie = ''): Promise<{ options: Options; cookie: string }> {
      const response = await post('/api/desk/session/challenge', cookie)
      return { ...(await answerOf<{ options: Options }>(response)), cookie: cookiesOf(response) }
    },
    async asksToMake(who: Moderator): Promise<{ options: Options; cookie: string }> {
      const response = await post('/api/desk/passkey-challenge', who.cookie)
      return { ...(await answerOf<{ options: Options }>(response)), cookie: `${who.cookie}; ${cookiesOf(response)}` }
    },
    keeps: (cookie: string, passkey: PasskeyAnswer, name = 'Laptop') =>
      post('/api/desk/passkeys', cookie, { name, passkey }),
    enters: (cookie: string, passkey: PasskeyAnswer) => post('/api/desk/session/passkey', cookie, passkey),
    /** Makes a passkey from the first question to the last answer. */
    async makes(who: Moderator, key: Authenticator, lies: Lies = {}): Promise<Passkey> {
      const { options, cookie } = await this.asksToMake(who)
      return answerOf<Passkey>(await this.keeps(cookie, await key.makes(options, lies)))
    },
    /** Signs in from the first question to the last answer. */
    async signsIn(key: Authenticator, lies: Lies = {}): Promise<Response> {
      const { options, cookie } = await this.asks()
      return this.enters(cookie, await key.signs(options, lies))
    },
  }
}

const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code ?? response.status
const account = (who: Moderator) => who.asks<DeskAccount>('/api/desk/account')

test('who has made a passkey comes in with it, in another browser and without a link', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page)
  const made = await browser.makes(mona, key)
  expect(made).toMatchObject({ name: 'Laptop', usedAt: null, stoppedAt: null })
  const response = await browser.signsIn(key)
  const entry = await answerOf<DeskEntry>(response)
  expect(entry).toMatchObject({ person: { name: `mona-${stage.number}` }, passkeys: 1, codesUsed: [] })
  const cookie = cookiesOf(response)
  expect(cookie).toMatch(/^__Host-parley=[\w-]{43}$/)
  expect((await stage.send('/api/desk/me', { headers: { Cookie: cookie } })).status).toBe(200)
  const { passkeys, sessions } = await account(mona)
  expect(passkeys[0]!.usedAt).toBeGreaterThan(made.createdAt)
  expect(sessions.map(({ way, isHere }) => [way, isHere]).sort()).toEqual([
    ['link', true],
    ['passkey', false],
  ])
})

test('a question is answered once, by the browser that was asked, and within five minutes', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page)
  await browser.makes(mona, key)
  const { options, cookie } = await browser.asks()
  const answer = await key.signs(options)
  const other = await browser.asks()
  expect([
    await codeOf(await browser.enters('', answer)),
    await codeOf(await browser.enters(other.cookie, answer)),
  ]).toEqual(['claim_spent', 'passkey_refused'])
  expect((await browser.enters(cookie, answer)).status).toBe(201)
  expect(await codeOf(await browser.enters(cookie, answer))).toBe('passkey_refused')
  const late = await browser.asks()
  const signed = await key.signs(late.options)
  stage.clock.now += 5 * MINUTE
  expect(await codeOf(await browser.enters(late.cookie, signed))).toBe('claim_spent')
  // Nor does an end help that somebody wrote into the cookie.
  const longer = late.cookie.replace(/=\d{13}/, `=${stage.clock.now + MINUTE}`)
  expect(await codeOf(await browser.enters(longer, signed))).toBe('passkey_refused')
})

test('what was asked to make a passkey for one does not make one for another, nor opens the desk', async () => {
  const stage = await world()
  const [mona, omar, browser] = [await stage.atDesk('mona'), await stage.atDesk('omar'), browserAt(stage)]
  const key = await authenticator(browser.page)
  const { options, cookie } = await browser.asksToMake(mona)
  const made = await key.makes(options)
  const planted = cookie.replace(mona.cookie, omar.cookie)
  expect(await codeOf(await browser.keeps(planted, made))).toBe('passkey_refused')
  expect((await browser.keeps(cookie, made)).status).toBe(201)
  expect(await codeOf(await browser.keeps(cookie, made))).toBe('passkey_known')
  const again = await browser.asksToMake(mona)
  const signed = await key.signs({ ...again.options, rpId: again.options.rp.id })
  expect(await codeOf(await browser.enters(again.cookie, signed))).toBe('passkey_refused')
})

test.each<[string, Lies]>([
  ['another origin', { origin: 'https://evil.example' }],
  ['a host below', { origin: 'https://x.parley.example' }],
  ['another host’s passkey', { host: 'evil.example' }],
  ['a page in a frame', { crossOrigin: true }],
  ['a signature for something else', { type: 'payment.get' }],
  ['another person’s handle', { userHandle: 'AAAA' }],
])('%s opens nothing and makes nothing', async (_, lies) => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page)
  await browser.makes(mona, key)
  expect(await codeOf(await browser.signsIn(key, lies))).toBe('passkey_refused')
  const { userHandle, ...ofMaking } = lies
  if (userHandle) return
  await expect(browser.makes(mona, await authenticator(browser.page), ofMaking)).rejects.toMatchObject({
    code: 'passkey_refused',
  })
})

test('a signature of another key is refused, and so is a credential that nobody has', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const [key, thief] = [await authenticator(browser.page), await authenticator(browser.page)]
  await browser.makes(mona, key)
  expect(await codeOf(await browser.signsIn(thief))).toBe('passkey_refused')
  const { options, cookie } = await browser.asks()
  const { response } = await thief.signs(options, { userHandle: undefined })
  const answer = { id: key.id, rawId: key.id, type: 'public-key' as const, response }
  expect(await codeOf(await browser.enters(cookie, answer))).toBe('passkey_refused')
})

test('a removed passkey opens nothing; somebody else’s cannot be removed or renamed', async () => {
  const stage = await world()
  const [mona, omar, browser] = [await stage.atDesk('mona'), await stage.atDesk('omar'), browserAt(stage)]
  const key = await authenticator(browser.page)
  const { id } = await browser.makes(mona, key)
  const path = `/api/desk/passkeys/${id}`
  const rename = { method: 'PATCH', json: { name: 'Phone' } }
  expect([(await omar.sends(path, rename)).status, (await omar.sends(path, { method: 'DELETE' })).status]).toEqual([
    404, 404,
  ])
  await mona.asks(path, rename)
  expect((await account(mona)).passkeys.map(({ name }) => name)).toEqual(['Phone'])
  await mona.asks(path, { method: 'DELETE' })
  expect(await codeOf(await browser.signsIn(key))).toBe('passkey_refused')
})

test('a passkey that counts backwards is stopped for good, with the sessions that it may have opened', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page, 5)
  await browser.makes(mona, key)
  const copied = cookiesOf(await browser.signsIn(key))
  expect((await browser.signsIn(key)).status).toBe(201)
  expect(await codeOf(await browser.signsIn(key, { counter: 7 }))).toBe('passkey_stopped')
  expect(await codeOf(await browser.signsIn(key, { counter: 99 }))).toBe('passkey_stopped')
  expect((await stage.send('/api/desk/me', { headers: { Cookie: copied } })).status).toBe(401)
  const { passkeys, sessions } = await account(mona)
  expect([passkeys[0]!.stoppedAt !== null, sessions.map(({ way }) => way)]).toEqual([true, ['link']])
  expect(stage.log).toEqual([{ event: 'passkey_stopped' }])
})

test('a passkey does not count backwards because somebody without its key says so', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const [key, thief] = [await authenticator(browser.page, 5), await authenticator(browser.page)]
  await browser.makes(mona, key)
  const { options, cookie } = await browser.asks()
  const { response } = await thief.signs(options, { counter: 1, userHandle: undefined })
  expect(await codeOf(await browser.enters(cookie, { id: key.id, rawId: key.id, type: 'public-key', response }))).toBe(
    'passkey_refused',
  )
  expect((await browser.signsIn(key)).status).toBe(201)
})

test('whose last role is taken has no passkey any more, and comes back without it', async () => {
  const stage = await world()
  const { deps, site, number } = stage
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page)
  await browser.makes(mona, key)
  const row = (await deps.store.people.named(`mona-${number}`))!
  await deps.store.people.dismiss(row.id, site)
  expect(await codeOf(await browser.signsIn(key))).toBe('passkey_refused')
  await deps.store.people.grant(row.id, [site], 'moderator')
  expect(await codeOf(await browser.signsIn(key))).toBe('passkey_refused')
})

test('ways in are changed only soon after signing in; a session that was left open is no way to stay', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page)
  const { id } = await browser.makes(mona, key)
  const begun = await browser.asksToMake(mona)
  stage.clock.now += 15 * MINUTE
  const answers = [
    await browser.post('/api/desk/passkey-challenge', mona.cookie),
    await browser.keeps(begun.cookie, await (await authenticator(browser.page)).makes(begun.options)),
    await browser.post('/api/desk/recovery-codes', mona.cookie),
    await browser.post(`/api/desk/passkeys/${id}`, mona.cookie, undefined, 'DELETE'),
  ]
  expect(await Promise.all(answers.map(codeOf))).toEqual(Array(4).fill('proof_needed'))
  const cookie = cookiesOf(await browser.signsIn(key))
  expect((await browser.post('/api/desk/recovery-codes', cookie)).status).toBe(201)
})

test('of a thousand registrations a person keeps twenty', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  for (let n = 0; n < PASSKEYS; n++) await browser.makes(mona, await authenticator(browser.page))
  const late = await authenticator(browser.page)
  await expect(browser.makes(mona, late)).rejects.toMatchObject({ code: 'list_full' })
  expect((await account(mona)).passkeys).toHaveLength(PASSKEYS)
  const busy = await world({ limits: true })
  const [omar, there] = [await busy.atDesk('omar'), browserAt(busy)]
  let asked = 0
  for (; asked < 1_000; asked++) if (!(await there.post('/api/desk/passkey-challenge', omar.cookie)).ok) break
  expect(asked).toBeLessThan(100)
})

test('what an authenticator says of its make is not looked at, so that no certificate sends the server anywhere', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const statement = new Map<unknown, unknown>([
    ['alg', -7],
    ['sig', new Uint8Array(70)],
    ['x5c', new Uint8Array(600)],
  ])
  const key = await authenticator(browser.page)
  await browser.makes(mona, key, { attestation: { fmt: 'packed', statement } })
  expect((await browser.signsIn(key)).status).toBe(201)
})

test('answers that are huge, cut off or no CBOR are refused, and nothing is stored', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page)
  const spoilt: [number, (answer: { response: { clientDataJSON: string; attestationObject: string } }) => void][] = [
    [401, ({ response }) => Object.assign(response, { attestationObject: response.attestationObject.slice(0, 120) })],
    [401, ({ response }) => Object.assign(response, { attestationObject: 'n'.repeat(20_000) })],
    [401, ({ response }) => Object.assign(response, { clientDataJSON: 'bnVsbA' })],
    [401, ({ response }) => Object.assign(response, { clientDataJSON: 'AA' })],
    [400, ({ response }) => Object.assign(response, { attestationObject: 'o'.repeat(20_001) })],
    [400, ({ response }) => Object.assign(response, { attestationObject: 'no base64url!' })],
    [413, ({ response }) => Object.assign(response, { attestationObject: 'o'.repeat(200_000) })],
    [401, answer => Object.assign(answer, { id: 'AAAA', rawId: 'AAAA' })],
  ]
  for (const [status, spoil] of spoilt) {
    const { options, cookie } = await browser.asksToMake(mona)
    const answer = await key.makes(options)
    spoil(answer)
    expect([status, (await browser.keeps(cookie, answer)).status]).toEqual([status, status])
  }
  expect((await account(mona)).passkeys).toEqual([])
})

test('a passkey outlives the change of the installation’s secret; a question asked before is still answered', async () => {
  const stage = await world()
  const [mona, browser] = [await stage.atDesk('mona'), browserAt(stage)]
  const key = await authenticator(browser.page)
  await browser.makes(mona, key)
  const { options, cookie } = await browser.asks()
  Object.assign(stage.deps.config, { secret: 'n'.repeat(43), secretsBefore: ['k'.repeat(43)] })
  expect((await browser.enters(cookie, await key.signs(options))).status).toBe(201)
  expect((await browser.signsIn(key)).status).toBe(201)
})
