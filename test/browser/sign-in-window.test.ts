import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIdIssuer } from '../issuer.ts'
import { tokenOf } from '../people.ts'
import { freePort } from '../runtime/free-port.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** A page that signs its reader in: what the widget does, in a few lines of the API. */
const PAGE = `<!doctype html><html lang="en"><title>A page</title><button>Sign in</button><p id="was"></p><script type="module">
const { api, token, lang, isLeaving } = window.setup
const post = async (path, body) => {
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json' }
  const answer = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify({ site: 'demo', ...body }) })
  return answer.json()
}
const claim = await post('/api/sign-in/openid', { provider: 'harbour', lang })
addEventListener('message', async ({ origin, data, source }) => {
  if (isLeaving || origin !== api || data?.type !== 'parley-sign-in' || data.claim !== claim.claim) return
  source.postMessage({ type: 'parley-sign-in-taken', claim: data.claim }, origin)
  const { type, ...ticket } = data
  was.textContent = 'Signed in as ' + (await post('/api/sign-in/ticket', ticket)).author.name
})
window.types = async code => { was.textContent = 'Signed in as ' + (await post('/api/sign-in/code', { claim: claim.claim, code })).author.name }
document.querySelector('button').addEventListener('click', () => window.open(claim.url, '_blank', 'popup,width=480,height=640'))
document.querySelector('button').dataset.ready = ''
</script></html>`

describe.skipIf(!CHROMIUM)('the window in which somebody signs in elsewhere', () => {
  let stage: Stage
  let end: () => void
  beforeAll(async () => {
    const port = await freePort()
    const issuer = await openIdIssuer(`http://localhost:${port}`)
    const server = serve({ fetch: issuer.app.fetch, port, hostname: '127.0.0.1' })
    end = () => server.close()
    const { name, issuer: address, clientId, clientSecret } = issuer.provider
    stage = await openStage({ PARLEY_OPENID: `${name} ${address} ${clientId} ${clientSecret}` })
  })
  afterAll(async () => {
    await stage?.end()
    end?.()
  })

  /** Opens the page and presses its button; gives the window that comes. */
  async function begins(
    name: string,
    { coop, lang = 'en', isLeaving = false }: { coop?: string; lang?: string; isLeaving?: boolean } = {},
  ) {
    const address = stage.hosts(`/${name}`, { html: PAGE, ...(coop && { coop }) })
    const { page, troubles, context } = await stage.opens()
    await page.addInitScript(setup => Object.assign(window, { setup }), {
      ...{ api: stage.origin, token: tokenOf(name, 1), lang, isLeaving },
    })
    await page.goto(address)
    await page.locator('button[data-ready]').waitFor()
    const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('button').click()])
    return { page, opened, troubles, context }
  }

  const seen = (page: Page) => page.locator('#was')

  test('hands over to its page by itself, and closes', async () => {
    const { page, opened, troubles, context } = await begins('ada')
    await expect.poll(() => seen(page).textContent()).toBe('Signed in as Iris')
    await expect.poll(() => opened.isClosed()).toBe(true)
    expect(troubles).toEqual([])
    await context.close()
  })

  test('shows a code where its page has cut it off, which is typed there', async () => {
    const { page, opened, context } = await begins('ben', { coop: 'same-origin' })
    const troubles: string[] = []
    opened.on('pageerror', error => troubles.push(String(error)))
    await opened.getByRole('heading', { name: 'Almost there' }).waitFor()
    const code = await opened.locator('.code').textContent()
    expect(code).toMatch(/^\d{3} \d{3}$/)
    await expectAccessible(opened)
    await page.evaluate(text => (window as unknown as { types(code: string): Promise<void> }).types(text), code!)
    expect(await seen(page).textContent()).toBe('Signed in as Iris')
    expect(troubles).toEqual([])
    await context.close()
  })

  test('says it in Persian, from right to left, on a narrow screen as well', async () => {
    const { opened, context } = await begins('chiara', { coop: 'same-origin', lang: 'fa' })
    await opened.setViewportSize({ width: 320, height: 480 })
    await opened.getByRole('heading', { name: 'یک گام مانده است' }).waitFor()
    expect(await opened.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await opened.locator('html').getAttribute('dir')).toBe('rtl')
    await context.close()
  })

  test('shows the code when its page has gone meanwhile', async () => {
    // However fast the window is, its page no longer answers.
    const { opened, page, context } = await begins('darya', { isLeaving: true })
    await page.goto('about:blank')
    await opened.getByRole('heading', { name: 'Almost there' }).waitFor({ timeout: 10_000 })
    await context.close()
  })

  test('tells a page of another origin nothing, whoever has opened it', async () => {
    const reader = stage.reader('eve', stage.hosts('/eve', { html: '' }))
    const { url } = await reader.beginsWith('harbour')
    const { page, context } = await stage.opens()
    await page.goto(stage.sample)
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(address => {
        const heard: unknown[] = []
        Object.assign(window, { heard })
        addEventListener('message', ({ data }) => heard.push(data))
        window.open(address, '_blank')
      }, url!),
    ])
    await opened.getByRole('heading', { name: 'Almost there' }).waitFor({ timeout: 10_000 })
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([])
    await context.close()
  })
})
