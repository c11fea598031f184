import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('a moderator at the queue', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.loadSamples()
  })
  afterAll(() => stage?.end())

  async function atDesk(name: string, options?: Parameters<Stage['opens']>[0]) {
    const { page, ...opened } = await stage.opens(options)
    await page.goto(await stage.link(name))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.locator('.row').first().waitFor()
    return { page, ...opened }
  }

  const rows = (page: Page) => page.locator('.row')
  const tab = (page: Page, name: RegExp) => page.locator('.queues').getByRole('button', { name })
  const holds = (choice: 'none' | 'first') => stage.store().sites.change(DEMO.site, { settings: { holds: choice } })

  test('searches and filters by keyboard, and comes back to the same place', async () => {
    const { page, troubles } = await atDesk('Mona')
    await page.keyboard.press('f')
    await page.keyboard.type('ferry')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page).count()).toBeLessThan(15)
    for (const text of await rows(page).locator('.excerpt').allTextContents()) expect(text).not.toMatch(/کشتی|паром/i)
    await page.getByRole('button', { name: 'Filters and order' }).click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('fa')
    await page.getByText('Nothing here fits.').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Clear filters' }).last().click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ru')
    await expect.poll(() => page.url()).toContain('language=ru')
    const first = await rows(page).first().locator('.excerpt').textContent()
    expect(first).toMatch(/[а-я]/)
    await expectAccessible(page)
    await page.reload()
    await expect.poll(() => rows(page).first().locator('.excerpt').textContent()).toBe(first)
    expect(troubles).toEqual([])
  })

  test('looks through what the rules let pass with one key, also on a Persian keyboard, and takes it back', async () => {
    await holds('none')
    await stage.reader('rule-1', stage.sample).posts('The rules let this pass')
    await stage.reader('rule-2', stage.sample).posts('And this')
    const { page } = await atDesk('Mona')
    await page.keyboard.press('4')
    await page.getByText('The rules let this pass').first().waitFor()
    expect(await tab(page, /^Unreviewed/).getAttribute('aria-current')).toBe('page')
    await page.getByRole('button', { name: /^Fine/ }).waitFor()
    await page.evaluate(() => {
      const init = { key: 'ش', code: 'KeyA', bubbles: true, cancelable: true }
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init))
    })
    await expect.poll(() => rows(page).count()).toBe(1)
    await expect.poll(async () => (await stage.store().queue.counts(DEMO.site)).unreviewed).toBe(1)
    await page.keyboard.press('u')
    await expect.poll(() => rows(page).count()).toBe(2)
    await expect.poll(async () => (await stage.store().queue.counts(DEMO.site)).unreviewed).toBe(2)
    await holds('first')
  })

  test('sees rows leave that another decides, and new ones announced without being moved', async () => {
    await holds('none')
    const mona = await atDesk('Mona')
    const omar = await atDesk('Omar')
    await tab(omar.page, /^Unreviewed/).click()
    await omar.page.getByText('And this').first().waitFor()
    const reading = await omar.page.locator('.row.here .excerpt').textContent()
    const place = await omar.page.locator('.row.here').boundingBox()
    await stage.reader('rule-3', stage.sample).posts('Only just published')
    const announced = omar.page.getByRole('button', { name: /One new comment/ })
    await announced.waitFor()
    expect(await omar.page.getByText('Only just published').count()).toBe(0)
    expect(await omar.page.locator('.row.here .excerpt').textContent()).toBe(reading)
    expect(await omar.page.locator('.row.here').boundingBox()).toEqual(place)
    await expectAccessible(omar.page)
    await omar.page.keyboard.press('n')
    await omar.page.locator('.row.here').getByText('Only just published').waitFor()

    await tab(mona.page, /^Unreviewed/).click()
    await mona.page.getByText('And this').first().click()
    await mona.page.keyboard.press('s')
    await expect.poll(() => rows(omar.page).filter({ hasText: 'And this' }).count()).toBe(0)
    await mona.page.getByText('Only just published').first().click()
    await mona.page.keyboard.press('s')
    // What he is reading stays, and says who decided it.
    await omar.page
      .getByText(/Mona.*marked this as spam/)
      .first()
      .waitFor()
    expect([...mona.troubles, ...omar.troubles]).toEqual([])
    await holds('first')
  })

  test('decides on all of an author after a look at how many there are, and takes it back', async () => {
    const { page } = await atDesk('Mona')
    await page.keyboard.press('9')
    await page.keyboard.press('f')
    await page.keyboard.type('gallery')
    await page.keyboard.press('Enter')
    await rows(page).filter({ hasText: 'gallery' }).first().click()
    await page.getByText('Other comments by this author').waitFor()
    const before = await stage.store().queue.counts(DEMO.site)
    await page.keyboard.press('b')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Waiting: 1').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('radio', { name: 'Spam' }).check()
    // Nothing that was decided before goes along unless it is asked for.
    await dialog.getByRole('button', { name: /Mark as spam: 1 comment/ }).waitFor()
    for (const other of await dialog.getByRole('checkbox').all()) await other.check()
    await dialog.getByRole('button', { name: /Mark as spam: 3 comments/ }).click()
    await page
      .getByText(/Marked as spam: 3 comments/)
      .first()
      .waitFor()
    await expect.poll(async () => (await stage.store().queue.counts(DEMO.site)).pending).toBe(before.pending - 1)
    await page.keyboard.press('u')
    await expect.poll(async () => (await stage.store().queue.counts(DEMO.site)).pending).toBe(before.pending)
  })

  test('sees among all comments how each stands, also after a decision, and takes that back', async () => {
    const { page } = await atDesk('Mona')
    await tab(page, /^All/).click()
    const waiting = rows(page).filter({ has: page.locator('.badge.pending') })
    await waiting.first().locator('.row-open').click()
    const text = (await page.locator('.row.here .excerpt').textContent())!
    const row = rows(page).filter({ hasText: text }).first()
    await page.keyboard.press('s')
    await row.locator('.badge.spam').waitFor()
    expect(await row.getAttribute('class')).not.toContain('here')
    await page.keyboard.press('u')
    await row.locator('.badge.pending').waitFor()
    expect(await row.getAttribute('class')).toContain('here')
  })

  test('clears the queue with a thumb on a narrow screen', async () => {
    const { page, troubles } = await atDesk('Mona', { viewport: { width: 360, height: 740 }, hasTouch: true })
    await rows(page).first().locator('.row-open').tap()
    const waiting = async () => (await stage.store().queue.counts(DEMO.site)).pending
    const before = await waiting()
    const approve = page.getByRole('button', { name: /^Approve/ })
    for (let n = 1; n <= 3; n++) {
      const box = (await approve.boundingBox())!
      expect([box.height >= 44, box.y > 740 / 2]).toEqual([true, true])
      await approve.tap()
      await expect.poll(waiting).toBe(before - n)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: /back/i }).first().tap()
    await page.getByRole('button', { name: 'Filters and order' }).tap()
    await page.getByRole('combobox', { name: /^Order/ }).selectOption('doubtful')
    await page.getByRole('button', { name: /No longer only: .?Likeliest wrong first/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })
})
