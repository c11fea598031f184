import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { spellId } from '../../server/comments/ids.ts'
import type { DeskMe, Organisation, OrganisationTried } from '../../server/contract.ts'
import { OPENID_MS, readDeskRules } from '../../server/people/desk-openid.ts'
import { openIdIssuer } from '../issuer.ts'
import { type World, world } from '../world.ts'

type Issuer = Awaited<ReturnType<typeof openIdIssuer>>

/** A site whose organisation signs in by an issuer of its own: editors moderate, chiefs own. */
async function organisation(rules: (site: string) => string, parley = 'https://parley.example') {
  const issuer = await openIdIssuer()
  issuer.who = { sub: 'u-7', name: 'Iris', email: 'iris@daily.example', email_verified: true, groups: ['editors'] }
  const stage = await world({ providers: [issuer.provider], fetch: issuer.fetch, parley })
  stage.clock.now = Date.now()
  stage.deps.store = { ...stage.deps.store }
  Object.assign(stage.deps.config, { deskRules: readDeskRules(rules(stage.site), [issuer.provider]).rules })
  issuer.who.sub = `u-${stage.number}`
  issuer.who['name'] = `Iris ${stage.number}`
  return { stage, issuer }
}

const EDITORS = (site: string) => `harbour groups=editors moderator ${site}; harbour groups=chiefs owner ${site}`

const visit = (stage: World, path: string, cookie = '') =>
  stage.send(path, { headers: cookie ? { Cookie: cookie } : {} })

const cookieNamed = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find(each => each.startsWith(`__Host-${name}=`))
    ?.split(';')[0] ?? ''

/** Goes to the issuer; gives the way back and the cookie that the browser keeps. */
async function goes(stage: World, issuer: Issuer) {
  const there = await visit(stage, '/desk/sign-in/harbour')
  expect(there.status).toBe(302)
  const back = await issuer.saysYes(there.headers.get('location')!)
  return { back: back.pathname + back.search, kept: cookieNamed(there, 'parley-desk-openid') }
}

/** There and back; gives the answer and the session's cookie. */
async function comesBy(stage: World, issuer: Issuer) {
  const { back, kept } = await goes(stage, issuer)
  const answer = await visit(stage, back, kept)
  return { status: answer.status, session: cookieNamed(answer, 'parley') }
}

async function sitesOf(stage: World, session: string): Promise<string[] | number> {
  const answer = await visit(stage, '/api/desk/me', session)
  if (!answer.ok) return answer.status
  return ((await answer.json()) as DeskMe).sites.map(({ id, role }) => `${role} of ${id}`)
}

test('who is of a group comes in without an invitation, as what the group is here; another name is nobody’s but theirs', async () => {
  const { stage, issuer } = await organisation(EDITORS)
  const namesake = await stage.deps.store.people.ensure(1_000 + stage.number, `Iris ${stage.number}`, 1)
  const { status, session } = await comesBy(stage, issuer)
  expect([status, await sitesOf(stage, session)]).toEqual([302, [`moderator of ${stage.site}`]])
  expect(await stage.deps.store.people.heldBy(namesake.id)).toEqual([])
  // A promotion there is one here; it is the same person.
  issuer.who['groups'] = ['editors', 'chiefs']
  const again = await comesBy(stage, issuer)
  expect(await sitesOf(stage, again.session)).toEqual([`owner of ${stage.site}`])
  const names = (await stage.deps.store.people.on(stage.site)).map(({ name }) => name)
  expect(names).toEqual([`Iris ${stage.number} 2`])
})

test('the way there and back stays below the path at which Parley is', async () => {
  const { stage, issuer } = await organisation(EDITORS, 'https://example.org/comments')
  const there = await visit(stage, '/desk/sign-in/harbour')
  const back = await issuer.saysYes(there.headers.get('location')!)
  expect(back.href).toContain('https://example.org/comments/desk/back/harbour?')
  const kept = cookieNamed(there, 'parley-desk-openid-comments')
  const entered = await visit(stage, back.pathname.replace('/comments', '') + back.search, kept)
  expect(entered.headers.get('location')).toBe('/comments/desk')
  expect(await sitesOf(stage, cookieNamed(entered, 'parley-comments'))).toEqual([`moderator of ${stage.site}`])
})

