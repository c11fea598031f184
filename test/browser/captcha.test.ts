import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Deps } from '../../server/deps.ts'
import { DEMO } from '../../server/sites/demo.ts'
import type { SiteSettings } from '../../server/sites/settings.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

const SCRIPT = 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit'

/** Stands in for Turnstile's script: a button in place of a frame. What it was asked to draw is in `window.drawn`. */
const TURNSTILE = `
  const drawn = (window.drawn = []), removed = (window.removed = [])
  window.turnstile = {
    render(element, options) {
      drawn.push({ ...options, isInPage: element.getRootNode() === document })
      const button = document.createElement('button')
      button.textContent = 'I am human'
      button.onclick = () => options.callback('token ' + Math.random())
      element.append(button)
      window.expire = options['expired-callback']
      return 'w' + drawn.length
    },
    remove: id => removed.push(id),
  }`

describe.skipIf(!CHROMIUM)('where the owner has named a captcha and work is asked for', () => {
  let stage: Stage
  const asked: string[] = []
  const provider: Deps['fetch'] = async (_, init = {}) => {
    asked.push((init.body as URLSearchParams).get('response')!)
    return new Response(JSON.stringify({ success: true, hostname: 'localhost' }))
  }
  beforeAll(async () => {
    stage = await openStage({ PARLEY_CAPTCHA: 'turnstile 0xKEY 0xUNTOLD' }, {}, { fetch: provider })
  })
  beforeEach(async () => {
    asked.length = 0
    await settings({ holds: 'none', asksWork: 'always' })
  })
  afterAll(() => stage?.end())

  const settings = (change: Partial<SiteSettings>) => stage.store().sites.change(DEMO.site, { settings: change })
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
  const waits = (page: Page, text: string) => comment(page, text).getByText('Waiting')

  /** Somebody's page, on which the provider's script answers so; and what was asked of the provider. */
  async function opens(answer: 'turnstile' | 'blocked', viewport = { width: 1280, height: 900 }) {
    const opened = await stage.opens({ viewport })
    const fetched: string[] = []
    await opened.page.route('https://challenges.cloudflare.com/**', route => {
      fetched.push(route.request().url())
      if (answer === 'blocked') return route.abort()
      return route.fulfill({ contentType: 'text/javascript', body: TURNSTILE })
    })
    return { ...opened, fetched }
  }

  /** As on a page over plain http. */
  /** Whoever posts before the work has come asks nobody for anything. */
  const types = async (page: Page, text: string) => {
    const stamped = page.waitForResponse(/\/api\/stamps$/)
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially(text)
    await stamped
  }
  const postsWithWork = async (page: Page, text: string) => {
    await types(page, text)
    await page.getByRole('button', { name: 'Post', exact: true }).click()
  }

  const withoutCrypto = (page: Page) =>
    page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))

  const slowly = (page: Page) =>
    page.addInitScript(() => {
      const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
      crypto.subtle.deriveBits = async (...given) => {
        if (!('isQuick' in window)) await new Promise(resolve => setTimeout(resolve, 500))
        return derive(...given)
      }
    })

  test('a browser that can do the work loads nothing of the provider', async () => {
    const { page, troubles, fetched } = await opens('turnstile')
    const pieces: string[] = []
    page.on('request', request => pieces.push(new URL(request.url()).pathname))
    await page.goto(stage.sample)
    await posts(page, 'By work alone')
    await comment(page, 'By work alone').waitFor()
    expect(await waits(page, 'By work alone').count()).toBe(0)
    expect([fetched, asked, pieces.filter(path => path.includes('captcha'))]).toEqual([[], [], []])
    expect(troubles).toEqual([])
  })

  test('one that cannot is asked as soon as something is typed, in the page’s language, and posts at once', async () => {
    for (const [address, lang, name] of [
      [stage.sample, 'en', 'A check that keeps programs out'],
      [stage.samplePersian, 'fa', 'آزمونی که برنامه‌ها را دور نگه می‌دارد'],
    ] as const) {
      const { page, troubles, fetched } = await opens('turnstile', { width: 360, height: 800 })
      await withoutCrypto(page)
      await page.goto(address)
      const box = page.locator('parley-thread').first().getByRole('textbox').first()
      await box.click()
      await page.getByRole('button', { name: /^(post|ارسال)/i }).waitFor()
      expect(fetched).toEqual([])
      await box.pressSequentially('By hand')
      const group = page.getByRole('group', { name })
      await group.waitFor()
      await group.getByText('Cloudflare').waitFor()
      await page.getByRole('button', { name: 'I am human' }).click()
      await expectAccessible(page, 'parley-thread', ['region'])
      await page.getByRole('button', { name: /^(post|ارسال)/i }).click()
      await comment(page, 'By hand').first().waitFor()
      expect(
        await comment(page, 'By hand')
          .getByText(/Waiting|در انتظار/)
          .count(),
      ).toBe(0)
      await expect.poll(() => group.count()).toBe(0)
      expect(fetched).toEqual([SCRIPT])
      const [drawn] = await page.evaluate(() => (window as never as { drawn: Record<string, unknown>[] }).drawn)
      expect(drawn).toMatchObject({ sitekey: '0xKEY', language: lang, theme: 'light', isInPage: true })
      expect(await page.evaluate(() => (window as never as { removed: string[] }).removed)).toEqual(['w1'])
      expect(await page.locator('parley-thread > [slot]').count()).toBe(0)
      expect(troubles).toEqual([])
      await page.context().close()
    }
    expect(asked).toHaveLength(2)
  })

  test('who is too slow is asked when they post; their answer sends the comment', async () => {
    const { page, troubles } = await opens('turnstile')
    await slowly(page)
    await page.goto(stage.sample)
    await postsWithWork(page, 'Slow but human')
    await page.getByRole('button', { name: 'Post without it' }).waitFor({ timeout: 10_000 })
    expect(await comment(page, 'Slow but human').count()).toBe(0)
    await page.getByRole('button', { name: 'I am human' }).focus()
    await page.keyboard.press('Enter')
    await comment(page, 'Slow but human').waitFor()
    expect(await waits(page, 'Slow but human').count()).toBe(0)
    expect(asked).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test('who types for long on a slow device is asked meanwhile; when the work is done after all, nothing is asked any more', async () => {
    const { page, troubles } = await opens('turnstile')
    await slowly(page)
    await page.goto(stage.sample)
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('Slow and steady')
    await page.getByRole('button', { name: 'I am human' }).waitFor({ timeout: 15_000 })
    expect(await page.getByRole('button', { name: 'Post without it' }).count()).toBe(0)
    await page.evaluate(() => Object.assign(window, { isQuick: true }))
    await expect.poll(() => page.getByRole('group', { name: 'A check' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await comment(page, 'Slow and steady').waitFor()
    expect(await waits(page, 'Slow and steady').count()).toBe(0)
    expect([asked, troubles]).toEqual([[], []])
  })

  test('or posts without it, by the keyboard as well, and the comment waits', async () => {
    const { page, troubles } = await opens('turnstile')
    await slowly(page)
    await page.goto(stage.sample)
    await postsWithWork(page, 'Slow and in no mood')
    await page.getByRole('button', { name: 'I am human' }).focus({ timeout: 10_000 })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await waits(page, 'Slow and in no mood').waitFor()
    expect([asked, troubles]).toEqual([[], []])
  })

  test('hCaptcha is asked in its own way', async () => {
    const { page, troubles } = await opens('turnstile')
    await withoutCrypto(page)
    const fetched: string[] = []
    await page.route('https://js.hcaptcha.com/**', route => {
      fetched.push(route.request().url())
      return route.fulfill({ contentType: 'text/javascript', body: TURNSTILE.replace('turnstile', 'hcaptcha') })
    })
    await page.route('**/api/stamps', async route => {
      const answer = await route.fetch()
      const told = { ...(await answer.json()), captcha: { provider: 'hcaptcha', key: 'a-key' } }
      await route.fulfill({ response: answer, json: told })
    })
    await page.goto(stage.samplePersian)
    await page.locator('parley-thread').first().getByRole('textbox').first().pressSequentially('سلام')
    await page.getByRole('group').getByText('hCaptcha').waitFor()
    await page.getByRole('button', { name: 'I am human' }).waitFor()
    expect(fetched).toEqual(['https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&hl=fa'])
    const drawn = await page.evaluate(() => (window as never as { drawn: unknown[] }).drawn)
    expect(drawn).toMatchObject([{ sitekey: 'a-key', hl: 'fa', size: 'normal' }])
    expect(troubles).toEqual([])
  })

  test('an answer that has ended counts no more: it is asked for again', async () => {
    const { page } = await opens('turnstile')
    await withoutCrypto(page)
    await page.goto(stage.sample)
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('Long thought about')
    await page.getByRole('button', { name: 'I am human' }).click()
    await page.getByText('Your comment can go out now').waitFor()
    await page.evaluate(() => (window as never as { expire: () => void }).expire())
    await page.getByText(/take this check by .Cloudflare/).waitFor()
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await waits(page, 'Long thought about').waitFor()
    expect(asked).toEqual([])
  })

  test('where the provider’s script is blocked, things are as without it', async () => {
    for (const prepare of [withoutCrypto, slowly]) {
      const { page, fetched } = await opens('blocked')
      await prepare(page)
      await page.goto(stage.sample)
      await types(page, `Blocked ${prepare.name}`)
      if (prepare === withoutCrypto) await expect.poll(() => fetched).toEqual([SCRIPT])
      await page.getByRole('button', { name: 'Post', exact: true }).click()
      await waits(page, `Blocked ${prepare.name}`).waitFor({ timeout: 10_000 })
      await expect.poll(() => fetched).toEqual([SCRIPT])
      await expect.poll(() => page.getByRole('group', { name: 'A check' }).count()).toBe(0)
      expect(await page.locator('parley-thread > [slot]').count()).toBe(0)
      await page.context().close()
    }
  })

  test('a page whose policy lets no other script in is told nothing but that, and the comment waits', async () => {
    const csp = `default-src 'none'; script-src ${stage.origin}; connect-src ${stage.origin}; style-src 'self'`
    const html = `<!doctype html><html lang="en"><title>Strict</title><h1>Strict</h1>
      <parley-thread site="demo"></parley-thread><script type="module" src="${stage.origin}/embed.js"></script>`
    const { page, troubles, fetched } = await opens('turnstile')
    await withoutCrypto(page)
    await page.goto(stage.hosts('/strict', { html, csp }))
    await posts(page, 'Under a policy')
    await waits(page, 'Under a policy').waitFor()
    expect([fetched, asked]).toEqual([[], []])
    expect(troubles.every(each => each.includes('challenges.cloudflare.com'))).toBe(true)
  })
})
