import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, readId } from '../../server/comments/ids.ts'
import type { Comment, ModeratorAct } from '../../server/contract.ts'
import { actOn } from '../../server/moderation/act.ts'
import { ruleOn } from '../../server/moderation/rule.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

/** What readers answer: to a comment by reporting it, to a refusal by an appeal, to a warning. */
describe.skipIf(!CHROMIUM)('a reader who answers', () => {
  let stage: Stage
  let mona: number
  beforeAll(async () => {
    stage = await openStage()
    const { people, sites } = stage.store()
    await sites.change(DEMO.site, { settings: { holds: 'none', reportsToHold: 2 } })
    mona = (await people.ensure(newId(Date.now()), 'Mona', Date.now())).id
    await people.grant(mona, [DEMO.site], 'moderator')
  })
  afterAll(() => stage?.end())

  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
  const versionOf = async ({ id }: Pick<Comment, 'id'>) =>
    (await stage.store().queue.cases(DEMO.site, [readId(id)!]))[0]!.version
  const deps = () => ({ store: stage.store(), clock: Date.now }) as never
  const act = async (on: Pick<Comment, 'id'>, act: ModeratorAct, more: object = {}) =>
    actOn(deps(), { site: DEMO.site, comment: on.id, act, seen: await versionOf(on), ...more }, mona)
  const reject = async (on: Pick<Comment, 'id'>, words: string) => {
    const seen = await versionOf(on)
    const rulings = [{ comment: on.id, ruling: 'reject', reason: 'off_topic', seen, words } as const]
    return ruleOn(deps(), { site: DEMO.site, rulings }, mona)
  }

  test('reports a comment with a reason and words, by keyboard, and is thanked; nothing is stored before', async () => {
    const reported = await stage.reader('ben', stage.sample).posts('This one is rude', { name: 'Ben' })
    const { page, troubles } = await stage.opens()
    await page.goto(stage.sample)
    const button = comment(page, 'This one is rude').getByRole('button', { name: 'More on the comment by ⁨Ben⁩' })
    const open = async () => {
      await button.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name: 'Report…' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('radiogroup', { name: 'What is wrong with this comment?' }).waitFor()
    }
    await open()
    await expectAccessible(page, 'parley-thread')
    await page.keyboard.press('Escape')
    await page.getByRole('radiogroup').waitFor({ state: 'detached' })
    expect(await button.evaluate(each => (each.getRootNode() as ShadowRoot).activeElement === each)).toBe(true)
    await open()
    await page.getByRole('button', { name: 'Send report' }).click()
    await page.getByText('Choose what is wrong first.').first().waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0)
    await page.getByRole('radio', { name: 'It attacks a person' }).check()
    await page.getByRole('textbox', { name: /Anything a moderator should know/ }).fill('It calls me names')
    await page.getByRole('button', { name: 'Send report' }).click()
    await page.getByText('Thanks, a moderator will look.').first().waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(1)
    const file = await stage.store().caseFile.of(DEMO.site, readId(reported.id)!, mona, Date.now())
    expect(file!.reports).toMatchObject([{ reason: 'abuse', words: 'It calls me names', isOpen: true }])
    expect(troubles).toEqual([])
  })

  test('reads why, asks for another look, sees that it waits, and how it ended', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, 'About something else', 'Ada')
    const mine = comment(page, 'About something else')
    await mine.waitFor()
    const id = await page.evaluate(
      () => document.querySelector('parley-thread')!.shadowRoot!.querySelector('article span[id^=name]')!.id,
    )
    const own = { id: id.replace('name-', '') }
    await reject(own, 'Please stay with the ferries.')
    await page.reload()
    await mine.getByText('It strays too far from the article.').waitFor()
    await mine.getByText('Please stay with the ferries.').waitFor()
    await mine.getByRole('button', { name: 'Ask for another look' }).click()
    await mine.getByRole('button', { name: 'Send' }).click()
    await mine.getByText('Write something first').waitFor()
    await mine.getByRole('textbox').fill('It *is* about ferries.')
    await expectAccessible(page, 'parley-thread')
    await mine.getByRole('button', { name: 'Send' }).click()
    await mine.getByText('You have asked for another look').waitFor()
    await act(own, 'decline', { words: 'Two of us have read it.' })
    await page.reload()
    await mine.getByText('it stays as it is').waitFor()
    await mine.getByText('Two of us have read it.').waitFor()
    await expectAccessible(page, 'parley-thread')
    expect(troubles).toEqual([])
  })

  test('reads a warning before the next post, which is not lost, and goes on after it', async () => {
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, 'Rude words', 'Eve')
    const mine = comment(page, 'Rude words')
    await mine.waitFor()
    const id = (await mine.getAttribute('aria-labelledby'))!.split(' ')[0]!.replace('name-', '')
    await act({ id }, 'warn', { words: 'Please be kind to others.' })
    await posts(page, 'Why?')
    await page.getByText('Please be kind to others.').waitFor()
    await expectAccessible(page, 'parley-thread')
    expect(await page.getByRole('textbox', { name: 'Write a comment' }).inputValue()).toBe('Why?')
    await page.getByRole('button', { name: 'I have read this' }).click()
    await page.getByText('Please be kind to others.').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Post' }).click()
    await comment(page, 'Why?').waitFor()
    await act({ id }, 'ban', { until: Date.now() + 86_400_000, words: 'One day of rest.' })
    await page.reload()
    await page.getByRole('textbox', { name: 'Write a comment' }).focus()
    await page.getByText('you cannot comment here until').waitFor()
    await page.getByText('One day of rest.').waitFor()
    // A ban holds the network, too, and here everybody writes from one.
    await act({ id }, 'lift')
  })

  test('sees what is pinned first, what is featured, and where no more replies are taken', async () => {
    const page = `${stage.origin}/demo/marks`
    const at = (name: string) => stage.reader(name, page)
    const first = await at('ada').posts('The first of all', { name: 'Ada' })
    await at('ben').replies(first, 'Its reply', { name: 'Ben' })
    await at('chiara').posts('A later one', { name: 'Chiara' })
    await act(first, 'pin')
    await act(first, 'lock')
    await act(first, 'feature')
    const { page: tab, troubles } = await stage.opens()
    await tab.goto(stage.sample)
    await tab.evaluate(url => document.querySelector('parley-thread')!.setAttribute('url', url), page)
    await comment(tab, 'A later one').waitFor()
    await tab.getByText('Pinned').waitFor()
    const texts = await tab.locator('parley-thread').getByRole('article').allTextContents()
    expect(texts[0]).toMatch(/The first of all/)
    expect(texts[0]).toMatch(/Pinned.*Featured.*Locked: no more replies/)
    expect(
      await comment(tab, 'Its reply')
        .getByRole('button', { name: /^Reply/ })
        .count(),
    ).toBe(0)
    expect(
      await comment(tab, 'A later one')
        .getByRole('button', { name: /^Reply/ })
        .count(),
    ).toBe(1)
    await expectAccessible(tab, 'parley-thread')
    await tab.getByText('Pinned').scrollIntoViewIfNeeded()
    await at('darya').posts('The latest of all', { name: 'Darya' })
    await tab.getByRole('button', { name: '1 new comment' }).click()
    await comment(tab, 'The latest of all').waitFor()
    const after = await tab.locator('parley-thread').getByRole('article').allTextContents()
    expect(after.map(text => /first of all|reply|later|latest/.exec(text)![0])).toEqual([
      'first of all',
      'reply',
      'latest',
      'later',
    ])
    expect(troubles).toEqual([])
  })

  test('is told in Persian on a Persian page', async () => {
    await stage.reader('darya', stage.samplePersian).posts('سلام به همه', { name: 'دریا' })
    const { page } = await stage.opens({ viewport: { width: 360, height: 740 } })
    await page.goto(stage.samplePersian)
    await comment(page, 'سلام به همه')
      .getByRole('button', { name: /^کارهای دیگر/ })
      .click()
    await page.getByRole('menuitem', { name: /^گزارش/ }).click()
    await page.getByRole('radio', { name: 'آگهی است' }).check()
    await page.getByRole('button', { name: 'ارسال گزارش' }).click()
    await page.getByText('سپاسگزاریم، یک ناظر آن را بررسی می‌کند.').first().waitFor()
  })

  test('reads why a comment was refused under which others had answered', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(stage.sample)
    await posts(page, 'Answered before it was refused', 'Ada')
    await comment(page, 'Answered before it was refused').waitFor()
    const { cases } = await stage.store().queue.page(DEMO.site, 'published', 50, null)
    const mine = cases.find(({ text }) => text === 'Answered before it was refused')!
    await stage.reader('chiara', stage.sample).posts('An answer that stays', { parent: mine.id, name: 'Chiara' })
    await reject(mine, 'Please stay with the ferries.')
    await page.reload()
    const own = comment(page, 'Answered before it was refused')
    await own.getByText('It strays too far from the article.').waitFor()
    await own.getByText('Please stay with the ferries.').waitFor()
    await own.getByRole('button', { name: 'Ask for another look' }).waitFor()
    await comment(page, 'An answer that stays').waitFor()
    expect(troubles).toEqual([])
  })
})
