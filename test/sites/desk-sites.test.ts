import { expect, test } from 'vitest'
import type { DeskSite, Examples, SiteChangeAnswer, SiteChangeList } from '../../server/contract.ts'
import { SITE_SETTINGS } from '../../server/sites/settings.ts'
import type { Moderator } from '../people.ts'
import { world } from '../world.ts'

function siteOf(site: string, by: Moderator) {
  const at = `/api/desk/sites/${site}`
  const look = () => by.asks<DeskSite>(at)
  return {
    look,
    async changes(change: object, seen?: string) {
      return by.asks<SiteChangeAnswer>(at, { method: 'PATCH', json: { seen: seen ?? (await look()).seen, ...change } })
    },
    examples: (asked: object) => by.asks<Examples>(`${at}/examples`, { method: 'POST', json: asked }),
    log: (query = '') => by.asks<SiteChangeList>(`${at}/changes${query}`),
  }
}

const open = async (options = {}) => {
  const stage = await world({ settings: { holds: 'none' }, ...options })
  const olga = await stage.atDesk('olga')
  return { ...stage, olga, mine: siteOf(stage.site, olga) }
}

test('a site is read with every setting that there is, and what each may be', async () => {
  const { mine, atDesk, site } = await open()
  const read = await mine.look()
  expect(read.table.map(({ name }) => name)).toEqual(Object.keys(SITE_SETTINGS))
  expect(Object.keys(read.settings)).toEqual(Object.keys(SITE_SETTINGS))
  expect(read.table.find(({ name }) => name === 'depth')).toMatchObject({
    kind: 'number',
    least: 1,
    most: 8,
    default: 3,
  })
  const mona = siteOf(site, await atDesk('mona'))
  expect((await mona.look()).seen).toBe(read.seen)
  await expect(mona.changes({ name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(mona.log()).rejects.toMatchObject({ code: 'forbidden' })
})

test('what an owner changes is there at once, and written down as it was and as it is', async () => {
  const { mine, as } = await open()
  const { site } = await mine.changes({ name: ' The  Night ', settings: { depth: 5, views: false } })
  expect([site.name, site.settings['depth'], site.settings['views']]).toEqual(['The Night', 5, false])
  const thread = await as('ada').reads()
  expect([thread.site.name, thread.policy.depth]).toEqual(['The Night', 5])
  const { changes, next } = await mine.log()
  expect(next).toBeNull()
  expect(changes.map(({ kind, name, before, after }) => [kind, name, before, after]).sort()).toEqual([
    ['name', null, 'The Daily', 'The Night'],
    ['setting', 'depth', null, 5],
    ['setting', 'views', null, false],
  ])
  expect(changes.every(({ by }) => by?.name.startsWith('olga'))).toBe(true)
  // The same again is no change.
  await mine.changes({ name: 'The Night', settings: { depth: 5 } })
  expect((await mine.log()).changes).toHaveLength(3)
})

test('of two owners at once the second is told, and nothing of either is lost', async () => {
  const { mine, signIn, site } = await open()
  const other = siteOf(site, await signIn('otto', site, 'owner'))
  const { seen } = await other.look()
  for (const change of [
    { settings: { depth: 2 } },
    { origins: ['https://daily.example', 'https://m.daily.example'] },
  ]) {
    await mine.changes(change)
    await expect(other.changes({ name: 'Ours' }, seen)).rejects.toMatchObject({ code: 'site_changed' })
  }
  const now = await mine.look()
  expect([now.name, now.settings['depth'], now.origins.length]).toEqual(['The Daily', 2, 2])
  const both = await Promise.allSettled([
    mine.changes({ settings: { depth: 7 } }, now.seen),
    other.changes({ settings: { depth: 8 } }, now.seen),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await mine.log()).changes.filter(({ name }) => name === 'depth')).toHaveLength(2)
})

test('an origin that is none is refused with what to type instead, and nothing is saved', async () => {
  const { mine } = await open()
  const typed = [
    'daily.example',
    'http://daily.example',
    'https://daily.example/news',
    'ftp://daily.example',
    'https://',
  ]
  const wrong = await mine.changes({ origins: typed, name: 'Never' }).catch(error => error.problem)
  expect(wrong.errors.map(({ path, message }: { path: string; message: string }) => [path, message])).toEqual([
    ['body.origins.0', '“daily.example” needs its scheme: https://daily.example'],
    ['body.origins.1', expect.stringContaining('https://daily.example')],
    ['body.origins.2', 'An origin ends after the host, without a path: https://daily.example'],
    ['body.origins.3', expect.stringContaining('is no origin')],
    ['body.origins.4', expect.stringContaining('is no origin')],
  ])
  await expect(mine.changes({ origins: [] })).rejects.toMatchObject({ code: 'bad_request' })
  await expect(mine.changes({ settings: { depth: 99, nonsense: 1 } })).rejects.toMatchObject({
    problem: { errors: [{ path: 'body.settings.depth' }, { path: 'body.settings.nonsense' }] },
  })
  expect(await mine.look()).toMatchObject({ name: 'The Daily', origins: ['https://daily.example'] })
  const { site } = await mine.changes({
    origins: ['https://daily.example/', ' https://FA.daily.example:443 ', 'http://localhost:3000'],
  })
  expect(site.origins).toEqual(['https://daily.example', 'https://fa.daily.example', 'http://localhost:3000'])
})

test('says beforehand which threads would move, moves them, and shows what key an address gives', async () => {
  const { mine, as } = await open({ origins: ['https://daily.example', 'https://m.daily.example'] })
  await as('ada', 'https://m.daily.example/story').posts('On the phone')
  const settings = { aliases: ['m.daily.example'] }
  const urls = [
    'https://m.daily.example/story',
    'https://www.daily.example/story?utm_source=x',
    'https://elsewhere.example/',
  ]
  expect((await mine.examples({ urls })).keys).toEqual(['//m.daily.example/story', null, null])
  expect(
    (await mine.examples({ urls, settings, origins: ['https://www.daily.example', 'https://m.daily.example'] })).keys,
  ).toEqual(['/story', '/story', null])
  const would = await mine.changes({ settings, dryRun: true })
  expect([would.movedCount, would.moved]).toEqual([1, [{ from: '//m.daily.example/story', to: '/story' }]])
  expect(would.site.settings['aliases']).toEqual([])
  await mine.changes({ settings })
  expect(await as('ben', 'https://daily.example/story').sees()).toEqual(['On the phone'])
})

test('a way to sign in that the installation does not have, and an alias whose pages are refused, are told', async () => {
  const { mine } = await open({ mail: true })
  const { site } = await mine.changes({ settings: { signIn: ['email', 'githb'], aliases: ['amp.daily.example'] } })
  expect(site.advice).toEqual([
    'signIn names “githb”, which this installation does not have; it has email. Readers are not offered it.',
    '“amp.daily.example” is an alias, but none of the site’s origins: its pages are refused.',
  ])
})

test('who owns the installation adds a site, and owns it; the owner of one site does not', async () => {
  const stage = await open()
  const { store } = stage.deps
  const owner = await stage.installer()
  const add = (by: Moderator, json: object) => by.asks<DeskSite>('/api/desk/sites', { method: 'POST', json })
  const json = { id: `new-${stage.number}`, name: 'New', origins: ['https://new.example'] }
  expect(await add(owner, json)).toMatchObject({ name: 'New', origins: ['https://new.example'] })
  await expect(add(owner, json)).rejects.toMatchObject({ code: 'site_taken' })
  const { id } = (await store.people.owner())!
  expect(await store.people.roleOn(id, json.id)).toBe('owner')
  // A site that is there stays whose it is, also where nobody has a role on it.
  await stage.addSite(`bare-${stage.number}`, ['https://bare.example'])
  await expect(add(owner, { ...json, id: `bare-${stage.number}` })).rejects.toMatchObject({ code: 'site_taken' })
  expect(await store.people.roleOn(id, `bare-${stage.number}`)).toBeNull()
  const stan = await stage.signIn('stan', stage.site, 'owner')
  await expect(add(stan, { ...json, id: 'other' })).rejects.toMatchObject({ code: 'forbidden' })
  for (const id of ['', 'UPPER', '-x', 'a b', 'x'.repeat(41)])
    await expect(add(stan, { ...json, id })).rejects.toMatchObject({ code: 'bad_request' })
})

test('a theme is eight properties whose values end nothing and fetch nothing, and comes with the thread', async () => {
  const { mine, as } = await open()
  expect((await as('ada').reads()).policy).not.toHaveProperty('theme')
  await mine.changes({ settings: { theme: 'accent=%23b00020&radius=1em' } })
  expect((await as('ada').reads()).policy.theme).toBe('accent=%23b00020&radius=1em')
  for (const value of [
    'red;}*{x',
    'url(https://x.example)',
    'u\\72l(x)',
    'image-set("x" 1x) image(x)',
    '</style>',
    '@import',
  ]) {
    const theme = new URLSearchParams({ accent: value }).toString()
    await expect(mine.changes({ settings: { theme } })).rejects.toMatchObject({ code: 'bad_request' })
  }
  await expect(mine.changes({ settings: { theme: 'z-index=1' } })).rejects.toMatchObject({ code: 'bad_request' })
})

test('a change of a word list stands among the site’s changes: who, which list, how long, and what came and went', async () => {
  const { mine, olga, site } = await open()
  const saves = async (kind: string, language: string, entries: string) => {
    const { seen } = await olga.asks<{ seen: string }>(`/api/desk/policy?site=${site}`)
    await olga.asks('/api/desk/lists', { method: 'PUT', json: { site, seen, list: { kind, language, entries } } })
  }
  await saves('held_words', 'fa', '# remark\npills\nfree * money')
  await saves('held_words', 'fa', 'pills\ncasino')
  await saves('held_words', 'fa', 'pills\ncasino')
  const many = Array.from({ length: 300 }, (_, n) => `spam${n}.example`).join('\n')
  await saves('blocked_domains', '', many)
  await saves('blocked_domains', '', '')
  const { changes } = await mine.log()
  expect(changes.map(({ kind, name }) => [kind, name])).toEqual([
    ['list', 'blocked_domains'],
    ['list', 'blocked_domains'],
    ['list', 'held_words.fa'],
    ['list', 'held_words.fa'],
  ])
  expect(changes.every(({ by }) => by?.name.startsWith('olga'))).toBe(true)
  expect(changes.map(({ before, after }) => ({ before, after })).slice(1)).toEqual([
    { before: { size: 0, entries: [] }, after: { size: 300, entries: many.split('\n').slice(0, 20) } },
    { before: { size: 2, entries: ['free * money'] }, after: { size: 2, entries: ['casino'] } },
    { before: { size: 0, entries: [] }, after: { size: 2, entries: ['pills', 'free * money'] } },
  ])
})
