import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { type Made, STORIES } from './stand.ts'

/** What stands in Parley under an address, as a program reads it. */
async function threadAt(parley: string, url: string, article?: string) {
  const query = new URLSearchParams({ site: 'daily', url, ...(article && { article }) })
  const answer = await fetch(`${parley}/api/threads?${query}`)
  assert.equal(answer.status, 200, `${url} is refused`)
  return (await answer.json()) as { article: { key: string; title: string | null; count: number } }
}

/** Waits until something is so. */
async function becomes(what: string, isSo: () => Promise<boolean>, within = 15_000): Promise<void> {
  const end = Date.now() + within
  while (!(await isSo().catch(() => false))) {
    assert(Date.now() < end, what)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** Puts a comment under a page before the site is built. */
export async function writesBefore(parley: string, url: string, text: string): Promise<void> {
  const answer = await fetch(`${parley}/api/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer prl_${'r'.repeat(43)}` },
    body: JSON.stringify({ site: 'daily', url, text, name: 'Ada' }),
  })
  assert.equal(answer.status, 201, await answer.text())
}

/**
 * A reader's visit to the two pages: writes under both, goes from one to the other by a link and back, and reads each
 * page's own thread, once. Nothing may go wrong on the console, and the thread has the colours of the page.
 * @returns what was seen, for the table
 * @throws where something is not as it should be
 */
export async function visit(browser: Browser, made: Made, site: string, parley: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('console', message => {
    // A machine that builds beside it is a pressed one; then what can wait is put off, and asked for again.
    if (/status of 503/.test(message.text())) return
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`)
  })
  const a = site + made.pages[0]
  const seen: string[] = []
  try {
    await page.goto(a)
    await page.evaluate('window.wasHere = true')
    await posts(page, 'Written under a')
    await shows(page, ['Written under a'])

    await goes(page, 'To b')
    const isClient = (await page.evaluate('window.wasHere === true')) as boolean
    assert.equal(isClient, made.isClient, isClient ? 'the page was not left' : 'the page was left')
    await shows(page, [])
    await posts(page, 'Written under b')
    await shows(page, ['Written under b'])
    await goes(page, 'To a')
    await shows(page, ['Written under a'])
    await page.goBack()
    await shows(page, ['Written under b'])
    await page.goBack()
    await shows(page, ['Written under a'])
    seen.push(isClient ? 'posted, went by the tool’s own links and back' : 'posted, went from page to page')

    // What the server knows of it: each text under its own article, with the title that the page has.
    const threads = page.locator('parley-thread')
    const key = await threads.getAttribute('article')
    const url = (await threads.getAttribute('url')) ?? a
    const { article } = await threadAt(parley, url, key ?? undefined)
    assert.equal(article.count, made.isStatic ? 2 : 1)
    seen.push(`article ${article.key}`)
    if (article.title) assert.equal(article.title.split(' | ')[0], STORIES[0].title)

    if (made.isStatic) {
      const crawler = await browser.newPage({ javaScriptEnabled: false })
      await crawler.goto(a)
      await crawler.locator('parley-thread').getByText('Written before the build').waitFor({ timeout: 5_000 })
      await crawler.close()
      seen.push('comments in the page as it is built')
    }
    const light = await colours(page)
    if (made.darkens) await page.locator(made.darkens).first().click()
    else await page.emulateMedia({ colorScheme: 'dark' })
    await becomes('the thread follows the page into the dark', async () => {
      const dark = await colours(page)
      return lightness(dark.text) > 128 && lightness(light.text) < 128 && dark.scheme !== light.scheme
    })
    seen.push('theme follows')
    assert.deepEqual(troubles, [])
    return seen
  } catch (error) {
    await page.screenshot({ path: `${process.env['RECIPES_PICTURES'] ?? '/tmp'}/recipe-failed.png`, fullPage: true })
    if (troubles.length > 0) (error as Error).message += `\non the console: ${troubles.join('\n')}`
    throw error
  } finally {
    await context.close()
  }
}

async function posts(page: Page, text: string): Promise<void> {
  const thread = page.locator('parley-thread')
  await thread.getByRole('textbox', { name: /write a comment/i }).fill(text, { timeout: 15_000 })
  await thread.getByRole('button', { name: /^post/i }).click()
}

const goes = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

/** Of what was written in this visit exactly this is shown, in one thread. */
async function shows(page: Page, texts: string[]): Promise<void> {
  const written = page.locator('parley-thread .root').getByText(/^Written under ./)
  const now = async () =>
    JSON.stringify([
      await page.locator('parley-thread').count(),
      await page.locator('parley-thread .root > section').count(),
      (await page
        .locator('parley-thread')
        .getByRole('textbox', { name: /write a comment/i })
        .count()) > 0,
      await written.filter({ visible: true }).allTextContents(),
    ])
  let found = ''
  const wanted = JSON.stringify([1, 1, true, texts])
  await becomes('', async () => {
    found = await now()
    return found === wanted
  }).catch(() => assert.fail(`threads, drawn, writable, texts: ${found}, not ${wanted}`))
}

/** The colour of the text in the thread, and whether it takes itself for light or dark. */
async function colours(page: Page): Promise<{ text: string; scheme: string }> {
  return page.locator('parley-thread .root').evaluate(root => {
    const style = getComputedStyle(root)
    return { text: style.color, scheme: style.colorScheme }
  })
}

/** 0 (black) to 255, of a colour as browsers compute it. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return (red + green + blue) / 3
}
