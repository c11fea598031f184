import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { newId, spellId } from '../../server/comments/ids.ts'
import { inWorkerd, world } from '../world.ts'
import { openHouse } from './rights/cast.ts'
import { knockEverywhere, routesOf } from './rights/matrix.ts'
import { DEMO_PAGES } from './rights/pages.ts'
import { type Asked, POLICY } from './rights/policy.ts'

const house = await openHouse()

test('every route has its row in the policy, and every row its route', () => {
  expect(routesOf(house.app)).toEqual(Object.keys(POLICY).sort())
  const local = createApp({ ...house.deps, config: { ...house.deps.config, isLocal: true } })
  expect(routesOf(local)).toEqual([...Object.keys(POLICY), ...DEMO_PAGES].sort())
})

test('the API’s own description says of each route the same as the policy', async () => {
  const { paths } = (await (await house.send('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { security?: Record<string, string[]>[] }>>
  }
  for (const [route, { who, from, keys = true }] of Object.entries(POLICY)) {
    const [method, path] = route.split(' ') as [string, string]
    if (!path.startsWith('/api/') || path === '/api/openapi.json') continue
    const { security } = paths[path.replace(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!
    const isDesk = who === 'person' || who === 'moderator' || who === 'owner' || (Array.isArray(who) && from === 'here')
    const wanted = isDesk ? { moderator: who === 'owner' ? ['owner'] : [] } : { reader: [] }
    const scope = who === 'owner' ? 'manage' : method === 'GET' ? 'read' : 'moderate'
    const byKey =
      keys === 'own' || (isDesk && keys && !Array.isArray(who) && (who !== 'person' || method === 'GET'))
        ? [{ key: [scope] }]
        : []
    expect([route, security]).toEqual([route, who === 'anyone' ? undefined : [wanted, ...byKey]])
  }
})

// The same 6,000 requests take minutes in workerd; what stands behind them is tested there by test/moderation/foreign-desk.
test.skipIf(inWorkerd)(
  'everybody may what the policy says, from where it says, and nothing else',
  async () => {
    const { breaches, ...counts } = await knockEverywhere(house, false)
    expect(breaches).toEqual([])
    expect(counts.refused).toBeGreaterThan(5_000)
  },
  120_000,
)

test('what belongs to another site is as unknown to its moderators as what never was', async () => {
  const stan = house.desk.elsewhere!
  const rows = Object.entries(POLICY).filter(([route]) => route.includes('/api/desk/') && !route.includes('/session'))
  for (const [route, { ask }] of rows) {
    const [method, path] = route.split(' ') as [string, string]
    const asked = await ask(house)
    const knock = async ({ params = {}, query, json }: Asked) => {
      const at = path.replace(/:(\w+)/g, (_, name) => params[name]!)
      const response = await stan.sends(query ? `${at}?${new URLSearchParams(query)}` : at, {
        method,
        ...(json && { json }),
      })
      return { status: response.status, said: await response.text() }
    }
    // The other site by its name is like one that does not exist.
    const elsewhere = JSON.parse(JSON.stringify(asked).replaceAll(`"${house.site}"`, '"no-such-site"'))
    if (JSON.stringify(elsewhere) !== JSON.stringify(asked)) {
      expect([route, await knock(asked)]).toEqual([route, await knock(elsewhere)])
    }
    // What is on it, asked for under the name of one's own, is like what does not exist.
    const mine = JSON.stringify(asked).replaceAll(`"${house.site}"`, `"${house.there}"`)
    const ids = [asked.params?.['id'], asked.json?.['comment'], asked.json?.['from']].filter(
      id => typeof id === 'string' && /^[0-9a-z]{8,}$/.test(id),
    ) as string[]
    if (ids.length === 0) continue
    const nothing = spellId(newId(house.clock.now + 1_000_000_000))
    const unknown = ids.reduce((text, id) => text.replaceAll(`"${id}"`, `"${nothing}"`), mine)
    const [told, of] = [await knock(JSON.parse(mine)), await knock(JSON.parse(unknown))]
    const nameless = ids.reduce((text, id) => text.replaceAll(id, nothing), told.said)
    expect([route, told.status, nameless]).toEqual([route, of.status, of.said])
  }
})

test('the sample pages are there where Parley is reached on this machine, and nowhere else', async () => {
  const local = await world({ parley: 'http://localhost:8787' })
  local.deps.assets = async () => new Response('<html></html>')
  for (const path of ['/', '/demo/the-night-ferry', '/demo/demo.css', '/demo/members']) {
    expect([path, (await house.send(path)).status]).toEqual([path, 404])
    if (path !== '/demo/members') expect([path, (await local.send(path)).status < 400]).toEqual([path, true])
  }
})
