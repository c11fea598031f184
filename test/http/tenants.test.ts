import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { newId, spellId } from '../../server/comments/ids.ts'
import { makeKey } from '../../server/people/api-keys.ts'
import { inWorkerd } from '../world.ts'
import { type House, openHouse } from './rights/cast.ts'
import { type Asked, POLICY } from './rights/policy.ts'

/** Every route of the desk: a house test holds the policy to what the app serves. What an invitation or a link opens is opened to whoever has it. */
const DESK = Object.entries(POLICY).filter(
  ([route]) => route.includes(' /api/desk/') && !/\/session|\/invitation( |$|\/)/.test(route),
)

/** Everything that is stored of one site. */
async function rowsOf({ deps, site }: House): Promise<string> {
  const { engine } = deps.store
  const tables = await engine.all<{ name: string }>(
    sql`SELECT t.name FROM sqlite_schema t WHERE t.type = 'table'
      AND t.sql LIKE '%site_id TEXT%' ORDER BY t.name`,
  )
  const rows = await engine.read<unknown[]>(
    sql`SELECT * FROM sites WHERE id = ${site}`,
    ...tables.map(({ name }) => sql`SELECT * FROM ${sql.identifier(name)} WHERE site_id = ${site}`),
  )
  return JSON.stringify(rows, (_, value) => (value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value))
}

/** Every text of a request, put through a function. */
const mapped = (node: unknown, change: (text: string) => string): unknown => {
  if (typeof node === 'string') return change(node)
  if (Array.isArray(node)) return node.map(each => mapped(each, change))
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, mapped(value, change)]))
}

test('whatever of another site an owner, a moderator or a key names, it is as if it had never been, and stays as it is', async () => {
  const house = await openHouse()
  const owner = (await house.deps.store.people.named(`stan-${house.number}`))!
  const asked = { site: house.there, name: 'Stan’s', scope: 'manage', days: null } as const
  const { token } = await makeKey(house.deps, asked, owner.id)
  // Dora moderates there; of the house she was put out.
  const strangers: Record<string, (path: string, init: RequestInit & { json?: unknown }) => Promise<Response>> = {
    owner: (path, init) => house.desk.elsewhere!.sends(path, init),
    moderator: (path, init) => house.desk.demoted!.sends(path, init),
    key: (path, init) => house.send(path, { ...init, headers: { Authorization: `Bearer ${token}` } }),
  }
  // What would be right on the other site, made once: nothing that is asked below may use it up.
  const right: [string, Asked][] = []
  for (const [route, { ask }] of DESK) right.push([route, await ask(house)])
  const before = await rowsOf(house)

  /** What of a text stands for something of the other site, and what never was in its place. */
  const neverWas = (text: string): string | null => {
    if (text === house.site) return 'no-such-site'
    if (/^(?=.*\d)[0-9a-z]{8,}$/.test(text)) return spellId(newId(house.clock.now + 1_000_000_000))
    return text.startsWith('/') ? `/never${text}` : null
  }
  const knock = async (who: string, route: string, { params = {}, query, json }: Asked) => {
    const [method, path] = route.split(' ') as [string, string]
    const at = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name]!))
    const search = query ? `?${new URLSearchParams(query)}` : ''
    const response = await strangers[who]!(at + search, { method, ...(json && { json }) })
    return { status: response.status, said: await response.text() }
  }
  const compared = new Set<string>()
  for (const who of inWorkerd ? ['owner'] : Object.keys(strangers)) {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), async isMine => {
        for (const [route, asked] of right) {
          let at = 0
          const put = new Map<string, string>()
          // The site's own id is named now and then; of the rest all is the other site's.
          const theirs = mapped(asked, text => {
            if (text === house.site && isMine[at++ % isMine.length]) return house.there
            const other = neverWas(text)
            if (other !== null) put.set(text, put.get(text) ?? other)
            return text
          }) as Asked
          if (put.size === 0) continue
          const none = mapped(theirs, text => put.get(text) ?? text) as Asked
          const nameless = (said: string) =>
            [...put]
              .flat()
              .sort((a, b) => b.length - a.length)
              .reduce((text, name) => text.replaceAll(name, '·'), said)
          const [told, of] = [await knock(who, route, theirs), await knock(who, route, none)]
          compared.add(route)
          expect([who, route, told.status, nameless(told.said)]).toEqual([who, route, of.status, nameless(of.said)])
          expect([
            route,
            told.said.includes(`"${house.site}"`) && !JSON.stringify(theirs).includes(house.site),
          ]).toEqual([route, false])
        }
      }),
      {
        numRuns: Math.max(1, Number(inject('lots').count ?? 200) / 100),
        seed: Number(inject('lots').seed ?? 7),
        // First the other site by its own name, whatever is drawn then.
        examples: [[Array<boolean>(6).fill(false)]],
      },
    )
  }
  // The others name nothing that could be another site’s.
  expect(compared.size).toBeGreaterThan(50)
  expect(await rowsOf(house)).toBe(before)
})
