import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('a thread that is left open', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  /** Lets the page's own clock run, so that it asks for changes. */
  async function later(page: Awaited<ReturnType<Stage['opens']>>['page']) {
    await page.clock.runFor(31_000)
  }

  async function comes(text: string, name: string) {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, text, name)
    await page.getByRole('article').filter({ hasText: text }).getByText('Waiting').waitFor()
    await stage.approveAll()
    return page
  }

  test('counts new comments without moving what is being read, and shows them when asked to', async () => {
    await comes('The first one here', 'Ada')
    const { page, troubles } = await stage.opens()
    await page.clock.install()
    await page.goto(stage.sample)
    const first = page.getByRole('article').filter({ hasText: 'The first one here' })
    await first.waitFor()
    const changed = page.waitForRequest('**/api/threads/changes?*')
    await comes('Somebody else came by', 'Ben')
    await later(page)
    await changed
    const line = page.getByRole('button', { name: '1 new comment' })
    await line.waitFor()
    expect(await page.getByText('Somebody else came by').count()).toBe(0)
    await line.click()
    await page.getByText('Somebody else came by').waitFor()
    expect(await line.count()).toBe(0)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? ''))
      .toContain('Somebody else')
    await page.getByRole('heading', { name: '2 comments' }).waitFor()
    expect(troubles).toEqual([])
  })

  test('loses what its author or a moderator took away', async () => {
    const author = await comes('Soon to be gone', 'Chiara')
    const { page } = await stage.opens()
    await page.clock.install()
    await page.goto(stage.sample)
    const going = page.getByRole('article').filter({ hasText: 'Soon to be gone' })
    await going.waitFor()
    await author.reload()
    const own = author.getByRole('article').filter({ hasText: 'Soon to be gone' })
    await own.getByRole('button', { name: 'Delete' }).click()
    await own.waitFor({ state: 'detached' })
    await later(page)
    await going.waitFor({ state: 'detached' })
  })

  test('asks for nothing while its tab is hidden or its element is gone', async () => {
    const { page } = await stage.opens()
    await page.clock.install()
    await page.goto(stage.sample)
    await page.getByRole('textbox', { name: 'Write a comment' }).waitFor()
    let asked = 0
    page.on('request', request => {
      if (/\/api\/threads\/(changes|stream)/.test(request.url())) asked += 1
    })
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await page.clock.runFor(120_000)
    expect(asked).toBe(0)
    await page.evaluate(() => document.querySelector('parley-thread')!.remove())
    await page.clock.runFor(120_000)
    expect(asked).toBe(0)
  })
})
