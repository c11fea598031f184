import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

/** What readers do with comments beside writing: voting, muting, following, folding, copying a link. */
describe.skipIf(!CHROMIUM)('a reader', () => {
  let stage: Stage
  let n = 0
  let address: string
  beforeAll(async () => {
    stage = await openStage({ PARLEY_LIMITS: 'off' })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', downVotes: true } })
  })
  afterAll(() => stage?.end())
  beforeEach(() => {
    address = hostPage(`/acting-${++n}`)
  })

  const hostPage = (path: string, lang = 'en') =>
    stage.hosts(path, {
      html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Acting</title><body style="margin:16px">
        <script type="module" src="${stage.origin}/embed.js"></script><main><h1>Acting</h1>
        <parley-thread site="${DEMO.site}"></parley-thread></main>`,
    })
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
  const more = (of: Locator) => of.getByRole('button', { name: /^(More on|کارهای دیگر)/ })
  const active = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement?.shadowRoot?.activeElement
      return at && (at.getAttribute('aria-label') ?? at.textContent)
    })

  test('votes for a comment and against it, sees the numbers at once, and finds the vote again', async () => {
    const one = await stage.reader('marta', address).posts('Vote on me', { name: 'Marta' })
    await stage.reader('jonas', address).votes(one)
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    const up = comment(page, 'Vote on me').getByRole('button', { name: /^Vote for the comment by ⁨Marta⁩/ })
    const down = comment(page, 'Vote on me').getByRole('button', { name: /^Vote against/ })
    await expect.poll(() => up.textContent()).toBe('1')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    const before = await more(comment(page, 'Vote on me')).boundingBox()
    await up.click()
    expect([await up.textContent(), await up.getAttribute('aria-pressed')]).toEqual(['2', 'true'])
    expect(await more(comment(page, 'Vote on me')).boundingBox()).toEqual(before)
    await expectAccessible(page, 'parley-thread')
    // One request at a time: what was pressed last is what stands.
    await down.click()
    await up.click()
    await down.click()
    const { readId } = await import('../../server/comments/ids.ts')
    await expect.poll(() => stage.store().votes.on(readId(one.id)!)).toEqual({ up: 1, down: 1 })
    await page.reload()
    await expect.poll(() => down.getAttribute('aria-pressed')).toBe('true')
    expect([await up.textContent(), await down.textContent()]).toEqual(['1', '1'])
    await down.click()
    await expect.poll(() => down.textContent()).toBe('')
    expect(await down.getAttribute('aria-pressed')).toBe('false')
    expect(troubles).toEqual([])
  })

  test('is told when a vote is not taken, and it is taken back on screen', async () => {
    await stage.reader('marta', address).posts('No answer', { name: 'Marta' })
    const { page } = await stage.opens()
    await page.goto(address)
    await page.route('**/vote', route => route.abort())
    const up = comment(page, 'No answer').getByRole('button', { name: /^Vote for/ })
    await up.click()
    await comment(page, 'No answer').getByText('No answer came. Please try again.').waitFor()
    expect([await up.textContent(), await up.getAttribute('aria-pressed')]).toEqual(['', 'false'])
    await page.unroute('**/vote')
    await up.click()
    await expect.poll(() => up.textContent()).toBe('1')
  })

  test('sees the votes on own comments, and cannot press them', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await posts(page, 'Mine alone', 'Ada')
    await comment(page, 'Mine alone').waitFor()
    const [own] = (await stage.reader('ben', address).reads()).comments
    await stage.reader('ben', address).votes(own!)
    await page.reload()
    await comment(page, 'Mine alone').getByText('1 vote').waitFor()
    expect(await comment(page, 'Mine alone').getByRole('button', { name: /^Vote/ }).count()).toBe(0)
  })

  test('opens the menu of a comment by keyboard, walks it, leaves it, and wakes none of the page’s shortcuts', async () => {
    await stage.reader('marta', address).posts('Look at me', { name: 'Marta' })
    const { page, troubles } = await stage.opens({ permissions: ['clipboard-read', 'clipboard-write'] })
    await page.goto(address)
    const button = more(comment(page, 'Look at me'))
    await button.focus()
    await page.evaluate(() => document.addEventListener('keydown', event => (document.title += event.key)))
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.evaluate(() => (document.title = 'quiet'))
    await expectAccessible(page)
    expect(await active(page)).toBe('Copy link')
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe('Follow this conversation')
    await page.keyboard.press('End')
    expect(await active(page)).toBe('Report…')
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe('Copy link')
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await active(page)).toMatch(/^More on/)
    expect(await page.title()).toBe('quiet')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Enter')
    await comment(page, 'Look at me').getByText('Link copied').waitFor()
    const [shown] = (await stage.reader('ben', address).reads()).comments
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${stage.origin}/c/${shown!.id}`)
    expect(await active(page)).toMatch(/^More on/)
    // A press outside closes it, too.
    await button.click()
    await page.getByRole('menu').waitFor()
    await page.mouse.click(5, 5)
    await page.getByRole('menu').waitFor({ state: 'detached' })
    expect(await active(page)).toMatch(/^More on/)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(troubles).toEqual([])
  })

  test.each(['en', 'fa'])('finds the menu within the thread at 360 px, in %s', async lang => {
    address = hostPage(`/narrow-${lang}`, lang)
    const root = await stage.reader('marta', address).posts(`Narrow ${lang}`, { name: 'Marta' })
    await stage.reader('jonas', address).replies(root, `Narrower ${lang}`)
    const { page } = await stage.opens({ viewport: { width: 360, height: 700 }, hasTouch: true })
    await page.goto(address)
    for (const text of ['Narrow', 'Narrower']) {
      await more(comment(page, text).last()).tap()
      const menu = await page.getByRole('menu').boundingBox()
      const box = await page.locator('parley-thread').boundingBox()
      expect(menu!.x).toBeGreaterThanOrEqual(box!.x)
      expect(menu!.x + menu!.width).toBeLessThanOrEqual(box!.x + box!.width)
      for (const item of await page.getByRole('menuitem').all())
        expect((await item.boundingBox())!.height).toBeGreaterThanOrEqual(44)
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('is told where a piece cannot be loaded, and has it at another press', async () => {
    await stage.reader('marta', address).posts('Far out at sea', { name: 'Marta' })
    const { page, context } = await stage.opens()
    await page.goto(address)
    const one = comment(page, 'Far out at sea')
    await more(one).waitFor()
    await context.setOffline(true)
    await more(one).click()
    await one.getByText('This could not be loaded.').waitFor()
    await context.setOffline(false)
    await more(one).click()
    await page.getByRole('menuitem', { name: 'Copy link' }).waitFor()
    expect(await one.getByText('This could not be loaded.').count()).toBe(0)
  })

  test('mutes an author, reads one line in the place of each of their comments, and shows them again', async () => {
    const first = await stage.reader('rude', address).posts('Rude words', { name: 'Rude' })
    await stage.reader('marta', address).replies(first, 'A calm answer', { name: 'Marta' })
    await stage.reader('rude', address).posts('More rude words', { name: 'Rude' })
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await more(comment(page, 'More rude words')).click()
    await page.getByRole('menuitem', { name: 'Mute this author' }).click()
    await expect.poll(() => page.getByText('You have muted this author.').count()).toBe(2)
    expect(await page.getByText(/rude words/i).count()).toBe(0)
    expect(await comment(page, 'A calm answer').count()).toBe(1)
    // The focus stays where the comment was.
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName)).toBe('ARTICLE')
    await expectAccessible(page, 'parley-thread')
    await page.reload()
    await expect.poll(() => page.getByText('You have muted this author.').count()).toBe(2)
    await page.getByRole('button', { name: 'Show', exact: true }).first().click()
    await comment(page, 'More rude words').waitFor()
    expect(await page.getByText('You have muted this author.').count()).toBe(1)
    await more(comment(page, 'More rude words')).click()
    await page.getByRole('menuitem', { name: 'Show this author again' }).click()
    await expect.poll(() => page.getByText('You have muted this author.').count()).toBe(0)
    expect(await page.getByText(/rude words/i).count()).toBe(2)
    expect(troubles).toEqual([])
  })

  test('folds the replies of a comment away; a link to one of them and an answer of one’s own unfold them', async () => {
    const root = await stage.reader('marta', address).posts('The root', { name: 'Marta' })
    const reply = await stage.reader('jonas', address).replies(root, 'Folded away', { name: 'Jonas' })
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    const fold = page.getByRole('button', { name: 'Hide 1 reply' })
    await fold.click()
    const unfold = page.getByRole('button', { name: 'Show 1 reply' })
    expect(await unfold.getAttribute('aria-expanded')).toBe('false')
    expect(await comment(page, 'Folded away').count()).toBe(0)
    expect(await active(page)).toBe('Show 1 reply')
    await expectAccessible(page, 'parley-thread')
    await page.evaluate(id => (location.hash = `#comment-${id}`), reply.id)
    await comment(page, 'Folded away').waitFor()
    expect(await fold.getAttribute('aria-expanded')).toBe('true')
    await fold.click()
    await comment(page, 'The root')
      .getByRole('button', { name: /^Reply/ })
      .click()
    await page.getByRole('textbox', { name: /^Reply to/ }).fill('My own answer')
    await page.getByRole('button', { name: 'Post' }).last().waitFor()
    await page.getByRole('textbox', { name: /^Reply to/ }).press('Control+Enter')
    await comment(page, 'My own answer').waitFor()
    await comment(page, 'Folded away').waitFor()
    expect(troubles).toEqual([])
  })

  test('hears of pins where they stand: the mark is a word in the head of the comment', async () => {
    const root = await stage.reader('marta', address).posts('Pin me', { name: 'Marta' })
    const { actOn } = await import('../../server/moderation/act.ts')
    const { newId, readId } = await import('../../server/comments/ids.ts')
    const { people, queue } = stage.store()
    const mona = (await people.ensure(newId(Date.now()), 'Mona', Date.now())).id
    await people.grant(mona, [DEMO.site], 'moderator')
    const [seen] = await queue.cases(DEMO.site, [readId(root.id)!])
    const deps = { store: stage.store(), clock: Date.now } as never
    await actOn(deps, { site: DEMO.site, comment: root.id, act: 'pin', seen: seen!.version }, mona)
    const { page } = await stage.opens()
    await page.goto(address)
    await comment(page, 'Pin me').getByText('Pinned').waitFor()
    expect(await page.locator('parley-thread').ariaSnapshot()).toContain('Pinned')
  })
})
