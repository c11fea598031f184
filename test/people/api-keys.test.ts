import { expect, test } from 'vitest'
import { removeKey } from '../../server/commands/keys.ts'
import { spellId } from '../../server/comments/ids.ts'
import type { ApiKeys, DeskMe, KeyScope, LogPage, MadeKey, Queue, Team } from '../../server/contract.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { type World, type WorldOptions, world } from '../world.ts'

const DAY = 24 * 3_600_000

/** What no program does in somebody's place. A key is for a site that there is, and so makes none. */
const BY_SESSION_ONLY = [
  'DELETE /api/desk/keys/{id}',
  'DELETE /api/desk/passkeys/{id}',
  'DELETE /api/desk/sessions/{id}',
  'DELETE /api/desk/sites/{id}/invitations/{of}',
  'DELETE /api/desk/sites/{id}/people/{of}',
  'GET /api/desk/account',
  'GET /api/desk/archive',
  'GET /api/desk/keys',
  'GET /api/desk/sites/{id}/organisation',
  'GET /api/desk/sites/{id}/people',
  'PATCH /api/desk/me',
  'PATCH /api/desk/passkeys/{id}',
  'POST /api/desk/invitation',
  'POST /api/desk/invitation/acceptance',
  'POST /api/desk/keys',
  'POST /api/desk/outbox/test',
  'POST /api/desk/passkey-challenge',
  'POST /api/desk/passkeys',
  'POST /api/desk/recovery-codes',
  'POST /api/desk/sites',
  'POST /api/desk/sites/{id}/invitations',
  'POST /api/desk/sites/{id}/organisation/trial',
  'PUT /api/desk/notifications',
  'PUT /api/desk/sites/{id}/people/{of}',
]

async function keyed(scope: KeyScope = 'moderate', days: number | null = null, options: WorldOptions = {}) {
  const stage = await world({ settings: { holds: 'all' }, ...options })
  const olga = await stage.atDesk('olga')
  const json = { site: stage.site, name: 'Night bot', scope, days }
  const { key, token } = await olga.asks<MadeKey>('/api/desk/keys', { method: 'POST', json })
  return { ...stage, olga, key, token, ...program(stage, token) }
}

/** What a program sends with a key: no cookie, no Origin. */
function program({ send }: Pick<World, 'send'>, token: string) {
  const sends = (path: string, init: RequestInit & { json?: unknown } = {}) =>
    send(path, { ...init, headers: { Authorization: `Bearer ${token}` } })
  return {
    sends,
    code: async (path: string, init: RequestInit & { json?: unknown } = {}) => {
      const answer = await sends(path, init)
      return [answer.status, ((await answer.json()) as { code?: string }).code]
    },
  }
}

