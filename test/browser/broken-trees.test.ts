import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Comment, Queue, Thread } from '../../server/contract.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** Stands for marks in each other, much deeper than a server makes them, and than Node writes JSON. */
const DEEP = 'ten thousand levels'
const LEVELS = 10_000
const spelled = (answer: object) =>
  JSON.stringify(answer).replaceAll(
    JSON.stringify(DEEP),
    () => `${'{"type":"em","children":['.repeat(LEVELS)}"at the bottom"${']}'.repeat(LEVELS)}`,
  )

/** What a broken server might say of a comment. */
const BROKEN: Record<string, (comment: Comment) => unknown> = {
  'a tree of 10,000 levels': comment => ({ ...comment, tree: [{ type: 'p', children: [DEEP] }] }),
  'a block without children': comment => ({ ...comment, tree: [{ type: 'p' }] }),
  'a node that is nothing': comment => ({ ...comment, tree: [null] }),
  'no tree': comment => ({ ...comment, tree: undefined }),
  'a list of texts': comment => ({ ...comment, tree: [{ type: 'list', start: null, items: ['a'] }] }),
  'an unknown node': comment => ({ ...comment, tree: [{ type: 'script', children: ['__ran=1'] }] }),
  'no time': comment => ({ ...comment, createdAt: 'yesterday' }),
}

describe.skipIf(!CHROMIUM)('where a server answers nonsense', () => {
  let stage: Stage
  let n = 0
  beforeAll(async () => {
    stage = await openStage({ PARLEY_LIMITS: 'off' })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
  })
  afterAll(() => stage?.end())

  const hostPage = (extra = '', lang = 'en') =>
    stage.hosts(`/broken-${++n}`, {
      html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>The harbour</title>${extra}
        <body style="margin:16px"><script type="module" src="${stage.origin}/embed.js"></script>
        <main><h1>The harbour</h1><parley-thread site="${DEMO.site}"></parley-thread></main>`,
    })
  const breaks = (page: Page, text: string, how: (comment: Comment) => unknown) =>
    page.route('**/api/threads?*', async (route: Route) => {
      const answer = await route.fetch()
      const thread = (await answer.json()) as Thread
      const comments = thread.comments.map(each => (JSON.stringify(each.tree).includes(text) ? how(each) : each))
      await route.fulfill({ response: answer, body: spelled({ ...thread, comments }) })
    })

  test.each(Object.keys(BROKEN))('a comment with %s leaves all others on screen, and its answers', async what => {
    const address = hostPage()
    const ada = stage.reader('ada', address)
    await ada.posts(`First ${n}`)
    const broken = await ada.posts(`Broken ${n}`)
    await stage.reader('ben', address).replies(broken, `Answer ${n}`)
    await ada.posts(`Last ${n}`)
    const { page } = await stage.opens()
    await breaks(page, `Broken ${n}`, BROKEN[what]!)
    await page.goto(address)
    for (const text of [`First ${n}`, `Answer ${n}`, `Last ${n}`]) await page.getByText(text).waitFor()
    expect(await page.getByText(`Broken ${n}`).count()).toBe(0)
    await page.getByRole('textbox', { name: 'Write a comment' }).fill('Still works')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('article').getByText('Still works').waitFor()
    expect(await page.evaluate(() => '__ran' in window)).toBe(false)
    await page.close()
  })

  test('a case that cannot be drawn can be decided on, by its text as it was typed', async () => {
    const address = hostPage()
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'all' } })
    await stage.reader('chiara', address).posts('*Broken* at the desk')
    await stage.reader('darya', address).posts('Whole at the desk')
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
    const { page: desk } = await stage.opens()
    await desk.route('**/api/desk/queue?*', async route => {
      const answer = await route.fetch()
      const queue = (await answer.json()) as Queue
      const cases = queue.cases.map(each =>
        each.text.includes('Broken') ? { ...each, tree: [{ type: 'p', children: [DEEP] }] } : each,
      )
      await route.fulfill({ response: answer, body: spelled({ ...queue, cases }) })
    })
    await desk.route('**/api/desk/comments/*', route => route.abort())
    await desk.goto(await stage.link('Mona'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await desk.locator('.case').getByText('*Broken* at the desk').waitFor()
    await desk.keyboard.press('a')
    await desk.locator('.case').getByText('Whole at the desk').waitFor()
    await desk.close()
  })

  test('a page that has put names on every object has its thread all the same', async () => {
    const address = hostPage(
      `<script>for (const name of 'children props key type text href name items start tree author marks told command dangerouslySetInnerHTML'.split(' '))
        Object.prototype[name] ??= name === 'dangerouslySetInnerHTML' ? { __html: '<img src=x onerror=__ran=1>' } : 'polluted'</script>`,
    )
    await stage.reader('ada', address).posts('A *calm* [text](https://daily.example)')
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await page.getByText('calm').waitFor()
    await page.getByRole('button', { name: /^More on the comment/ }).waitFor()
    expect(await page.getByRole('article').innerText()).not.toContain('polluted')
    expect(await page.evaluate(() => '__ran' in window)).toBe(false)
    expect(troubles).toEqual([])
    await page.close()
  })
})

describe.skipIf(!CHROMIUM)('a comment that is much taller than a screen', () => {
  let stage: Stage
  let address: string
  beforeAll(async () => {
    stage = await openStage({ PARLEY_LIMITS: 'off' })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
    address = stage.hosts('/tall', {
      html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>The harbour</title>
        <body style="margin:16px"><script type="module" src="${stage.origin}/embed.js"></script>
        <main><h1>The harbour</h1><parley-thread site="${DEMO.site}"></parley-thread></main>`,
    })
    await stage.reader('ada', address).posts('Short')
    await stage.reader('eve', address).posts(`${'x\n'.repeat(3_000)}[the end](https://daily.example)`)
  })
  afterAll(() => stage?.end())

  const height = (page: Page) =>
    page
      .getByRole('article')
      .first()
      .evaluate(each => each.getBoundingClientRect().height)

  test('is cut, and opens by a button within reach of the keyboard', async () => {
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    const all = page.getByRole('button', { name: 'Show all' })
    await all.waitFor()
    expect(await all.count()).toBe(1)
    expect(await height(page)).toBeLessThan(1_000)
    await expectAccessible(page)
    await all.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => height(page)).toBeGreaterThan(10_000)
    expect(await all.count()).toBe(0)
    expect(troubles).toEqual([])
    await page.close()
  })

  test('opens when something in it is sought or takes the focus', async () => {
    const { page } = await stage.opens()
    await page.goto(address)
    await page.getByRole('button', { name: 'Show all' }).waitFor()
    await page.getByRole('link', { name: 'the end' }).focus()
    await expect.poll(() => height(page)).toBeGreaterThan(10_000)
    await expect.poll(() => page.getByRole('button', { name: 'Show all' }).count()).toBe(0)
    await page.close()
  })
})
