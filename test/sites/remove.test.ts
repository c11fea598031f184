import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Policy, Webhook } from '../../server/contract.ts'
import { world } from '../world.ts'

/** A site on which all has been set up that can be before anybody writes, and what each table holds of it. */
async function settled() {
  const stage = await world()
  const { site, send, page, passes, deps } = stage
  const olga = await stage.atDesk('olga')
  const { engine } = deps.store
  const { seen } = await olga.asks<Policy>(`/api/desk/policy?site=${site}`)
  const list = { kind: 'refused_words', language: '', entries: 'badword' }
  await olga.asks('/api/desk/lists', { method: 'PUT', json: { site, seen, list } })
  await olga.asks('/api/desk/saved-replies', { method: 'POST', json: { site, name: 'Kind', text: 'Be kind.' } })
  const key = { site, name: 'Bot', scope: 'read', days: null }
  await olga.asks('/api/desk/keys', { method: 'POST', json: key })
  await deps.store.siteKeys.add(site, 'kept', deps.clock())
  await olga.asks(`/api/desk/sites/${site}/invitations`, { method: 'POST', json: { role: 'moderator' } })
  const hook = { site, name: 'Archive', url: 'https://hooks.example.org/', shape: 'standard', events: ['pending'] }
  const { webhook } = await olga.asks<{ webhook: Webhook }>('/api/desk/webhooks', { method: 'POST', json: hook })
  await olga.asks(`/api/desk/webhooks/${webhook.id}/test?site=${site}`, { method: 'POST' })
  await send(`/api/threads?${new URLSearchParams({ site, url: page })}`, { headers: { Origin: stage.origin } })
  await passes(0)
  return { ...stage, olga, engine }
}

test('a site under which nobody has written goes with all that was set up on it', async () => {
  const { site, deps, engine } = await settled()
  const tables = await engine.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%site_id TEXT%'`,
  )
  const held = async () => {
    const found: string[] = []
    for (const { name } of tables) {
      const row = await engine.first(sql`SELECT 1 FROM ${sql.identifier(name)} WHERE site_id = ${site}`)
      if (row) found.push(name)
    }
    return found
  }
  expect(await held()).toEqual(
    expect.arrayContaining(['lists', 'saved_replies', 'api_keys', 'site_keys', 'webhooks', 'invitations', 'sightings']),
  )
  expect(await deps.store.sites.remove(site)).toBe(true)
  expect(await held()).toEqual([])
  expect(await deps.store.sites.find(site)).toBeNull()
  expect(await engine.all(sql`PRAGMA foreign_key_check`)).toEqual([])
  // The id is free again.
  expect(await deps.store.sites.remove(site)).toBe(false)
})

test('a site with a comment stays, with all that was set up on it', async () => {
  const { site, deps, olga, as } = await settled()
  await as('ada').posts('Here I am')
  expect(await deps.store.sites.remove(site)).toBe(false)
  expect((await olga.asks<{ keys: unknown[] }>(`/api/desk/keys?site=${site}`)).keys).toHaveLength(1)
})
