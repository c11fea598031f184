import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABS } from '../../server/contract.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

const LONG = 'The Daily Chronicle of the Northern Harbours and Islands'

/** What stands above the work at the desk, on a phone and on a small laptop, for an owner of two sites. */
describe.skipIf(!CHROMIUM)('the head of the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    const site = { id: 'daily', name: LONG, origins: ['https://daily.example'], settings: {}, isDemo: false }
    await stage.store().sites.add({ ...site, createdAt: 1 })
  })
  afterAll(() => stage?.end())

  async function atDesk(options: Parameters<Stage['opens']>[0]) {
    const { page, ...opened } = await stage.opens(options)
    const link = await stage.link('Olga', 'owner')
    const olga = (await stage.store().people.named('Olga'))!
    await stage.store().people.grant(olga.id, ['daily'], 'owner')
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.locator('.top').waitFor()
    await page.getByRole('combobox', { name: 'Site' }).selectOption('daily')
    await page.getByText('Nothing is waiting.').waitFor()
    return { page, ...opened }
  }
  const boxes = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll(all => all.map(each => each.getBoundingClientRect().toJSON() as DOMRect))

  test('shows on a phone which site one is on, and all pages in words behind one button', async () => {
    const { page, troubles } = await atDesk({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    const [site] = await boxes(page, '.site select')
    expect(site!.width).toBeGreaterThan(150)
    expect(site!.height).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    const menu = page.getByRole('button', { name: 'Menu' })
    await menu.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Menu' })
    await sheet.waitFor()
    for (const name of ['Articles', 'Decisions', 'Policy', 'Site', 'People', 'Notifications', 'Sign out'])
      expect(await sheet.getByText(name, { exact: true }).isVisible()).toBe(true)
    for (const { height } of await boxes(page, '.menu-sheet > .button')) expect(height).toBeGreaterThanOrEqual(44)
    await expectAccessible(page)
    // Letters are no keys of the page below.
    await page.keyboard.press('p')
    expect(page.url()).not.toContain('policy')
    await page.keyboard.press('Escape')
    await expect.poll(() => menu.evaluate(button => button === document.activeElement)).toBe(true)
    await menu.tap()
    await sheet.getByRole('button', { name: 'People' }).tap()
    await page.getByRole('heading', { name: 'The people of the site' }).waitFor()
    expect(await sheet.count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('The people of the site')
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('shows on a small laptop all queues, and all pages in words', async () => {
    const { page } = await atDesk({ viewport: { width: 1280, height: 800 } })
    const queues = await boxes(page, '.queue')
    expect(queues).toHaveLength(TABS.length)
    for (const { right } of queues) expect(right).toBeLessThanOrEqual(1280)
    for (const name of ['Articles', 'Decisions', 'Policy', 'Site', 'People'])
      expect(await page.locator('.elsewhere').getByText(name, { exact: true }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Menu' }).isVisible()).toBe(false)
    await expectAccessible(page)
  })
})
