import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, posts, type Stage, WHOLE_CHROMIUM } from './stage.ts'

describe.skipIf(!WHOLE_CHROMIUM)('a page that the browser keeps while its reader is away', () => {
  let stage: Stage
  let away: string
  beforeAll(async () => {
    const ignoreDefaultArgs = ['--disable-back-forward-cache']
    stage = await openStage({}, { executablePath: WHOLE_CHROMIUM!, ignoreDefaultArgs })
    away = stage.hosts('/away', { html: '<!doctype html><title>Away</title><h1>Away</h1>' })
    await stage.publishes(hosts('/kept'), 'Here before and after')
  })
  afterAll(() => stage?.end())

  const hosts = (path: string) =>
    stage.hosts(path, {
      html: `<!doctype html><html lang="en"><title>Kept</title><script type="module" src="${stage.origin}/embed.js">
        </script><parley-thread site="demo"></parley-thread><script>
        addEventListener('pageshow', event => { window.isBack = event.persisted })</script></html>`,
    })

  /** Leaves the page and comes back to it as it was. */
  async function leavesAndReturns(page: Page) {
    await page.goto(away)
    await page.goBack({ waitUntil: 'commit' })
    await expect.poll(() => page.evaluate('window.isBack')).toBe(true)
  }

  test('is as it was: its thread, what was typed, and what is new', async () => {
    const { page, troubles } = await stage.opens()
    await page.clock.install()
    await page.goto(hosts('/kept'))
    await page.getByText('Here before and after').waitFor()
    const box = page.getByRole('textbox', { name: 'Write a comment' })
    await box.fill('Half a thought')
    await page.getByRole('button', { name: 'Post' }).waitFor()
    await leavesAndReturns(page)
    expect(await box.inputValue()).toBe('Half a thought')
    expect(await page.getByText('Here before and after').count()).toBe(1)
    await stage.publishes(hosts('/kept'), 'Came in the meantime')
    await page.getByRole('button', { name: '1 new comment' }).click()
    await page.getByText('Came in the meantime').waitFor()
    await page.getByRole('button', { name: 'Post' }).click()
    await page.getByRole('article').filter({ hasText: 'Half a thought' }).getByText('Waiting').waitFor()
    expect(await box.inputValue()).toBe('')
    expect(troubles).toEqual([])
  })

  test('holds a post once, whose answer was on its way when its reader left', async () => {
    const { page, context } = await stage.opens()
    await page.goto(hosts('/kept'))
    await page.getByText('Here before and after').waitFor()
    const reached = Promise.withResolvers<void>()
    const isAway = Promise.withResolvers<void>()
    await context.route('**/api/comments', async route => {
      const response = await route.fetch()
      reached.resolve()
      await isAway.promise
      await route.fulfill({ response }).catch(() => {})
    })
    await posts(page, 'On my way out', 'Ada')
    await reached.promise
    await page.goto(away)
    isAway.resolve()
    await page.goBack({ waitUntil: 'commit' })
    const own = page.getByRole('article').filter({ hasText: 'On my way out' })
    // The browser may give the answer, or none: then the text is there to be sent again, under the same key.
    const post = page.getByRole('button', { name: 'Post' })
    await own.or(post).first().waitFor()
    if ((await own.count()) === 0) await post.click()
    await own.getByText('Waiting').waitFor()
    expect(await own.count()).toBe(1)
    await page.reload()
    await own.getByText('Waiting').waitFor()
    expect(await own.count()).toBe(1)
  })
})
