import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { doChores } from '../../server/chores.ts'
import { ensureHostKey, hostKey } from '../../server/people/host-keys.ts'
import { type World, world } from '../world.ts'

const open = { settings: { holds: 'none' }, mail: true } as const

/** A token of the site's own login, signed with its key. */
async function loginOf(stage: World, said: JWTPayload = {}, header: Record<string, unknown> = {}, secret?: string) {
  const { id, key } = await ensureHostKey(stage.deps, stage.site)
  const now = Math.floor(stage.clock.now / 1000)
  return new SignJWT({ sub: 'u1', name: 'Nora Field', aud: stage.site, iat: now, exp: now + 3_600, ...said })
    .setProtectedHeader({ alg: 'HS256', kid: id, ...header } as { alg: string })
    .sign(new TextEncoder().encode(secret ?? key))
}

describe('the site’s own login', () => {
  test('makes a reader somebody, by the name the site gives, on every device', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    await ada.posts('As a guest')
    expect(await ada.comesFrom(await loginOf(stage))).toMatchObject({
      author: { name: 'Nora Field', badge: 'verified' },
      way: 'host',
    })
    await ben.comesFrom(await loginOf(stage, { name: 'Nora Field-Hale' }))
    expect(await ada.account()).toMatchObject({ author: { name: 'Nora Field-Hale' }, counts: { published: 1 } })
    expect((await ben.account()).counts.published).toBe(1)
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })

  test('maps groups to badges, and takes them back', async () => {
    const stage = await world({ settings: { badges: ['editors:staff'] } })
    const ada = stage.as('ada')
    const { author } = await ada.comesFrom(await loginOf(stage, { groups: ['editors', 'runners'] }))
    expect(author.badge).toBe('staff')
    const comment = await ada.posts('As staff')
    expect([comment.status, comment.author?.badge]).toEqual(['published', 'staff'])
    expect((await ada.comesFrom(await loginOf(stage, { groups: ['runners'] }))).author.badge).toBe('verified')
    expect((await ada.posts('No longer')).author?.badge).toBe('verified')
    expect((await ada.reads()).comments.map(({ author: by }) => by?.badge)).toEqual(['verified', 'staff'])
  })

  test('holds for as long as its token does: who is no longer let in there is a stranger here', async () => {
    const stage = await world({ settings: { badges: ['editors:staff'] } })
    const [guest, member] = [stage.as('ada'), stage.as('ben')]
    await guest.posts('As a guest')
    const login = { groups: ['editors'] }
    await guest.comesFrom(await loginOf(stage, login))
    await member.comesFrom(await loginOf(stage, login))
    stage.clock.now += 59 * 60_000
    await doChores(stage.deps)
    expect((await member.posts('In time')).author?.badge).toBe('staff')
    // A new token of the login puts the end off.
    await guest.comesFrom(await loginOf(stage, login))
    stage.clock.now += 3 * 60_000
    await doChores(stage.deps)
    expect((await member.account()).author).toBeNull()
    expect((await member.posts('Too late')).author?.badge).toBeNull()
    expect((await guest.account()).author).toMatchObject({ badge: 'staff' })
    stage.clock.now += 60 * 60_000
    await doChores(stage.deps)
    expect((await guest.account()).author).toBeNull()
  })

  test('a guest’s own key goes on after it', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    await ada.posts('As a guest')
    await ada.comesFrom(await loginOf(stage))
    stage.clock.now += 90 * 60_000
    await doChores(stage.deps)
    expect(await ada.account()).toMatchObject({ author: { name: 'Nora Field' }, counts: { published: 1 } })
  })

  test('a staff badge opens no desk', async () => {
    const stage = await world({ settings: { badges: ['editors:staff'] } })
    const ada = stage.as('ada')
    await ada.comesFrom(await loginOf(stage, { groups: ['editors'] }))
    const response = await stage.send(`/api/desk/queue?site=${stage.site}`, { headers: ada.headers() })
    expect(response.status).toBe(401)
  })

  test('names the author of an article, of that one alone, before anybody has written there', async () => {
    const stage = await world(open)
    const [ada, elsewhere] = [stage.as('ada'), stage.as('ada', 'https://daily.example/news/2')]
    const { author } = await ada.comesFrom(await loginOf(stage, { author: true, url: stage.page }))
    expect(author.badge).toBe('author')
    expect((await ada.posts('I wrote this')).author?.badge).toBe('author')
    expect((await elsewhere.posts('Not this')).author?.badge).toBe('verified')
    await expect(ada.comesFrom(await loginOf(stage, { author: true }))).rejects.toMatchObject({ code: 'login_refused' })
  })

  test('where a group means author, only its members are', async () => {
    const stage = await world({ settings: { holds: 'none', badges: ['writers:author'] } })
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    const wrote = { author: true, article: 'story-7' }
    expect((await ada.comesFrom(await loginOf(stage, { ...wrote, groups: ['writers'] }))).author.badge).toBe('author')
    expect((await ben.comesFrom(await loginOf(stage, { ...wrote, sub: 'u2', name: 'Other' }))).author.badge).toBe(
      'verified',
    )
    expect((await ada.posts('Mine', { article: 'story-7' })).author?.badge).toBe('author')
  })

  test('joins who has proved the same address, when the login has confirmed it', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    await ada.posts('Mine', { name: 'Ada' })
    await ada.proves('nora@mail.example', stage.mails)
    await expect(ben.comesFrom(await loginOf(stage, { email: 'nora@mail.example' }))).rejects.toMatchObject({
      code: 'email_unverified',
    })
    await ben.comesFrom(await loginOf(stage, { email: 'Nora@mail.example', email_verified: true }))
    const { counts, ways } = await ben.account()
    expect(counts.published).toBe(1)
    expect(ways.map(({ way }) => way).sort()).toEqual(['email', 'host'])
  })

  test('of two living keys either counts, with or without its name; one that has ended does not', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    const old = await loginOf(stage)
    const unnamed = await loginOf(stage, {}, { kid: undefined })
    expect(await stage.deps.store.siteKeys.add(stage.site, 'k9', stage.clock.now)).toBe(true)
    expect(await stage.deps.store.siteKeys.add(stage.site, 'k99', stage.clock.now)).toBe(false)
    const fresh = await loginOf(stage, {}, { kid: 'k9' }, hostKey(stage.deps.config.secret, stage.site, 'k9'))
    for (const login of [old, unnamed, fresh]) await ada.comesFrom(login)
    const [first] = (await stage.deps.store.siteKeys.living(stage.site, stage.clock.now)).filter(id => id !== 'k9')
    await stage.deps.store.siteKeys.end(stage.site, first!, stage.clock.now)
    await ada.comesFrom(fresh)
    for (const login of [old, unnamed])
      await expect(ada.comesFrom(login)).rejects.toMatchObject({ code: 'login_refused' })
  })
})

