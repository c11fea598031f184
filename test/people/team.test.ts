import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Invitation, NewInvitation, Role, SiteChangeList, Team } from '../../server/contract.ts'
import type { Moderator } from '../people.ts'
import { type World, world } from '../world.ts'

const HERE = { Origin: 'https://parley.example' }

/** Olga's hand on the people of a site. */
function teamOf({ site }: World, by: Moderator) {
  const at = `/api/desk/sites/${site}`
  return {
    look: () => by.asks<Team>(`${at}/people`),
    invites: (role: Role, more: object = {}) =>
      by.asks<NewInvitation>(`${at}/invitations`, { method: 'POST', json: { role, ...more } }),
    revokes: (id: string) => by.asks(`${at}/invitations/${id}`, { method: 'DELETE' }),
    makes: (id: string, role: Role) => by.asks<Team>(`${at}/people/${id}`, { method: 'PUT', json: { role } }),
    dismisses: (id: string) => by.asks(`${at}/people/${id}`, { method: 'DELETE' }),
    async named(name: string) {
      return (await this.look()).people.find(person => person.name.startsWith(name))!
    },
  }
}

const tokenIn = ({ link }: NewInvitation) => new URL(link).hash.slice('#invitation='.length)

const accepts = ({ send }: World, invitation: string, more: object = {}, headers: Record<string, string> = {}) =>
  send('/api/desk/invitation/acceptance', {
    method: 'POST',
    headers: { ...HERE, ...headers },
    json: { invitation, ...more },
  })

async function open(options = {}) {
  const stage = await world(options)
  const zero = await stage.signIn('installer', stage.site, 'owner')
  const olga = await stage.atDesk('olga')
  return { ...stage, zero, olga, team: teamOf(stage, olga) }
}

test('an invitation makes somebody new a moderator, once, and is told once', async () => {
  const stage = await open()
  const made = await stage.team.invites('moderator', { label: 'Nora of the night desk' })
  expect(made.isSent).toBeNull()
  expect(made.team.invitations).toMatchObject([{ role: 'moderator', label: 'Nora of the night desk' }])
  expect(JSON.stringify(await stage.team.look())).not.toContain(tokenIn(made))
  const told = await stage.send('/api/desk/invitation', {
    method: 'POST',
    headers: HERE,
    json: { invitation: tokenIn(made) },
  })
  expect((await told.json()) as Invitation).toMatchObject({ site: stage.site, role: 'moderator', me: null })
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, n) => accepts(stage, tokenIn(made), { name: `Nora ${stage.number} ${n}` })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410])
  const first = answers.find(({ status }) => status === 201)!
  const cookie = first.headers.get('set-cookie')!.split(';')[0]!
  const queue = await stage.send(`/api/desk/queue?site=${stage.site}&status=pending`, { headers: { cookie } })
  expect(queue.status).toBe(200)
  const { people, invitations } = await stage.team.look()
  expect(people.filter(({ name }) => name.startsWith('Nora'))).toMatchObject([{ role: 'moderator', publicName: null }])
  expect(invitations).toEqual([])
  const { changes } = await stage.olga.asks<SiteChangeList>(`/api/desk/sites/${stage.site}/changes`)
  expect(changes.map(({ kind, by }) => [kind, by?.name.slice(0, 4)])).toEqual([
    ['joined', 'Nora'],
    ['invited', 'olga'],
  ])
})

test('an invitation is accepted by who is signed in, and gives nobody back what was taken later', async () => {
  const stage = await open()
  const mona = await stage.signIn('mona', `${stage.site}`, 'moderator')
  const before = await stage.team.named('mona')
  const made = await stage.team.invites('owner')
  expect((await accepts(stage, tokenIn(made), {}, { cookie: mona.cookie })).status).toBe(201)
  expect((await stage.team.named('mona')).role).toBe('owner')
  await stage.team.dismisses(before.id)
  const again = await stage.signIn('mona', `${stage.site}`, 'moderator')
  expect((await accepts(stage, tokenIn(made), {}, { cookie: again.cookie })).status).toBe(410)
  expect((await stage.team.named('mona')).role).toBe('moderator')
})

test('an invitation ends with its days, when it is taken back, and with the ownership of who made it', async () => {
  const stage = await open()
  const spent = async (made: NewInvitation) =>
    (await accepts(stage, tokenIn(made), { name: `X ${stage.number} ${Math.random()}` })).status
  const short = await stage.team.invites('moderator', { days: 1 })
  stage.clock.now += 24 * 3_600_000
  expect(await spent(short)).toBe(410)
  const back = await stage.team.invites('moderator')
  await stage.team.revokes(back.team.invitations[0]!.id)
  expect(await spent(back)).toBe(410)
  await expect(stage.team.revokes(back.team.invitations[0]!.id)).rejects.toMatchObject({ code: 'unknown_invitation' })
  const orphan = await stage.team.invites('owner')
  await teamOf(stage, stage.zero).makes((await stage.team.named('olga')).id, 'moderator')
  expect(await spent(orphan)).toBe(410)
})

