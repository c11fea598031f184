import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Step, workOf } from '../../server/comments/proof-of-work.ts'
import { DEMO } from '../../server/sites/demo.ts'
import type { SiteSettings } from '../../server/sites/settings.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

const SECRET = 's'.repeat(43)

describe.skipIf(!CHROMIUM)('where a site asks for work', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ PARLEY_SECRET: SECRET })
  })
  beforeEach(() => settings({ holds: 'none', asksWork: 'always' }))
  afterAll(() => stage?.end())

  const settings = (change: Partial<SiteSettings>) => stage.store().sites.change(DEMO.site, { settings: change })
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

  /** The work that the page gets is of this step, whatever the pressure. */
  const givesWork = (page: Page, step: Step) =>
    page.route('**/api/stamps', async route => {
      const answer = await route.fetch()
      const work = await workOf({ config: { secret: SECRET } as never }, DEMO.site, step, Date.now())
      await route.fulfill({ response: answer, json: { ...(await answer.json()), work } })
    })

  /** Whoever posts before the work has come has none to show. */
  async function postsWithWork(page: Page, text: string): Promise<void> {
    const stamped = page.waitForResponse(/\/api\/stamps$/)
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially(text)
    await stamped
    await page.getByRole('button', { name: 'Post', exact: true }).click()
  }

  test('a browser does it while its reader types, and the comment is public at once', async () => {
    const { page, troubles } = await stage.opens()
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    await page.goto(stage.sample)
    await postsWithWork(page, 'Proven by a browser')
    await comment(page, 'Proven by a browser').waitFor()
    await expect.poll(() => page.getByText('Waiting').count()).toBe(0)
    // The next one is proved anew.
    await postsWithWork(page, 'And proven again')
    await comment(page, 'And proven again').waitFor()
    await expect.poll(() => page.getByText('Waiting').count()).toBe(0)
    expect(asked.filter(path => path === '/api/stamps')).toHaveLength(2)
    expect(asked.filter(path => path.startsWith('/assets/proof'))).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test('a browser without crypto.subtle posts as ever; the comment waits, and its author reads why', async () => {
    for (const [address, words] of [
      [stage.sample, 'Programs write here, too'],
      [stage.samplePersian, 'برنامه‌ها نیز اینجا می‌نویسند'],
    ] as const) {
      const { page, troubles } = await stage.opens()
      // As on a page over plain http.
      await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
      await page.goto(address)
      await posts(page, `Without it ${words}`)
      await comment(page, 'Without it').getByText(words).last().waitFor()
      await expectAccessible(page, 'parley-thread', ['region'])
      await page.reload()
      await comment(page, 'Without it').locator('.standing').getByText(words).waitFor()
      expect(troubles).toEqual([])
      await page.context().close()
    }
  })

  test('who posts without JavaScript sees why the comment waits on the page that opens', async () => {
    // So that the page could scroll past it.
    await stage.publishes(
      stage.sample,
      ...Array.from({ length: 9 }, (_, n) => `Said before, ${'in turn '.repeat(n + 1)}`),
    )
    for (const [lang, words] of [
      ['en', 'Programs write here, too'],
      ['fa', 'برنامه‌ها نیز اینجا می‌نویسند'],
    ] as const) {
      const { page, context } = await stage.opens({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } })
      const query = new URLSearchParams({ site: DEMO.site, url: stage.sample, lang })
      await page.goto(`${stage.origin}/thread?${query}`)
      await page.locator('textarea').fill('Without a script')
      await page.locator('form button').click()
      await page.waitForURL(/#comment-/)
      const why = page.locator('.notice').getByText(words)
      await expect.poll(async () => (await why.boundingBox())!.y).toBeGreaterThanOrEqual(0)
      await context.close()
    }
  })

  test('nobody waits longer than two seconds for a slow browser, and is told meanwhile what it does', async () => {
    const { page, troubles } = await stage.opens()
    await page.addInitScript(() => {
      const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
      crypto.subtle.deriveBits = async (...given) => {
        await new Promise(resolve => setTimeout(resolve, 500))
        return derive(...given)
      }
    })
    await page.goto(stage.sample)
    await posts(page, 'From a slow phone')
    await page.getByText('One moment: your browser').waitFor()
    await comment(page, 'From a slow phone').getByText('Waiting').waitFor({ timeout: 10_000 })
    expect(await page.getByText('One moment').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('the hardest work holds up nothing on a slow device: it rests while nobody writes, and no task takes 50 ms', async () => {
    const { page, context } = await stage.opens()
    await givesWork(page, 3)
    await page.addInitScript(() => {
      const counted = Object.assign(window, { derived: 0, long: [] as number[] })
      const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
      crypto.subtle.deriveBits = (...given) => {
        counted.derived += 1
        return derive(...given)
      }
    })
    await page.goto(stage.sample)
    const box = page.getByRole('textbox', { name: 'Write a comment' })
    const piece = page.waitForResponse(/\/assets\/proof/)
    await box.click()
    await piece
    await page.getByRole('button', { name: 'Post' }).waitFor()
    await page.waitForTimeout(300)
    const derived = () => page.evaluate(() => (window as never as { derived: number }).derived)
    // Nothing is typed yet.
    expect(await derived()).toBe(0)

    const protocol = await context.newCDPSession(page)
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.evaluate(() => {
      const { long } = window as never as { long: number[] }
      new PerformanceObserver(list => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      })
    })
    await box.press('a')
    await expect.poll(derived).toBeGreaterThan(200)
    const atWork = await page.evaluate(() => {
      const { long } = window as never as { long: number[] }
      return long.splice(0)
    })
    // The reader leaves the box for the article.
    await box.blur()
    await page.waitForTimeout(200)
    const left = await derived()
    await page.waitForTimeout(500)
    expect((await derived()) - left).toBe(0)
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    expect(atWork.filter(ms => ms > 50).length).toBeLessThanOrEqual(1)
    // And comes back.
    await box.focus()
    await expect.poll(derived).toBeGreaterThan(left)
  })
})