test('a program reads the queue and rules with its key, and the log says which key it was', async () => {
  const { as, site, sends, olga, key } = await keyed()
  const comment = await as('ada').posts('Please')
  const queue = (await (await sends(`/api/desk/queue?site=${site}`)).json()) as Queue
  expect(queue.cases.map(({ text }) => text)).toEqual(['Please'])
  const rulings = [{ comment: comment.id, ruling: 'approve', seen: 1 }]
  const answer = await sends('/api/desk/rulings', { method: 'POST', json: { site, rulings } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  expect(await as('ben').sees()).toEqual(['Please'])
  const { entries } = (await olga.log()) as LogPage
  expect(entries[0]).toMatchObject({ ruling: 'approve', by: { name: 'Night bot (key)' } })
  expect(key).toMatchObject({ scope: 'moderate', usedAt: null, ended: null })
})

test('what a program answers stands under the key’s own name, never its maker’s, for readers and in the log', async () => {
  const { as, sends, olga, site } = await keyed()
  const comment = await as('ada').posts('When does it sail?')
  await olga.rules(comment, 'approve')
  const json = { site, comment: comment.id, text: 'At nine.' }
  expect((await sends('/api/desk/replies', { method: 'POST', json })).status).toBe(201)
  const answer = (await as('ben').reads()).comments.find(({ parent }) => parent === comment.id)
  expect(answer).toMatchObject({ author: { name: 'Night bot (key)', badge: 'staff' } })
  expect((await olga.log()).entries[0]).toMatchObject({ ruling: 'reply', by: { name: 'Night bot (key)' } })
})

test('a key is shown once, kept as a digest, and told of by the day', async () => {
  const { deps, olga, token, sends, site, clock, passes, log } = await keyed()
  expect(token).toMatch(/^prk_[\w-]{43}$/)
  await sends('/api/desk/me')
  await passes(0)
  const { keys } = await olga.asks<ApiKeys>(`/api/desk/keys?site=${site}`)
  expect(keys[0]!.usedAt).toBe(clock.now - (clock.now % DAY))
  expect(JSON.stringify([keys, log])).not.toContain(token.slice(4))
  const rows = await deps.store.apiKeys.list(site, clock.now)
  expect(JSON.stringify(rows)).not.toContain(token.slice(4))
})

test('it opens its own site and no other', async () => {
  const { sends, code, site, addSite, signIn, number } = await keyed('manage')
  const other = `${site}-other`
  await addSite(other, ['https://other.example'])
  await signIn('olga', other, 'owner')
  expect(await code(`/api/desk/queue?site=${other}`)).toEqual([403, 'forbidden'])
  const me = (await (await sends('/api/desk/me')).json()) as DeskMe
  expect(me.sites.map(({ id, role }) => [id, role])).toEqual([[`daily-${number}`, 'owner']])
})

test('a key makes no keys, is nobody’s session, and counts in no other place than the header', async () => {
  const { code, site, send, token } = await keyed('manage')
  const json = { site, name: 'Another', scope: 'manage', days: null }
  expect(await code('/api/desk/keys', { method: 'POST', json })).toEqual([403, 'session_only'])
  expect(await code('/api/desk/notifications', { method: 'PUT', json: { email: null, digests: [] } })).toEqual([
    403,
    'session_only',
  ])
  expect((await send(`/api/desk/me?key=${token}&access_token=${token}`)).status).toBe(401)
  expect((await send('/api/desk/me', { headers: { Cookie: `__Host-parley=${token}` } })).status).toBe(401)
})

test('it ends when it is revoked, when its time is over, and when its maker owns the site no more', async () => {
  const stage = await keyed('read', 2)
  const { olga, key, site, clock, deps, number } = stage
  const make = (name: string) =>
    olga.asks<MadeKey>('/api/desk/keys', { method: 'POST', json: { site, name, scope: 'manage', days: null } })
  const [lasting, revoked] = [await make('Lasting'), await make('Revoked')]
  const answers = () =>
    Promise.all([stage.token, lasting.token, revoked.token].map(token => program(stage, token).code('/api/desk/me')))
  const yes = [200, undefined]
  const no = [401, 'key_refused']
  expect(await answers()).toEqual([yes, yes, yes])
  await olga.asks(`/api/desk/keys/${revoked.key.id}?site=${site}`, { method: 'DELETE' })
  expect(await answers()).toEqual([yes, yes, no])
  clock.now += 2 * DAY
  expect(await answers()).toEqual([no, yes, no])
  const person = (await deps.store.people.named(`olga-${number}`))!
  await deps.store.people.dismiss(person.id, site)
  expect(await answers()).toEqual([no, no, no])
  const states = (await deps.store.apiKeys.list(site, clock.now)).map(({ name, ended }) => [name, ended])
  expect(states).toEqual([
    ['Lasting', 'maker'],
    [key.name, 'expired'],
  ])
})

test('names are each a key’s own, and fifty are enough', async () => {
  const { olga, site } = await keyed()
  const make = async (name: string) => {
    const json = { site, name, scope: 'read', days: null }
    const answer = await olga.sends('/api/desk/keys', { method: 'POST', json })
    return [answer.status, ((await answer.json()) as { code?: string }).code]
  }
  expect(await make('Night bot')).toEqual([409, 'name_taken'])
  for (let n = 1; n < 50; n += 1) await make(`Key ${n}`)
  expect(await make('One more')).toEqual([409, 'list_full'])
})

test('a key has a budget of its own, and whoever tries keys is soon turned away', async () => {
  const { code, send } = await keyed('read', null, { limits: true })
  let answered = 0
  while (((await code('/api/desk/me'))[0] as number) === 200) answered += 1
  expect(answered).toBeGreaterThanOrEqual(300)
  expect(await code('/api/desk/me')).toEqual([429, 'too_many_requests'])
  const headers = { Authorization: `Bearer prk_${'x'.repeat(43)}`, 'x-test-client': '203.0.113.1' }
  const statuses = []
  for (let n = 0; n < 22; n += 1) statuses.push((await send('/api/desk/me', { headers })).status)
  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429])
}, 60_000)