test('a name that somebody has is not given twice, and the invitation stays good', async () => {
  const stage = await open()
  const token = tokenIn(await stage.team.invites('moderator'))
  const taken = await accepts(stage, token, { name: `olga-${stage.number}` })
  expect([taken.status, await taken.json()]).toMatchObject([409, { code: 'name_taken' }])
  for (const name of ['', ' \u200b ', 'x'.repeat(61)]) expect((await accepts(stage, token, { name })).status).toBe(422)
  expect((await accepts(stage, token)).status).toBe(422)
  expect((await accepts(stage, token, { name: `Free ${stage.number}` })).status).toBe(201)
})

test('an invitation goes by mail where an address is given, and the address is not kept', async () => {
  const stage = await open({ mail: true })
  const made = await stage.team.invites('moderator', { email: 'Nora@mail.example' })
  expect(made.isSent).toBe(true)
  expect(stage.mails).toMatchObject([{ to: 'Nora@mail.example', text: expect.stringContaining(made.link) }])
  expect(JSON.stringify(await stage.team.look())).not.toContain('mail.example')
  await expect(stage.team.invites('moderator', { email: 'no address' })).rejects.toMatchObject({ code: 'email_wrong' })
  const none = await open()
  expect((await none.team.invites('moderator', { email: 'nora@mail.example' })).isSent).toBe(false)
})

test('a site keeps an owner, and the installation’s owner stays', async () => {
  const stage = await open()
  await stage.installer()
  const { id } = (await stage.team.look()).people.find(({ isInstaller }) => isInstaller)!
  await expect(stage.team.makes(id, 'moderator')).rejects.toMatchObject({ code: 'last_owner' })
  await expect(stage.team.dismisses(id)).rejects.toMatchObject({ code: 'last_owner' })
  const alone = await world()
  const olga = await alone.signIn('sole', alone.site, 'owner')
  const team = teamOf(alone, olga)
  const sole = (await team.look()).people[0]!
  await expect(team.makes(sole.id, 'moderator')).rejects.toMatchObject({ code: 'last_owner' })
  await expect(team.dismisses(sole.id)).rejects.toMatchObject({ code: 'last_owner' })
  const second = await alone.signIn('second', alone.site, 'owner')
  const both = await Promise.allSettled([
    team.dismisses(sole.id),
    teamOf(alone, second).dismisses((await team.named('second')).id),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('who is demoted or put out is out with the next request, on another process, too', async () => {
  const stage = await open()
  const mona = await stage.atDesk('mona')
  const other = createApp({ ...stage.deps })
  const asks = async (path: string) =>
    (await other.request(`https://parley.example${path}`, { headers: { cookie: mona.cookie } })).status
  const { id } = await stage.team
    .makes((await stage.team.named('mona')).id, 'owner')
    .then(() => stage.team.named('mona'))
  const [owners, moderators] = [
    `/api/desk/sites/${stage.site}/people`,
    `/api/desk/queue?site=${stage.site}&status=pending`,
  ]
  expect([await asks(owners), await asks(moderators)]).toEqual([200, 200])
  await stage.team.makes(id, 'moderator')
  expect([await asks(owners), await asks(moderators)]).toEqual([403, 200])
  await stage.team.dismisses(id)
  expect([await asks(owners), await asks(moderators), await asks('/api/desk/me')]).toEqual([401, 401, 401])
})

test('everybody chooses the name that readers see, but not one that a colleague has', async () => {
  const stage = await open()
  const mona = await stage.atDesk('mona')
  const call = (publicName: string | null) =>
    mona.asks<{ person: { publicName: string | null } }>('/api/desk/me', { method: 'PATCH', json: { publicName } })
  expect((await call(`  Mona   L. ${stage.number}`)).person.publicName).toBe(`Mona L. ${stage.number}`)
  expect((await stage.team.named('mona')).publicName).toBe(`Mona L. ${stage.number}`)
  await expect(call(`оlga-${stage.number}`)).rejects.toMatchObject({ code: 'name_imitates' })
  expect((await call(null)).person.publicName).toBeNull()
})

test('everybody chooses the language of their desk, which leaves their name and everybody else’s desk alone', async () => {
  const stage = await open()
  const [mona, olga] = [await stage.atDesk('mona'), await stage.atDesk('olga')]
  const me = (json?: object) =>
    mona.asks<{ person: object }>('/api/desk/me', json && { method: 'PATCH', json }).then(({ person }) => person)
  const publicName = `Mona L. ${stage.number}`
  expect(await me({ publicName })).toMatchObject({ publicName, language: null })
  expect(await me({ language: 'fa' })).toMatchObject({ publicName, language: 'fa' })
  expect(await me()).toMatchObject({ publicName, language: 'fa' })
  expect(await olga.asks('/api/desk/me')).toMatchObject({ person: { language: null } })
  await expect(me({ language: '../fa' })).rejects.toMatchObject({ code: 'bad_request' })
  expect(await me({ language: null })).toMatchObject({ publicName, language: null })
})

test('moderators leave by themselves, and change nobody else', async () => {
  const stage = await open()
  const mona = await stage.atDesk('mona')
  const team = teamOf(stage, mona)
  const [me, olga] = [await stage.team.named('mona'), await stage.team.named('olga')]
  await expect(team.look()).rejects.toMatchObject({ code: 'forbidden' })
  await expect(team.invites('moderator')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(team.makes(me.id, 'owner')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(team.dismisses(olga.id)).rejects.toMatchObject({ code: 'forbidden' })
  await team.dismisses(me.id)
  expect(await stage.team.named('mona')).toBeUndefined()
})
