import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, pressesAbove, type Stage } from './stage.ts'

const MAIL = { PARLEY_SMTP_URL: 'smtp://127.0.0.1:9?from=comments@daily.example' }

describe.skipIf(!CHROMIUM)('a moderator’s notifications', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(MAIL)
  })
  afterAll(() => stage?.end())

  const opensPanel = async (at: Stage, options?: BrowserContextOptions) => {
    const { page: desk, troubles } = await at.opens(options)
    await desk.goto(await at.link('Mona'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await pressesAbove(desk, 'Notifications')
    const panel = desk.getByRole('dialog', { name: 'Notifications' })
    await panel.getByRole('textbox').waitFor()
    return { desk, panel, troubles }
  }

  test('are wished with an address, kept, and taken back', async () => {
    const { desk, panel, troubles } = await opensPanel(stage)
    // Who comes here for the first time means the one site there is.
    expect(await panel.getByRole('checkbox', { name: DEMO.name }).isChecked()).toBe(true)
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.getByText('Give an address, or choose no site.').waitFor()
    await panel.getByRole('textbox', { name: 'Your e-mail address' }).fill('mona')
    await desk.keyboard.press('Enter')
    await panel.getByText(/That is no e-mail address/).waitFor()
    await panel.getByRole('textbox').fill('mona@example.org')
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.getByText(/^Saved\. Mail goes to .*mona@example\.org/).waitFor()
    await expectAccessible(desk, 'dialog')
    expect(await stage.store().digests.wished(Date.now())).toMatchObject([
      { email: 'mona@example.org', site: { id: DEMO.site } },
    ])
    await desk.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await pressesAbove(desk, 'Notifications')
    await expect.poll(() => panel.getByRole('textbox').inputValue()).toBe('mona@example.org')
    await panel.getByRole('checkbox').uncheck()
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.getByText('Saved. No site is chosen: nothing will come.').waitFor()
    expect(await stage.store().digests.wished(Date.now())).toEqual([])
    // What the server refused stands on the console as the browser's own line.
    expect(troubles.filter(line => !line.includes('400'))).toEqual([])
  })

  test('take no key of the desk while somebody types', async () => {
    const { desk, panel } = await opensPanel(stage)
    await panel.getByRole('checkbox').focus()
    await desk.keyboard.press('h')
    await desk.keyboard.press('?')
    expect(await panel.isVisible()).toBe(true)
    expect(await desk.getByRole('dialog').count()).toBe(1)
  })

  test('say how to name a mail server where there is none, also on a narrow dark screen', async () => {
    const without = await openStage()
    try {
      const { desk, panel } = await opensPanel(without, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
      await panel.getByText(/has no mail server yet/).waitFor()
      await panel.getByText(/PARLEY_SMTP_URL="smtp:/).waitFor()
      expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      await expectAccessible(desk, 'dialog')
    } finally {
      await without.end()
    }
  })
})
