import type { JWTPayload } from 'jose'
import { describe, expect, test } from 'vitest'
import { openIdIssuer } from '../issuer.ts'
import { Reader, tokenOf } from '../people.ts'
import { type World, type WorldOptions, world } from '../world.ts'

/** A site whose readers can sign in with an issuer; its clock is the world's, as the issuer's is. */
async function harbour(options: WorldOptions = {}) {
  const issuer = await openIdIssuer()
  const stage = await world({
    settings: { holds: 'none' },
    mail: true,
    ...options,
    providers: [issuer.provider],
    fetch: issuer.fetch,
  })
  stage.clock.now = Date.now()
  stage.deps.store = { ...stage.deps.store }
  return { stage, issuer }
}

/** The window that a page has opened: a browser with its own cookies. */
async function opens({ send }: World, url: string, cookie = '') {
  const { pathname, search } = new URL(url)
  const answer = await send(pathname + search, { headers: { Accept: 'text/html', ...(cookie && { Cookie: cookie }) } })
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? cookie,
    setCookie: answer.headers.get('set-cookie'),
    headers: answer.headers,
    text: await answer.text(),
  }
}

/** Goes to the issuer and back; gives the window's last page. */
async function goesThrough(stage: World, issuer: Awaited<ReturnType<typeof openIdIssuer>>, url: string) {
  const there = await opens(stage, url)
  const back = await issuer.saysYes(there.location!)
  return { there, back, page: await opens(stage, back.href, there.cookie) }
}

const handedIn = (text: string) => ({
  claim: /data-claim="([^"]+)"/.exec(text)![1]!,
  ticket: /data-ticket="([^"]+)"/.exec(text)![1]!,
})
const codeOn = (text: string) => /<bdi dir="ltr">(\d{3} \d{3})</.exec(text)![1]!

describe('signing in with an OpenID issuer', () => {
  test('goes by a window there and back, and the page shows its ticket', async () => {
    const { stage, issuer } = await harbour()
    const ada = stage.as('ada')
    await ada.posts('As a guest', { name: undefined })
    expect((await ada.reads()).policy.ways).toEqual(['email', 'harbour'])
    const claim = await ada.beginsWith('harbour')
    expect(claim.url).toBe(`https://parley.example/sign-in/${claim.claim}`)
    const { there, page } = await goesThrough(stage, issuer, claim.url!)
    expect(there.status).toBe(302)
    expect(there.setCookie).toMatch(/^__Host-parley-sign-in=.*HttpOnly; Secure; SameSite=Lax$/)
    expect(new URL(there.location!).searchParams.get('code_challenge_method')).toBe('S256')
    expect(page.status).toBe(200)
    expect(page.text).toContain('data-origin="https://daily.example"')
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[\w+/]{43}='; style-src 'self'/)
    expect(page.headers.get('cross-origin-opener-policy')).toBeNull()
    expect(page.headers.get('cache-control')).toBe('no-store')
    for (const address of [claim.url!, there.location!]) expect(address).not.toContain(ada.token)
    expect(await ada.shows(handedIn(page.text))).toEqual({
      author: { name: 'Iris', badge: 'verified' },
      way: 'harbour',
      purpose: 'sign_in',
      proof: null,
      guest: 'came',
    })
    expect(await ada.account()).toMatchObject({
      counts: { published: 1 },
      ways: [{ way: 'email' }, { way: 'harbour' }],
    })
    expect(JSON.stringify(await ada.account())).not.toContain('iris@')
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })

  test('where the window cannot reach its page, its code is typed there', async () => {
    const { stage, issuer } = await harbour()
    const claim = await stage.as('ada').beginsWith('harbour', { lang: 'fa' })
    const { page } = await goesThrough(stage, issuer, claim.url!)
    expect(page.text).toContain('<html lang="fa" dir="rtl">')
    expect((await stage.as('ada').types(claim, codeOn(page.text))).author.name).toBe('Iris')
    await expect(stage.as('ada').shows(handedIn(page.text))).rejects.toMatchObject({ code: 'claim_spent' })
  })

  test('leads to who has proved the same address by mail', async () => {
    const { stage, issuer } = await harbour()
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    await ada.posts('Mine', { name: 'Iris at home' })
    await ada.proves('iris@mail.example', stage.mails)
    const { page } = await goesThrough(stage, issuer, (await ben.beginsWith('harbour')).url!)
    expect((await ben.shows(handedIn(page.text))).author.name).toBe('Iris at home')
    expect((await ben.account()).counts.published).toBe(1)
  })

  test('a name from there that is somebody’s here is not taken over', async () => {
    const { stage, issuer } = await harbour()
    await stage.as('ada').posts('Mine', { name: 'Iris' })
    await stage.as('ada').proves('ada@mail.example', stage.mails)
    const { page } = await goesThrough(stage, issuer, (await stage.as('eve').beginsWith('harbour')).url!)
    expect((await stage.as('eve').shows(handedIn(page.text))).author).toEqual({ name: null, badge: 'verified' })
    await expect(stage.as('eve').posts('x', { name: 'Iris' })).rejects.toMatchObject({ code: 'name_imitates' })
  })
})

