import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openStage, type Stage } from './stage.ts'

describe('the language of the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.reader('Mina', stage.samplePersian).posts('سلام از کشتی شب')
  })
  afterAll(() => stage.end())

  const arrives = async (options: BrowserContextOptions) => {
    const { page, troubles } = await stage.opens(options)
    await page.goto(await stage.link('Mona', 'owner'))
    await page.locator('.door .button.filled').click()
    await page.locator('.top').waitFor()
    return { page, troubles }
  }
  const root = (page: Awaited<ReturnType<typeof arrives>>['page']) =>
    page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title])

  test('is the browser’s, and the desk its mirror image where it runs from right to left', async () => {
    const { page, troubles } = await arrives({ locale: 'fa-IR', viewport: { width: 360, height: 740 } })
    await expect.poll(() => root(page)).toEqual(['fa-ir', 'rtl', '(۱) میز نظارت · Parley'])
    await page.getByText('سلام از کشتی شب').first().click()
    await page.getByRole('button', { name: 'تأیید' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectAccessible(page)
    // What the desk answers is in it as well: plurals, digits, and the names that stand in sentences.
    await page.keyboard.press('a')
    await page.getByText('تأیید شد').first().waitFor()
    await page.keyboard.press('u')
    await page.getByText('برگردانده شد: ۱ دیدگاه دوباره اینجاست').first().waitFor()
    // A page that is fetched later brings its words with it.
    await page.keyboard.press('p')
    await page.getByText('شمار دیدگاه‌های تأییدشده تا اعتماد به مهمان').waitFor()
    expect(await page.getByText('Approved comments until').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('is chosen once, at once, and follows its person into another browser', async () => {
    const { page, troubles } = await arrives({})
    expect((await root(page)).slice(0, 2)).toEqual(['en-us', 'ltr'])
    await page.keyboard.press('y')
    await page.getByLabel('Language of the desk').selectOption('de')
    await page.getByRole('heading', { name: 'Wiederherstellungscodes' }).waitFor()
    // Nothing stays on the screen that was said in the language before.
    expect(await page.getByText('Make a passkey, and next time').count()).toBe(0)
    expect((await root(page))[0]).toBe('de')
    await expectAccessible(page)
    await page.reload()
    await page.getByLabel('Sprache der Moderation').waitFor()
    const other = await arrives({ locale: 'fa-IR' })
    await other.page.getByRole('button', { name: 'Entscheidungen' }).waitFor()
    expect((await root(other.page)).slice(0, 2)).toEqual(['de', 'ltr'])
    await other.page.keyboard.press('y')
    await other.page.getByLabel('Sprache der Moderation').selectOption('')
    await other.page.getByRole('heading', { name: 'رمزهای بازیابی' }).waitFor()
    expect([...troubles, ...other.troubles]).toEqual([])
  })

  test('that nobody has written is English, whatever stands where the browser keeps it', async () => {
    const { page, troubles } = await arrives({ locale: 'is-IS' })
    expect((await root(page)).slice(0, 2)).toEqual(['en', 'ltr'])
    await page.evaluate(() => localStorage.setItem('parley:desk-language', '//elsewhere.example/fa'))
    await page.reload()
    await page.getByRole('button', { name: 'Decisions' }).waitFor()
    expect((await root(page)).slice(0, 2)).toEqual(['en', 'ltr'])
    expect(troubles).toEqual([])
  })
})
