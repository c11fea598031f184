import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as ar from '../../locales/ar.ts'
import * as de from '../../locales/de.ts'
import * as fa from '../../locales/fa.ts'
import * as fr from '../../locales/fr.ts'
import { setSite } from '../../server/commands/sites.ts'
import { CHROMIUM } from './chromium.ts'
import { openStage, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('the language of a thread', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.publishes(stage.sample, 'Said in English', 'And once more')
  })
  afterAll(() => stage?.end())

  test('is that of its element, then the page’s, then the reader’s, and follows the element', async () => {
    const { page, troubles } = await stage.opens({ locale: 'de-AT' })
    const thread = page.locator('parley-thread').first()
    const box = (locale: { thread: { write: string } }) => thread.getByRole('textbox', { name: locale.thread.write })
    const speaks = (lang: string | null) =>
      page.evaluate(tag => {
        const element = document.querySelector('parley-thread')!
        if (tag === null) element.removeAttribute('lang')
        else element.setAttribute('lang', tag)
      }, lang)
    const root = () =>
      thread.locator('.root').evaluate(at => [(at as HTMLElement).lang, (at as HTMLElement).dir].join())

    await page.goto(stage.sample)
    await thread.getByRole('textbox', { name: 'Write a comment' }).waitFor()
    await speaks('ar-EG')
    await box(ar).waitFor()
    expect(await root()).toBe('ar-eg,rtl')
    // What comes after the thread speaks it, too.
    await thread.getByText(ar.present.orders.newest).first().waitFor({ state: 'attached' })
    // A page that names no language is read in its reader's.
    await page.evaluate(() => document.documentElement.removeAttribute('lang'))
    await speaks(null)
    await box(de).waitFor()
    for (const [tag, expected] of [
      ['EN-us', 'en-us,ltr'],
      ['pt-PT', 'pt-pt,ltr'],
      ['fa-AF', 'fa-af,rtl'],
      ['pt', 'pt,ltr'],
      ['zh-Hans-HK', 'zh,ltr'],
      ['x-de', 'de-at,ltr'],
      // Who reads Traditional Chinese, and German as well, is better served in German.
      ['zh-Hant-HK', 'de-at,ltr'],
      ['he', 'he,rtl'],
      ['english', 'de-at,ltr'],
      ['ja', 'ja,ltr'],
      ['', 'de-at,ltr'],
      ['uk', 'uk,ltr'],
      ['<script>,ru', 'ru,ltr'],
      ['x'.repeat(10_000), 'de-at,ltr'],
    ] as const) {
      await speaks(tag)
      await expect.poll(root, { message: tag.slice(0, 40) }).toBe(expected)
    }
    expect(troubles).toEqual([])
  })

  test('of who reads nothing but Traditional Chinese is Simplified: better that than none', async () => {
    const { page } = await stage.opens({ locale: 'zh-TW' })
    await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { value: ['zh-TW'] }))
    await page.goto(stage.sample)
    await page.evaluate(() => document.documentElement.removeAttribute('lang'))
    await page.locator('parley-thread .root[lang="zh"]').first().waitFor()
  })

  test('follows what the page says of anything around it, and what is being written stays', async () => {
    const { page, troubles } = await stage.opens()
    const thread = page.locator('parley-thread').first()
    await page.goto(stage.sample)
    await thread.getByRole('textbox', { name: 'Write a comment' }).fill('Half a wo')
    await thread.getByRole('button', { name: 'Post' }).waitFor()
    await thread.getByRole('textbox', { name: 'Write a comment' }).press('ArrowLeft')
    const writing = () =>
      page.evaluate(() => {
        const at = document.querySelector('parley-thread')!.shadowRoot!.activeElement as HTMLTextAreaElement
        return [at.value, at.selectionStart]
      })
    // What the page does when its reader chooses another language.
    await page.evaluate(() => {
      const root = document.documentElement
      root.lang = 'fa'
      root.dir = 'rtl'
    })
    await thread.getByRole('button', { name: fa.writing.post }).waitFor()
    await thread.getByText(fa.present.orders.newest).first().waitFor({ state: 'attached' })
    expect(await thread.locator('.root').getAttribute('dir')).toBe('rtl')
    expect(await writing()).toEqual(['Half a wo', 8])
    // A part of the page that is in a language of its own.
    await page.evaluate(() => {
      document.querySelector('parley-thread')!.parentElement!.lang = 'fr-CA'
    })
    await thread.getByRole('button', { name: fr.writing.post }).waitFor()
    expect(await thread.locator('.root').evaluate(at => [(at as HTMLElement).lang, (at as HTMLElement).dir])).toEqual([
      'fr-ca',
      'ltr',
    ])
    expect(await writing()).toEqual(['Half a wo', 8])
    // Whoever turns it back at once sees what was chosen last.
    await page.evaluate(() => {
      const { parentElement } = document.querySelector('parley-thread')!
      parentElement!.lang = 'de'
      parentElement!.removeAttribute('lang')
    })
    await thread.getByRole('button', { name: fa.writing.post }).waitFor()
    expect(await writing()).toEqual(['Half a wo', 8])
    expect(troubles).toEqual([])
  })

  test('is that of the page at last, however slowly the words of another come, break, or are missing', async () => {
    const { page } = await stage.opens()
    const waiting: (() => void)[] = []
    await page.route(/\/fa-thread-/, route => {
      waiting.push(() => route.continue())
    })
    await page.route(/\/fr-\w+-\w+\.js$/, route => route.fulfill({ status: 404, body: '' }))
    await page.route(/\/de-\w+-\w+\.js$/, route =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: 'export default {',
      }),
    )
    const thread = page.locator('parley-thread').first()
    await page.goto(stage.sample)
    const box = thread.locator('textarea')
    await box.fill('Half a wo')
    await thread.getByRole('button', { name: 'Post' }).waitFor()
    const says = (lang: string) => page.evaluate(tag => document.documentElement.setAttribute('lang', tag), lang)
    await says('fa')
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    await says('en')
    await expect.poll(() => thread.locator('.root').getAttribute('lang')).toMatch(/^en/)
    const came = page.waitForResponse(/\/fa-thread-/)
    for (const goOn of waiting) goOn()
    await (await came).finished()
    await page.waitForFunction(() => new Promise(done => setTimeout(() => requestAnimationFrame(done as never), 100)))
    expect(await thread.locator('.root').getAttribute('lang')).toMatch(/^en/)
    // English stands in for words that do not come.
    for (const lang of ['fr', 'de', 'en']) {
      await says(lang)
      await thread.getByRole('button', { name: 'Post' }).waitFor()
    }
    await box.focus()
    for (let n = 0; n < 50; n++) {
      await says(['ar', 'ru', 'ja', 'zh-Hant-HK', 'xx'][n % 5]!)
      await page.keyboard.type('x')
    }
    await says('ar')
    await thread.getByRole('button', { name: ar.writing.post }).waitFor()
    expect(await box.inputValue()).toBe(`Half a wo${'x'.repeat(50)}`)
  })

  test('has an owner’s own words in it, as text', async () => {
    const words = JSON.stringify({
      en: { 'thread.write': 'Your letter to <b>us</b>', 'writing.post': 'Send it', 'menu.copy': 'Take the link' },
      fa: { 'thread.write': 'نامهٔ شما' },
    })
    await setSite(stage.store(), 'demo', { setting: [`words=${words}`] }, () => {})
    const { page, troubles } = await stage.opens()
    const thread = page.locator('parley-thread').first()
    await page.goto(stage.sample)
    await thread.getByRole('textbox', { name: 'Your letter to <b>us</b>' }).fill('Dear editors')
    await thread.getByRole('button', { name: 'Send it' }).waitFor()
    await thread
      .getByRole('button', { name: /^More on the comment/ })
      .first()
      .click()
    await thread.getByText('Take the link').waitFor()
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      document.documentElement.lang = 'fa'
    })
    await thread.getByRole('textbox', { name: 'نامهٔ شما' }).waitFor()
    await thread.getByRole('button', { name: fa.writing.post }).waitFor()
    await page.evaluate(() => document.querySelector('parley-thread')!.setAttribute('theme', 'dark'))
    await page.evaluate(() => {
      document.documentElement.lang = 'en-GB'
    })
    await thread.getByRole('button', { name: 'Send it' }).waitFor()
    expect(await thread.locator('textarea').first().inputValue()).toBe('Dear editors')
    expect(troubles).toEqual([])
    await setSite(stage.store(), 'demo', { setting: ['words=-'] }, () => {})
  })
})