test('a rule for all sites means those that there are, and the greater of two roles holds', async () => {
  const { stage, issuer } = await organisation(
    site => `harbour groups=editors moderator *; harbour groups=editors owner ${site}`,
  )
  await stage.addSite(`${stage.site}-other`, ['https://other.example'])
  const roles = await sitesOf(stage, (await comesBy(stage, issuer)).session)
  expect(roles).toEqual(expect.arrayContaining([`owner of ${stage.site}`, `moderator of ${stage.site}-other`]))
})

test('who has lost the group is out with the next look, in every browser, and keeps what was given here', async () => {
  const { stage, issuer } = await organisation(EDITORS)
  const { deps, site } = stage
  const { session } = await comesBy(stage, issuer)
  issuer.who['groups'] = []
  expect((await comesBy(stage, issuer)).status).toBe(403)
  expect(await sitesOf(stage, session)).toBe(401)
  issuer.who['groups'] = ['editors']
  await comesBy(stage, issuer)
  const [iris] = await deps.store.people.on(site)
  const other = `${site}-other`
  await stage.addSite(other, ['https://other.example'])
  await deps.store.people.grant(iris!.id, [other], 'moderator')
  issuer.who['groups'] = []
  expect(await sitesOf(stage, (await comesBy(stage, issuer)).session)).toEqual([`moderator of ${other}`])
})

test('a role that was given here stays as it is, also where the issuer’s word had given one before', async () => {
  const { stage, issuer } = await organisation(EDITORS)
  const { deps, site, clock } = stage
  await comesBy(stage, issuer)
  const [iris] = await deps.store.people.on(site)
  const olga = await stage.atDesk('olga')
  const { link } = await olga.asks<{ link: string }>(`/api/desk/sites/${site}/invitations`, {
    method: 'POST',
    json: { role: 'owner', days: 1 },
  })
  const { session } = await comesBy(stage, issuer)
  const json = { invitation: new URL(link).hash.split('=')[1] }
  const headers = { Cookie: session, Origin: 'https://parley.example' }
  expect((await stage.send('/api/desk/invitation/acceptance', { method: 'POST', json, headers })).status).toBe(201)
  const again = await comesBy(stage, issuer)
  expect(await sitesOf(stage, again.session)).toEqual([`owner of ${site}`])
  await deps.store.deskIdentities.endRoles(clock.now + 1)
  expect(await deps.store.people.roleOn(iris!.id, site)).toBe('owner')
  // The same by the list of people.
  await deps.store.engine.write([
    sql`UPDATE roles SET role = 'moderator', openid_at = ${clock.now} WHERE person_id = ${iris!.id}`,
  ])
  const to = `/api/desk/sites/${site}/people/${spellId(iris!.id)}`
  await olga.asks(to, { method: 'PUT', json: { role: 'owner' } })
  await comesBy(stage, issuer)
  expect(await deps.store.people.roleOn(iris!.id, site)).toBe('owner')
})

test('who does not come back is out after twelve hours, whatever other ways in they have made', async () => {
  const { stage, issuer } = await organisation(EDITORS)
  const { session } = await comesBy(stage, issuer)
  stage.clock.now += OPENID_MS - 60_000
  expect(await sitesOf(stage, session)).toEqual([`moderator of ${stage.site}`])
  stage.clock.now += 120_000
  expect(await sitesOf(stage, session)).toBe(401)
  await stage.deps.store.deskIdentities.endRoles(stage.clock.now - OPENID_MS)
  expect(await stage.deps.store.people.on(stage.site)).toEqual([])
})

test('the way back counts once, in the browser that went, for the issuer it went to', async () => {
  const { stage, issuer } = await organisation(EDITORS)
  const { back, kept } = await goes(stage, issuer)
  const other = await goes(stage, issuer)
  const wrong = new URLSearchParams({ iss: 'https://evil.example' })
  expect((await visit(stage, back)).status).toBe(410)
  expect((await visit(stage, back, other.kept)).status).toBe(410)
  expect((await visit(stage, `${back}&${wrong}`, kept)).status).toBe(410)
  expect((await visit(stage, back.replace(/state=[\w-]{43}/, `state=${'x'.repeat(43)}`), kept)).status).toBe(410)
  expect((await visit(stage, back, kept)).status).toBe(302)
  expect((await visit(stage, back, kept)).status).toBe(502)
  const late = await goes(stage, issuer)
  stage.clock.now += 900_001
  expect((await visit(stage, late.back, late.kept)).status).toBe(410)
})

