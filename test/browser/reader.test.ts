import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('a reader', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

  test('posts as a passer-by, sees the comment waiting, keeps it over a reload, and can delete it', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(stage.sample)
    const stored = () => page.evaluate(() => Object.keys(localStorage).length)
    await page.getByText('Nobody has written yet').waitFor()
    expect(await stored()).toBe(0)
    await expectAccessible(page, 'parley-thread')

    await posts(page, 'The lamp is *lovely*.', 'Ada')
    const mine = comment(page, 'The lamp is lovely.')
    await mine.getByText('Waiting').waitFor()
    expect(await mine.textContent()).toContain('You can see it; others cannot yet.')
    expect(await mine.locator('em').textContent()).toBe('lovely')
    expect(await stored()).toBeGreaterThan(0)
    await expectAccessible(page, 'parley-thread')

    await page.reload()
    await mine.getByText('Waiting').waitFor()
    const { page: other } = await stage.opens()
    await other.goto(stage.sample)
    await other.getByText('Nobody has written yet').waitFor()
    expect(await comment(other, 'The lamp').count()).toBe(0)

    await mine.getByRole('button', { name: 'Delete' }).click()
    await mine.waitFor({ state: 'detached' })
    await page.getByText('Comment deleted').waitFor()
    await page.reload()
    await page.getByText('Nobody has written yet').waitFor()
    expect(troubles).toEqual([])
  })

  test('finds what was published of theirs on the way back, too, when the browser has not kept the page', async () => {
    const html = (other: string) => `<!doctype html><html lang="en"><title>Back</title><a href="${other}">Away</a>
      <script type="module" src="${stage.origin}/embed.js"></script><parley-thread site="demo"></parley-thread></html>`
    const away = stage.hosts('/back/away', { html: '<!doctype html><html lang="en"><title>Away</title></html>' })
    const { page } = await stage.opens()
    await page.goto(stage.hosts('/back', { html: html(away) }))
    await posts(page, 'Written before leaving')
    await comment(page, 'Written before leaving').getByText('Waiting').waitFor()
    await stage.approveAll()
    await page.getByRole('link', { name: 'Away' }).click()
    await page.waitForURL(away)
    await page.goBack()
    await comment(page, 'Written before leaving').waitFor()
    expect(await page.getByText('Nobody has written yet').count()).toBe(0)
  })

  test('cannot post nothing, and is told so in place', async () => {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, ' \u200b ')
    await page.getByText('Write something first').first().waitFor()
    await expectAccessible(page, 'parley-thread')
  })

  test('loses nothing when the server is down, and posts once when it is back', async () => {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await page.getByText('Nobody has written yet').waitFor()
    const box = page.getByRole('textbox', { name: 'Write a comment' })
    await box.fill('Written in a tunnel')
    await page.getByRole('button', { name: 'Post' }).waitFor()
    await stage.stopParley()
    onTestFinished(() => stage.startParley().catch(() => {}))
    await page.getByRole('button', { name: 'Post' }).click()
    await page
      .getByText(/Your text is safe here/)
      .first()
      .waitFor()
    expect(await box.inputValue()).toBe('Written in a tunnel')
    await expectAccessible(page, 'parley-thread')
    await stage.startParley()
    await page.getByRole('button', { name: 'Post' }).click()
    await comment(page, 'Written in a tunnel').getByText('Waiting').waitFor()
    expect(await box.inputValue()).toBe('')
    expect(await comment(page, 'Written in a tunnel').count()).toBe(1)
  })

  test('answers a comment in its place, and reads a closed thread without a box to write in', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, 'A question', 'Ada')
    await comment(page, 'A question').getByText('Waiting').waitFor()
    await stage.approveAll()
    await page.reload()
    await comment(page, 'A question')
      .getByRole('button', { name: /^Reply/ })
      .click()
    await page.getByRole('textbox', { name: /Reply to/ }).fill('My own answer')
    await page.getByRole('textbox', { name: /Reply to/ }).press('Control+Enter')
    await page.locator('.replies').getByText('My own answer').waitFor()
    await expectAccessible(page, 'parley-thread')
    await stage.close(true)
    await page.reload()
    await page.getByText('This conversation is closed').waitFor()
    expect(await page.getByRole('textbox', { name: 'Write a comment' }).count()).toBe(0)
    await expectAccessible(page, 'parley-thread')
    await stage.close(false)
    for (const text of ['My own answer', 'A question']) {
      await page.reload()
      const mine = comment(page, text).first()
      await mine.getByRole('button', { name: 'Delete' }).click()
      await mine.getByText(text).waitFor({ state: 'detached' })
    }
    expect(troubles).toEqual([])
  })

  test('keeps what was typed over a reload', async () => {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    const box = page.getByRole('textbox', { name: 'Write a comment' })
    await box.fill('Half a thought')
    await page.getByRole('button', { name: 'Post' }).waitFor()
    await page.reload()
    await box.click()
    await expect.poll(() => box.inputValue()).toBe('Half a thought')
    await page.getByRole('button', { name: 'Post' }).click()
    await comment(page, 'Half a thought').getByText('Waiting').waitFor()
    await page.reload()
    await box.click()
    await page.getByRole('button', { name: 'Post' }).waitFor()
    expect(await box.inputValue()).toBe('')
  })

  test('sees how a thread that cannot be loaded is tried again', async () => {
    const { page } = await stage.opens()
    await page.route('**/api/threads?*', route => route.abort())
    await page.goto(stage.sample)
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    await page.unroute('**/api/threads?*')
    await again.click()
    await page.getByRole('textbox', { name: 'Write a comment' }).waitFor()
  })

  test('reads Persian from the right, with Persian words, on a page with a Persian address', async () => {
    const { page, troubles } = await stage.opens({ viewport: { width: 360, height: 800 } })
    await page.goto(stage.samplePersian)
    const box = page.getByRole('textbox', { name: 'دیدگاه خود را بنویسید' })
    await box.waitFor()
    expect(await box.evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
    await posts(page, 'می‌خواهم <b>English</b> هم بنویسم', 'مینا')
    const mine = comment(page, 'می‌خواهم')
    await mine.waitFor()
    expect(
      await mine
        .locator('p')
        .first()
        .evaluate(element => getComputedStyle(element).direction),
    ).toBe('rtl')
    expect(await mine.locator('b').count()).toBe(0)
    await expectAccessible(page, 'parley-thread')
    const [en] = await Promise.all([
      page
        .getByRole('link', { name: /English|انگلیسی/ })
        .first()
        .getAttribute('href'),
    ])
    expect(decodeURI(en!)).toContain('/demo/the-night-ferry')
    expect(troubles).toEqual([])
  })

  test.each([320, 360, 768, 1200])('never scrolls sideways at %i px', async width => {
    const { page } = await stage.opens({ viewport: { width, height: 800 } })
    for (const address of [stage.sample, stage.samplePersian]) {
      await page.goto(address)
      await page.getByRole('heading', { level: 2 }).last().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })

  test('can reach everything by touch: targets are 44 px high', async () => {
    const { page } = await stage.opens({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true })
    await page.goto(stage.sample)
    await posts(page, 'Touching')
    await comment(page, 'Touching').waitFor()
    for (const button of await page.locator('parley-thread').getByRole('button').all()) {
      const box = await button.boundingBox()
      if (box) expect([await button.textContent(), box.height >= 43.5]).toEqual([await button.textContent(), true])
    }
  })

  test('types without waking the host page’s shortcuts', async () => {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await page.evaluate(() => {
      document.addEventListener('keydown', event => {
        document.title += event.key
      })
    })
    const title = await page.title()
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('jk?')
    expect(await page.title()).toBe(title)
  })
})

