import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { CHROMIUM } from './stage.ts'

/** More than any hand types while the test runs, however slow the machine. */
const LONG = 'The ferry leaves the harbour at half past six. '.repeat(6).trim()

describe.skipIf(!CHROMIUM)('a reader’s comment', () => {
  let stage: Newsroom
  beforeAll(async () => {
    stage = await openNewsroom()
  })
  afterAll(() => stage?.end())

  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
  const posts = (page: Page) => page.getByRole('button', { name: 'Post' }).click()

  /** Somebody who has just put the cursor into the field, and whose beginning the server knows. */
  async function begins(page: Page, address: string) {
    await page.goto(address)
    const box = page.getByRole('textbox', { name: 'Write a comment' })
    const stamp = page.waitForResponse('**/api/stamps')
    await box.click()
    expect((await stamp).request().headers()['content-type']).toMatch(/^text\/plain/)
    await page.getByRole('button', { name: 'Post' }).waitFor()
    return box
  }

  test('waits when keys put it in faster than hands can, and the desk says why', async () => {
    const { page, troubles } = await stage.opens()
    const requests: string[] = []
    page.on('request', request => requests.push(new URL(request.url()).pathname))
    await page.goto(stage.sample)
    // The mouse over the field brings what it takes to write, but nobody has begun yet.
    const extra = page.waitForResponse(/\/assets\/writing/)
    await page.getByRole('textbox', { name: 'Write a comment' }).hover()
    await extra
    expect(requests).not.toContain('/api/stamps')

    await begins(page, stage.sample)
    await page.keyboard.type(LONG)
    await posts(page)
    await comment(page, 'half past six').getByText('Waiting').waitFor()
    const { cases } = await stage.store().queue.page(DEMO.site, 'pending', 50, null)
    expect(cases.map(({ findings }) => findings.map(({ reason }) => reason))).toEqual([['typed_fast']])
    expect(requests.filter(path => path === '/api/stamps')).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test('is published when it was pasted, or typed by hand, or by a key held down', async () => {
    const { page, context, troubles } = await stage.opens()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await begins(page, stage.sample)
    await page.evaluate(text => navigator.clipboard.writeText(text), `Pasted: ${LONG} Really.`)
    await page.keyboard.press('ControlOrMeta+V')
    await posts(page)
    await comment(page, 'Pasted: The ferry').waitFor()

    const box = await begins(page, stage.sample)
    await box.pressSequentially('Typed by hand, one key after the other', { delay: 50 })
    for (let n = 0; n < 200; n++) await page.keyboard.down('a')
    await page.keyboard.up('a')
    await posts(page)
    await comment(page, 'Typed by hand').waitFor()
    expect(await comment(page, 'Typed by hand').textContent()).toContain('aaaa')
    expect(await page.getByText('Waiting').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('counts only the letters of today when an earlier draft came back', async () => {
    const { page } = await stage.opens()
    const box = await begins(page, stage.sample)
    await page.keyboard.type(`Draft: ${LONG}`)
    await begins(page, stage.sample)
    await expect.poll(() => box.inputValue()).toContain('Draft: The ferry')
    await page.keyboard.press('End')
    await page.keyboard.type(' Done.')
    await posts(page)
    await comment(page, 'Draft: The ferry').waitFor()
    expect(await page.getByText('Waiting').count()).toBe(0)
  })

  test('is posted as ever where the stamp does not come', async () => {
    const { page } = await stage.opens()
    await page.route('**/api/stamps', route => route.abort())
    await page.goto(stage.sample)
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await page.getByRole('button', { name: 'Post' }).waitFor()
    await page.keyboard.type(`Without a stamp: ${LONG}`)
    await posts(page)
    await comment(page, 'Without a stamp').waitFor()
    expect(await page.getByText(/Waiting|safe here|went wrong/).count()).toBe(0)
  })
})
