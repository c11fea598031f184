import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as ar from '../../locales/ar.ts'
import * as de from '../../locales/de.ts'
import * as zh from '../../locales/zh.ts'
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
    const root = () => thread.locator('.root').evaluate(at => [(at as HTMLElement).lang, (at as HTMLElement).dir])

    await page.goto(stage.sample)
    await thread.getByRole('textbox', { name: 'Write a comment' }).waitFor()
    await speaks('zh-Hant-HK')
    await box(zh).waitFor()
    expect(await root()).toEqual(['zh', 'ltr'])
    await speaks('ar-EG')
    await box(ar).waitFor()
    expect(await root()).toEqual(['ar-eg', 'rtl'])
    // What comes after the thread speaks it, too.
    await thread.getByText(ar.present.orders.newest).first().waitFor({ state: 'attached' })
    // Nobody has words for this one: the page is English.
    await speaks('xx')
    await thread.getByRole('textbox', { name: 'Write a comment' }).waitFor()
    expect((await root())[1]).toBe('ltr')
    // A page that names no language is read in its reader's.
    await page.evaluate(() => document.documentElement.removeAttribute('lang'))
    await speaks(null)
    await box(de).waitFor()
    expect(await root()).toEqual(['de-at', 'ltr'])
    expect(troubles).toEqual([])
  })
})
