import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CountsRequest, ViewsRequest } from '../../server/contract.ts'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

/** Chromium without a window says so, and is taken for a robot; this one is a reader. */
const READER = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
}

describe.skipIf(!CHROMIUM)('numbers of articles', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  /** A page of an owner with these elements in it. */
  const html = (body: string, lang = 'en') => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <title>A page</title></head><body><script type="module" src="${stage.origin}/embed.js"></script>${body}</body></html>`

  /** Puts published comments under an address. */
  async function comment(url: string, count: number) {
    for (let n = 0; n < count; n++) {
      const token = `prl_${crypto.randomUUID().replaceAll('-', '').padEnd(43, 'x')}`
      const response = await fetch(`${stage.origin}/api/comments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ site: 'demo', url, text: `Number ${n} ${token}` }),
      })
      expect(response.status).toBe(201)
    }
    await stage.approveAll()
  }

  /** What a page asks of Parley's numbers. */
  function listen(page: Page) {
    const requests: Request[] = []
    page.on('request', request => /\/api\/(counts|views)$/.test(request.url()) && requests.push(request))
    return {
      requests,
      counts: () =>
        requests.filter(each => each.url().endsWith('/counts')).map(each => each.postDataJSON() as CountsRequest),
      views: () =>
        requests.filter(each => each.url().endsWith('/views')).map(each => each.postDataJSON() as ViewsRequest),
    }
  }

  test('fifty teasers with long Persian addresses get their counts by one request without preflight, in Persian', async () => {
    const path = (n: number) => `/${'خبر-'.repeat(80)}${n}`
    const address = stage.hosts('/list', {
      html: html(
        Array.from({ length: 50 }, (_, n) => `<p><parley-count site="demo" url="${path(n)}"></parley-count></p>`).join(
          '',
        ),
        'fa',
      ),
    })
    await comment(new URL(path(7), address).href, 12)
    await comment(new URL(path(31), address).href, 1)
    const { page, troubles } = await stage.opens()
    const asked = listen(page)
    await page.goto(address)
    await page.getByText('۱۲ دیدگاه').waitFor()
    const texts = await page.locator('parley-count').allTextContents()
    expect(texts).toEqual(texts.map((_, n) => (n === 7 ? '۱۲ دیدگاه' : n === 31 ? '۱ دیدگاه' : 'هنوز دیدگاهی نیست')))
    expect(texts).toHaveLength(50)
    expect(asked.requests).toHaveLength(1)
    expect(asked.counts()[0]!.urls).toHaveLength(50)
    expect(asked.requests[0]!.headers()['content-type']).toMatch(/^text\/plain/)
    expect(troubles).toEqual([])
  })

  test('more than a hundred articles come in two requests, and one asked for twice is asked for once', async () => {
    const teasers = Array.from(
      { length: 150 },
      (_, n) => `<parley-count site="demo" url="/many/${n % 120}"></parley-count>`,
    )
    const { page } = await stage.opens()
    const asked = listen(page)
    await page.goto(stage.hosts('/many', { html: html(teasers.join(' ')) }))
    await expect.poll(() => page.locator('parley-count:empty').count()).toBe(0)
    expect(asked.counts().map(({ urls }) => urls.length)).toEqual([100, 20])
  })

  test('what the server would refuse does not take the others with it', async () => {
    const body = `<parley-count site="demo" url="/fine"></parley-count>
      <a href="/"><parley-count site="demo" url="/${'x'.repeat(70_000)}">Discuss</parley-count></a>
      <parley-count url="/fine">No site</parley-count>`
    const { page, troubles } = await stage.opens()
    await page.goto(stage.hosts('/mixed', { html: html(body) }))
    await page.getByText('No comments yet').waitFor()
    expect(await page.locator('parley-count').allTextContents()).toEqual(['No comments yet', 'Discuss', 'No site'])
    expect(troubles).toEqual([])
  })

  test('a page tells its views under a strict policy, beginning at the owner’s number, and a reload adds none', async () => {
    const csp = `default-src 'none'; script-src ${stage.origin}; connect-src ${stage.origin}; style-src 'self'; require-trusted-types-for 'script'`
    const body = `<p id="own"><parley-views site="demo" start="722"></parley-views></p>
      <p id="bare"><parley-views site="demo" url="/elsewhere" format="number">–</parley-views></p>`
    const address = stage.hosts('/story', { html: html(body), csp })
    const { page, troubles } = await stage.opens(READER)
    const asked = listen(page)
    await page.goto(address)
    await page.getByText('723 views').waitFor()
    expect(await page.locator('#bare').textContent()).toBe('0')
    expect(asked.requests).toHaveLength(1)
    expect(asked.views()[0]).toMatchObject({
      seen: { url: address },
      urls: [address, new URL('/elsewhere', address).href],
    })
    await page.reload()
    await page.getByText('723 views').waitFor()

    const persian = await stage.opens(READER)
    await persian.page.goto(stage.hosts('/story', { html: html(body, 'fa') }))
    await persian.page.getByText('۷۲۳ بازدید').waitFor()
    const robot = await stage.opens()
    await robot.page.goto(stage.hosts('/other-story', { html: html(body) }))
    await robot.page.getByText('722 views').waitFor()
    expect(troubles).toEqual([])
  })

  test('a list counts no view of the page it stands on, nor of the articles it lists', async () => {
    const body =
      '<parley-views site="demo" article="1"></parley-views><parley-views site="demo" article="2"></parley-views>'
    const { page } = await stage.opens(READER)
    const asked = listen(page)
    await page.goto(stage.hosts('/front', { html: html(body) }))
    await expect.poll(() => page.locator('parley-views:empty').count()).toBe(0)
    expect(asked.views().map(({ seen }) => seen)).toEqual([undefined])
    expect(await page.locator('parley-views').allTextContents()).toEqual(['0 views', '0 views'])
  })

  test('a site that switched views off shows nothing', async () => {
    const { sites } = stage.store()
    await sites.change('demo', { settings: { views: false } })
    const { page } = await stage.opens(READER)
    await page.goto(stage.hosts('/off', { html: html('<p>[<parley-views site="demo">Views</parley-views>]</p>') }))
    await page.getByText('[]').waitFor()
    await sites.change('demo', { settings: { views: true } })
  })

  test.each([
    ['in a tab that nobody looks at', 'hidden', 'visibilitychange'],
    ['drawn ahead of time', 'prerendering', 'prerenderingchange'],
  ])('a page %s is not counted until it is seen', async (_, property, change) => {
    const { page } = await stage.opens(READER)
    const asked = listen(page)
    await page.addInitScript(name => {
      Object.defineProperty(document, name, { configurable: true, value: true })
    }, property)
    const body = '<parley-views site="demo"></parley-views> <parley-count site="demo" url="/a"></parley-count>'
    await page.goto(stage.hosts(`/${property}`, { html: html(body) }))
    await page.getByText('No comments yet').waitFor()
    expect(asked.views()).toEqual([])
    await page.evaluate(
      ([name, type]) => {
        Object.defineProperty(document, name!, { configurable: true, value: false })
        document.dispatchEvent(new Event(type!))
      },
      [property, change],
    )
    await page.getByText('1 view').waitFor()
  })

  test('elements that come later, change or go are followed, those of one turn by one request', async () => {
    const address = stage.hosts('/scroll', { html: html('<main></main>') })
    await comment(new URL('/late/3', address).href, 2)
    const { page, troubles } = await stage.opens()
    const asked = listen(page)
    await page.goto(address)
    const more = (from: number) =>
      page.evaluate(first => {
        for (let n = first; n < first + 10; n++) {
          const teaser = document.createElement('p')
          const count = document.createElement('parley-count')
          count.setAttribute('site', 'demo')
          count.setAttribute('url', `/late/${n}`)
          teaser.append(count)
          document.querySelector('main')!.append(teaser)
        }
      }, from)
    await more(0)
    await page.getByText('2 comments').waitFor()
    await more(10)
    await expect.poll(() => page.locator('parley-count:empty').count()).toBe(0)
    expect(asked.counts().map(({ urls }) => urls.length)).toEqual([10, 10])

    const last = page.locator('parley-count').last()
    await last.evaluate(count => count.setAttribute('url', '/late/3'))
    await expect.poll(() => last.textContent()).toBe('2 comments')
    await last.evaluate(count => {
      count.setAttribute('format', 'number')
      document.querySelector('parley-count')!.remove()
    })
    expect(await last.textContent()).toBe('2')
    expect(asked.counts().map(({ urls }) => urls.length)).toEqual([10, 10, 1])
    expect(troubles).toEqual([])
  })

  test('an answer that comes after its element speaks of another article is not shown there', async () => {
    const address = stage.hosts('/late-answer', {
      html: html('<parley-count site="demo" url="/slow">…</parley-count>'),
    })
    await comment(new URL('/slow', address).href, 3)
    const { page } = await stage.opens()
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route('**/api/counts', async route => {
      if (route.request().postData()!.includes('/slow')) await held
      await route.continue()
    })
    const asked = page.waitForRequest('**/api/counts')
    await page.goto(address)
    await asked
    const count = page.locator('parley-count')
    await count.evaluate(element => element.setAttribute('url', '/quick'))
    await page.getByText('No comments yet').waitFor()
    const answered = page.waitForResponse('**/api/counts')
    release()
    await (await answered).finished()
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
    expect(await count.textContent()).toBe('No comments yet')
  })

  test('the count of the article follows the thread on its page', async () => {
    const address = stage.hosts('/with-thread', {
      html: html(`<a href="#talk"><parley-count site="demo"></parley-count></a>
        <a href="/x"><parley-count site="demo" url="/x"></parley-count></a>
        <div id="talk"><parley-thread site="demo"></parley-thread></div>`),
    })
    const { page } = await stage.opens()
    await page.goto(address)
    await posts(page, 'The first of mine')
    await page.getByRole('article').getByText('Waiting').waitFor()
    await stage.approveAll()
    await page.reload()
    const counts = page.locator('parley-count')
    await expect.poll(() => counts.allTextContents()).toEqual(['1 comment', 'No comments yet'])
    await posts(page, 'The second of mine')
    await expect.poll(() => counts.allTextContents()).toEqual(['2 comments', 'No comments yet'])
    const own = page.getByRole('article').filter({ hasText: 'The second of mine' })
    await own.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => counts.allTextContents()).toEqual(['1 comment', 'No comments yet'])
  })

  test.each([
    ['told by the browser', '', true],
    ['told by the thread on it, where the browser tells nothing', '<parley-thread site="demo"></parley-thread>', false],
  ])(
    'a page that becomes another one under elements that stay counts and tells that one, %s',
    async (_, more, isTold) => {
      const name = isTold ? 'told' : 'untold'
      const body = `<h1>A</h1><parley-views site="demo"></parley-views>, <parley-count site="demo"></parley-count>;
      <parley-count site="demo" url="/elsewhere"></parley-count>${more}`
      const address = stage.hosts(`/${name}-a`, { html: html(body) })
      await stage.publishes(stage.hosts(`/${name}-b`, { html: '' }), `A word on ${name}`)
      const { page, troubles } = await stage.opens(READER)
      if (!isTold) await page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }))
      const asked = listen(page)
      await page.clock.install()
      await page.goto(address)
      const texts = () => page.locator('parley-views, parley-count').allTextContents()
      await expect.poll(texts).toEqual(['1 view', 'No comments yet', 'No comments yet'])
      await page.evaluate(path => {
        history.pushState(null, '', path)
        document.querySelector('h1')!.textContent = path
      }, `/${name}-b`)
      await expect.poll(texts).toEqual(['1 view', '1 comment', 'No comments yet'])
      await expect
        .poll(() => asked.views().map(({ seen }) => new URL(seen!.url).pathname))
        .toEqual([`/${name}-a`, `/${name}-b`])
      await page.goBack()
      await expect.poll(texts).toEqual(['1 view', 'No comments yet', 'No comments yet'])
      await expect.poll(() => asked.views()).toHaveLength(3)
      const before = asked.requests.length
      await page.evaluate(() => {
        location.hash = 'further-down'
      })
      await page.clock.runFor(1_000)
      expect(asked.requests).toHaveLength(before)
      expect(troubles).toEqual([])
    },
  )

  test('a server that fails leaves what the page had put there', async () => {
    const { page, troubles } = await stage.opens(READER)
    const body = `<a href="/a#talk"><parley-count site="demo" url="/a">Join the conversation</parley-count></a>
      <parley-views site="demo"></parley-views>`
    const isViews = (request: Request) => request.url().endsWith('/api/views')
    await page.route('**/api/counts', route => route.abort())
    await page.route('**/api/views', route => route.fulfill({ status: 502, body: '<html>Bad gateway</html>' }))
    const [aborted, answered] = [page.waitForEvent('requestfailed'), page.waitForEvent('requestfinished', isViews)]
    await page.goto(stage.hosts('/broken', { html: html(body) }))
    await Promise.all([aborted, answered])
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
    expect(await page.locator('parley-count').textContent()).toBe('Join the conversation')
    expect(await page.locator('parley-views').textContent()).toBe('')
    expect(troubles.filter(trouble => !trouble.startsWith('Failed to load resource'))).toEqual([])
  })

  test('a page that is not the site’s is told on the console how its owner allows it', async () => {
    await stage.store().sites.add({
      id: 'daily',
      name: 'The Daily',
      origins: ['https://daily.example'],
      settings: {},
      isDemo: false,
      createdAt: Date.now(),
    })
    const { page } = await stage.opens(READER)
    const said: string[] = []
    page.on('console', message => said.push(message.text()))
    const address = stage.hosts('/refused', { html: html('<parley-views site="daily">–</parley-views>') })
    await page.goto(address)
    await expect
      .poll(() => said.join('\n'))
      .toContain(`npm run parley -- site set daily --origin ${new URL(address).origin}`)
    expect(await page.locator('parley-views').textContent()).toBe('–')
  })
})