describe.skipIf(!CHROMIUM)('a reader on a bad line', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.loadSamples()
  })
  afterAll(() => stage?.end())

  test('is told when more replies cannot be loaded, and gets them at another try', async () => {
    const { page } = await stage.opens()
    await page.route('**/replies?*', route => route.abort())
    await page.goto(stage.sample)
    await page
      .getByRole('button', { name: /^Show \d+ more repl/ })
      .first()
      .click()
    await page.getByText('This could not be loaded.').waitFor()
    await expectAccessible(page, 'parley-thread')
    await page.unroute('**/replies?*')
    const shown = await page.getByRole('article').count()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => page.getByRole('article').count()).toBeGreaterThan(shown)
    expect(await page.getByText('This could not be loaded.').count()).toBe(0)
  })

  test('keeps what was typed while what it takes to post cannot be loaded', async () => {
    const { page } = await stage.opens()
    await page.route('**/assets/writing-*', route => route.abort())
    const present = Promise.withResolvers<void>()
    await page.route('**/assets/present-*', async route => {
      await present.promise
      await route.continue()
    })
    await page.goto(stage.sample)
    const failed = page.waitForEvent('requestfailed', request => request.url().includes('/assets/writing-'))
    await page.getByRole('textbox', { name: 'Write a comment' }).fill('Typed in a tunnel')
    // What keeps the text and says what to do may come later than the failure.
    await failed
    present.resolve()
    await page.getByText('What it takes to post could not be loaded').waitFor()
    await expectAccessible(page, 'parley-thread')
    await page.unroute('**/assets/writing-*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Post' }).click()
    await page.getByRole('article').filter({ hasText: 'Typed in a tunnel' }).getByText('Waiting').waitFor()
  })
})
