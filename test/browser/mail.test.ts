import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { openMailbox } from './mailbox.ts'
import { CHROMIUM, expectAccessible, openStage, pressesAbove, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('mail that did not go, and mail that leads somewhere', () => {
  let stage: Stage
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  beforeAll(async () => {
    mailbox = await openMailbox()
    stage = await openStage(mailbox.settings)
  })
  afterAll(async () => {
    await stage?.end()
    await mailbox?.end()
  })

  test('an owner sees on a telephone what was given up and why, lifts the address, and sends it again', async () => {
    const { page: desk, troubles } = await stage.opens({ viewport: { width: 360, height: 740 } })
    await desk.goto(await stage.link('Olga', 'owner'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await desk.locator('.top').waitFor()
    const store = stage.store()
    const at = Date.now()
    const to = { to: 'olga@mail.example', subject: 'olga@mail.example' }
    await store.outbox.put({ site: DEMO.site, kind: 'test', to, payload: {}, at, nextAt: at + 3_600_000 })
    await store.engine.write([
      sql`UPDATE outbox SET next_at = NULL, outcome = 'dead', error = 'EENVELOPE550', tries = 1, done_at = ${at}`,
    ])
    await store.mailState.suppress({
      ...{ digest: 'of-somebody', site: DEMO.site, shown: 'n…@mail.example', reason: 'bounced', error: null, at },
    })
    await pressesAbove(desk, 'Site')
    await desk.getByRole('button', { name: /^Mail/ }).click()
    await desk.getByRole('heading', { name: 'Given up (1)' }).waitFor()
    await desk.getByText('There is no such address. EENVELOPE550').waitFor()
    await expectAccessible(desk)
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await desk.getByRole('button', { name: 'Let mail go there again' }).click()
    await desk.getByText('There are none.').waitFor()
    await desk.getByRole('button', { name: 'Send again', exact: true }).click()
    await expect.poll(() => mailbox.count('olga@mail.example')).toBe(1)
    await desk.getByText('Nothing waits, and nothing was given up.').waitFor()
    await desk.getByText(/^It took a mail last on/).waitFor()
    expect(troubles).toEqual([])
  })

  test('the page of a digest decides and takes back without a script, once somebody has signed in', async () => {
    for (const text of ['First', 'Second']) await stage.reader(text, stage.sample).posts(text)
    const { page: desk, context } = await stage.opens()
    await desk.goto(await stage.link('Mona'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await desk.locator('.top').waitFor()
    const { page, context: plain } = await stage.opens({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    })
    const at = `${stage.origin}/desk/waiting?site=${DEMO.site}`
    await page.goto(at)
    await page.getByRole('heading', { name: 'Sign in first' }).waitFor()
    await plain.addCookies(await context.cookies())
    await page.getByRole('link', { name: 'I have signed in' }).click()
    await page.getByText('2 comments wait.').waitFor()
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('Approved.').waitFor()
    await page.getByText('One comment waits.').waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('2 comments wait.').waitFor()
    await page.getByRole('link', { name: 'Leave it for later' }).click()
    await page.getByRole('combobox').selectOption({ label: 'Off topic' })
    await page.getByRole('button', { name: 'Refuse' }).click()
    await page.getByText('those that you left for later still wait').waitFor()
    await page.getByRole('link', { name: 'Begin again' }).click()
    await page.getByText('First', { exact: true }).waitFor()
    await desk.goto(at)
    await expectAccessible(desk)
  })
})
