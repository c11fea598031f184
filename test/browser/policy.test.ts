import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, pressesAbove, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('the policy at the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.loadSamples()
  })
  afterAll(() => stage?.end())

  async function atPolicy(role: 'owner' | 'moderator', options?: BrowserContextOptions) {
    const { page: desk, troubles } = await stage.opens(options)
    await desk.goto(await stage.link(role === 'owner' ? 'Olga' : 'Mona', role))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await pressesAbove(desk, 'Policy')
    await desk.getByRole('heading', { name: 'Policy', exact: true }).waitFor()
    await list(desk, 'Words that wait').waitFor()
    return { desk, troubles }
  }

  const list = (desk: Page, name: string) => desk.getByRole('textbox', { name: new RegExp(`^${name}`) })
  const findings = (desk: Page) => desk.getByRole('region', { name: 'What it would have done' })

  test('is tried on the comments that are there, saved, and judges from then on', async () => {
    const { desk, troubles } = await atPolicy('owner')
    await list(desk, 'Words that wait').fill('ferry\nکشتی')
    await desk.getByText('1 change not saved').waitFor()
    await desk.getByRole('button', { name: 'Try it out' }).click()
    const result = findings(desk)
    await result.getByText(/^Of the last 200 comments, \d+ would have been treated otherwise/).waitFor()
    expect(await result.locator('mark').count()).toBeGreaterThan(0)
    await expectAccessible(desk)
    await desk.getByRole('button', { name: 'Save', exact: true }).click()
    await desk.getByText('The policy was saved.').first().waitFor()
    expect(await desk.getByText('No changes.').isVisible()).toBe(true)
    await stage.store().sites.change('demo', { settings: { holds: 'none' } })
    const held = await stage.reader('frieda', stage.sample).posts('The FERRY is late')
    expect(held).toMatchObject({ status: 'pending' })
    await desk.reload()
    await desk.getByRole('heading', { name: 'Policy', exact: true }).waitFor()
    await expect.poll(() => list(desk, 'Words that wait').inputValue()).toBe('ferry\nکشتی')
    expect(troubles).toEqual([])
  })

  test('names the lines of a list that cannot be read, and keeps what was typed', async () => {
    const { desk } = await atPolicy('owner')
    await list(desk, 'Words that are refused').fill('fine\nfr*e')
    await desk.getByRole('button', { name: 'Save', exact: true }).click()
    await desk
      .getByRole('alert')
      .getByText(/Words that are refused.?, line 2: .?“fr\*e”/)
      .waitFor()
    expect(await list(desk, 'Words that are refused').inputValue()).toBe('fine\nfr*e')
    await desk.getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => list(desk, 'Words that are refused').inputValue()).toBe('')
    await desk.getByRole('button', { name: /Undo/ }).click()
    await expect.poll(() => list(desk, 'Words that are refused').inputValue()).toBe('fine\nfr*e')
  })

  test('says what the site asks of those who write, and what they may do', async () => {
    const { desk } = await atPolicy('owner')
    const guidelines = desk.getByRole('textbox', { name: 'What you ask of those who write' })
    await guidelines.fill('Be *kind*. '.repeat(100))
    await desk.getByText('100 characters too long.').waitFor()
    await guidelines.fill('Be *kind*.')
    await desk.getByRole('spinbutton', { name: /^Minutes for which authors/ }).fill('0')
    await desk.getByRole('checkbox', { name: 'Readers may also vote against a comment' }).check()
    await desk.getByRole('button', { name: 'Save', exact: true }).click()
    await desk.getByText('The policy was saved.').first().waitFor()
    const { policy } = await stage.reader('gita', stage.sample).reads()
    expect(policy).toMatchObject({ editMinutes: 0, downVotes: true })
    expect(JSON.stringify(policy.guidelines)).toContain('kind')
    await expectAccessible(desk)
  })

  test('is tried, but not saved, by a moderator', async () => {
    const { desk } = await atPolicy('moderator')
    await desk.getByRole('radio', { name: 'all wait' }).check()
    await desk.getByRole('button', { name: 'Try it out' }).click()
    await findings(desk)
      .getByText(/would have been treated otherwise/)
      .waitFor()
    expect(await desk.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
  })

  test('loses nothing when somebody else was first', async () => {
    const one = await atPolicy('owner')
    const other = await atPolicy('owner')
    for (const [{ desk }, links] of [
      [one, '7'],
      [other, '9'],
    ] as const) {
      await desk.getByRole('spinbutton', { name: /^Links a comment may carry/ }).fill(links)
      await desk.getByRole('button', { name: 'Save', exact: true }).click()
    }
    await other.desk
      .getByRole('alert')
      .getByText(/Somebody was first/)
      .waitFor()
    expect(await other.desk.getByRole('spinbutton', { name: /^Links a comment may carry/ }).inputValue()).toBe('9')
  })

  test('fits a phone', async () => {
    const { desk } = await atPolicy('owner', { viewport: { width: 360, height: 740 } })
    await list(desk, 'Words that wait').fill('harbour')
    const isWide = () =>
      desk.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    expect(await isWide()).toBe(false)
    await desk.getByRole('button', { name: 'Try it out' }).click()
    await findings(desk)
      .getByText(/^Of the last \d+ comments/)
      .waitFor()
    expect(await isWide()).toBe(false)
    await desk.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => list(desk, 'Words that wait').inputValue()).toBe('harbour')
  })
})
