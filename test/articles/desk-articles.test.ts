import { expect, test } from 'vitest'
import type { DeskArticles } from '../../server/contract.ts'
import { type World, world } from '../world.ts'

/** Articles under the given paths of a site, and how Mona finds them: by their keys, those with most comments first. */
async function newsstand(titles: Record<string, string>) {
  const stage = await world({ settings: { holds: 'none' } })
  for (const [path, title] of Object.entries(titles))
    await stage.as('ada', stage.origin + path).posts(`On ${path}`, { title })
  return { ...stage, finds: await finder(stage) }
}

async function finder({ atDesk, site }: Pick<World, 'atDesk' | 'site'>) {
  const mona = await atDesk('mona')
  return async (q: string) =>
    (await mona.asks<DeskArticles>(`/api/desk/articles?${new URLSearchParams({ site, q })}`)).articles.map(
      ({ key }) => key,
    )
}

test('an article is found by words of its title, whatever their order and case, in every script', async () => {
  const { finds } = await newsstand({
    '/ferry': 'The Night Ferry',
    '/паром': 'Ночной Паром',
    '/sea': 'ÉTÉ AU BORD DE LA MER',
    '/کشتی': 'کشتی شب',
  })
  for (const q of ['night', 'FERRY', 'ferry night', ' the  night ferry ']) expect(await finds(q)).toEqual(['/ferry'])
  for (const q of ['паром', 'ПАРОМ', 'паром ночной'])
    expect(await finds(q)).toEqual(['/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC'])
  expect(await finds('été')).toEqual(['/sea'])
  expect(await finds('شب')).toEqual(['/%DA%A9%D8%B4%D8%AA%DB%8C'])
  expect(await finds('night day')).toEqual([])
  for (const q of ['n%t', 'n_ght']) expect(await finds(q)).toEqual([])
})

test('or by the beginning of its path, as people read it or as the address bar spells it', async () => {
  const { finds } = await newsstand({ '/news/ferry': 'x', '/news/mill': 'x', '/خبر/کشتی شب': 'x', '/50%25': 'x' })
  const ship = '/%D8%AE%D8%A8%D8%B1/%DA%A9%D8%B4%D8%AA%DB%8C%20%D8%B4%D8%A8'
  expect(await finds('/news/m')).toEqual(['/news/mill'])
  expect(await finds('/news')).toEqual(['/news/ferry', '/news/mill'])
  for (const q of ['/خبر/کش', '/خبر/', ship, ship.toLowerCase(), '/%D8%AE%D8%A8%D8%B1/%DA%A9%D8'])
    expect(await finds(q)).toEqual([ship])
  for (const q of ['/50', '/50%', '/50%25']) expect(await finds(q)).toEqual(['/50%25'])
})

test('or by its whole address, however long that is and whatever tracks it', async () => {
  const long = `/${encodeURIComponent('کشتی-شب-'.repeat(40))}`
  const { finds, origin } = await newsstand({ [long]: 'x', '/other': 'x' })
  expect(await finds(origin + long)).toEqual([long])
  expect(await finds(`${origin}${decodeURIComponent(long)}/?utm_source=mail#top`)).toEqual([long])
  expect(await finds('https://elsewhere.example/other')).toEqual([])
})
