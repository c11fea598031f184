import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** The desk's page of a site: what an owner pastes, and how it looks. */
describe.skipIf(!CHROMIUM)('an owner at the page of the site', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  async function atSite(options = {}) {
    const opened = await stage.opens(options)
    const { page } = opened
    await page.goto(await stage.link('Olga', 'owner'))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.locator('.elsewhere').waitFor()
    await page.keyboard.press('e')
    await page.getByRole('heading', { name: 'The site' }).waitFor()
    return opened
  }

  test('copies the snippet, and sees in the gallery’s own preview what a knob does', async () => {
    const { page, context, troubles } = await atSite()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `<script type="module" src="${stage.origin}/embed.js"></script>\n<parley-thread site="demo"></parley-thread>`,
    )
    const preview = page.frameLocator('iframe[title=Preview]')
    await preview.getByText('128 comments').waitFor()
    await page.getByRole('combobox', { name: 'Shown' }).selectOption('writing')
    await page.getByRole('combobox', { name: 'Direction' }).selectOption('fa')
    const post = preview.getByRole('button', { name: 'ارسال' })
    await post.waitFor()
    await page.getByLabel('Accent').first().fill('#b00020')
    await expect.poll(() => post.evaluate(each => getComputedStyle(each).backgroundColor)).toBe('rgb(176, 0, 32)')
    await page.getByText('--parley-accent: #b00020').waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('finds everything on a phone, and goes back with the same key', async () => {
    const { page } = await atSite({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
    await page.frameLocator('iframe[title=Preview]').getByText('128 comments').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectAccessible(page)
    await page.keyboard.press('e')
    await page.getByText('Nothing is waiting.').waitFor()
  })
})
