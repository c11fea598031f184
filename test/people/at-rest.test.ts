import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { hostKey } from '../../server/people/host-keys.ts'
import { openHouse } from '../http/rights/cast.ts'
import { codeIn } from '../people.ts'

/** The forms in which a secret could stand somewhere: as it is, in base64, in hexadecimal, and as the bytes it spells. */
function formsOf(secret: string): string[] {
  const bare = secret.replace(/^pr[ld]_/, '')
  const hex = (bytes: Iterable<number>) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const forms = [bare, btoa(secret), btoa(bare), hex(new TextEncoder().encode(bare))]
  if (/^[\w-]{43}$/.test(bare)) {
    const bytes = atob(bare.replaceAll('-', '+').replaceAll('_', '/'))
    forms.push(
      hex(Uint8Array.from(bytes, letter => letter.charCodeAt(0))),
      bare.replaceAll('-', '+').replaceAll('_', '/'),
    )
  }
  return forms.map(form => form.replace(/=+$/, ''))
}

test('no secret that anybody used is stored, logged, or part of an address', async () => {
  const house = await openHouse()
  const { deps, site, number, mails, issuer, log } = house
  const addresses: string[] = []
  const secrets: Record<string, string> = {
    installation: deps.config.secret,
    'provider’s': issuer.provider.clientSecret,
  }
  const through = house.app.request.bind(house.app)
  house.app.request = ((url: string, init: RequestInit) => {
    addresses.push(url, String(new Headers(init?.headers).get('referer') ?? ''))
    return through(url, init)
  }) as typeof house.app.request

  // A reader writes, changes, proves an address, comes by the site's login and by an issuer, and takes everything along.
  const reader = house.newcomer()
  secrets['reader’s token'] = reader.token
  const comment = await reader.posts('Hello')
  await reader.revises(comment, 'Hello again')
  const claim = await reader.claims('ada@mail.example')
  await expect(reader.types(claim, '000000')).rejects.toMatchObject({ status: 422 })
  await reader.types(claim, codeIn(mails.at(-1)!))
  const member = house.newcomer()
  secrets['JWT'] = await house.login()
  const [kid] = await deps.store.siteKeys.living(site, house.clock.now)
  secrets['key of the site’s login'] = hostKey(deps.config.secret, site, kid!)
  await member.comesFrom(secrets['JWT'])
  const guest = house.newcomer()
  const begun = await guest.beginsWith('harbour')
  const there = await house.send(new URL(begun.url!).pathname)
  secrets['state'] = new URL(there.headers.get('location')!).searchParams.get('state')!
  const back = await issuer.saysYes(there.headers.get('location')!)
  secrets['issuer’s code'] = back.searchParams.get('code')!
  const cookie = there.headers.get('set-cookie')!.split(';')[0]!
  const page = await (await house.send(back.pathname + back.search, { headers: { Cookie: cookie } })).text()
  const ticket = /data-ticket="([^"]+)"/.exec(page)![1]!
  secrets['ticket'] = ticket
  await guest.shows({ claim: begun.claim, ticket })
  await reader.exports()
  // Somebody signs in to the desk, has one link left, and rules.
  const mona = (await deps.store.people.named(`mona-${number}`))!
  const link = new URL(await makeDeskLink(deps, mona.id)).hash.slice('#link='.length)
  const left = new URL(await makeDeskLink(deps, mona.id)).hash.slice('#link='.length)
  Object.assign(secrets, { 'desk link': link, 'unused link': left })
  const init = { method: 'POST', headers: { Origin: deps.config.origin }, json: { link } }
  const session = (await house.send('/api/desk/session', init)).headers.get('set-cookie')!
  secrets['session'] = session.split(/[=;]/)[1]!
  await house.desk.moderator!.rules(comment, 'reject', { reason: 'abuse' })
  // Something fails for a reason of ours, and its cause is logged.
  const sites = deps.store.sites
  deps.store = { ...deps.store, sites: { ...sites, find: () => Promise.reject(new Error('broken')) } }
  expect((await reader.sends({ text: 'Lost' })).status).toBe(500)
  deps.store = { ...deps.store, sites }
  expect(log).toHaveLength(1)

  const tables = await deps.store.engine.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema t WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
      AND name NOT LIKE '~_cf%' ESCAPE '~' AND NOT EXISTS (SELECT 1 FROM sqlite_schema f WHERE f.sql LIKE 'CREATE VIRTUAL%'
        AND substr(t.name, 1, length(f.name)) = f.name)`,
  )
  expect(tables.length).toBeGreaterThan(25)
  const rows = await deps.store.engine.read<unknown[]>(
    ...tables.map(({ name }) => sql`SELECT * FROM ${sql.identifier(name)}`),
  )
  const [stored, logged] = [JSON.stringify(rows), JSON.stringify(log)]
  expect([stored.includes('Hello again'), addresses.length > 20]).toEqual([true, true])
  // How OpenID hands its own over is not ours to choose: once, bound to the browser by a cookie, and spent by that.
  const asked = addresses.filter(address => !address.includes('/sign-in/back/')).join('\n')
  for (const [what, secret] of Object.entries(secrets)) {
    for (const form of formsOf(secret)) {
      expect([what, form, stored.includes(form)]).toEqual([what, form, false])
      expect([what, form, logged.includes(form)]).toEqual([what, form, false])
      expect([what, form, asked.includes(form)]).toEqual([what, form, false])
    }
  }
  for (const word of ['Hello', 'Lost', 'ada@mail.example', 'Nora']) expect(logged).not.toContain(word)
})
