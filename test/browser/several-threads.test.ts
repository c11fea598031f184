import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countingOn, settled } from './left-behind.ts'
import { CHROMIUM, openStage, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('several threads on one page', () => {
  let stage: Stage
  let address: string
  beforeAll(async () => {
    stage = await openStage()
    for (const name of ['a', 'b', 'several']) {
      await stage.publishes(stage.hosts(`/${name}`, { html: '' }), `A word on ${name}`)
    }
    const threads = ['', 'url="/a"', 'url="/b"', 'url="/a" sort="oldest"', 'article="guestbook"']
    const html = `<!doctype html><html lang="en"><title>Several</title>
      <script type="module" src="${stage.origin}/embed.js"></script><main>
      ${threads.map((more, at) => `<parley-thread id="t${at}" site="demo" ${more}></parley-thread>`).join('')}
      <div data-parley-site="demo" data-parley-url="/b"></div></main><footer></footer></html>`
    address = stage.hosts('/several', { html })
  })
  afterAll(() => stage?.end())

  const threads = (page: Page) => page.locator('parley-thread')
  const NOBODY = 'Nobody has written yet'
  const EACH = ['A word on several', 'A word on a', 'A word on b', 'A word on a', NOBODY, 'A word on b']

  async function expectEach(all: Locator, texts: string[]) {
    expect(await all.count()).toBe(texts.length)
    for (const [at, text] of texts.entries()) await all.nth(at).getByText(text).waitFor()
  }

  test('show each its own article, and go and move without disturbing the others', async () => {
    const { page, troubles } = await stage.opens()
    const count = await countingOn(page)
    await page.goto(address)
    await expectEach(threads(page), EACH)
    const box = page.locator('#t2').getByRole('textbox', { name: 'Write a comment' })
    await box.fill('Only on b')
    await page.locator('#t2').getByRole('button', { name: 'Post' }).waitFor()
    const before = await settled(count)
    const asked: string[] = []
    page.on('request', request => /\/api\/(?!threads\/stream)/.test(request.url()) && asked.push(request.url()))
    await page.evaluate(() => {
      document.querySelector('footer')!.append(document.querySelector('#t2')!)
      document.querySelector('#t1')!.remove()
    })
    await expectEach(threads(page), [EACH[0]!, EACH[3]!, EACH[4]!, EACH[5]!, EACH[2]!])
    expect(await box.inputValue()).toBe('Only on b')
    expect(asked).toEqual([])
    const after = await settled(count)
    expect(after.timers).toBe(before.timers - 1)
    expect(after.listeners).toBeLessThan(before.listeners)

    await page.evaluate(() => history.pushState(null, '', '/a'))
    await expectEach(threads(page), ['A word on a', EACH[3]!, EACH[4]!, EACH[5]!, EACH[2]!])
    expect(asked.filter(address => !address.endsWith('/api/votes'))).toHaveLength(1)

    await page.evaluate(() => {
      for (const thread of document.querySelectorAll('parley-thread')) thread.remove()
    })
    await expect.poll(async () => (await count()).timers).toBe(0)
    expect(troubles).toEqual([])
  })

  test('keep what is written in one of two threads of the same article', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await expectEach(threads(page), EACH)
    const [first, second] = [page.locator('#t1'), page.locator('#t3')]
    const box = first.getByRole('textbox', { name: 'Write a comment' })
    await box.fill('Said once')
    await first.getByRole('button', { name: 'Post' }).click()
    await first.getByRole('article').filter({ hasText: 'Said once' }).getByText('Waiting').waitFor()
    expect(await second.getByText('Said once').count()).toBe(0)
    await second.getByRole('textbox', { name: 'Write a comment' }).fill('Said second')
    await second.getByRole('button', { name: 'Post' }).click()
    await second.getByRole('article').filter({ hasText: 'Said second' }).getByText('Waiting').waitFor()
    await page.reload()
    // Both were written by one reader, who can take back either.
    for (const thread of [first, second]) {
      for (const text of ['Said once', 'Said second']) {
        await thread.getByRole('article').filter({ hasText: text }).getByText('Waiting').waitFor()
      }
    }
  })

  test('and in several tabs are written in by one reader', async () => {
    const { page, context } = await stage.opens()
    const tabs = [page, await context.newPage()]
    for (const tab of tabs) {
      await tab.goto(address)
      await expectEach(threads(tab), EACH)
    }
    for (const [at, tab] of tabs.entries()) {
      await tab.locator('#t2').getByRole('textbox', { name: 'Write a comment' }).fill(`Said in tab ${at}`)
      await tab.locator('#t2').getByRole('button', { name: 'Post' }).click()
      await tab
        .getByRole('article')
        .filter({ hasText: `Said in tab ${at}` })
        .getByText('Waiting')
        .waitFor()
    }
    await page.reload()
    for (const at of [0, 1]) {
      const own = page
        .locator('#t2')
        .getByRole('article')
        .filter({ hasText: `Said in tab ${at}` })
      await own.getByRole('button', { name: 'Delete' }).waitFor()
    }
  })
})
