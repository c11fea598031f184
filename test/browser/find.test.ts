import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Thread } from '../../server/contract.ts'
import { plainText } from '../people.ts'
import { CHROMIUM, openStage, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('the browser’s own search', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.loadSamples()
  })
  afterAll(() => stage?.end())

  /** Searches the page from its beginning, as Ctrl-F does. */
  const finds = (page: Page, text: string) =>
    page.evaluate(wanted => {
      getSelection()!.removeAllRanges()
      return (window as unknown as { find(text: string): boolean }).find(wanted)
    }, text)

  /** Whether a comment is drawn, or left out because it is far from the screen. */
  const isDrawn = (page: Page, at: number) =>
    page
      .locator('parley-thread .comment')
      .nth(at)
      .evaluate(comment => comment.checkVisibility({ contentVisibilityAuto: true } as CheckVisibilityOptions))

  test('finds every comment that is loaded, though what is far from the screen is not drawn', async () => {
    const query = new URLSearchParams({ site: 'demo', url: stage.sample })
    const thread = (await (await fetch(`${stage.origin}/api/threads?${query}`)).json()) as Thread
    const { page } = await stage.opens({ viewport: { width: 360, height: 700 } })
    await page.goto(stage.sample)
    await expect.poll(() => page.locator('parley-thread .comment').count()).toBe(thread.comments.length)
    const last = thread.comments.length - 1
    expect(await isDrawn(page, last)).toBe(false)

    const texts = thread.comments.flatMap(comment => (comment.author ? [plainText(comment).split('\n')[0]!] : []))
    const lost = []
    for (const text of texts) if (!(await finds(page, text))) lost.push(text)
    expect(lost).toEqual([])
    expect(await finds(page, plainText(thread.comments[last]!).split('\n')[0]!)).toBe(true)
    await expect.poll(() => isDrawn(page, last)).toBe(true)
    expect(await finds(page, 'Nobody here has ever said this')).toBe(false)
  })
})
