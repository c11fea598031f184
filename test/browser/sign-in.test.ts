import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { openMailbox } from './mailbox.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

/** Proving an address with a code, in the widget: no link to press, no window, nothing of a third party's. */
describe.skipIf(!CHROMIUM)('signing in by e-mail', () => {
  let stage: Stage
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  let n = 0
  let address: string
  beforeAll(async () => {
    mailbox = await openMailbox()
    stage = await openStage({ PARLEY_LIMITS: 'off', ...mailbox.settings })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
  })
  afterAll(async () => {
    await stage?.end()
    await mailbox?.end()
  })
  beforeEach(() => {
    address = hostPage(`/sign-in-${++n}`)
  })

  const hostPage = (path: string, lang = 'en') =>
    stage.hosts(path, {
      html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The harbour</title>
        <body style="margin:16px"><script type="module" src="${stage.origin}/embed.js"></script>
        <main><h1>The harbour</h1><parley-thread site="${DEMO.site}"></parley-thread></main>`,
    })
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
  const dialog = (page: Page) => page.getByRole('dialog')
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement?.shadowRoot?.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent ?? document.activeElement?.tagName
    })
  /** Opens the sign-in from the composer. */
  async function enters(page: Page): Promise<void> {
    await page.getByRole('textbox', { name: /Write a comment|دیدگاه خود/ }).click()
    await page.getByRole('button', { name: /^(Sign in|ورود)$/ }).click()
    await dialog(page).getByRole('textbox').waitFor()
  }
  async function provesWithMail(page: Page, email: string, count = 1): Promise<void> {
    await dialog(page).getByRole('textbox', { name: 'Your e-mail address' }).fill(email)
    await dialog(page).getByRole('button', { name: 'Send me a code' }).click()
    await dialog(page)
      .getByRole('textbox', { name: 'The code' })
      .fill(await mailbox.codeFor(email, count))
  }
  const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).length)

  test('takes an address and then six digits, by keyboard alone, and a guest’s comments come along', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await posts(page, 'As a guest', 'Ada')
    await comment(page, 'As a guest').waitFor()
    await page.getByRole('textbox', { name: 'Write a comment' }).focus()
    await page.getByRole('button', { name: 'Sign in' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Your e-mail address')
    await expectAccessible(page)
    await page.keyboard.type('ada')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('This is no e-mail address we can write to').waitFor()
    expect(await focused(page)).toBe('Your e-mail address')
    await page.keyboard.press('End')
    await page.keyboard.type('@mail.example')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('The code')
    await dialog(page).getByText('on its way to ada@mail.example').waitFor()
    await expectAccessible(page)
    const code = await mailbox.codeFor('ada@mail.example')
    // The sixth digit sends it.
    await page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3)}`)
    await page.getByText('You are signed in as ⁨Ada⁩. What you have written here as a guest is yours').waitFor()
    // The drawer was open for this only: one goes on writing.
    await expect.poll(() => focused(page)).toBe('Write a comment')
    expect(await dialog(page).count()).toBe(0)
    await page.getByRole('button', { name: 'You' }).click()
    await dialog(page).getByText('Verified · Known by e-mail').waitFor()
    expect(await focused(page)).toBe('Comments')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await comment(page, 'As a guest').getByRole('button', { name: 'Delete' }).waitFor()
    await page.reload()
    await posts(page, 'Still me')
    await comment(page, 'Still me').getByText('Verified').waitFor()
    await page.getByRole('textbox', { name: 'Write a comment' }).fill('More')
    await page.locator('.composer').getByText('Verified').waitFor()
    expect(troubles.filter(text => !/422/.test(text))).toEqual([])
  })

  test('nothing is stored before it is proved, and a second device finds the same person', async () => {
    const first = await stage.opens()
    await first.page.goto(address)
    await posts(first.page, 'At home', 'Marta')
    await comment(first.page, 'At home').waitFor()
    await enters(first.page)
    await provesWithMail(first.page, 'marta@mail.example')
    await first.page.getByText('You are signed in as').waitFor()
    const { page } = await stage.opens()
    await page.goto(address)
    await enters(page)
    await dialog(page).getByRole('textbox').fill('marta@mail.example')
    await dialog(page).getByRole('button', { name: 'Send me a code' }).click()
    await dialog(page).getByRole('textbox', { name: 'The code' }).waitFor()
    expect(await stored(page)).toBe(0)
    await dialog(page)
      .getByRole('textbox', { name: 'The code' })
      .fill(await mailbox.codeFor('marta@mail.example', 2))
    await page.getByText('You are signed in as ⁨Marta⁩.').waitFor()
    expect(await stored(page)).toBe(1)
    await comment(page, 'At home').getByRole('button', { name: 'Delete' }).waitFor()
    expect(await page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('Marta')
  })

  test('says how many tries are left, takes digits of any script, and gives a new code for one that is spent', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await enters(page)
    await dialog(page).getByRole('textbox').fill('nima@mail.example')
    await dialog(page).getByRole('button', { name: 'Send me a code' }).click()
    const code = await mailbox.codeFor('nima@mail.example')
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const field = dialog(page).getByRole('textbox', { name: 'The code' })
    for (const left of ['4 more times', '3 more times', '2 more times', 'once more']) {
      await field.fill(wrong)
      await dialog(page).getByText(`You can try ${left}.`).waitFor()
      expect(await focused(page)).toBe('The code')
    }
    await field.fill(wrong)
    await dialog(page).getByText('This code can no longer be used').waitFor()
    await dialog(page).getByRole('button', { name: 'Send again' }).click()
    await dialog(page).getByText('Only the newest code counts').waitFor()
    const next = await mailbox.codeFor('nima@mail.example', 2)
    await field.fill([...next].map(digit => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]).join(''))
    await page.getByText('You are signed in.').waitFor()
  })

  test('sends again after half a minute, and lets another address be typed', async () => {
    const { page } = await stage.opens()
    await page.clock.install()
    await page.goto(address)
    await enters(page)
    await dialog(page).getByRole('textbox').fill('typo@mail.example')
    await dialog(page).getByRole('button', { name: 'Send me a code' }).click()
    await dialog(page).getByText('No mail yet?').waitFor()
    expect(await dialog(page).getByRole('button', { name: 'Send again' }).count()).toBe(0)
    await page.clock.fastForward(31_000)
    await dialog(page).getByRole('button', { name: 'Send again' }).waitFor()
    await dialog(page).getByRole('button', { name: 'Another address' }).click()
    expect(await focused(page)).toBe('Your e-mail address')
    expect(await dialog(page).getByRole('textbox').inputValue()).toBe('typo@mail.example')
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => focused(page)).toBe('Write a comment')
  })

  test('a lost answer to the code is no reason to begin again', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await enters(page)
    let isLost = false
    await page.route('**/api/sign-in/code', async route => {
      if (isLost) return route.continue()
      isLost = true
      await route.fetch()
      await route.abort()
    })
    await provesWithMail(page, 'lost@mail.example')
    await page.getByText('You are signed in.').waitFor()
    expect(isLost).toBe(true)
  })

  test('holds for the visit where nothing can be stored, and says so', async () => {
    const { page } = await stage.opens()
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError')
          },
        })
    })
    await page.goto(address)
    await enters(page)
    await provesWithMail(page, 'private@mail.example')
    await page.getByText('Your browser keeps nothing for this page, so this holds until you leave it.').waitFor()
    await posts(page, 'For this visit', 'Private')
    await comment(page, 'For this visit').getByText('Verified').waitFor()
  })

  test('ends here by one press, and everywhere with a fresh code', async () => {
    const [one, two] = [await stage.opens(), await stage.opens()]
    let mails = 0
    for (const { page } of [one, two]) {
      await page.goto(address)
      await enters(page)
      await provesWithMail(page, 'olga@mail.example', ++mails)
      await page.getByText('You are signed in').waitFor()
    }
    await one.page.getByRole('button', { name: 'You' }).click()
    await dialog(one.page).getByRole('button', { name: 'Sign out everywhere' }).click()
    await dialog(one.page).getByRole('button', { name: 'Send a code to my e-mail address' }).click()
    await dialog(one.page)
      .getByRole('textbox', { name: 'The code' })
      .fill(await mailbox.codeFor('olga@mail.example', 3))
    await dialog(one.page).getByText('You are signed out on all devices.').waitFor()
    expect(await focused(one.page)).toBe('Comments')
    expect(await stored(one.page)).toBe(0)
    await two.page.reload()
    await two.page.getByRole('button', { name: 'You' }).click()
    await dialog(two.page).getByText('You write as a guest here.').waitFor()

    await dialog(two.page).getByRole('button', { name: 'Sign in' }).click()
    await provesWithMail(two.page, 'olga@mail.example', 4)
    await dialog(two.page).getByText('You are signed in').waitFor()
    await dialog(two.page).getByRole('button', { name: 'Sign out', exact: true }).click()
    await dialog(two.page).getByText('You are signed out.').waitFor()
    expect(await focused(two.page)).toBe('Comments')
  })

  test('asks for a fresh code before everything is erased, and before addresses are given out', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await posts(page, 'Soon gone', 'Eve')
    await comment(page, 'Soon gone').waitFor()
    await enters(page)
    await provesWithMail(page, 'eve@mail.example')
    await page.getByText('You are signed in').waitFor()
    await page.getByRole('button', { name: 'You' }).click()
    await dialog(page).getByRole('tab', { name: 'This device' }).click()
    const sends = async (count: number) => {
      await dialog(page).getByRole('button', { name: 'Send a code to my e-mail address' }).click()
      await dialog(page)
        .getByRole('textbox', { name: 'The code' })
        .fill(await mailbox.codeFor('eve@mail.example', count))
    }
    await dialog(page).getByRole('button', { name: 'With my addresses, too' }).click()
    await dialog(page).getByText('Show first that it is you').waitFor()
    await expectAccessible(page)
    const [file] = await Promise.all([page.waitForEvent('download'), sends(2)])
    expect(await readFile(await file.path(), 'utf8')).toContain('eve@mail.example')
    await dialog(page).getByRole('button', { name: 'Erase everything of mine' }).click()
    await dialog(page).getByRole('button', { name: 'Erase everything', exact: true }).click()
    await dialog(page).getByText('Show first that it is you').waitFor()
    await sends(3)
    await dialog(page).getByText('Everything of yours is erased.').waitFor()
    expect(await focused(page)).not.toBe('BODY')
    await expect.poll(() => comment(page, 'Soon gone').count()).toBe(0)
    expect(await stored(page)).toBe(0)
  })

  test('in Persian, from right to left, on a narrow screen', async () => {
    address = hostPage('/sign-in-fa', 'fa')
    const { page, troubles } = await stage.opens({ viewport: { width: 360, height: 760 }, hasTouch: true })
    await page.goto(address)
    await enters(page)
    await expectAccessible(page)
    await dialog(page).getByRole('textbox', { name: 'نشانی ایمیل شما' }).fill('mina@mail.example')
    await dialog(page).getByRole('button', { name: 'رمز را بفرستید' }).click()
    await dialog(page).getByRole('textbox', { name: 'رمز' }).waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await dialog(page)
      .getByRole('textbox', { name: 'رمز' })
      .fill(await mailbox.codeFor('mina@mail.example'))
    await page.getByText('وارد شده‌اید.').waitFor()
    await page.getByRole('button', { name: 'شما', exact: true }).click()
    await dialog(page).getByRole('tablist').waitFor()
    // All tabs are in sight, in as many rows as that takes.
    const tabs = await dialog(page).getByRole('tab').all()
    for (const tab of tabs) {
      const { x, width } = (await tab.boundingBox())!
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(360)
    }
    await expect.poll(() => dialog(page).evaluate(drawer => drawer.getAnimations().length)).toBe(0)
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('leaves what was typed in the box, the name too, and one goes on there', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await page.getByRole('textbox', { name: 'Write a comment' }).fill('Half a thought')
    await page.getByRole('textbox', { name: /^Name/ }).fill('Nour')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await provesWithMail(page, 'nour@mail.example')
    await page.getByText('You are signed in.').waitFor()
    await expect.poll(() => dialog(page).count()).toBe(0)
    expect(await page.getByRole('textbox', { name: 'Write a comment' }).inputValue()).toBe('Half a thought')
    expect(await page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('Nour')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await comment(page, 'Half a thought').getByText('Nour').waitFor()
    await page.getByRole('button', { name: 'You' }).click()
    await dialog(page).getByText('Verified · Known by e-mail').waitFor()
    await dialog(page).locator('strong').getByText('Nour').waitFor()
  })

  test('is not offered where no mail can be sent and nothing else is set up', async () => {
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', signIn: ['-'] } })
    const { page } = await stage.opens()
    await page.goto(address)
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('a')
    await page.getByRole('textbox', { name: /^Name/ }).waitFor()
    await page.getByRole('button', { name: 'You' }).click()
    await dialog(page).getByText('You have not written here yet').waitFor()
    expect(await page.getByRole('button', { name: 'Sign in' }).count()).toBe(0)
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
  })
})
