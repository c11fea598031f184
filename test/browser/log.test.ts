import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import type { ModeratorRuling, Reason } from '../../server/contract.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, pressesAbove, type Stage } from './stage.ts'

const rows = (desk: Page) => desk.getByRole('region', { name: 'List of decisions' }).getByRole('listitem')

describe.skipIf(!CHROMIUM)('the decisions at the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.link('Mona')
    const { people } = stage.store()
    const [mona] = (await people.on(DEMO.site)).filter(({ name }) => name === 'Mona')
    const rules = async (
      author: string,
      text: string,
      ruling: ModeratorRuling,
      reason: Reason | null,
      note: string | null,
    ) => {
      const { id } = await stage
        .reader(`author-${text.length}`, stage.sample)
        .posts(text, { name: author, title: 'The night ferry' })
      await stage
        .store()
        .rulings.make(
          DEMO.site,
          [{ id: readId(id)!, ruling, seen: 1, reason, note }],
          { ruler: 'moderator', personId: mona!.id },
          Date.now(),
        )
    }
    await rules('Ada', 'The ferry was late again', 'approve', null, null)
    await rules('Ben', 'Buy watches at half the price', 'reject', 'spam', 'The third one today')
    await rules('دریا', 'کشتی دیر رسید و هیچ‌کس چیزی نگفت، مثل همیشه.', 'spam', 'propaganda', null)
    await people.setPublicName('Mona', 'The night editor')
  })
  afterAll(() => stage?.end())

  async function atDesk(options?: BrowserContextOptions, role: 'owner' | 'moderator' = 'moderator') {
    const opened = await stage.opens(options)
    await opened.page.goto(await stage.link(role === 'owner' ? 'Olga' : 'Omar', role))
    await opened.page.getByRole('button', { name: /sign in/i }).click()
    await opened.page
      .getByRole('region', { name: /^Comments|Waiting/ })
      .first()
      .waitFor()
    return { ...opened, desk: opened.page }
  }

  test('are read by a key, with who, what and why, and left by the same key', async () => {
    const { desk, troubles } = await atDesk()
    await desk.keyboard.press('h')
    await desk.getByRole('heading', { name: 'Decisions', exact: true }).waitFor()
    await expect.poll(() => rows(desk).count()).toBe(6)
    const spam = await rows(desk).nth(2).innerText()
    expect(spam).toMatch(/The night editor/)
    expect(spam).not.toMatch(/Mona/)
    expect(spam).toMatch(
      /rejected this[\s\S]*Spam[\s\S]*Buy watches[\s\S]*Ben[\s\S]*The night ferry[\s\S]*The third one today/,
    )
    expect(await rows(desk).last().innerText()).toMatch(
      /The rules.*held this.*New author.*by the rule “\u2068first comments\u2069”/s,
    )
    await expectAccessible(desk)
    await desk.keyboard.press('h')
    await desk.getByRole('region', { name: /^Comments/ }).waitFor()
    await desk.goBack()
    await desk.getByRole('heading', { name: 'Decisions', exact: true }).waitFor()
    expect(troubles).toEqual([])
  })

  test('are filtered, keep their filters over a reload, and say when nothing fits', async () => {
    const { desk } = await atDesk()
    await desk.keyboard.press('h')
    await desk.getByRole('combobox', { name: 'Decision' }).selectOption('Rejected')
    await expect.poll(() => rows(desk).count()).toBe(1)
    await desk.reload()
    await expect.poll(() => rows(desk).count()).toBe(1)
    expect(await desk.getByRole('combobox', { name: 'Decision' }).inputValue()).toBe('reject')
    await desk.getByRole('combobox', { name: 'Reason' }).selectOption('Hate')
    await desk.getByText('No decision fits.').waitFor()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: 'Show everything' }).click()
    await expect.poll(() => rows(desk).count()).toBe(6)
    await desk.getByRole('combobox', { name: 'Who' }).selectOption('The night editor')
    await expect.poll(() => rows(desk).count()).toBe(3)
    await desk.getByLabel('Until').fill('2020-01-01')
    await desk.getByText('No decision fits.').waitFor()
  })

  test('show owners the account behind a public name, and come along as a file', async () => {
    const { desk } = await atDesk({}, 'owner')
    await desk.keyboard.press('h')
    await rows(desk).filter({ hasText: 'The night editor' }).first().waitFor()
    expect(await rows(desk).nth(2).innerText()).toMatch(/account .?Mona/)
    const waiting = desk.waitForEvent('download')
    await desk.getByRole('link', { name: 'CSV' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toBe('parley-log-demo.csv')
    const csv = readFileSync(await download.path(), 'utf8')
    expect(csv.split('\r\n')).toHaveLength(8)
    expect(csv).toContain('"The night editor","Mona"')
  })

  test('fit a narrow and a dark screen', async () => {
    const { desk, troubles } = await atDesk({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
    await pressesAbove(desk, 'Decisions')
    await expect.poll(() => rows(desk).count()).toBe(6)
    await expect.poll(() => desk.getByRole('combobox', { name: 'Who' }).count()).toBe(0)
    await desk.getByRole('button', { name: 'Filter' }).click()
    await desk.getByRole('combobox', { name: 'Decision' }).selectOption('Rejected')
    await expect.poll(() => rows(desk).count()).toBe(1)
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectAccessible(desk)
    expect(troubles).toEqual([])
  })

  test('that an address by hand filters by what there is not are shown all', async () => {
    const { desk } = await atDesk()
    await desk.goto(`${stage.origin}/desk#site=demo&page=log&ruling=delete`)
    await desk.reload()
    await expect.poll(() => rows(desk).count()).toBe(6)
  })
})
