import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('the order of a thread', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage({ PARLEY_LIMITS: 'off' })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
  })
  afterAll(() => stage?.end())

  const write = async (text: string, url: string, more: { parent?: string; reader?: string } = {}) => {
    const { parent, reader = 'w' } = more
    const response = await fetch(`${stage.origin}/api/comments`, {
      method: 'POST',
      headers: { Authorization: `Bearer prl_${reader.padEnd(43, 'x')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ site: DEMO.site, url, text, name: 'Ada', ...(parent && { parent }) }),
    })
    const { comment } = (await response.json()) as { comment: { id: string } }
    return comment.id
  }
  const vote = (id: string, reader: string) =>
    fetch(`${stage.origin}/api/comments/${id}/vote`, {
      method: 'PUT',
      headers: { Authorization: `Bearer prl_${reader.padEnd(43, 'x')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ value: 1 }),
    })
  const roots = (page: Page) =>
    page.locator('.branch > article .text').evaluateAll(found => found.map(text => text.textContent))
  const choice = (page: Page) => page.getByRole('combobox', { name: 'Order' })
  const hostPage = (path: string, attributes = '') =>
    stage.hosts(path, {
      html: `<!doctype html><meta charset="utf-8"><script type="module" src="${stage.origin}/embed.js"></script>
        <parley-thread site="${DEMO.site}" ${attributes}></parley-thread>`,
    })

  test('is the reader’s choice; by votes once there are some; and the page begins with what its owner chose', async () => {
    const address = hostPage('/orders')
    const first = await write('First', address, { reader: 'one' })
    const second = await write('Second', address, { reader: 'two' })
    await write('Third', address, { reader: 'three' })
    await write('An answer to the first', address, { parent: first, reader: 'two' })
    const { page, troubles } = await stage.opens()
    await page.goto(address)
    await choice(page).waitFor()
    expect(await choice(page).locator('option').allTextContents()).toEqual([
      'Newest first',
      'Oldest first',
      'Most discussed',
    ])
    expect(await roots(page)).toEqual(['Third', 'Second', 'First'])
    await choice(page).focus()
    await choice(page).selectOption('Oldest first')
    await expect.poll(() => roots(page)).toEqual(['First', 'Second', 'Third'])
    await choice(page).selectOption('Most discussed')
    await expect.poll(() => roots(page)).toEqual(['First', 'Third', 'Second'])
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName)).toBe('SELECT')
    await expectAccessible(page, 'parley-thread')

    await vote(second, 'three')
    await page.goto(hostPage('/orders', 'sort="helpful"'))
    await choice(page).waitFor()
    expect(await choice(page).inputValue()).toBe('helpful')
    expect(await roots(page)).toEqual(['Second', 'Third', 'First'])
    expect(troubles).toEqual([])
  })

  test('the last choice stands, whichever answer comes last', async () => {
    const address = hostPage('/late')
    for (const text of ['First', 'Second']) await write(text, address)
    const { page } = await stage.opens()
    await page.goto(address)
    await choice(page).waitFor()
    const held: Route[] = []
    await page.route('**/api/threads?*', route => void held.push(route))
    await choice(page).selectOption('oldest')
    await choice(page).selectOption('discussed')
    await choice(page).selectOption('newest')
    await expect.poll(() => held.length).toBe(3)
    for (const route of held.reverse()) {
      const answered = page.waitForResponse(response => response.url() === route.request().url())
      await route.continue()
      await answered
    }
    expect(await choice(page).inputValue()).toBe('newest')
    expect(await roots(page)).toEqual(['Second', 'First'])
  })

  test('by replies, what moves while somebody reads is shown once', async () => {
    const address = hostPage('/risen', 'sort="discussed"')
    const ids: string[] = []
    for (let n = 1; n <= 30; n++) ids.push(await write(`Root ${n}`, address, { reader: `r${n}` }))
    const answer = await write('Only for a while', address, { parent: ids[0]!, reader: 's' })
    const { page } = await stage.opens()
    await page.goto(address)
    await page.getByRole('button', { name: 'Show more comments' }).waitFor()
    expect((await roots(page))[0]).toBe('Root 1')
    // Without its answer the first root of this page is the last one of the next.
    await fetch(`${stage.origin}/api/comments/${answer}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer prl_${'s'.padEnd(43, 'x')}` },
    })
    await page.getByRole('button', { name: 'Show more comments' }).click()
    await expect.poll(async () => (await roots(page)).length).toBe(30)
    expect(new Set(await roots(page)).size).toBe(30)
  })

  test('replies are indented as deep as the site chooses, and those below name whom they answer', async () => {
    const address = hostPage('/deep')
    let parent = await write('Level 0', address, { reader: 'l0' })
    for (let level = 1; level <= 3; level++)
      parent = await write(`Level ${level}`, address, { parent, reader: `l${level}` })
    const depth = (page: Page) =>
      page.evaluate(() => {
        const root = document.querySelector('parley-thread')!.shadowRoot!
        const depths = [...root.querySelectorAll('article')].map(article => {
          let n = 0
          for (let at = article.closest('.replies'); at; at = at.parentElement!.closest('.replies')) n++
          return n
        })
        return Math.max(...depths)
      })
    const { page } = await stage.opens()
    for (const [setting, expected] of [
      [1, 1],
      [2, 2],
      [8, 3],
    ]) {
      await stage.store().sites.change(DEMO.site, { settings: { depth: setting! } })
      await page.goto(address)
      await page.getByText('Level 3').waitFor()
      expect(await depth(page)).toBe(expected)
      expect(await page.getByText('in reply to').count()).toBe(3 - expected!)
    }
  })
})