test('a subject that a database would cut short is nobody’s', async () => {
  const { stage, issuer } = await harbour()
  const signsIn = async (name: 'ada' | 'eve') =>
    goesThrough(stage, issuer, (await stage.as(name).beginsWith('harbour')).url!)
  await stage.as('ada').shows(handedIn((await signsIn('ada')).page.text))
  for (const sub of ['u-1\u0000', 'u-1\u0000x', 'u-1\ud800', 'u-1\n']) {
    issuer.who = { sub, name: 'Eve' }
    expect([sub, (await signsIn('eve')).page.status]).toEqual([sub, 502])
  }
  expect((await stage.as('eve').account()).author).toBeNull()
})

test('one claim sends nobody to the issuer without end', async () => {
  const { stage } = await harbour({ limits: true })
  const { url } = await stage.as('eve').beginsWith('harbour')
  const statuses: number[] = []
  for (let times = 0; times < 30; times++) statuses.push((await opens(stage, url!)).status)
  expect([statuses[0], statuses.at(-1)]).toEqual([302, 429])
})

describe('the window ends on a calm page', () => {
  test('when the state comes twice, or to another browser, or was never given', async () => {
    const { stage, issuer } = await harbour()
    const { url } = await stage.as('ada').beginsWith('harbour')
    const there = await opens(stage, url!)
    const back = (await issuer.saysYes(there.location!)).href
    expect((await opens(stage, back)).status).toBe(410)
    expect((await opens(stage, back, '__Host-parley-sign-in=other.')).status).toBe(410)
    expect((await opens(stage, back, there.cookie)).status).toBe(200)
    const again = await opens(stage, back, there.cookie)
    expect([again.status, again.text]).toEqual([410, expect.stringContaining('This cannot be continued')])
    expect((await opens(stage, 'https://parley.example/sign-in/back/harbour?state=x&code=y')).status).toBe(410)
    expect(
      (await opens(stage, 'https://parley.example/sign-in/back/nobody?state=x', '__Host-parley-sign-in=x.')).status,
    ).toBe(410)
    expect((await opens(stage, `https://parley.example/sign-in/${'x'.repeat(43)}`)).status).toBe(410)
  })

  test('when somebody says no there', async () => {
    const { stage } = await harbour()
    const there = await opens(stage, (await stage.as('ada').beginsWith('harbour')).url!)
    const state = new URL(there.location!).searchParams.get('state')!
    const back = `https://parley.example/sign-in/back/harbour?${new URLSearchParams({ error: 'access_denied', state })}`
    const page = await opens(stage, back, there.cookie)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('You were not signed in')])
    expect((await opens(stage, back, there.cookie)).status).toBe(410)
  })

  test.each<[string, JWTPayload, number]>([
    ['is for another client', { aud: 'other' }, 502],
    ['is of another issuer', { iss: 'https://evil.example' }, 502],
    ['has another nonce', { nonce: 'other' }, 502],
    ['is for several, and was asked for by another', { aud: ['parley', 'x'], azp: 'x' }, 502],
    ['has expired', { exp: 1 }, 502],
    ['has no subject', { sub: '' }, 502],
    ['has an address that is not confirmed', { email_verified: false }, 403],
  ])('when the token %s', async (_, lies, status) => {
    const { stage, issuer } = await harbour()
    issuer.lies = lies
    const claim = await stage.as('eve').beginsWith('harbour')
    const { page } = await goesThrough(stage, issuer, claim.url!)
    expect(page.status).toBe(status)
    expect(page.text).not.toContain('data-ticket')
    expect((await stage.as('eve').account()).author).toBeNull()
  })

  test('when the issuer does not answer, or answers something else', async () => {
    const { stage, issuer } = await harbour()
    const claim = await stage.as('ada').beginsWith('harbour')
    for (const fetch of [
      async () => Promise.reject(new TypeError('fetch failed')),
      async () => new Response('<html>'),
      async () => Response.json({ issuer: 'https://other.example' }),
    ]) {
      stage.deps.fetch = fetch
      const page = await opens(stage, claim.url!)
      expect([page.status, page.text]).toEqual([502, expect.stringContaining('did not answer as it should')])
    }
    stage.deps.fetch = issuer.fetch
    expect((await opens(stage, claim.url!)).status).toBe(302)
    expect(JSON.stringify(stage.log)).not.toMatch(/iris|prl_/)
  })

  test('a window that was closed early leaves a claim that ends by itself', async () => {
    const { stage, issuer } = await harbour()
    const claim = await stage.as('ada').beginsWith('harbour')
    const there = await opens(stage, claim.url!)
    stage.clock.now = claim.expiresAt
    const page = await opens(stage, (await issuer.saysYes(there.location!)).href, there.cookie)
    expect(page.status).toBe(410)
    expect((await stage.as('ada').account()).author).toBeNull()
  })
})

