import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** The gallery at `/theme`: every state of the widget, and the knobs that an owner can turn. */
describe.skipIf(!CHROMIUM)('the gallery of the widget', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  /** So much room that all of it is near the screen. */
  const TALL = { width: 1280, height: 16_000 }

  async function opens(query = '', options = {}) {
    const opened = await stage.opens(options)
    await opened.page.goto(`${stage.origin}/theme${query}`)
    await opened.page.locator('.paper').first().waitFor()
    return opened
  }
  const allShown = (page: Page) =>
    expect.poll(() => page.locator('.paper:not([data-shown])').count(), { timeout: 45_000 }).toBe(0)

  for (const scheme of ['light', 'dark'] as const)
    test(`shows every state in both directions, ${scheme}, and axe finds nothing`, async () => {
      const { page, troubles } = await opens(`?scheme=${scheme}`, { viewport: TALL, colorScheme: scheme })
      expect(await page.locator('.paper').count()).toBeGreaterThan(40)
      await allShown(page)
      await page.locator('#rejected .paper').getByText('A moderator says:').first().waitFor()
      await page.locator('#fault .paper').getByText('That was a lot at once', { exact: false }).first().waitFor()
      await page.locator('#waiting .paper[lang=fa]').getByText('در انتظار بررسی').first().waitFor()
      // Here many threads of one name stand on one page.
      await expectAccessible(page, 'html', ['landmark-unique'])
      expect(troubles).toEqual([])
    })

  // 1280 pixels at 200 % are 640, and at 400 % 320 (WCAG 2.2, 1.4.4 and 1.4.10).
  test('at 200 % and at 400 % zoom every state fits without a bar to the side', async () => {
    const { page } = await opens('?preview', { viewport: { width: 640, height: 24_000 } })
    await allShown(page)
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 24_000 })
      const wide = await page.locator('.paper').evaluateAll(papers =>
        papers
          .filter(paper => {
            const room = paper.getBoundingClientRect()
            const root = paper.querySelector('parley-thread')!.shadowRoot!
            const isOut = (element: Element) => {
              const box = element.getBoundingClientRect()
              return (
                box.width > 0 &&
                (box.right > room.right + 1 || box.left < room.left - 1) &&
                !element.closest('pre, .unseen')
              )
            }
            return [...root.querySelectorAll('*')].some(isOut)
          })
          .map(paper => paper.getAttribute('aria-label')),
      )
      expect([width, wide]).toEqual([width, []])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

  test('a knob that is turned changes every specimen, the style sheet to copy, and the address to send', async () => {
    const { page, context } = await opens('?state=writing&lang=en')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const post = page.locator('.paper').getByRole('button', { name: 'Post' })
    await post.waitFor()
    await page.getByLabel('Accent').first().fill('#b00020')
    await page.getByText('Parts', { exact: true }).click()
    await page.getByRole('textbox', { name: 'name', exact: true }).fill('letter-spacing: 2px')
    await expect.poll(() => post.evaluate(each => getComputedStyle(each).backgroundColor)).toBe('rgb(176, 0, 32)')
    const name = page.locator('.paper [part=name]').first()
    await expect.poll(() => name.evaluate(each => getComputedStyle(each).letterSpacing)).toBe('2px')
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(
      'parley-thread {\n  --parley-accent: #b00020;\n}\n\nparley-thread::part(name) {\n  letter-spacing: 2px;\n}',
    )
    await page.reload()
    await expect.poll(() => post.evaluate(each => getComputedStyle(each).backgroundColor)).toBe('rgb(176, 0, 32)')
    await page.getByRole('button', { name: 'Back to how it comes' }).click()
    await page.getByText('Nothing is set').waitFor()
    await expectAccessible(page)
  })

  test('an address with something else in it than a theme changes nothing', async () => {
    const { page, troubles } = await opens(
      '?state=empty&lang=en#accent=red;}body{display:none&space=evil()&part-name=}*{color:red}',
    )
    const css = await page.locator('.knob-sheet').innerText()
    expect(css).not.toMatch(/display|evil\(\)|\*/)
    expect(troubles).toEqual([])
  })
})