describe('a token that does not hold is refused in words, and makes nobody of anybody', () => {
  const hour = 3_600
  const cases: [string, (stage: World) => Promise<string>][] = [
    ['with alg none', async stage => new UnsecuredJWT({ sub: 'u1', aud: stage.site }).setExpirationTime('1h').encode()],
    [
      'with alg none in a signed one',
      async stage => {
        const [, body, signature] = (await loginOf(stage)).split('.')
        return [btoa('{"alg":"none"}').replaceAll('=', ''), body, signature].join('.')
      },
    ],
    ['of another key', stage => loginOf(stage, {}, {}, 'x'.repeat(43))],
    ['of the installation’s secret itself', stage => loginOf(stage, {}, {}, 'k'.repeat(43))],
    ['of a key that is not there', stage => loginOf(stage, {}, { kid: 'k0' })],
    [
      'of another site’s key',
      async stage => {
        const other = await world()
        return loginOf(other, { aud: stage.site })
      },
    ],
    ['for another site', stage => loginOf(stage, { aud: 'other' })],
    ['for nobody in particular', stage => loginOf(stage, { aud: undefined as unknown as string })],
    ['expired', stage => loginOf(stage, { exp: Math.floor(stage.clock.now / 1000) - 2 * hour })],
    ['without an end', stage => loginOf(stage, { exp: undefined as unknown as number })],
    ['good for a month', stage => loginOf(stage, { exp: Math.floor(stage.clock.now / 1000) + 720 * hour })],
    ['not good yet', stage => loginOf(stage, { nbf: Math.floor(stage.clock.now / 1000) + hour })],
    ['without a subject', stage => loginOf(stage, { sub: undefined as unknown as string })],
    ['with a subject of nothing', stage => loginOf(stage, { sub: '' })],
    ['with a subject that a database would cut short', stage => loginOf(stage, { sub: 'u1\u0000' })],
    ['with a subject that is no text', stage => loginOf(stage, { sub: 'u1\ud800' })],
    ['that is none', async () => 'hello'],
    ['that is nothing', async () => ''],
    ['of three dots', async () => '...'],
  ]
  test.each(cases)('%s', async (_, make) => {
    const stage = await world(open)
    const ada = stage.as('ada')
    await expect(ada.comesFrom(await make(stage))).rejects.toMatchObject({ code: 'login_refused', status: 401 })
    expect((await ada.account()).author).toBeNull()
  })
})

