import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** Gives a page's browser an authenticator that knows its person at once, and where it keeps passkeys. */
async function givesAuthenticator(context: BrowserContext, page: Page) {
  const protocol = await context.newCDPSession(page)
  await protocol.send('WebAuthn.enable')
  const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...({ protocol: 'ctap2', transport: 'internal' } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return {
    kept: async () => (await protocol.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  }
}

describe.skipIf(!CHROMIUM)('one’s own ways in to the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.reader('ada', stage.sample).posts('Somebody waits here')
  })
  afterAll(() => stage?.end())

  const comesByLink = async (name: string) => {
    const opened = await stage.opens()
    const { page, context } = opened
    const device = await givesAuthenticator(context, page)
    await page.goto(await stage.link(name))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.getByText('Somebody waits here').first().waitFor()
    return { ...opened, device }
  }
  const list = (page: Page) => page.locator('.you-list').first().getByRole('listitem')

  test('who came by a link makes a passkey, and next time comes in with it and without a link', async () => {
    const { page, troubles, device } = await comesByLink('Mona')
    await page.getByRole('button', { name: 'Make one' }).click()
    await page.getByLabel('Name of the new passkey').fill('Desk laptop')
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await expect.poll(() => list(page).allTextContents()).toEqual([expect.stringContaining('Desk laptop')])
    expect(await device.kept()).toMatchObject([{ isResidentCredential: true, rpId: 'localhost', userName: 'Mona' }])
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await page.getByText('This device already has a passkey for you.').waitFor()

    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('Somebody waits here').first().waitFor()
    await page.getByRole('button', { name: /^You:/ }).click()
    await page.getByText(/signed in by a passkey/).waitFor()

    // The last way in is not removed without a word.
    await page.getByRole('button', { name: /^Remove .?Desk laptop/ }).click()
    await page.getByText(/^This is your last way in/).waitFor()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect.poll(() => list(page).count()).toBe(1)
    await page.getByText('You have none yet.').waitFor()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey does not open the desk').waitFor()
    expect(troubles.filter(text => !/status of 40[01]/.test(text))).toEqual([])
  })

  test('a device that offers its passkeys by itself lets in who takes one, without a button', async () => {
    const { page, context, device } = await comesByLink('Olga')
    await page.getByRole('button', { name: 'Make one' }).click()
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await expect.poll(async () => (await device.kept()).length).toBe(1)
    await page.getByText('The passkey is made.').first().waitFor()
    await context.clearCookies()
    await page.goto('about:blank')
    await page.goto(`${stage.origin}/desk`)
    await page.getByText('Somebody waits here').first().waitFor()
  })

  test('recovery codes are shown once, open the desk once, and their use is told at the next sign-in', async () => {
    const { page } = await comesByLink('Omar')
    await page.keyboard.press('y')
    await page.getByRole('button', { name: 'Make ten codes' }).click()
    const codes = await page.locator('.you-codes code').allTextContents()
    expect(codes).toHaveLength(10)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText(/^10 codes are left/).waitFor()
    expect(await page.content()).not.toContain(codes[0])

    const types = async (code: string) => {
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await page.getByRole('button', { name: 'Use a recovery code' }).click()
      await page.getByLabel('Recovery code').fill(code)
      await page.keyboard.press('Enter')
    }
    await types(codes[0]!.toUpperCase())
    await page.getByText('Somebody waits here').first().waitFor()
    await types(codes[0]!)
    await page
      .getByText(/works once/)
      .first()
      .waitFor()
    await page.getByRole('alert').filter({ hasText: 'This is not the code' }).waitFor()
    await page.goto('about:blank')
    await page.goto(await stage.link('Omar'))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.getByText('A recovery code of yours was used.').first().waitFor()
  })
})
