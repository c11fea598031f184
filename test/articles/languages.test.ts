import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languagesOf, localeFor } from '../../server/locales.ts'
import { world } from '../world.ts'

test.each([
  ['what is spoken', ['fa'], 'fa', 'fa'],
  ['a region keeps its digits and dates', ['fa-AF'], 'fa', 'fa-AF'],
  ['whatever case it is in', ['EN-us'], 'en', 'en-US'],
  ['Portuguese of either side', ['pt-PT'], 'pt', 'pt-PT'],
  ['without a region', ['pt'], 'pt', 'pt'],
  ['with an underscore', ['de_AT'], 'de', 'de-AT'],
  ['with more than is known of', ['ru-Cyrl-RU-u-nu-latn-x-private'], 'ru', 'ru-RU'],
  ['an unknown one is passed over', ['xx', 'de'], 'de', 'de'],
  ['as is one that only begins like one', ['english', 'faroese', 'it'], 'it', 'it'],
  ['Traditional Chinese is another script: who reads English as well, reads English', ['zh-Hant-HK', 'en'], 'en', 'en'],
  ['as in Taiwan', ['zh-TW,ja;q=0.5'], 'ja', 'ja'],
  ['who reads nothing else, reads Simplified Chinese', ['zh-Hant-HK'], 'zh', 'zh'],
  ['and who names both', ['zh-TW,zh;q=0.9,en;q=0.8'], 'zh', 'zh'],
  ['Simplified of Hong Kong', ['zh-Hans-HK'], 'zh', 'zh-HK'],
  ['by weight', ['da, en-gb;q=0.8, fr;q=0.9'], 'fr', 'fr'],
  ['nothing that is refused', ['de;q=0, tr'], 'tr', 'tr'],
  ['a star', ['*'], 'en', 'en'],
  ['nothing', [undefined, ''], 'en', 'en'],
  ['a path', ['../../etc/passwd', '..%2f', 'locale', 'en.ts'], 'en', 'en'],
  ['10 kB', ['x'.repeat(10_000), 'fa,'.repeat(4_000)], 'fa', 'fa'],
])('words are chosen: %s', async (_, wanted, locale, lang) => {
  const spoken = await localeFor(...wanted)
  expect([spoken.about.lang, spoken.lang]).toEqual([locale, lang])
  expect(new Intl.NumberFormat(spoken.lang).format(1)).toMatch(/^(1|۱|١)$/)
})

test('whatever is asked for, there are words, in a language that Intl knows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z-]{0,12}(;q=[\d.x]{0,4})?$/)),
      async text => {
        const { lang, thread } = await localeFor(text)
        expect(Intl.NumberFormat.supportedLocalesOf(lang)).toHaveLength(1)
        expect(thread.comments).not.toBe('')
        expect(languagesOf(text).length).toBeLessThanOrEqual(20)
      },
    ),
    { numRuns: 60 },
  )
})

test('a page without JavaScript is in the language of the address, else of the reader', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const page = async (query: object, accepted: string) => {
    const address = `/thread?${new URLSearchParams({ site: stage.site, url: stage.page, ...query })}`
    return (await stage.send(address, { headers: { 'accept-language': accepted } })).text()
  }
  const german = await page({}, 'de-CH,en;q=0.5')
  expect(german).toContain('<html lang="de-CH" dir="ltr">')
  expect(german).toContain('Noch keine Kommentare')
  expect(await page({ lang: 'ur' }, 'de')).toContain('<html lang="ur" dir="rtl">')
  expect(await page({ lang: 'xx' }, 'he')).toContain('<html lang="he" dir="rtl">')
  // What an owner puts into a page when it is built is the same whoever builds it.
  expect(await page({ fragment: '1' }, 'de')).toContain('Comments')
  const lost = await stage.send('/nowhere', { headers: { accept: 'text/html', 'accept-language': 'ar' } })
  expect(await lost.text()).toMatch(/<html lang="ar" dir="rtl">.*<title>لا شيء هنا<\/title>/s)
  expect(lost.headers.get('vary')).toContain('Accept-Language')
})