describe('public keys at an address', () => {
  /** A site whose login signs with a key pair of its own. */
  async function withKeys(alg = 'ES256') {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
    const asked: string[] = []
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'a', alg, use: 'sig' }]
    const stage = await world({
      settings: { holds: 'none', loginKeys: 'https://login.example/jwks', loginIssuer: 'https://login.example' },
      fetch: async url => {
        asked.push(url)
        return Response.json({ keys })
      },
    })
    stage.deps.store = { ...stage.deps.store }
    const now = Math.floor(stage.clock.now / 1000)
    const said = { sub: 'u1', name: 'Nora', aud: stage.site, iss: 'https://login.example', exp: now + 600 }
    return { stage, publicKey, privateKey, asked, keys, said }
  }

  test.each(['ES256', 'RS256', 'EdDSA'])('%s is taken', async alg => {
    const { stage, privateKey, said, asked } = await withKeys(alg)
    const login = await new SignJWT(said).setProtectedHeader({ alg, kid: 'a' }).sign(privateKey)
    for (const name of ['ada', 'ben'] as const) {
      expect((await stage.as(name).comesFrom(login)).author).toEqual({ name: 'Nora', badge: 'verified' })
    }
    expect(asked).toEqual(['https://login.example/jwks'])
  })

  test('HS256 signed with the public key is refused, and so is another issuer', async () => {
    const { stage, publicKey, privateKey, said } = await withKeys('RS256')
    const secrets = [await exportSPKI(publicKey), JSON.stringify(await exportJWK(publicKey))]
    for (const secret of secrets) {
      const login = await new SignJWT(said)
        .setProtectedHeader({ alg: 'HS256', kid: 'a' })
        .sign(new TextEncoder().encode(secret))
      await expect(stage.as('eve').comesFrom(login)).rejects.toMatchObject({ code: 'login_refused' })
    }
    const other = await new SignJWT({ ...said, iss: 'https://evil.example' })
      .setProtectedHeader({ alg: 'RS256', kid: 'a' })
      .sign(privateKey)
    await expect(stage.as('eve').comesFrom(other)).rejects.toMatchObject({ code: 'login_refused' })
  })

  test('without the setting a public key counts for nothing', async () => {
    const { privateKey, said } = await withKeys()
    const stage = await world(open)
    const login = await new SignJWT({ ...said, aud: stage.site })
      .setProtectedHeader({ alg: 'ES256', kid: 'a' })
      .sign(privateKey)
    await expect(stage.as('eve').comesFrom(login)).rejects.toMatchObject({ code: 'login_refused' })
  })

  test('an address that does not answer is not the reader’s fault', async () => {
    const { stage, privateKey, said } = await withKeys()
    stage.deps.fetch = async () => Promise.reject(new TypeError('fetch failed'))
    const login = await new SignJWT(said).setProtectedHeader({ alg: 'ES256', kid: 'a' }).sign(privateKey)
    await expect(stage.as('ada').comesFrom(login)).rejects.toMatchObject({ code: 'issuer_failed', status: 502 })
  })
})
