import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { newId, spellId } from '../../server/comments/ids.ts'
import { inWorkerd } from '../world.ts'
import { type House, openHouse } from './rights/cast.ts'
import { type Asked, POLICY } from './rights/policy.ts'

/** What an invitation or a link opens is opened to whoever has it. */
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

test('whatever of another site an owner names, it is as if it had never been, and stays as it is', async () => {
  const house = await openHouse()
  const stan = house.desk.elsewhere!
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
  const knock = async (route: string, { params = {}, query, json }: Asked) => {
    const [method, path] = route.split(' ') as [string, string]
    const at = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name]!))
    const search = query ? `?${new URLSearchParams(query)}` : ''
    const response = await stan.sends(at + search, { method, ...(json && { json }) })
    return { status: response.status, said: await response.text() }
  }
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...right),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      async ([route, asked], isMine) => {
        let at = 0
        const put = new Map<string, string>()
        // The site's own id is named now and then; of the rest all is the other site's.
        const theirs = mapped(asked, text => {
          if (text === house.site && isMine[at++ % isMine.length]) return house.there
          const other = neverWas(text)
          if (other !== null) put.set(text, put.get(text) ?? other)
          return text
        }) as Asked
        if (put.size === 0) return
        const none = mapped(theirs, text => put.get(text) ?? text) as Asked
        const nameless = (said: string) =>
          [...put]
            .flat()
            .sort((a, b) => b.length - a.length)
            .reduce((text, name) => text.replaceAll(name, '·'), said)
        const [told, of] = [await knock(route, theirs), await knock(route, none)]
        compared += 1
        expect([route, told.status, nameless(told.said)]).toEqual([route, of.status, nameless(of.said)])
        expect([route, told.said.includes(`"${house.site}"`) && !JSON.stringify(theirs).includes(house.site)]).toEqual([
          route,
          false,
        ])
      },
    ),
    { numRuns: Number(inject('lots').count ?? (inWorkerd ? 100 : 300)), seed: Number(inject('lots').seed ?? 7) },
  )
  expect(compared).toBeGreaterThan(50)
  expect(await rowsOf(house)).toBe(before)
})
