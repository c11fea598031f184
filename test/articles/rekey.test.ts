import { expect, test } from 'vitest'
import { rekeyArticles } from '../../server/articles/rekey.ts'
import type { SiteSettings } from '../../server/sites/settings.ts'
import { world } from '../world.ts'

const origins = ['https://daily.example', 'https://m.daily.example', 'https://fa.daily.example']
const [, ...others] = origins

/** A site whose owner changes what it says of its pages, as the command line does it. */
async function publication() {
  const stage = await world({ settings: { holds: 'none' }, origins })
  const { deps, site: id, as } = stage
  const change = async (settings: Partial<SiteSettings>, isDryRun = false, pages?: string[]) => {
    const site = (await deps.store.sites.find(id))!
    const changed = { origins: pages ?? site.origins, settings: { ...site.settings, ...settings } }
    const rekeyed = await rekeyArticles(deps, site, changed, isDryRun)
    if (!isDryRun) await deps.store.sites.change(id, changed)
    return rekeyed
  }
  return { ...stage, change, sees: (url: string) => as('darya', url).sees() }
}

test('editions stay apart until their owner joins them; then their threads are one', async () => {
  const { as, change, sees, deps } = await publication()
  await as('ada', 'https://daily.example/a').posts('On the site')
  await as('ben', 'https://m.daily.example/a').posts('On the phone')
  await as('ben', 'https://m.daily.example/b').posts('Only on the phone')
  expect(await sees('https://daily.example/a')).toEqual(['On the site'])
  const moves = [
    { from: '//m.daily.example/a', to: '/a' },
    { from: '//m.daily.example/b', to: '/b' },
  ]
  expect(await change({ aliases: ['m.daily.example'] }, true)).toEqual(moves)
  expect(await sees('https://daily.example/b')).toEqual([])
  expect(await change({ aliases: ['m.daily.example'] })).toEqual(moves)
  for (const host of ['daily.example', 'm.daily.example']) {
    expect(await sees(`https://${host}/a`)).toEqual(['On the phone', 'On the site'])
    expect(await sees(`https://${host}/b`)).toEqual(['Only on the phone'])
  }
  expect(await change({ aliases: ['m.daily.example'] })).toEqual([])
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('parameters that an owner says do not count no longer tell pages apart, and what stood under them is found', async () => {
  const { as, change, sees } = await publication()
  await as('ada', 'https://daily.example/story?id=7&ref=home').posts('From home')
  await as('ada', 'https://daily.example/story?id=7&ref=mail').posts('From the mail')
  await as('ada', 'https://daily.example/story?id=8').posts('Another story')
  await change({ parameters: ['id'] })
  expect(await sees('https://daily.example/story?ref=new&id=7')).toEqual(['From the mail', 'From home'])
  expect(await sees('https://daily.example/story?id=8&x=y')).toEqual(['Another story'])
  await change({ parameters: ['-'] })
  expect(await sees('https://daily.example/story')).toHaveLength(3)
})

test('index files and hash routes are a site’s own choice', async () => {
  const { as, change, sees } = await publication()
  await as('ada', 'https://daily.example/news/index.html').posts('Index')
  expect(await sees('https://daily.example/news/')).toEqual([])
  await change({ indexFiles: ['index.html'], hashRoutes: true })
  expect(await sees('https://daily.example/news/')).toEqual(['Index'])
  await as('ada', 'https://daily.example/app#/one').posts('One')
  expect(await sees('https://daily.example/app#/two')).toEqual([])
  expect(await sees('https://daily.example/app#comment-x')).toEqual([])
  expect(await sees('https://daily.example/app#/one')).toEqual(['One'])
})

test('an article named by its owner’s id, or moved by hand, stays where it is', async () => {
  const { as, change, sees, atDesk, site } = await publication()
  await as('ada', 'https://m.daily.example/x').posts('By id', { article: 'x' })
  await as('ada', 'https://m.daily.example/old').posts('By hand')
  const json = { site, from: '//m.daily.example/old', to: '=hand' }
  await (await atDesk('olga')).asks('/api/desk/moves', { method: 'POST', json })
  await change({ aliases: ['m.daily.example'] })
  expect(await as('darya', 'https://daily.example/x').sees({ article: 'x' })).toEqual(['By id'])
  expect(await as('darya', 'https://daily.example/x').sees({ article: 'hand' })).toEqual(['By hand'])
  expect(await sees('https://m.daily.example/old')).toEqual(['By hand'])
})

test('a site that gives up its first origin keeps every thread under its own page, and finds them again with it', async () => {
  const { as, change, sees, deps } = await publication()
  for (const host of ['daily.example', 'm.daily.example']) {
    for (const path of ['both', host]) await as('ada', `https://${host}/${path}`).posts(`On ${host}/${path}`)
  }
  await change({}, false, others)
  expect(await sees('https://m.daily.example/both')).toEqual(['On m.daily.example/both'])
  expect(await sees('https://m.daily.example/m.daily.example')).toEqual(['On m.daily.example/m.daily.example'])
  expect(await sees('https://m.daily.example/daily.example')).toEqual([])
  await change({}, false, [...others, origins[0]!])
  for (const host of ['daily.example', 'm.daily.example']) {
    expect(await sees(`https://${host}/both`)).toEqual([`On ${host}/both`])
    expect(await sees(`https://${host}/${host}`)).toEqual([`On ${host}/${host}`])
  }
  // Two hosts that change places take each other's keys.
  await change({}, false, origins)
  for (const host of ['daily.example', 'm.daily.example']) {
    expect(await sees(`https://${host}/both`)).toEqual([`On ${host}/both`])
  }
  expect(await deps.store.doctor.discrepancies()).toEqual([])
})

test('a page that is open while its thread gets another key is told to read it again', async () => {
  const { as, change, send, site } = await publication()
  const url = 'https://daily.example/story?id=7&ref=home'
  await as('ada', url).posts('Here')
  const asked = async (since: number) =>
    (await send(`/api/threads/changes?${new URLSearchParams({ site, url, since: String(since) })}`)).json()
  const { revision } = await asked(0)
  await change({ parameters: ['id'] })
  expect(await asked(revision)).toMatchObject({ count: 1 })
})
