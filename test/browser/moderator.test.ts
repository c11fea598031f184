import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

async function atDesk(stage: Stage, name: string, options?: Parameters<Stage['opens']>[0]) {
  const opened = await stage.opens(options)
  await opened.page.goto(await stage.link(name))
  await opened.page.getByRole('button', { name: /sign in/i }).click()
  await opened.page
    .getByRole('button', { name: /waiting/i })
    .or(opened.page.getByRole('tab', { name: /waiting/i }))
    .first()
    .waitFor()
  return opened
}

describe.skipIf(!CHROMIUM)('a moderator', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  async function readerPosts(text: string, name = 'Ada') {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, text, name)
    await page.getByRole('article').filter({ hasText: text }).getByText('Waiting').waitFor()
    return page
  }

  test('signs in by the printed link, approves by key, and the reader’s page shows the comment', async () => {
    await readerPosts('Please approve me')
    const { page: desk, troubles } = await atDesk(stage, 'Mona')
    expect(new URL(desk.url()).hash).not.toContain('prd_')
    await desk.getByText('Please approve me').first().waitFor()
    await expectAccessible(desk)
    await desk.keyboard.press('a')
    await desk
      .getByText(/Approved/)
      .first()
      .waitFor()
    const { page: reader } = await stage.opens()
    await expect
      .poll(async () => {
        await reader.goto(stage.sample)
        await reader.getByRole('textbox', { name: 'Write a comment' }).waitFor()
        return reader.getByRole('article').filter({ hasText: 'Please approve me' }).count()
      })
      .toBe(1)
    expect(troubles).toEqual([])
  })

  test('undoes a decision with u, also where the keyboard is Persian or Russian', async () => {
    await readerPosts('Undo me', 'Ben')
    const { page: desk } = await atDesk(stage, 'Mona')
    await desk.getByText('Undo me').first().waitFor()
    await desk.evaluate(() => {
      const press = (key: string, code: string) =>
        document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
        )
      press('ы', 'KeyS')
    })
    await desk
      .getByText(/Marked as spam/)
      .first()
      .waitFor()
    await desk.keyboard.press('u')
    await desk
      .getByText(/Undone/)
      .first()
      .waitFor()
    await desk.getByText('Undo me').first().waitFor()
  })

  test('who acts on a stale view is told who was first', async () => {
    await readerPosts('Both look at me', 'Chiara')
    const mona = await atDesk(stage, 'Mona')
    const omar = await atDesk(stage, 'Omar')
    for (const { page } of [mona, omar]) {
      await page.getByText('Both look at me').first().click()
      await page
        .getByRole('button', { name: /^approve/i })
        .first()
        .waitFor()
    }
    await mona.page.keyboard.press('a')
    await mona.page
      .getByText(/Approved/)
      .first()
      .waitFor()
    await expect.poll(async () => (await stage.store().queue.counts('demo')).published).toBeGreaterThan(1)
    await omar.page.keyboard.press('s')
    await omar.page
      .getByText(/Mona.*approved/)
      .first()
      .waitFor()
  })

  test('rejects several at once with a reason, and sees what was decided by whom', async () => {
    await readerPosts('Bulk one', 'Darya')
    await readerPosts('Bulk two', 'Eve')
    const { page: desk } = await atDesk(stage, 'Omar')
    for (const text of ['Bulk one', 'Bulk two']) {
      await desk.getByText(text).first().click()
      await desk.keyboard.press('x')
    }
    await desk.keyboard.press('r')
    await desk.keyboard.press('1')
    await expect.poll(async () => (await stage.store().queue.counts('demo')).rejected).toBe(2)
    await desk
      .getByRole('button', { name: /^rejected/i })
      .or(desk.getByRole('tab', { name: /^rejected/i }))
      .first()
      .click()
    await desk.getByText('Bulk two').first().click()
    await desk.getByText(/Omar/).first().waitFor()
    await desk
      .getByText(/Off topic/i)
      .first()
      .waitFor()
    await expectAccessible(desk)
  })

  test('finds every key under the question mark', async () => {
    const { page: desk } = await atDesk(stage, 'Mona')
    await desk.keyboard.press('?')
    const help = desk.getByRole('dialog')
    await help.waitFor()
    for (const key of ['j', 'k', 'a', 'r', 's', 'u', 'x'])
      expect(await help.getByText(key, { exact: true }).count()).toBeGreaterThan(0)
    await expectAccessible(desk)
    await desk.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
  })

  test('a link that was used says so kindly, with the command that prints another', async () => {
    const link = await stage.link('Mona')
    for (const isFirst of [true, false]) {
      const { page } = await stage.opens()
      await page.goto(link)
      await page.getByRole('button', { name: /sign in/i }).click()
      if (!isFirst) await page.getByText(/npm run parley -- link/).waitFor()
      else await page.getByText('Mona').first().waitFor()
    }
  })
})

describe.skipIf(!CHROMIUM)('a moderator with an empty queue', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  test('fills it with 200 samples, clears it on a phone, and removes them in one click', async () => {
    const { page: desk, troubles } = await atDesk(stage, 'Mona', { viewport: { width: 360, height: 740 } })
    // A server that has no time is asked again.
    const refused = { code: 'overloaded', title: 'Overloaded', status: 503, retryAfter: 1 }
    await desk.route('**/api/desk/samples', route => route.fulfill({ status: 503, json: refused }), { times: 1 })
    await desk.getByRole('button', { name: /Load 200 sample comments/ }).click()
    await expect.poll(async () => (await stage.store().queue.counts('demo')).pending).toBeGreaterThanOrEqual(60)
    await desk.getByText('Аня').first().click()
    const approve = desk.getByRole('button', { name: /^approve/i }).first()
    await approve.waitFor()
    const box = (await approve.boundingBox())!
    expect(box.height).toBeGreaterThanOrEqual(43.5)
    expect(box.y).toBeGreaterThan(740 / 2)
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await expectAccessible(desk)
    const before = (await stage.store().queue.counts('demo')).pending
    await approve.click()
    await expect.poll(async () => (await stage.store().queue.counts('demo')).pending).toBe(before - 1)
    await desk.getByRole('button', { name: /back/i }).first().click()
    await desk
      .getByRole('button', { name: /remove the sample/i })
      .first()
      .click()
    await expect
      .poll(() => desk.getByText(/comments removed|did not work/).allTextContents())
      .toEqual([expect.stringContaining('removed')])
    await expect.poll(async () => (await stage.store().queue.counts('demo')).pending).toBeLessThan(10)
    expect(troubles).toEqual([])
  })
})
