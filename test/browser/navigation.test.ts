import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HeldAnswers } from './held-answers.ts'
import { countingOn, settled } from './left-behind.ts'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

/** How a hand-written router treats the element of the thread. */
type Routing = 'kept' | 'replaced'

/** One page that shows `/a` and `/b` by `history.pushState`, as an application does. */
const application = (origin: string, routing: Routing, more = '') => `<!doctype html><html lang="en"><head>
  <meta charset="utf-8"><title>Somewhere</title>${more}
  <script type="module" src="${origin}/embed.js"></script></head>
  <body><main><h1></h1></main><parley-thread site="demo"></parley-thread><script>
    function draw() {
      document.querySelector('h1').textContent = 'Article ' + location.pathname
      if (${routing === 'replaced'}) {
        const thread = document.createElement('parley-thread')
        thread.setAttribute('site', 'demo')
        document.querySelector('parley-thread').replaceWith(thread)
      }
      // Titles are often set after the page is drawn.
      setTimeout(() => { document.title = 'Title of ' + location.pathname })
    }
    function go(path) {
      history.pushState(null, '', path)
      draw()
    }
    addEventListener('popstate', draw)
    draw()
  </script></body></html>`

describe.skipIf(!CHROMIUM)('single-page navigation', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    for (const name of ['a', 'b']) {
      const address = stage.hosts(`/${name}`, { html: '' })
      await stage.publishes(address, `A word on ${name}`)
    }
  })
  afterAll(() => stage?.end())

  function hosts(routing: Routing, more?: string): string {
    const html = application(stage.origin, routing, more)
    stage.hosts('/b', { html })
    return stage.hosts('/a', { html })
  }

  const goes = (page: Page, path: string) => page.evaluate(`go(${JSON.stringify(path)})`)

  /** Firefox and Safari have had it for a short while only. */
  const withoutNavigationApi = (page: Page) =>
    page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }))

  /** The thread of one page is what is on screen, and all that is. */
  async function expectThreadOf(page: Page, name: string) {
    await page.getByText(`A word on ${name}`).waitFor()
    expect(await page.locator('parley-thread').count()).toBe(1)
    expect(await page.locator('parley-thread .root > section').count()).toBe(1)
    expect(await page.getByText('A word on').count()).toBe(1)
  }

  describe.each<Routing>(['kept', 'replaced'])('where the element is %s', routing => {
    test.each([1, 2])('ends at the right thread, whichever of the slow answers comes last (%i)', async seed => {
      const { page, troubles } = await stage.opens()
      const answers = await HeldAnswers.on(page)
      await page.goto(hosts(routing))
      for (let round = 0; round < 5; round++) {
        await expect.poll(() => answers.asked).toBeGreaterThan(0)
        await goes(page, '/b')
        await goes(page, '/a')
      }
      await goes(page, '/b')
      const settles = async (name: string) => {
        await expect
          .poll(async () => {
            await answers.release(seed)
            return page.getByText(`A word on ${name}`).count()
          })
          .toBe(1)
        await answers.release(seed)
        await expectThreadOf(page, name)
      }
      await settles('b')
      for (let round = 0; round < 5; round++) {
        await goes(page, '/a')
        await goes(page, '/b')
      }
      await goes(page, '/a')
      await settles('a')
      expect(troubles).toEqual([])
    })

    test('leaves no listener, timer or observer behind', async () => {
      const { page } = await stage.opens()
      const count = await countingOn(page)
      await page.goto(hosts(routing))
      await expectThreadOf(page, 'a')
      await goes(page, '/b')
      await expectThreadOf(page, 'b')
      await goes(page, '/a')
      await expectThreadOf(page, 'a')
      const before = await settled(count)
      for (let round = 0; round < 5; round++) {
        await goes(page, '/b')
        if (round % 2) await expectThreadOf(page, 'b')
        await goes(page, '/a')
        if (round % 2) await expectThreadOf(page, 'a')
      }
      await expectThreadOf(page, 'a')
      await expect.poll(count).toEqual(before)
      await page.evaluate(() => document.querySelector('parley-thread')!.remove())
      await expect.poll(async () => (await count()).timers).toBe(0)
    })

    test.each([true, false])('follows the buttons of the browser (with the Navigation API: %s)', async isTold => {
      const { page } = await stage.opens()
      if (!isTold) await withoutNavigationApi(page)
      await page.goto(hosts(routing))
      await expectThreadOf(page, 'a')
      await goes(page, '/b')
      await expectThreadOf(page, 'b')
      await page.goBack()
      await expectThreadOf(page, 'a')
      await page.goForward()
      await expectThreadOf(page, 'b')
    })

    test('posts under the page on screen, with its title and its canonical address, however late they came', async () => {
      const { page } = await stage.opens()
      const canonical = new URL('/a', hosts(routing)).href
      await page.goto(hosts(routing, `<link rel="canonical" href="${canonical}">`))
      await expectThreadOf(page, 'a')
      await page.evaluate(() => {
        const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!
        Object.assign(window, { names: () => setTimeout(() => (link.href = location.pathname), 20) })
      })
      await goes(page, '/b')
      await page.evaluate('names()')
      await expectThreadOf(page, 'b')
      const sent = page.waitForRequest('**/api/comments')
      await posts(page, 'Where am I?', 'Ada')
      const body = (await sent).postDataJSON()
      expect(new URL(body.url).pathname).toBe('/b')
      expect(new URL(body.canonical ?? body.url).pathname).toBe('/b')
      expect(body.title).toBe('Title of /b')
      const own = page.getByRole('article').filter({ hasText: 'Where am I?' })
      await own.getByRole('button', { name: 'Delete' }).click()
      await own.waitFor({ state: 'detached' })
    })

    test('keeps what was typed for the page it was typed on', async () => {
      const { page } = await stage.opens()
      await page.goto(hosts(routing))
      await expectThreadOf(page, 'a')
      const box = page.getByRole('textbox', { name: 'Write a comment' })
      await box.fill('A thought on a')
      await page.getByRole('button', { name: 'Post' }).waitFor()
      await goes(page, '/b')
      await expectThreadOf(page, 'b')
      expect(await box.inputValue()).toBe('')
      await goes(page, '/a?from=b')
      await page.getByText('Nobody has written yet').waitFor()
      await goes(page, '/a?utm_source=b#top')
      await expectThreadOf(page, 'a')
      await expect.poll(() => box.inputValue()).toBe('A thought on a')
    })

    test('does not take the canonical link of the page before for its own', async () => {
      const { page } = await stage.opens()
      const canonical = new URL('/a', hosts(routing)).href
      await page.goto(hosts(routing, `<link rel="canonical" href="${canonical}">`))
      await expectThreadOf(page, 'a')
      await goes(page, '/b')
      // An element that stays stands where its page's link says; a new one has never stood there.
      await expectThreadOf(page, routing === 'kept' ? 'a' : 'b')
      await goes(page, '/a')
      await expectThreadOf(page, 'a')
    })
  })

  test('holds nothing for a thread that went away while a piece of it was on its way', async () => {
    const goesOn = async (isHeld: boolean) => {
      const { page, troubles } = await stage.opens()
      const count = await countingOn(page)
      const pieces: Route[] = []
      await page.route('**/assets/present-*', route => (isHeld ? void pieces.push(route) : route.continue()))
      await page.goto(hosts('replaced'))
      await expectThreadOf(page, 'a')
      await goes(page, '/b')
      await expectThreadOf(page, 'b')
      for (const piece of pieces) await piece.continue()
      await goes(page, '/a')
      await expectThreadOf(page, 'a')
      const held = await settled(count)
      expect(troubles).toEqual([])
      return held
    }
    expect(await goesOn(true)).toEqual(await goesOn(false))
  })

  test('asks for nothing when only the fragment changes, and keeps the thread on screen when only tracking does', async () => {
    const { page } = await stage.opens()
    const answers: string[] = []
    page.on('response', response => response.url().includes('/api/threads?') && answers.push(response.url()))
    await page.goto(`${hosts('kept')}?utm_source=elsewhere`)
    await expectThreadOf(page, 'a')
    const section = await page.locator('parley-thread .root > section').elementHandle()
    await goes(page, '?utm_source=elsewhere#top')
    await page.evaluate(() => history.replaceState(null, '', location.pathname))
    await expect.poll(() => answers.length).toBe(2)
    expect(await section!.evaluate(element => element.isConnected)).toBe(true)
    await goes(page, '?page=2')
    await page.getByText('Nobody has written yet').waitFor()
    await goes(page, '/a')
    await expectThreadOf(page, 'a')
  })

  test('shows the fallback of the first page under no other', async () => {
    const { page } = await stage.opens()
    const html = application(stage.origin, 'kept').replace('</parley-thread>', '<p>As it was built</p></parley-thread>')
    stage.hosts('/b', { html })
    const answers = await HeldAnswers.on(page)
    await page.goto(stage.hosts('/a', { html }))
    await expect.poll(() => answers.paths).toEqual(['/a'])
    expect(await page.getByText('As it was built').isVisible()).toBe(true)
    await answers.release(1)
    await expectThreadOf(page, 'a')
    await goes(page, '/b')
    await expect.poll(() => answers.paths).toEqual(['/b'])
    expect(await page.getByText('As it was built').isVisible()).toBe(false)
    await answers.release(1)
    await expectThreadOf(page, 'b')
  })
})