describe('what the window hands over', () => {
  test('counts once, for two minutes, for the token and the site that began it', async () => {
    const { stage, issuer } = await harbour()
    const other = await world({ settings: { holds: 'none' } })
    const ada = stage.as('ada')
    const handed = async () =>
      handedIn((await goesThrough(stage, issuer, (await ada.beginsWith('harbour')).url!)).page.text)
    const ticket = await handed()
    await expect(stage.as('eve').shows(ticket)).rejects.toMatchObject({ code: 'claim_spent' })
    await expect(new Reader(ada.token, other).shows(ticket)).rejects.toMatchObject({ code: 'claim_spent' })
    await expect(ada.shows({ ...ticket, ticket: 'x'.repeat(43) })).rejects.toMatchObject({ code: 'claim_spent' })
    const both = await Promise.all(
      [1, 2].map(() =>
        ada.shows(ticket).then(
          () => 'done',
          error => error.code,
        ),
      ),
    )
    expect(both.sort()).toEqual(['claim_spent', 'done'])
    const late = await handed()
    stage.clock.now += 120_000
    await expect(ada.shows(late)).rejects.toMatchObject({ code: 'claim_spent' })
  })

  test('its code is guessed five times at the most', async () => {
    const { stage, issuer } = await harbour()
    const claim = await stage.as('eve').beginsWith('harbour')
    const { page } = await goesThrough(stage, issuer, claim.url!)
    const code = Number(codeOn(page.text).replace(' ', ''))
    for (let n = 1; n <= 5; n++) {
      const guess = String((code + n) % 1_000_000).padStart(6, '0')
      await expect(stage.as('eve').types(claim, guess)).rejects.toMatchObject({
        code: n < 5 ? 'code_wrong' : 'claim_spent',
      })
    }
    await expect(stage.as('eve').shows(handedIn(page.text))).rejects.toMatchObject({ code: 'claim_spent' })
  })

  test('a provider that the site does not offer cannot be begun with', async () => {
    const { stage } = await harbour({ settings: { signIn: ['email'] } })
    for (const name of ['harbour', 'github', '__proto__']) {
      await expect(stage.as('ada').beginsWith(name)).rejects.toMatchObject({ code: 'way_not_offered' })
    }
  })

  test('a page of another site cannot begin it', async () => {
    const { stage } = await harbour()
    const eve = new Reader(tokenOf('eve', stage.number), { ...stage, origin: 'https://evil.example' })
    await expect(eve.beginsWith('harbour')).rejects.toMatchObject({ code: 'origin_refused' })
  })
})

describe('signing in with GitHub', () => {
  async function gitHub(emails: object[]) {
    const stage = await world({
      settings: { holds: 'none' },
      providers: [{ name: 'github', issuer: null, clientId: 'id', clientSecret: 'secret' }],
      fetch: async url => {
        if (url === 'https://github.com/login/oauth/access_token')
          return Response.json({ access_token: 'gho', token_type: 'bearer' })
        if (url === 'https://api.github.com/user') return Response.json({ id: 7, login: 'iris', name: null })
        if (url === 'https://api.github.com/user/emails') return Response.json(emails)
        throw new TypeError(url)
      },
    })
    const ada = stage.as('ada')
    const there = await opens(stage, (await ada.beginsWith('github')).url!)
    const page = new URL(there.location!)
    expect(page.origin + page.pathname).toBe('https://github.com/login/oauth/authorize')
    const state = page.searchParams.get('state')!
    const back = `https://parley.example/sign-in/back/github?${new URLSearchParams({ state, code: 'c' })}`
    return { stage, ada, page: await opens(stage, back, there.cookie) }
  }

  test('takes the confirmed primary address', async () => {
    const { ada, page } = await gitHub([
      { email: 'old@mail.example', primary: false, verified: true },
      { email: 'iris@mail.example', primary: true, verified: true },
    ])
    expect((await ada.shows(handedIn(page.text))).author).toEqual({ name: 'iris', badge: 'verified' })
    expect((await ada.account()).ways.map(({ way }) => way)).toEqual(['email', 'github'])
  })

  test('and none that is not confirmed', async () => {
    const { page } = await gitHub([{ email: 'iris@mail.example', primary: true, verified: false }])
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('not confirmed there')])
  })
})
