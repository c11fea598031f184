import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { CHROMIUM, expectAccessible, pressesAbove } from './stage.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const warned = (desk: Page) => desk.getByRole('button', { name: /^Articles: needs a look/ })
const warning = (desk: Page) => desk.getByRole('region', { name: 'Pages that share a thread' })

/** Readers write on pages whose theme names the same address as canonical on each of them. */
async function brokenTheme(stage: Newsroom, address: string, pages: number) {
  for (let n = 1; n <= pages; n++)
    await stage.posts(`${address}page-${n}`, `On ${n}`, { title: `Page ${n}`, canonical: stage.origin + address })
}

describe.skipIf(!CHROMIUM)('pages that share one canonical address', () => {
  let stage: Newsroom
  beforeAll(async () => {
    stage = await openNewsroom()
    await brokenTheme(stage, '/', 12)
  })
  afterAll(() => stage?.end())

  test('a moderator sees the list and the warning, and who may do something about it', async () => {
    const { desk, troubles } = await stage.atArticles('moderator')
    await desk.getByText('Only the owners of this site can move comments.').waitFor()
    await warning(desk)
      .getByText(/^12 pages share the thread of “.*\/.*”\.$/)
      .waitFor()
    await desk.getByRole('region', { name: 'List of articles' }).getByText('12 published').waitFor()
    for (const name of [/Move comments/, 'Give each page its own thread', 'They belong together'])
      expect(await desk.getByRole('button', { name }).count()).toBe(0)
    expect(await warned(desk).count()).toBe(0)
    await desk.keyboard.press('j')
    await desk.keyboard.press('m')
    await desk.goto(`${desk.url()}&move=%2F&to=%2Felsewhere`)
    await desk.reload()
    await warning(desk).waitFor()
    expect(await desk.getByRole('combobox').count()).toBe(0)
    await expectAccessible(desk)
    expect(troubles).toEqual([])
  })

  test('an owner sees it while moderating, and gives each page its own thread', async () => {
    const { desk, troubles } = await stage.atArticles('owner', PHONE)
    await desk.keyboard.press('g')
    await pressesAbove(desk, /^Articles: needs a look/)
    await warning(desk)
      .getByText('Their canonical links all name that address, which is a mistake of many themes.')
      .waitFor()
    expect(await warning(desk).getByRole('listitem').count()).toBe(5)
    await warning(desk).getByRole('button', { name: 'Show all 12 pages' }).click()
    const page = warning(desk).getByRole('listitem').filter({ hasText: 'Page 7' })
    expect(await page.innerText()).toMatch(/Page 7\s+\/page-7.*1 conversation/s)
    expect(await page.getByRole('link').getAttribute('href')).toBe(`${stage.origin}/page-7`)
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await expectAccessible(desk)
    expect([await stage.counts('/'), await stage.counts('/page-7')]).toEqual([12, 0])
    await warning(desk).getByText('Canonical links are no longer followed on this site.').waitFor()
    await warning(desk).getByRole('button', { name: 'Give each page its own thread' }).click()
    await desk
      .getByRole('region', { name: 'Messages' })
      .getByText(/^Each page has its own thread now: 12 comments moved\. Canonical links are no longer followed on/)
      .waitFor()
    await warning(desk).waitFor({ state: 'detached' })
    await warned(desk).waitFor({ state: 'detached' })
    await desk.getByRole('button', { name: /^Move comments… .*Page 7/ }).waitFor()
    expect([await stage.counts('/'), await stage.counts('/page-7')]).toEqual([0, 1])
    await stage.posts('/page-7', 'Later', { canonical: `${stage.origin}/` })
    expect(await stage.counts('/page-7', `${stage.origin}/`)).toBe(2)
    await expectAccessible(desk)
    expect(troubles).toEqual([])
  })
})

describe.skipIf(!CHROMIUM)('pages that rightly share an address', () => {
  let stage: Newsroom
  beforeAll(async () => {
    stage = await openNewsroom()
    await brokenTheme(stage, '/story/', 3)
  })
  afterAll(() => stage?.end())

  test('are left together when their owner says so, and the warning is gone for good', async () => {
    const { desk } = await stage.atArticles('owner', { colorScheme: 'dark' })
    await warning(desk).getByRole('button', { name: 'They belong together' }).click()
    await desk.getByRole('region', { name: 'Messages' }).getByText('The warning is gone.').waitFor()
    await warning(desk).waitFor({ state: 'detached' })
    await warned(desk).waitFor({ state: 'detached' })
    await desk.reload()
    await desk.getByText('3 published').waitFor()
    expect(await warning(desk).count()).toBe(0)
    expect(await stage.counts('/story')).toBe(3)
  })
})

test.skipIf(!CHROMIUM)('a site without articles says how they come', async () => {
  const stage = await openNewsroom()
  const { desk } = await stage.atArticles('owner', { ...PHONE, colorScheme: 'dark' })
  await desk.getByText('No article yet.').waitFor()
  await desk.getByText('An article appears here with its first comment.').waitFor()
  await expectAccessible(desk)
  await stage.end()
})