test('a key does all that is done at the desk but for what is about people, their ways in, and keys, and the archive that holds it all', async () => {
  const { paths } = (await (await (await world()).send('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { security?: Record<string, string[]>[] }>>
  }
  const others = Object.entries(paths)
    .filter(([path]) => /^\/api\/desk\/(?!session(\/|$))/.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { security }]) => !security?.some(each => each['key']))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    )
  expect(others.sort()).toEqual(BY_SESSION_ONLY)
})

test('a program removes the notes that it has written, and nobody else’s', async () => {
  const { as, site, sends, code, atDesk } = await keyed()
  const comment = await as('ada').posts('Please')
  const json = { site, comment: comment.id, about: 'comment', text: 'Seen' }
  const note = (await (await sends('/api/desk/notes', { method: 'POST', json })).json()) as { id: string }
  const other = await (await atDesk('mona')).notes(comment, 'Mine')
  expect(await code(`/api/desk/notes/${other.id}`, { method: 'DELETE' })).toEqual([404, 'not_found'])
  expect((await sends(`/api/desk/notes/${note.id}`, { method: 'DELETE' })).status).toBe(204)
})

test('the command line ends a key by its name, too', async () => {
  const { sends, site, deps, key } = await keyed()
  const said: unknown[] = []
  await removeKey(deps.store, 'Night bot', { site }, (_, json) => said.push(json))
  expect(said).toEqual([{ site, id: key.id, name: 'Night bot' }])
  expect((await sends('/api/desk/me')).status).toBe(401)
  await expect(removeKey(deps.store, 'Night bot', { site }, () => {})).rejects.toThrow('has no key “Night bot”')
})

test('a key is none of the people of a site: it is not listed, given a role, put out, or let in by a link', async () => {
  const { olga, site, deps, key, clock } = await keyed()
  const program = (await deps.store.people.on(site)).find(({ name }) => name === 'Night bot (key)')!
  const { people } = await olga.asks<Team>(`/api/desk/sites/${site}/people`)
  expect(people.map(({ role }) => role)).toEqual(['owner'])
  const place = `/api/desk/sites/${site}/people/${spellId(program.id)}`
  for (const init of [{ method: 'DELETE' }, { method: 'PUT', json: { role: 'owner' } }]) {
    const answer = await olga.sends(place, init)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'unknown_person'])
  }
  expect(await deps.store.people.named(`key ${key.id}`)).toBeNull()
  expect((await deps.store.people.everybody(0, clock.now)).map(({ name }) => name)).not.toContain(`key ${key.id}`)
  const link = new URL(await makeDeskLink(deps, program.id)).hash.slice('#link='.length)
  const headers = { Origin: 'https://parley.example' }
  expect((await deps.store.people.owner())?.id).not.toBe(program.id)
  const answer = await olga.sends('/api/desk/session', { method: 'POST', headers, json: { link } })
  expect(answer.status).toBe(401)
})

test('who owns the installation keeps every role, and whoever tries to take one reads why', async () => {
  const stage = await world()
  const owner = await stage.deps.store.people.ensure(1, 'The very first', 1)
  await stage.deps.store.people.grant(owner.id, [stage.site], 'owner')
  const olga = await stage.atDesk('olga')
  const place = `/api/desk/sites/${stage.site}/people/${spellId(owner.id)}`
  for (const init of [{ method: 'DELETE' }, { method: 'PUT', json: { role: 'moderator' } }]) {
    const answer = await olga.sends(place, init)
    expect(await answer.json()).toMatchObject({
      code: 'last_owner',
      detail: expect.stringContaining('own the installation'),
    })
  }
})
