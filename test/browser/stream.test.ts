import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { makeMove, planMove } from '../../server/articles/move.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('a thread in view', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  /** Everything that the page asks to learn of changes, as it asks. */
  function follows(page: Page) {
    const asked = { streams: [] as string[], polls: [] as string[], open: 0 }
    const isStream = (url: string) => url.includes('/api/threads/stream?')
    page.on('request', request => {
      if (request.url().includes('/api/threads/changes?')) asked.polls.push(request.url())
      if (!isStream(request.url())) return
      asked.streams.push(request.url())
      asked.open += 1
    })
    const ends = (request: { url(): string }) => {
      if (isStream(request.url())) asked.open -= 1
    }
    page.on('requestfinished', ends)
    page.on('requestfailed', ends)
    return asked
  }

  /** A reader with the thread before their eyes, which is followed. */
  async function reads(address = stage.sample) {
    const { page, troubles } = await stage.opens()
    const asked = follows(page)
    const said = page.waitForResponse('**/api/threads/stream?*')
    await page.goto(address)
    await page.getByRole('textbox', { name: 'Write a comment' }).waitFor()
    await page.locator('parley-thread').first().scrollIntoViewIfNeeded()
    expect((await said).headers()['content-type']).toBe('text/event-stream')
    return { page, troubles, asked }
  }

  async function writes(text: string, name: string) {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, text, name)
    await page.getByRole('article').filter({ hasText: text }).waitFor()
    return page
  }

  async function comes(text: string, name: string) {
    const page = await writes(text, name)
    await stage.approveAll()
    return page
  }

  const line = (page: Page, count = 1) =>
    page.getByRole('button', { name: count === 1 ? '1 new comment' : `${count} new comments` })

  function sees(page: Page, isHidden: boolean) {
    return page.evaluate(hidden => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, isHidden)
  }

  test('hears of a comment as it is approved, without asking', async () => {
    const { page, troubles, asked } = await reads()
    await writes('Straight from the ferry', 'Ada')
    expect(await line(page).count()).toBe(0)
    await stage.approveAll()
    await line(page).waitFor()
    expect(await page.getByText('Straight from the ferry').count()).toBe(0)
    await line(page).click()
    await page.getByText('Straight from the ferry').waitFor()
    expect([asked.streams.length, asked.polls.length]).toEqual([1, 0])
    expect(troubles).toEqual([])
  })

  test('is not followed while its tab is hidden or put aside, and catches up as soon as it is seen', async () => {
    const { page, asked } = await reads()
    await sees(page, true)
    await expect.poll(() => asked.open).toBe(0)
    await comes('While you were away', 'Ben')
    expect([asked.streams.length, asked.polls.length, await line(page).count()]).toEqual([1, 0, 0])
    await sees(page, false)
    await line(page).waitFor()
    for (const [type, open] of [
      ['pagehide', 0],
      ['pageshow', 1],
    ] as const) {
      await page.evaluate(name => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type)
      await expect.poll(() => asked.open).toBe(open)
    }
    expect(asked.polls).toEqual([])
    await page.evaluate(() => document.querySelector('parley-thread')!.remove())
    await expect.poll(() => asked.open).toBe(0)
  })

  test('loses nothing when the server is started anew', async () => {
    const { page, asked } = await reads()
    await comes('Before the break', 'Chiara')
    await line(page).waitFor()
    await writes('During the break', 'Darya')
    await stage.stopParley()
    await stage.startParley(stage.approveAll)
    await line(page, 2).waitFor()
    expect(asked.polls).toEqual([])
  })

  test('does not take what the reader does for news', async () => {
    const author = await comes('My first', 'Eve')
    await author.reload()
    const watcher = (await reads()).page
    const counts = (page: Page, count: number) =>
      page.getByRole('heading', { name: new RegExp(`^${count} comments?$`) }).waitFor()
    const own = (text: string) => author.getByRole('article').filter({ hasText: text })
    await own('My first').scrollIntoViewIfNeeded()
    const before = Number.parseInt((await author.getByRole('heading', { name: /comments?$/ }).textContent())!, 10)
    // The answer comes after everybody else has heard.
    await author.route('**/api/comments**', async route => {
      const isPost = route.request().method() === 'POST'
      if (!isPost && route.request().method() !== 'DELETE') return route.continue()
      const response = await route.fetch()
      await counts(watcher, before + Number(isPost))
      await route.fulfill({ response })
    })
    await posts(author, 'My second', 'Eve')
    await own('My second').getByRole('button', { name: 'Delete' }).waitFor()
    expect(await author.getByRole('button', { name: /new comment/ }).count()).toBe(0)
    await counts(author, before + 1)
    await own('My second').getByRole('button', { name: 'Delete' }).click()
    await own('Comment deleted').waitFor()
    await comes('Somebody else’s', 'Ada')
    await line(author).waitFor()
    expect(await own('Comment deleted').count()).toBe(1)
    await counts(author, before + 1)
  })

  test('forgets what is new when it is taken away unread', async () => {
    const { page } = await reads()
    const author = await comes('Not for long', 'Ben')
    await line(page).waitFor()
    const own = author.getByRole('article').filter({ hasText: 'Not for long' })
    await own.getByRole('button', { name: 'Delete' }).click()
    await line(page).waitFor({ state: 'detached' })
  })

  test('becomes the other one as soon as its owner has made them one', async () => {
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
    const [before, after] = ['/before', '/after'].map(path =>
      stage.hosts(path, {
        html: `<!doctype html><html lang="en"><title>${path}</title><script type="module" src="${stage.origin}/embed.js"></script>
          <parley-thread site="demo"></parley-thread>`,
      }),
    )
    const tabs = [await reads(before), await reads(after)] as const
    await posts(tabs[0].page, 'Written before', 'Ada')
    await posts(tabs[1].page, 'Written after', 'Ben')
    for (const { page } of tabs) await page.getByRole('heading', { name: '1 comment' }).waitFor()
    const deps = { store: stage.store(), clock: Date.now }
    const site = (await deps.store.sites.find(DEMO.site))!
    await makeMove(deps, site, await planMove(deps, site, before!, after!, true))
    for (const { page } of tabs) {
      await page.getByRole('heading', { name: '2 comments' }).waitFor()
      for (const text of ['Written before', 'Written after']) await page.getByText(text).waitFor()
    }
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'first' } })
  })

  test('is the only one of its page with a stream; the others ask', async () => {
    const thread = (url: string) => `<parley-thread site="demo" url="${url}"></parley-thread>`
    const address = stage.hosts('/two', {
      html: `<!doctype html><html lang="en"><title>Two</title><script type="module" src="${stage.origin}/embed.js"></script>
        ${thread('http://127.0.0.1/one')}<div style="height: 4000px"></div>${thread('http://127.0.0.1/other')}`,
    })
    const { page } = await stage.opens()
    const asked = follows(page)
    await page.clock.install()
    const about = (url: string | undefined) => new URL(url ?? 'x:').searchParams.get('url')?.split('/').pop()
    await page.goto(address)
    await expect.poll(() => page.getByRole('textbox', { name: 'Write a comment' }).count()).toBe(2)
    await expect.poll(() => asked.streams.map(about)).toEqual(['one'])
    const polled = page.waitForRequest('**/api/threads/changes?*')
    await page.clock.runFor(31_000)
    expect(about((await polled).url())).toBe('other')
    await page.locator('parley-thread').last().scrollIntoViewIfNeeded()
    await expect.poll(() => asked.streams.map(about)).toEqual(['one', 'other'])
    await expect.poll(() => asked.open).toBe(1)
    await page.evaluate(() => document.querySelectorAll('parley-thread')[1]!.remove())
    await expect.poll(() => asked.open).toBe(0)
  })

  test('is asked for now and then where a proxy holds a stream back', async () => {
    const { hostname, port } = new URL(stage.origin)
    const proxy = createServer((incoming, outgoing) => {
      const { url: path, method, headers } = incoming
      incoming.pipe(
        send({ hostname, port, path, method, headers }, answer => {
          outgoing.writeHead(answer.statusCode!, answer.headers)
          if (!answer.headers['content-type']?.startsWith('text/event-stream')) return answer.pipe(outgoing)
          outgoing.flushHeaders()
          outgoing.once('close', () => answer.destroy())
        }),
      )
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      proxy.closeAllConnections()
      proxy.close()
    })
    const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const address = stage.hosts('/buffered', {
      html: `<!doctype html><html lang="en"><title>Buffered</title><script type="module" src="${origin}/embed.js"></script>
        <parley-thread site="demo" url="${stage.sample}"></parley-thread>`,
    })
    const { page, troubles } = await stage.opens()
    const asked = follows(page)
    await page.clock.install()
    await page.goto(address)
    await expect.poll(() => asked.open).toBe(1)
    await comes('Past the proxy', 'Ben')
    await page.clock.runFor(21_000)
    await expect.poll(() => asked.open).toBe(0)
    await page.clock.runFor(10_000)
    await line(page).waitFor()
    expect([asked.streams.length, asked.polls.length]).toEqual([1, 1])
    expect(troubles).toEqual([])
  })

  test.each([204, 503])('is asked for now and then where a stream is answered %i', async status => {
    const { page } = await stage.opens()
    const asked = follows(page)
    await page.route('**/api/threads/stream?*', route => route.fulfill({ status }))
    await page.clock.install()
    await page.goto(stage.sample)
    await page.locator('parley-thread').scrollIntoViewIfNeeded()
    await expect.poll(() => asked.streams.length).toBe(1)
    await expect.poll(() => asked.open).toBe(0)
    await comes(`Told after a ${status}`, 'Chiara')
    await page.clock.runFor(31_000)
    await line(page).waitFor()
    expect(asked.polls).toHaveLength(1)
  })
})
