import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../server/contract.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('the desk of a site under pressure', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ PARLEY_TRUSTED_PROXIES: '127.0.0.1/32,::1/128' })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
    for (let n = 0; n < 70; n++) {
      const client = { 'X-Forwarded-For': `10.0.${n}.1` }
      await stage.reader(`stranger-${n}`, stage.sample).sends({ text: `Buy watches, number ${n}` }, client)
    }
  })
  afterAll(() => stage?.end())

  /** The desk, which hears nothing of what changes: what it shows it knows from opening. */
  async function opens(role: Role, options?: Parameters<Stage['opens']>[0]) {
    const { page } = await stage.opens(options)
    await page.route('**/api/desk/changes?*', () => {})
    await page.goto(await stage.link(role === 'owner' ? 'Olga' : 'Mona', role))
    await page.getByRole('button', { name: /sign in/i }).click()
    return page
  }

  const line = 'Much more is posted here than is usual. What brings no proof of work waits until this is over.'

  test('says so when it is opened and when it is loaded again, with the way on for each', async () => {
    for (const [role, wayOn] of [
      ['owner', 'Under “Policy” you can let all comments wait; under “Articles” you can close a thread.'],
      ['moderator', 'Under “Articles” you can close a thread; an owner can let all comments wait.'],
    ] as const) {
      const page = await opens(role, { viewport: { width: 360, height: 740 } })
      const said = page.getByRole('status').filter({ hasText: 'Much more' })
      await said.waitFor()
      expect(await said.innerText()).toBe(`${line} ${wayOn}`)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      await page.reload()
      await said.waitFor()
      await page.context().close()
    }
  })

  test('names the proof of work where nothing waits for it', async () => {
    await stage.store().sites.change(DEMO.site, { settings: { asksWork: 'never' } })
    const page = await opens('owner')
    await page.getByText('Under “Policy” you can let wait what brings no proof of work, or all').waitFor()
  })
})
