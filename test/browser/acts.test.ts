import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../server/comments/ids.ts'
import type { Comment } from '../../server/contract.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** What a moderator does at the desk beside ruling. */
describe.skipIf(!CHROMIUM)('a moderator at the desk', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', reportsToHold: 0 } })
  })
  afterAll(() => stage?.end())

  const reader = (name: string) => stage.reader(name, stage.sample)
  const posted = (name: string, text: string, more = {}): Promise<Comment> =>
    reader(name).posts(text, { name, ...more })

  /** Mona, or another, at the queue of what is published, with this comment in view. */
  async function looksAt(
    text: string,
    {
      name = 'Mona',
      queue = /^Published/,
      ...options
    }: { name?: string; queue?: RegExp; [option: string]: unknown } = {},
  ) {
    const opened = await stage.opens(options)
    const { page } = opened
    await page.goto(await stage.link(name))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.getByRole('button', { name: queue }).click()
    await page.locator('.row-open').filter({ hasText: text }).click()
    await page.locator('.case').getByText(text).first().waitFor()
    return opened
  }
  const menu = (page: Page) => page.getByRole('menu', { name: 'What else to do' })
  const panel = (page: Page) => page.getByRole('dialog')
  const choose = async (page: Page, item: string) => {
    await page.keyboard.press('m')
    await menu(page).getByRole('menuitem', { name: item }).click()
  }

  test('pins, features and locks from the menu, with keys alone', async () => {
    await posted('Ada', 'Worth a place at the top')
    const { page, troubles } = await looksAt('Worth a place')
    await page.keyboard.press('m')
    await menu(page).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await menu(page).waitFor({ state: 'detached' })
    for (const [item, done] of [
      ['Pin to the top of the thread', 'Pinned'],
      ['Feature', 'Featured'],
      ['Lock the conversation', 'Conversation locked'],
    ] as const) {
      await page.keyboard.press('m')
      const at = menu(page).getByRole('menuitem', { name: item, exact: true })
      await at.waitFor()
      while (!(await at.evaluate(each => each === document.activeElement))) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.locator('.toast').getByText(done, { exact: true }).waitFor()
    }
    const { comments } = await reader('eve').reads()
    expect(comments[0]).toMatchObject({ marks: ['pinned', 'featured', 'locked'] })
    await page.keyboard.press('m')
    await menu(page).getByRole('menuitem', { name: 'Unpin' }).waitFor()
    expect(troubles).toEqual([])
  })

  test('rejects with a reason and words, a saved reply filled in, and the author reads them', async () => {
    const comment = await posted('Ben', 'Quite another matter', { title: 'The night ferry' })
    const { page } = await looksAt('Quite another matter')
    await choose(page, 'Saved replies…')
    await panel(page).getByText('Nothing is saved yet').waitFor()
    await panel(page).getByRole('button', { name: 'Save a new one' }).click()
    await panel(page).getByRole('textbox', { name: 'Name' }).fill('Off topic')
    await panel(page).getByRole('textbox', { name: 'Text' }).fill('Dear {name}, please stay with the article.')
    await panel(page).getByRole('button', { name: 'Save', exact: true }).click()
    await panel(page).getByText('Dear {name}').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
    await page.keyboard.press('r')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('8')
    await panel(page).getByRole('heading', { name: 'Reject, with words to the author' }).waitFor()
    await panel(page).getByRole('combobox', { name: 'Reason' }).selectOption('off_topic')
    await panel(page).getByRole('combobox', { name: 'Insert a saved reply' }).selectOption({ label: 'Off topic' })
    expect(
      await panel(page)
        .getByRole('textbox', { name: /To the author/ })
        .inputValue(),
    ).toBe('Dear Ben, please stay with the article.')
    await expectAccessible(page)
    await panel(page).getByRole('button', { name: 'Reject', exact: true }).click()
    await page.locator('.toast').getByText('Rejected').waitFor()
    await expect
      .poll(async () => (await reader('Ben').looksAtOwn()).unpublished.find(({ id }) => id === comment.id))
      .toMatchObject({ reason: 'off_topic', told: { words: 'Dear Ben, please stay with the article.' } })
  })

  test('reads reports and answers them; reads an appeal against a colleague’s decision and declines it', async () => {
    const comment = await posted('Chiara', 'A matter of taste')
    await reader('ben').reports(comment, 'hate', 'I do not like it')
    const { page } = await looksAt('A matter of taste')
    await page.getByText('I do not like it').waitFor()
    await page.getByRole('button', { name: 'It is fine' }).click()
    await page.locator('.toast').getByText('Found fine').waitFor()
    await page.getByText('found fine', { exact: true }).waitFor()
    await page.keyboard.press('r')
    await page.keyboard.press('1')
    await page.locator('.toast').getByText('Rejected').waitFor()
    await expect.poll(async () => (await reader('Chiara').looksAtOwn()).unpublished.length).toBe(1)
    await reader('Chiara').appeals(comment, 'It is on topic, read the last line')
    const omar = await looksAt('A matter of taste', { name: 'Omar', queue: /^Rejected/ })
    await omar.page.getByText('It is on topic, read the last line').waitFor()
    await expectAccessible(omar.page)
    await omar.page.getByRole('button', { name: 'Decline' }).click()
    await panel(omar.page)
      .getByRole('textbox', { name: /To the author/ })
      .fill('We have read it twice.')
    await panel(omar.page).getByRole('button', { name: 'Decline' }).click()
    await omar.page.locator('.toast').getByText('Appeal declined').waitFor()
    await omar.page.getByText('Declined by ⁨Omar⁩').waitFor()
    expect((await reader('Chiara').looksAtOwn()).unpublished).toMatchObject([
      { told: { appeal: { outcome: 'declined', words: 'We have read it twice.' } } },
    ])
  })

  test('edits, warns, bans and lifts, replies as staff, and takes notes', async () => {
    await posted('Darya', 'Call me at 555-1234')
    const { page, troubles } = await looksAt('Call me at 555-1234')
    await choose(page, 'Edit the text…')
    const text = panel(page).getByRole('textbox', { name: 'Text' })
    expect(await text.inputValue()).toBe('Call me at 555-1234')
    await text.fill('Call me at (removed)')
    await panel(page).getByRole('button', { name: 'Save' }).click()
    await page.locator('.case').getByText('Call me at (removed)').first().waitFor()
    await page.getByText('Earlier texts').waitFor()
    await choose(page, 'Warn the author…')
    await panel(page).getByRole('button', { name: 'Send warning' }).click()
    await panel(page).getByText('Write something first.').waitFor()
    await panel(page).getByRole('textbox', { name: 'To the author' }).fill('No telephone numbers, please.')
    await panel(page).getByRole('button', { name: 'Send warning' }).click()
    await page.getByText('Has a warning to read').waitFor()
    await choose(page, 'Ban the author…')
    await panel(page).getByText('A browser’s storage can be cleared').waitFor()
    await panel(page).getByRole('combobox', { name: 'For how long' }).selectOption('3')
    await expectAccessible(page)
    await panel(page).getByRole('button', { name: 'Ban' }).click()
    await page.getByText(/^Banned until/).waitFor()
    expect((await reader('Darya').looksAtOwn()).standing).toMatchObject({ ban: { reason: null } })
    await page.getByRole('button', { name: 'Lift', exact: true }).click()
    await page.locator('.toast').getByText('Lifted').waitFor()
    await choose(page, 'Reply as staff…')
    await panel(page).getByRole('textbox', { name: 'Text' }).fill('We have removed your number.')
    await panel(page).getByRole('button', { name: 'Publish reply' }).click()
    await page.locator('.toast').getByText('Your reply is public').waitFor()
    expect(await reader('eve').sees()).toContain('We have removed your number.')
    await page.getByRole('button', { name: 'Add a note' }).click()
    await panel(page).getByRole('radio', { name: 'its author' }).check()
    await panel(page).getByRole('textbox', { name: 'Text' }).fill('Knows the skipper')
    await panel(page).getByRole('button', { name: 'Keep note' }).click()
    await page.getByText('Knows the skipper').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Remove this note' }).click()
    await page.getByText('No notes.').waitFor()
    expect(troubles).toEqual([])
  })

  test('is told who was first, in the panel, and loses nothing that was typed', async () => {
    const comment = await posted('Eve', 'Both at once again')
    const { page } = await looksAt('Both at once again')
    await choose(page, 'Edit the text…')
    await panel(page).getByRole('textbox', { name: 'Text' }).fill('My own version')
    const { people, acts, queue } = stage.store()
    const omar = await people.ensure(newId(Date.now()), 'Omar', Date.now())
    await people.grant(omar.id, [DEMO.site], 'moderator')
    const [one] = (await queue.page(DEMO.site, 'published', 50, null)).cases.filter(({ id }) => id === comment.id)
    const { readId } = await import('../../server/comments/ids.ts')
    const nothing = { reason: null, note: null, words: null, until: null, edit: null }
    await acts.make(
      DEMO.site,
      { id: readId(comment.id)!, act: 'feature', seen: one!.version, ...nothing },
      omar.id,
      Date.now(),
    )
    await panel(page).getByRole('button', { name: 'Save' }).click()
    await panel(page)
      .getByText(/Omar.*featured this.? .?just now/)
      .waitFor()
    expect(await panel(page).getByRole('textbox', { name: 'Text' }).inputValue()).toBe('My own version')
  })

  test('does all this on a phone', async () => {
    await posted('Fay', 'Seen on a small screen')
    const { page } = await looksAt('Seen on a small screen', { viewport: { width: 360, height: 740 }, hasTouch: true })
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await menu(page).getByRole('menuitem', { name: 'Ban the author…' }).click()
    await panel(page).getByRole('button', { name: 'Ban' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await expectAccessible(page)
  })
})
