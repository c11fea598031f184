import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { openMailbox } from './mailbox.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

/** Readers are told what became of what they wrote: by a number on their button, by a list, and by mail. */
describe.skipIf(!CHROMIUM)('being told', () => {
  let stage: Stage
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  beforeAll(async () => {
    mailbox = await openMailbox()
    stage = await openStage({ PARLEY_LIMITS: 'off', ...mailbox.settings })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
  })
  afterAll(async () => {
    await stage?.end()
    await mailbox?.end()
  })

  const hostPage = (path: string, lang = 'en') =>
    stage.hosts(path, {
      html: `<!doctype html><html lang="${lang}" dir="${lang === 'fa' ? 'rtl' : 'ltr'}"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>The harbour</title>
        <body style="margin:16px"><script type="module" src="${stage.origin}/embed.js"></script>
        <main><h1>The harbour</h1><parley-thread site="${DEMO.site}"></parley-thread></main>`,
    })
  const you = (page: Page) => page.locator('parley-thread [aria-haspopup=dialog]').first()
  const panel = (page: Page) => page.getByRole('tabpanel')

  test('a number on the button says how much is new, and goes once it was seen', async () => {
    const address = hostPage('/told-1')
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await posts(page, 'Who answers?', 'Ada')
    await page.getByRole('article').filter({ hasText: 'Who answers?' }).waitFor()
    const ben = stage.reader('ben', address)
    await ben.replies((await ben.reads()).comments[0]!, 'I do, https://ben.example/')
    await page.reload()
    await page.getByRole('button', { name: 'You (1)' }).click()
    await page.getByRole('tab', { name: 'News', selected: true }).waitFor()
    const [item, ...others] = await panel(page).getByRole('listitem').allTextContents()
    expect(others).toEqual([])
    expect(item!.replace(/[\u2066-\u2069]/g, '')).toMatch(
      /^New Guest answered you ?I do, https:\/\/ben\.example\/The harbour/,
    )
    expect(await panel(page).getByRole('link').first().getAttribute('href')).toMatch(/\/c\/\w+$/)
    await expectAccessible(page)
    await expect.poll(() => you(page).textContent()).toBe('You')
    await page.reload()
    await page.getByRole('button', { name: 'You', exact: true }).click()
    await page.getByRole('tab', { name: 'Comments', selected: true }).waitFor()
    expect(troubles).toEqual([])
  })

  test.each(['en', 'fa'])('an address is typed, and agrees on a page of its own (%s)', async lang => {
    const { page, troubles } = await stage.opens()
    await page.setViewportSize({ width: 360, height: 720 })
    await page.goto(hostPage(`/told-${lang}`, lang))
    await page.locator('parley-thread textarea').first().focus()
    await you(page).click()
    await page.getByRole('tab').nth(3).click()
    const address = `ada-${lang}@example.org`
    await panel(page).getByRole('textbox').fill('ada@')
    await page.keyboard.press('Enter')
    await panel(page).locator('.fault').filter({ hasText: /./ }).waitFor()
    await panel(page).getByRole('textbox').fill(address)
    await page.keyboard.press('Enter')
    await panel(page).getByText('a…@example.org').waitFor()
    await expectAccessible(page)
    const other = await stage.opens()
    await other.page.setViewportSize({ width: 360, height: 720 })
    await other.page.goto(await mailbox.linkFor(address))
    expect(await other.page.locator('html').getAttribute('lang')).toBe(lang)
    await expectAccessible(other.page)
    await other.page.getByRole('button').first().click()
    await other.page.getByRole('status').waitFor()
    await expectAccessible(other.page)
    await page.keyboard.press('Escape')
    await you(page).click()
    await page.getByRole('tab').nth(3).click()
    await panel(page).getByRole('checkbox').first().uncheck()
    await expect
      .poll(async () => (await panel(page).getByRole('status').allTextContents()).join(''))
      .toBe(lang === 'en' ? 'Saved.' : 'ذخیره شد.')
    await expectAccessible(page)
    await panel(page).getByRole('button').last().click()
    await panel(page).getByRole('textbox').waitFor()
    // The browser tells of the address that was none.
    expect([...troubles, ...other.troubles].filter(trouble => !trouble.includes('422'))).toEqual([])
  })
})
