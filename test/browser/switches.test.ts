import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { CHROMIUM, expectAccessible } from './stage.ts'

const DAY = 86_400_000

describe.skipIf(!CHROMIUM)('a moderator at the switches of an article', () => {
  let stage: Newsroom
  beforeAll(async () => {
    stage = await openNewsroom()
  })
  afterAll(() => stage?.end())

  const rowOf = (desk: Page, text: string) => desk.getByRole('listitem').filter({ hasText: text })
  const dialogOf = (desk: Page) => desk.getByRole('dialog', { name: /^Comments on/ })
  const marks = (desk: Page, text: string) => rowOf(desk, text).locator('.chip').allInnerTexts()
  const article = async (key: string) => (await stage.store().threads.article(DEMO.site, key))!
  const opens = async (desk: Page, title: string) => {
    await desk.getByRole('button', { name: new RegExp(`^Options… .*${title}`) }).click()
    await dialogOf(desk).getByRole('checkbox', { name: 'Closed' }).waitFor()
    return dialogOf(desk)
  }

  test('closes it, takes that back, and lets comments wait, without touching the mouse', async () => {
    await stage.posts('/quarrel', 'First', { title: 'The quarrel' })
    const { desk, troubles } = await stage.atArticles('moderator')
    await rowOf(desk, 'The quarrel').waitFor()
    await desk.keyboard.press('j')
    await desk.keyboard.press('o')
    const dialog = dialogOf(desk)
    const closed = dialog.getByRole('checkbox', { name: 'Closed' })
    await closed.focus()
    await desk.keyboard.press('Space')
    await dialog
      .getByText(/The quarrel.* takes no more comments\.$/, { exact: false })
      .first()
      .waitFor()
    await expect(stage.posts('/quarrel', 'Too late')).rejects.toMatchObject({ code: 'thread_closed' })
    await expectAccessible(desk, 'dialog')
    await desk.keyboard.press('u')
    await dialog
      .getByText(/The quarrel.* takes comments again\.$/)
      .first()
      .waitFor()
    expect(await closed.isChecked()).toBe(false)
    expect(await stage.posts('/quarrel', 'In time')).toMatchObject({ status: 'published' })
    await dialog.getByRole('checkbox', { name: 'Guests’ comments wait' }).focus()
    await desk.keyboard.press('Space')
    await dialog
      .getByText(/^Guests’ comments on .* wait first\.$/)
      .first()
      .waitFor()
    expect(await stage.posts('/quarrel', 'Looked at first')).toMatchObject({ status: 'pending' })
    await desk.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await rowOf(desk, 'The quarrel').locator('a:focus').waitFor()
    expect(await marks(desk, 'The quarrel')).toEqual(['Waits first'])
    expect(troubles).toEqual([])
  })

  test('chooses in their own time zone when it closes, and reads when the site would', async () => {
    await stage.posts('/vote', 'First', { title: 'The vote' })
    await stage.store().sites.change(DEMO.site, { settings: { closesAfterDays: 14 } })
    const { desk, troubles } = await stage.atArticles('moderator', { timezoneId: 'Asia/Tehran', locale: 'en-GB' })
    const dialog = await opens(desk, 'The vote')
    await dialog
      .getByText(/^As the site says, after 14 days: .* Times are in your time zone, .?Asia\/Tehran.?\.$/)
      .waitFor()
    const at = dialog.getByLabel('Closes at')
    await at.fill('2020-01-01T10:00')
    await at.press('Enter')
    await dialog
      .getByRole('alert')
      .getByText(/^This time has passed/)
      .waitFor()
    expect((await article('/vote')).closes_at).toBeNull()
    const year = new Date(Date.now() + 400 * DAY).getUTCFullYear()
    await at.fill(`${year}-06-05T18:00`)
    await at.press('Enter')
    await dialog
      .getByText(new RegExp(`The vote.* closes .?5 Jun ${year}, 18:00`))
      .first()
      .waitFor()
    expect((await article('/vote')).closes_at).toBe(Date.UTC(year, 5, 5, 14, 30))
    await dialog.getByText(/^Without a time, as the site says, after 14 days: /).waitFor()
    expect(await marks(desk, 'The vote')).toEqual([expect.stringMatching(`^Closes .?5 Jun ${year}`)])
    await dialog.getByRole('button', { name: 'As the site says' }).click()
    await expect.poll(async () => (await article('/vote')).closes_at).toBeNull()
    await expect.poll(() => at.inputValue()).toBe('')
    await dialog.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => at.inputValue()).toBe(`${year}-06-05T18:00`)
    expect(troubles).toEqual([])
  })

  test('sees a change put back that the server did not take, and slows it down as they like', async () => {
    await stage.posts('/storm', 'First', { title: 'The storm' })
    const { desk } = await stage.atArticles('moderator')
    const dialog = await opens(desk, 'The storm')
    await desk.route('**/api/desk/articles', route =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    const held = dialog.getByRole('checkbox', { name: 'Guests’ comments wait' })
    await held.click()
    await dialog
      .getByText(/^Not saved\. .?The server did not answer/)
      .first()
      .waitFor()
    await expect.poll(() => held.isChecked()).toBe(false)
    await desk.unroute('**/api/desk/articles')
    await dialog.getByRole('combobox', { name: 'Slow mode' }).selectOption('1 min')
    await expect.poll(async () => (await article('/storm')).slow_seconds).toBe(60)
    await dialog.getByRole('combobox', { name: 'Slow mode' }).selectOption('Other…')
    const seconds = dialog.getByRole('spinbutton', { name: 'Seconds' })
    await seconds.fill('90000')
    await seconds.press('Enter')
    await dialog.getByText('Give a whole number from 0 to 86,400.').waitFor()
    await seconds.fill('45')
    await seconds.press('Enter')
    await expect.poll(async () => (await article('/storm')).slow_seconds).toBe(45)
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    expect(await marks(desk, 'The storm')).toEqual([expect.stringMatching(/^Slow: .?45 sec/)])
  })

  test('reaches them from a case on a narrow dark screen', async () => {
    await stage.posts('/long', 'First', { title: 'A'.repeat(90) })
    const key = (await article('/long')).key
    await stage.store().articles.govern(DEMO.site, key, { isHeld: true })
    await stage.posts('/long', 'Decide on me')
    const { page: desk, troubles } = await stage.opens({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
    await desk.goto(await stage.link('Mona'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await desk.getByText('Decide on me').first().click()
    await desk.getByRole('button', { name: 'Article options…' }).click()
    const dialog = dialogOf(desk)
    expect(await dialog.getByRole('checkbox', { name: 'Guests’ comments wait' }).isChecked()).toBe(true)
    await dialog.getByRole('checkbox', { name: 'Closed' }).check()
    await expect.poll(async () => (await article('/long')).is_closed).toBe(1)
    // What its keys would decide lies behind the dialog.
    await desk.keyboard.press('a')
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectAccessible(desk, 'dialog')
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    await desk.getByRole('button', { name: 'Article options…' }).waitFor()
    expect((await stage.store().queue.page(DEMO.site, 'pending', 50, null)).cases.length).toBeGreaterThan(0)
    expect(troubles).toEqual([])
  })
})
