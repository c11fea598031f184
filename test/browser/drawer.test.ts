import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

/** What is a reader's own, in its drawer: comments and what became of them, votes, follows, mutes, and the key. */
describe.skipIf(!CHROMIUM)('the drawer of a reader', () => {
  let stage: Stage
  let n = 0
  let address: string
  beforeAll(async () => {
    stage = await openStage({ PARLEY_LIMITS: 'off' })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', linksAllowed: 0 } })
  })
  afterAll(() => stage?.end())
  beforeEach(() => {
    address = hostPage(`/drawer-${++n}`)
  })

  const hostPage = (path: string, lang = 'en') =>
    stage.hosts(path, {
      html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>The harbour</title>
        <body style="margin:16px"><script type="module" src="${stage.origin}/embed.js"></script>
        <main><h1>The harbour</h1><parley-thread site="${DEMO.site}"></parley-thread></main>`,
    })
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
  const you = (page: Page) => page.getByRole('button', { name: /^(You|شما)$/ })
  const panel = (page: Page) => page.getByRole('tabpanel')
  const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()
  const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).length)
  const write = async (page: Page, text: string) => {
    await posts(page, text, 'Ada')
    await comment(page, text).waitFor()
  }

  test('is not there for who only reads, and is for who writes; it has what became of each comment', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await page.getByText('Nobody has written yet').waitFor()
    expect(await you(page).count()).toBe(0)
    await write(page, 'My first words')
    await write(page, 'See https://harbour.example/ and then wait')
    await stage.reader('ben', address).replies((await stage.reader('ben', address).reads()).comments[0]!, 'An answer')
    await you(page).click()
    await page.getByRole('dialog', { name: 'You' }).waitFor()
    await panel(page).getByText('Published').waitFor()
    expect(await panel(page).getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^Waiting You can see it; others cannot yet\.See .*The harbour/),
      expect.stringMatching(/^Published My first words.*1 reply/),
    ])
    await expectAccessible(page)
    const link = panel(page).getByRole('link').last()
    expect(await link.getAttribute('href')).toMatch(/\/c\/\w+$/)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toBe('You')
    expect(troubles).toEqual([])
  })

  test('brings back what the reader has deleted, also after the page was loaded again', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await write(page, 'Deleted too soon')
    await comment(page, 'Deleted too soon').getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.reload()
    await page.getByText('Nobody has written yet').waitFor()
    await you(page).click()
    await panel(page).getByText('Deleted by you').waitFor()
    await panel(page).getByRole('button', { name: 'Bring back' }).click()
    await panel(page).getByText('Published').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await comment(page, 'Deleted too soon').waitFor()
    expect(troubles).toEqual([])
  })

  test('tells why a comment was refused, in the moderator’s words, too', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await write(page, 'Something rude')
    const { ruleOn } = await import('../../server/moderation/rule.ts')
    const { newId } = await import('../../server/comments/ids.ts')
    const { people, queue } = stage.store()
    const mona = (await people.ensure(newId(Date.now()), 'Mona', Date.now())).id
    await people.grant(mona, [DEMO.site], 'moderator')
    const [own] = (await stage.reader('ben', address).reads()).comments
    const [seen] = await queue.cases(DEMO.site, [readId(own!.id)!])
    const ruling = {
      id: '',
      comment: own!.id,
      ruling: 'reject',
      reason: 'abuse',
      words: 'Be kind.',
      seen: seen!.version,
    }
    const deps = { store: stage.store(), clock: Date.now } as never
    await ruleOn(deps, { site: DEMO.site, rulings: [ruling as never] }, mona)
    await you(page).click()
    await panel(page).getByText('Not published').waitFor()
    await panel(page).getByText('It attacks a person rather than what they say.').waitFor()
    await panel(page).getByText('Be kind.').waitFor()
  })

  test('is walked by keyboard: tabs by arrows, and no key reaches the page', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await write(page, 'By keyboard')
    await page.evaluate(() => document.addEventListener('keydown', event => (document.title += event.key)))
    await you(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Comments', selected: true }).waitFor()
    const title = await page.title()
    for (const name of ['Votes', 'Following', 'Muted', 'This device', 'News', 'Comments']) {
      await page.keyboard.press('ArrowRight')
      await page.getByRole('tab', { name, selected: true }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toBe(name)
      await expectAccessible(page)
    }
    expect(await page.title()).toBe(title)
  })

  test('lists votes, follows with what is new, and muted people; each can be taken back there', async () => {
    const root = await stage.reader('marta', address).posts('The root of it', { name: 'Marta' })
    await stage.reader('rude', address).posts('Rude words', { name: 'Rude' })
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    const act = async (text: string, name: string) => {
      await comment(page, text)
        .getByRole('button', { name: /^More on/ })
        .click()
      await page.getByRole('menuitem', { name }).click()
    }
    await comment(page, 'The root of it')
      .getByRole('button', { name: /^Vote for/ })
      .click()
    await act('The root of it', 'Follow this conversation')
    await comment(page, 'The root of it').getByText('You follow this conversation').waitFor()
    await act('Rude words', 'Mute this author')
    await page.getByText('You have muted this author.').waitFor()
    await stage.reader('jonas', address).replies(root, 'New since then')
    await you(page).click()
    await tab(page, 'Votes')
    await panel(page).getByText('You voted for it').waitFor()
    await tab(page, 'Following')
    await panel(page).getByText('1 new comment').waitFor()
    await panel(page).getByRole('button', { name: 'Follow the comments on this page' }).click()
    await expect.poll(() => panel(page).getByRole('listitem').count()).toBe(2)
    await panel(page).getByRole('button', { name: 'Stop following: Conversation begun by ⁨Marta⁩' }).click()
    await expect.poll(() => panel(page).getByRole('listitem').count()).toBe(1)
    await tab(page, 'Muted')
    await panel(page).getByRole('button', { name: 'Show again: Rude' }).click()
    await panel(page).getByText('You have muted nobody').waitFor()
    // The button that was pressed is gone; the focus is not.
    await expect.poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id)).toBe('panel')
    await expect.poll(() => page.getByText('Rude words').count()).toBe(1)
    expect(troubles).toEqual([])
  })

  test('forgets the reader on this device in one tap, and takes it back within ten seconds', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await write(page, 'To be forgotten')
    await page.getByRole('textbox', { name: 'Write a comment' }).fill('Half a thought')
    await you(page).click()
    await tab(page, 'This device')
    await panel(page).getByRole('button', { name: 'Forget me on this device' }).click()
    await panel(page).getByText('Forgotten.').waitFor()
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    await expect.poll(() => comment(page, 'To be forgotten').getByRole('button', { name: 'Delete' }).count()).toBe(0)
    await expectAccessible(page)
    await panel(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => stored(page)).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await comment(page, 'To be forgotten').getByRole('button', { name: 'Delete' }).waitFor()
    await you(page).click()
    await tab(page, 'This device')
    await panel(page).getByRole('button', { name: 'Forget me on this device' }).click()
    await panel(page).getByText('Forgotten.').waitFor()
    await page.reload()
    await comment(page, 'To be forgotten').waitFor()
    expect(await comment(page, 'To be forgotten').getByRole('button', { name: 'Delete' }).count()).toBe(0)
    expect(troubles).toEqual([])
  })

  test('leaves no key where the reader wishes so: what is written is theirs for the visit', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await page.getByRole('textbox', { name: 'Write a comment' }).press('a')
    await you(page).click()
    await tab(page, 'This device')
    await panel(page).getByRole('checkbox', { name: 'Leave no key' }).check()
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    await page.keyboard.press('Escape')
    await write(page, 'Without a trace')
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    await comment(page, 'Without a trace').getByRole('button', { name: 'Delete' }).waitFor()
    await you(page).click()
    await tab(page, 'This device')
    await panel(page).getByText('nothing is stored in this browser').waitFor()
    await panel(page).getByRole('checkbox', { name: 'Leave no key' }).uncheck()
    expect(await stored(page)).toBe(1)
  })

  test('carries the key to another device as words, and says which one is mistyped', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await write(page, 'From the first device')
    await you(page).click()
    await tab(page, 'This device')
    await panel(page).getByRole('button', { name: 'Show the phrase' }).click()
    const words = await panel(page).locator('.phrase li').allTextContents()
    expect(words).toHaveLength(17)
    await expectAccessible(page)

    const { page: other } = await stage.opens({ viewport: { width: 360, height: 760 } })
    await other.goto(address)
    await other.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('x')
    await you(other).click()
    await tab(other, 'This device')
    await panel(other).getByRole('button', { name: 'I have a phrase' }).click()
    const field = panel(other).getByRole('textbox', { name: 'The words of your phrase' })
    const use = panel(other).getByRole('button', { name: 'Use this phrase' })
    await field.fill(words.slice(1).join(' '))
    await use.click()
    await panel(other).getByText('A phrase has 17 words; these are 16.').waitFor()
    const wrong = words.with(4, (words[4]![0] === 'b' ? 'd' : 'b') + words[4]!.slice(1))
    await field.fill(wrong.join('-'))
    await use.click()
    await panel(other).getByText('Please look at word 5 again.').waitFor()
    await expectAccessible(other)
    await field.fill(words.join(' - ').toUpperCase())
    await use.click()
    await panel(other).getByText('This device has your key now.').waitFor()
    await other.keyboard.press('Escape')
    await comment(other, 'From the first device').getByRole('button', { name: 'Delete' }).waitFor()
    expect(await other.evaluate(() => Object.keys(localStorage).some(name => name.startsWith('parley:')))).toBe(true)
  })

  test('works for the visit where nothing can be stored, and says so', async () => {
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
    await write(page, 'Storage is blocked')
    await you(page).click()
    await panel(page).getByText('Storage is blocked').waitFor()
    await tab(page, 'This device')
    await panel(page).getByText('Your browser keeps nothing for this page.').waitFor()
    await panel(page).getByRole('button', { name: 'Forget me on this device' }).click()
    await panel(page).getByText('Forgotten.').waitFor()
  })

  test('is a sheet at the bottom of a narrow screen, in Persian from the right', async () => {
    address = hostPage('/drawer-fa', 'fa')
    const { page, troubles } = await stage.opens({ viewport: { width: 360, height: 760 }, reducedMotion: 'reduce' })
    await page.goto(address)
    await posts(page, 'نوشتهٔ من', 'مینا')
    await comment(page, 'نوشتهٔ من').waitFor()
    await you(page).click()
    const box = await page.getByRole('dialog', { name: 'شما' }).boundingBox()
    expect([box!.x, box!.width, Math.round(box!.y + box!.height)]).toEqual([0, 360, 760])
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('tab', { name: 'رأی‌ها', selected: true }).waitFor()
    await expectAccessible(page)
    for (const each of await page.getByRole('dialog').getByRole('tab').all()) {
      expect((await each.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    const wide = await page.getByRole('dialog').boundingBox()
    expect([wide!.x, wide!.y]).toEqual([0, 0])
    expect(troubles).toEqual([])
  })
})
