import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { astroRouter } from './astro-router.ts'
import { countingOn, settled } from './left-behind.ts'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

/** A library that shows the next page without leaving the one before, and how its pages are written. */
interface Router {
  name: string
  /** The library's own script. */
  script(): string | Promise<string>
  head?: string
  link?: string
  /** What makes the library keep the element of the thread over a navigation; null where it never does. */
  keep: string | null
}

const installed = (file: string) => () => readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8')

const ROUTERS: Router[] = [
  {
    name: 'Turbo Drive',
    script: installed('@hotwired/turbo/dist/turbo.es2017-esm.js'),
    keep: 'id="thread" data-turbo-permanent',
  },
  { name: 'htmx 2, boosted', script: installed('htmx-2/dist/htmx.js'), link: 'hx-boost="true"', keep: null },
  { name: 'htmx 4, boosted', script: installed('htmx.org/dist/htmx.js'), link: 'hx-boost="true"', keep: null },
  {
    name: 'Astro’s client router',
    script: astroRouter,
    head: `<meta name="astro-view-transitions-enabled" content="true">
      <meta name="astro-view-transitions-fallback" content="animate"><style>@media (prefers-reduced-motion) {
      ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation: none !important } }</style>`,
    keep: 'data-astro-transition-persist="thread"',
  },
]

describe.skipIf(!CHROMIUM)('a site whose pages are changed', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    for (const name of ['a', 'b']) await stage.publishes(stage.hosts(`/${name}`, { html: '' }), `A word on ${name}`)
    for (const [at, { script }] of ROUTERS.entries()) {
      stage.hosts(`/router-${at}.js`, { html: await script(), type: 'text/javascript' })
    }
  })
  afterAll(() => stage?.end())

  /** Two pages, each written whole by the site's server. */
  function hosts(router: Router, thread: string): string {
    const html = (name: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
      <title>Title of /${name}</title><link rel="canonical" href="${stage.hosts(`/${name}`, { html: '' })}">
      ${router.head ?? ''}<script type="module" src="/router-${ROUTERS.indexOf(router)}.js"></script>
      <script type="module" src="${stage.origin}/embed.js"></script></head><body><main><h1>Article /${name}</h1>
      <a ${router.link ?? ''} href="/a">To a</a> <a ${router.link ?? ''} href="/b">To b</a></main>${thread}</body></html>`
    stage.hosts('/b', { html: html('b') })
    return stage.hosts('/a', { html: html('a') })
  }

  /** The page and its thread are on screen, and nothing else is. */
  async function expectPage(page: Page, name: string) {
    await page.getByRole('heading', { name: `Article /${name}` }).waitFor()
    await expect.poll(() => page.getByText(/A word on ./).allTextContents()).toEqual([`A word on ${name}`])
    expect(await page.locator('parley-thread').count()).toBe(1)
    expect(await page.locator('parley-thread .root > section').count()).toBe(1)
  }

  const goes = (page: Page, name: string) => page.getByRole('link', { name: `To ${name}` }).click()

  for (const router of ROUTERS) {
    // The bare `div` becomes the same element whichever library puts it there; one of them shows it.
    const showsDiv = router === ROUTERS[0]
    const threads = { thread: '', ...(showsDiv && { div: '' }), ...(router.keep && { kept: router.keep }) }
    describe.each(Object.entries(threads))(`by ${router.name}, with a %s`, (kind, attribute) => {
      const thread =
        kind === 'div'
          ? '<div data-parley-site="demo"></div>'
          : `<parley-thread site="demo" ${attribute}></parley-thread>`

      test('shows the right thread there and back, posts under the page on screen, and leaves nothing behind', async () => {
        const { page, troubles } = await stage.opens({ reducedMotion: 'reduce' })
        const count = await countingOn(page)
        await page.goto(hosts(router, thread))
        await page.evaluate(() => Object.assign(window, { first: document.querySelector('parley-thread') }))
        const isFirst = () => page.evaluate('first === document.querySelector("parley-thread")')
        await expectPage(page, 'a')
        await goes(page, 'b')
        await expectPage(page, 'b')
        expect(await isFirst()).toBe(kind === 'kept')
        const sent = page.waitForRequest('**/api/comments')
        await posts(page, 'Where am I?', 'Ada')
        const { url, canonical, title } = (await sent).postDataJSON()
        expect([url, canonical ?? url].map(address => new URL(address).pathname)).toEqual(['/b', '/b'])
        expect(title).toBe('Title of /b')
        const own = page.getByRole('article').filter({ hasText: 'Where am I?' })
        await own.getByRole('button', { name: 'Delete' }).click()
        await own.waitFor({ state: 'detached' })
        await page.goBack()
        await expectPage(page, 'a')
        await page.goForward()
        await expectPage(page, 'b')

        const thereAndBack = async (times: number) => {
          for (let round = 1; round <= times; round++) {
            await goes(page, 'a')
            await page.getByRole('heading', { name: 'Article /a' }).waitFor()
            if (round % 2) await expectPage(page, 'a')
            await goes(page, 'b')
            await page.getByRole('heading', { name: 'Article /b' }).waitFor()
          }
          await expectPage(page, 'b')
        }
        // A router may hold the page before, where somebody has just written.
        await thereAndBack(1)
        const before = await settled(count)
        await thereAndBack(5)
        await expect.poll(count).toEqual(before)
        expect(await isFirst()).toBe(kind === 'kept')
        expect(troubles).toEqual([])
      })
    })
  }
})
