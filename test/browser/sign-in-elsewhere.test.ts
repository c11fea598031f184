import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { openIdIssuer } from '../issuer.ts'
import { freePort } from '../runtime/free-port.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

/** Signing in with an issuer in a window of its own, from the widget on somebody's page. */
describe.skipIf(!CHROMIUM)('signing in with another site', () => {
  let stage: Stage
  let end: () => void
  let issuer: Awaited<ReturnType<typeof openIdIssuer>>
  let n = 0
  let path: string
  beforeAll(async () => {
    const port = await freePort()
    issuer = await openIdIssuer(`http://localhost:${port}`)
    const server = serve({ fetch: issuer.app.fetch, port, hostname: '127.0.0.1' })
    end = () => server.close()
    const { name, issuer: address, clientId, clientSecret } = issuer.provider
    stage = await openStage({
      PARLEY_OPENID: `${name} ${address} ${clientId} ${clientSecret}`,
      PARLEY_DESK_OPENID: `${name} groups=editors moderator ${DEMO.site}`,
      PARLEY_LIMITS: 'off',
    })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
  })
  afterAll(async () => {
    await stage?.end()
    end?.()
  })
  beforeEach(() => {
    path = `/elsewhere-${++n}`
    issuer.says = 'yes'
    issuer.who = { sub: `u-${n}`, name: `Iris ${n}` }
  })

  const hostPage = (coop?: string) =>
    stage.hosts(path, {
      ...(coop && { coop }),
      html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>The harbour</title>
        <body style="margin:16px"><script type="module" src="${stage.origin}/embed.js"></script>
        <main><h1>The harbour</h1><parley-thread site="${DEMO.site}"></parley-thread></main>`,
    })
  const dialog = (page: Page) => page.getByRole('dialog')
  const goOn = (page: Page) => dialog(page).getByRole('button', { name: 'Go on with Harbour' })
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement?.shadowRoot?.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent ?? document.activeElement?.tagName
    })
  async function enters(coop?: string) {
    const opened = await stage.opens()
    const { page } = opened
    await page.goto(hostPage(coop))
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await goOn(page).waitFor()
    return opened
  }

  test('an organisation’s people come to the desk without a link, and others read that they have no role', async () => {
    const { page } = await stage.opens()
    issuer.who = { ...issuer.who, groups: ['editors'] }
    await page.goto(`${stage.origin}/desk`)
    await page.getByRole('link', { name: /^Sign in with .?harbour/ }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor()
    expect(page.url()).toContain(`${stage.origin}/desk#site=${DEMO.site}`)
    await page.getByRole('button', { name: /^You:/ }).click()
    await page.getByText('signed in by your organisation').waitFor()
    issuer.who = { ...issuer.who, groups: [] }
    await page.goto(`${stage.origin}/desk/sign-in/harbour`)
    await page.getByText('nothing that is said of you there is a role here').waitFor()
    await page.goto(`${stage.origin}/desk`)
    await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor()
  })

  test('goes by a window that closes by itself, and the name is there', async () => {
    const { page, context, troubles } = await enters()
    expect(await focused(page)).toBe('Go on with Harbour')
    const [window] = await Promise.all([context.waitForEvent('page'), goOn(page).click()])
    await page.getByText(`You are signed in as ⁨Iris ${n}⁩.`).waitFor()
    await expect.poll(() => window.isClosed()).toBe(true)
    await page.getByRole('button', { name: 'You' }).click()
    await dialog(page).getByText('Known by Harbour').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe(`Iris ${n}`)
    await posts(page, 'Under my name')
    await page.getByRole('article').filter({ hasText: 'Under my name' }).getByText('Verified').waitFor()
    expect(troubles).toEqual([])
  })

  test('on a page that cuts its windows off, the code that the window shows is typed', async () => {
    const { page, context } = await enters('same-origin')
    const [window] = await Promise.all([context.waitForEvent('page'), goOn(page).click()])
    await dialog(page).getByText('If the window shows a code, type it here.').waitFor()
    expect(await focused(page)).toBe('The code')
    await expectAccessible(page)
    const code = await window.locator('.code').textContent()
    await dialog(page).getByRole('textbox', { name: 'The code' }).fill(code!)
    await page.getByText(`You are signed in as ⁨Iris ${n}⁩.`).waitFor()
  })

  test('a window that is closed early is opened again, or left alone', async () => {
    const { page, context } = await enters()
    issuer.says = 'nothing'
    const [window] = await Promise.all([context.waitForEvent('page'), goOn(page).click()])
    await window.getByText('Please sign in').waitFor()
    await dialog(page).getByText('Go on in the window that has opened.').waitFor()
    await window.close()
    await dialog(page).getByText('If it is closed, open it again').waitFor()
    issuer.says = 'yes'
    await dialog(page).getByRole('button', { name: 'Open it again' }).click()
    await page.getByText('You are signed in as').waitFor()
  })

  test('where the browser holds windows back, a link opens one', async () => {
    const { page, context } = await enters()
    await page.evaluate(() => {
      window.open = () => null
    })
    await goOn(page).click()
    const link = dialog(page).getByRole('link', { name: 'Go on with Harbour in a new tab' })
    await expect.poll(() => focused(page)).toBe('Go on with Harbour in a new tab')
    await expectAccessible(page)
    await Promise.all([context.waitForEvent('page'), link.click()])
    await page.getByText('You are signed in as').waitFor()
  })

  test('a no at the other site ends in calm words, and one can write as a guest', async () => {
    const { page, context } = await enters()
    issuer.says = 'no'
    const [window] = await Promise.all([context.waitForEvent('page'), goOn(page).click()])
    await window.getByText('You were not signed in').waitFor()
    await window.close()
    await dialog(page).getByText('If it is closed, open it again').waitFor()
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await page.keyboard.press('Escape')
    await posts(page, 'As a guest, then')
    await page.getByRole('article').filter({ hasText: 'As a guest, then' }).waitFor()
  })

  test('takes no ticket from a window of another origin, nor for another claim', async () => {
    const { page } = await enters()
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    await page.evaluate(() => {
      window.open = () => null
    })
    await goOn(page).click()
    await dialog(page).getByRole('link').waitFor()
    const claim = new URL((await dialog(page).getByRole('link').getAttribute('href'))!).pathname.split('/').at(-1)
    await page.evaluate(id => {
      postMessage({ type: 'parley-sign-in', claim: id, ticket: 'x'.repeat(43) }, '*')
      postMessage(null, '*')
    }, claim)
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)))
    expect(asked).not.toContain('/api/sign-in/ticket')
  })
})
