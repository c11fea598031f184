import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

const ENGLISH = 'The ferry was late again, and nobody told us why.'
const PERSIAN = 'کشتی باز هم دیر کرد و هیچ‌کس چیزی نگفت.'
const SAYS: Record<string, string> = {
  [ENGLISH]: `${PERSIAN} <img src=x onerror=alert(1)>`,
  [PERSIAN]: 'The ship was late again and nobody said anything.',
}

/** A service as LibreTranslate is one, on this machine. */
async function openService() {
  const asked: { q: string; target: string; api_key?: string }[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const sent = JSON.parse(text)
    asked.push(sent)
    const isLet = sent.api_key === 'let-me-in' || !asked.some(({ api_key }) => api_key)
    response.writeHead(isLet ? 200 : 403, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(
        isLet ? { translatedText: SAYS[sent.q] ?? `(${sent.target}) ${sent.q}` } : { error: 'Invalid API key' },
      ),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { asked, url: `http://127.0.0.1:${port}/translate`, host: `127.0.0.1:${port}`, end: () => server.close() }
}

describe.skipIf(!CHROMIUM)('a service that translates', () => {
  let stage: Stage
  let service: Awaited<ReturnType<typeof openService>>
  beforeAll(async () => {
    service = await openService()
    stage = await openStage()
  })
  afterAll(async () => {
    await stage?.end()
    service?.end()
  })

  test('is named by an owner, who tries it, gives its key, and sees why nothing came', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(await stage.link('Olga', 'owner'))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.locator('.top').waitFor()
    await page.keyboard.press('e')
    await page.getByText('No service is named above').waitFor()
    await page.getByLabel('Address of a service that translates').fill(service.url)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText(`Texts go to \u2068${service.host}\u2069`).waitFor()
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.locator('.translated-text[lang=fa][dir=rtl]').waitFor()
    await page.getByLabel('Its key').fill('wrong-key')
    await page.getByRole('button', { name: 'Keep the key' }).click()
    await page.getByText('The key is kept.').first().waitFor()
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByText(/answered 403: Invalid API key/).waitFor()
    await page.getByLabel('Its key').fill('let-me-in')
    await page.getByRole('button', { name: 'Keep the key' }).click()
    await page.getByText('A key is kept for it.').waitFor()
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.locator('.translated-text').waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('gives readers what a comment says in the language of the page, as text beside what was written', async () => {
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', translate: service.url } })
    await stage.publishes(stage.samplePersian, ENGLISH, PERSIAN)
    const before = service.asked.length
    const { page, troubles } = await stage.opens()
    await page.goto(stage.samplePersian)
    const english = page.locator('article', { hasText: ENGLISH })
    await english.getByRole('button', { name: 'ترجمه' }).click()
    const made = english.locator('div[lang=fa][dir=rtl]')
    await made.waitFor()
    expect(await made.textContent()).toBe(SAYS[ENGLISH])
    await english.getByText(ENGLISH).waitFor()
    expect(await english.locator('[part=text]').getAttribute('lang')).toBe('en')
    await english.getByText(service.host).waitFor()
    expect(await page.locator('article', { hasText: PERSIAN }).getByRole('button', { name: 'ترجمه' }).count()).toBe(1)
    await expectAccessible(page)
    await english.getByRole('button', { name: 'ترجمه' }).click()
    await made.waitFor({ state: 'detached' })
    await page.reload()
    await english.getByRole('button', { name: 'ترجمه' }).click()
    await made.waitFor()
    expect(service.asked.length).toBe(before + 1)
    expect(troubles).toEqual([])
  })

  test('gives moderators what they cannot read, beside the case', async () => {
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'all', translate: service.url } })
    await stage.reader('darya', stage.sample).posts(PERSIAN)
    const { page, troubles } = await stage.opens()
    await page.goto(await stage.link('Mona'))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.locator('.pane').getByRole('button', { name: 'Translate' }).click()
    await page.locator('.translated-text[lang=en][dir=ltr]', { hasText: SAYS[PERSIAN]! }).waitFor()
    await page.getByText(/Translated by a machine at .*, from .?Persian/).waitFor()
    await page.locator('.pane').getByText(PERSIAN).first().waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })
})
