import { SignJWT } from 'jose'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensureHostKey } from '../../server/people/host-keys.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

/** A page whose own login says who its reader is, by the element's `token` or by an event. */
describe.skipIf(!CHROMIUM)('the login of the site itself', () => {
  let stage: Stage
  let n = 0
  let path: string
  const secret = 'b'.repeat(43)
  beforeAll(async () => {
    stage = await openStage({ PARLEY_LIMITS: 'off' })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', badges: ['editors:staff'] } })
  })
  afterAll(() => stage?.end())
  beforeEach(() => {
    path = `/login-${++n}`
  })

  const hostPage = (token = '', element = `<parley-thread site="${DEMO.site}" token="${token}"></parley-thread>`) =>
    stage.hosts(path, {
      html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>The harbour</title><body>
        <script>const told = []; addEventListener('parley-error', ({ detail }) => told.push(detail.code))</script>
        <script type="module" src="${stage.origin}/embed.js"></script>
        <main><h1>The harbour</h1>${element}</main>`,
    })
  async function login(claims: Record<string, unknown>, key?: string): Promise<string> {
    const deps = { store: stage.store(), config: { secret }, clock: Date.now } as never
    const own = await ensureHostKey(deps, DEMO.site)
    return new SignJWT({ name: 'Nora', ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: own.id })
      .setAudience(DEMO.site)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(key ?? own.key))
  }
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
  const name = (page: Page) => page.getByRole('textbox', { name: /^Name/ })
  const write = (page: Page) => page.getByRole('textbox', { name: 'Write a comment' }).fill('Half a thought')
  const turns = (page: Page, token: string | null) =>
    page.evaluate(given => {
      const thread = document.querySelector('parley-thread')!
      if (given === null) thread.removeAttribute('token')
      else thread.setAttribute('token', given)
    }, token)
  const asks = (page: Page) => {
    const asked: string[] = []
    page.on('request', request => {
      if (request.method() !== 'OPTIONS' && request.url().endsWith('/api/sign-in/host')) asked.push(request.url())
    })
    return asked
  }

  test('signs its reader in, once for each token, and stores nothing', async () => {
    const { page, troubles } = await stage.opens()
    const asked = asks(page)
    await page.goto(hostPage(await login({ sub: `nora-${n}`, groups: ['editors'] })))
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('Nora')
    await page.locator('.composer').getByText('Staff').waitFor()
    await posts(page, 'From the desk')
    await comment(page, 'From the desk').getByText('Staff').waitFor()
    await page.getByRole('button', { name: 'You' }).click()
    await page.getByRole('dialog').getByText('This site has signed you in.').waitFor()
    await expectAccessible(page)
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0)
    expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0)
    expect(asked).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test('gives the guest of before back when the token goes, and another member when it changes', async () => {
    const { page } = await stage.opens()
    const asked = asks(page)
    await page.goto(hostPage())
    await posts(page, 'As a guest', 'Gast')
    await comment(page, 'As a guest').getByRole('button', { name: 'Delete' }).waitFor()
    await write(page)
    await turns(page, await login({ sub: `one-${n}`, name: 'Member One' }))
    await expect.poll(() => name(page).inputValue()).toBe('Member One')
    await expect.poll(() => comment(page, 'As a guest').getByRole('button', { name: 'Delete' }).count()).toBe(0)
    await posts(page, 'As a member')
    await comment(page, 'As a member').getByText('Member One').waitFor()
    await write(page)
    await turns(page, await login({ sub: `two-${n}`, name: 'Member Two' }))
    await expect.poll(() => name(page).inputValue()).toBe('Member Two')
    expect(asked).toHaveLength(2)
    await turns(page, null)
    await expect.poll(() => name(page).inputValue()).toBe('Gast')
    await comment(page, 'As a guest').getByRole('button', { name: 'Delete' }).waitFor()
    expect(await comment(page, 'As a member').getByRole('button', { name: 'Delete' }).count()).toBe(0)
  })

  test('can be told by an event, and on a page that strips custom elements', async () => {
    const { page } = await stage.opens()
    await page.goto(hostPage())
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await name(page).waitFor()
    const say = (token: string | null) =>
      page.evaluate(
        detail => {
          document.querySelector('parley-thread')!.dispatchEvent(new CustomEvent('parley-sign-in', { detail }))
        },
        { token },
      )
    await say(await login({ sub: `event-${n}`, name: 'By Event' }))
    await expect.poll(() => name(page).inputValue()).toBe('By Event')
    await say(null)
    await expect.poll(() => name(page).inputValue()).toBe('')
    const token = await login({ sub: `div-${n}`, name: 'In a Div' })
    await page.goto(hostPage('', `<div data-parley-site="${DEMO.site}" data-parley-token="${token}"></div>`))
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('In a Div')
  })

  test('a token that does not hold leaves a thread to read and write in as a guest; page and owner are told', async () => {
    const { page } = await stage.opens()
    const lines: string[] = []
    page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
    await page.goto(hostPage(await login({ sub: 'forged' }, 'k'.repeat(43))))
    await expect.poll(() => page.evaluate('told')).toEqual(['login_refused'])
    expect(lines).toEqual([expect.stringContaining('It is signed with no key of this site')])
    await posts(page, 'All the same', 'Gast')
    await comment(page, 'All the same').waitFor()
  })

  test('the demo’s members’ page shows it', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(`${stage.origin}/demo/members?as=hester`)
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('Hester Moor')
    await posts(page, 'From the newsroom')
    await comment(page, 'From the newsroom').getByText('Staff').waitFor()
    await page.getByRole('link', { name: 'Idris Vale' }).click()
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('Idris Vale')
    await posts(page, 'I wrote this')
    await comment(page, 'I wrote this').getByText('Author', { exact: true }).waitFor()
    expect(troubles).toEqual([])
  })
})
