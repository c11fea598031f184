import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, pressesAbove, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('an owner’s pages for machines', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  test('a key is made and revoked; a webhook is added, tried out, and shows what came of it', async () => {
    const receiver = createServer((_, answer) => answer.end('thank you'))
    await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void receiver.close())
    const { page: desk, troubles } = await stage.opens({ viewport: { width: 360, height: 740 } })
    await desk.goto(await stage.link('Olga', 'owner'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await pressesAbove(desk, 'Site')
    await desk.getByRole('button', { name: 'Keys for programs' }).click()
    await desk.getByRole('textbox', { name: 'What it is for' }).fill('Night bot')
    await desk.getByRole('button', { name: 'Make the key' }).click()
    const token = await desk.getByText(/^prk_[\w-]{43}$/).innerText()
    await expectAccessible(desk)
    const me = () => fetch(`${stage.origin}/api/desk/me`, { headers: { Authorization: `Bearer ${token}` } })
    expect((await me()).status).toBe(200)
    await desk.getByRole('button', { name: 'I have it' }).click()
    expect(await desk.getByText(token).count()).toBe(0)
    await desk.getByRole('button', { name: 'Revoke Night bot' }).click()
    await desk.getByRole('button', { name: 'Revoke for good Night bot' }).click()
    await desk.getByText('No program has a key here yet.').waitFor()
    expect((await me()).status).toBe(401)

    await desk.goBack()
    await desk.getByRole('button', { name: 'Webhooks' }).click()
    await desk.getByRole('textbox', { name: 'Name' }).fill('Archive')
    await desk
      .getByRole('textbox', { name: 'Address' })
      .fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`)
    await desk.getByRole('button', { name: 'Add the webhook' }).click()
    await desk.getByRole('button', { name: 'Send a test' }).click()
    await desk.getByRole('cell', { name: /^Taken, .*200/ }).waitFor()
    await desk.getByRole('button', { name: 'Change…' }).click()
    const form = desk.getByRole('listitem').filter({ hasText: 'Archive' })
    await form.getByRole('textbox', { name: 'Name' }).fill('The archive')
    await form.getByRole('checkbox', { name: 'a comment that is public now' }).check()
    await expectAccessible(desk)
    await form.getByRole('button', { name: 'Save' }).click()
    await desk.getByRole('heading', { name: 'The archive' }).waitFor()
    await desk.getByText(/^Tell of: .*a comment that is public now/).waitFor()
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

    await desk.goBack()
    await desk.getByRole('button', { name: 'What is kept of somebody' }).click()
    await desk.getByRole('textbox', { name: 'E-mail address' }).fill('nobody@mail.example')
    await desk.getByRole('button', { name: 'Find', exact: true }).click()
    await desk.getByText('nothing is kept under it here').waitFor()
    await desk.getByRole('textbox', { name: 'Link of the comment' }).fill('not a link')
    await desk.getByRole('button', { name: 'Hold it' }).click()
    await desk.getByText('This is no link of a comment.').waitFor()
    await expectAccessible(desk)
    expect(troubles).toEqual([])
  }, 60_000)
})