test('an address counts only when the issuer has confirmed it, and lies about issuer, audience and nonce open nothing', async () => {
  const { stage, issuer } = await organisation(site => `harbour domain=Daily.example moderator ${site}`)
  const { email_verified, ...unsaid } = issuer.who
  issuer.who = { ...unsaid, sub: issuer.who.sub, email_verified: false }
  expect((await comesBy(stage, issuer)).status).toBe(403)
  issuer.who = { ...unsaid, sub: issuer.who.sub, email_verified }
  for (const lies of [{ iss: 'https://evil.example' }, { aud: 'another' }, { nonce: 'another' }, { azp: 'another' }]) {
    issuer.lies = lies
    expect([lies, (await comesBy(stage, issuer)).status]).toEqual([lies, 502])
  }
  issuer.lies = {}
  expect((await comesBy(stage, issuer)).status).toBe(302)
  issuer.who = { ...issuer.who, sub: `${issuer.who.sub}-evil`, email: 'iris@daily.example.evil.example' }
  expect((await comesBy(stage, issuer)).status).toBe(403)
  // Of somebody whom no rule means, nothing is kept.
  expect(await stage.deps.store.deskIdentities.known('https://issuer.example', issuer.who.sub)).toBe(false)
})

test('rules that cannot be read are told, and an issuer without one opens no desk', async () => {
  const issuer = await openIdIssuer()
  for (const text of [
    'harbour',
    'harbour groups=a king daily',
    'nobody groups=a owner daily',
    'harbour groups owner *',
  ]) {
    expect([text, readDeskRules(text, [issuer.provider]).faults.length]).toEqual([text, 1])
  }
  const stage = await world({ providers: [issuer.provider], fetch: issuer.fetch })
  expect((await visit(stage, '/desk/sign-in/harbour')).status).toBe(404)
})

test('owners see whom the rules make what on their site, and try somebody out; of other sites nothing is said', async () => {
  const { stage } = await organisation(
    site =>
      `harbour groups=editors moderator ${site}; harbour domain=Daily.example moderator *; harbour email=chief@daily.example owner ${site},other; harbour groups=there owner elsewhere`,
  )
  const olga = await stage.atDesk('olga')
  const at = `/api/desk/sites/${stage.site}/organisation`
  const told = await olga.asks<Organisation>(at)
  expect(told.issuers).toEqual([{ name: 'harbour', issuer: 'https://issuer.example' }])
  expect(told.rules.map(({ claim, value, role, isForAll }) => [claim, value, role, isForAll])).toEqual([
    ['groups', 'editors', 'moderator', false],
    ['domain', 'daily.example', 'moderator', true],
    ['email', 'chief@daily.example', 'owner', false],
  ])
  expect(JSON.stringify(told)).not.toMatch(/elsewhere|other/)
  const tries = (json: object) => olga.asks<OrganisationTried>(`${at}/trial`, { method: 'POST', json })
  expect(await tries({ issuer: 'harbour', groups: ['Editors', 'there'] })).toEqual({
    role: null,
    met: [false, false, false],
  })
  expect(await tries({ issuer: 'harbour', groups: [' editors '] })).toMatchObject({ role: 'moderator' })
  expect(await tries({ issuer: 'harbour', email: 'Chief@Daily.example' })).toEqual({
    role: 'owner',
    met: [false, true, true],
  })
  expect(await tries({ issuer: 'harbour', email: 'chief@daily.example.evil.example' })).toMatchObject({ role: null })
  expect(await tries({ issuer: 'github', email: 'chief@daily.example' })).toMatchObject({ role: null })
  const mona = await stage.atDesk('mona')
  await expect(mona.asks(at)).rejects.toMatchObject({ code: 'forbidden' })
})
