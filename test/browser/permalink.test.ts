import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Comment, Thread } from '../../server/contract.ts'
import { formatNamed } from '../../server/exchange/formats.ts'
import { importFile } from '../../server/exchange/import.ts'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'
import { fileOf } from '../exchange/foreign-files.ts'
import { CHROMIUM, openStage, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('a permalink', () => {
  let stage: Stage
  let first: Thread
  /** Published comments of the sample article that do not come with its first page. */
  let further: Comment[]
  beforeAll(async () => {
    stage = await openStage()
    await stage.loadSamples()
    const page = encodeURIComponent(stage.sample)
    first = await (await fetch(`${stage.origin}/api/threads?site=demo&url=${page}`)).json()
    const shown = new Set(first.comments.map(({ id }) => id))
    const all = await stage.store().threads.recent('demo', first.article.key, 200)
    further = all.map(({ comment }) => comment).filter(({ id }) => !shown.has(id))
  })
  afterAll(() => stage?.end())

  /** The id of the comment that has the focus, or the body's name. */
  const focused = (page: Awaited<ReturnType<Stage['opens']>>['page']) =>
    page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement
      return active?.getAttribute('aria-labelledby')?.match(/name-(\w+)/)?.[1] ?? document.activeElement?.tagName
    })

  test('leads to a comment on a later page of the branch or of the thread, on load and on later changes', async () => {
    const root = further.find(({ parent }) => parent === null)
    const reply = further.find(({ parent, root: top }) => parent !== null && parent !== top)!
    const targets = [reply, ...(root ? [root] : []), first.comments[0]!, first.comments.at(-1)!]
    const { page, troubles } = await stage.opens({ viewport: { width: 360, height: 700 } })
    await page.goto(`${stage.sample}#comment-${targets[0]!.id}`)
    for (const [at, { id }] of targets.entries()) {
      if (at > 0)
        await page.evaluate(hash => {
          location.hash = hash
        }, `comment-${id}`)
      await expect.poll(() => focused(page)).toBe(id)
      const box = await page.locator(`parley-thread article[aria-labelledby^="name-${id} "]`).boundingBox()
      expect(box!.y).toBeLessThan(700)
      expect(box!.y + box!.height).toBeGreaterThan(0)
    }
    expect(troubles).toEqual([])
  })

  test('of another system leads to where its comment stands now', async () => {
    const store = stage.store()
    const address = `${stage.origin}/demo/article`
    const config = { origin: stage.origin, isLocal: true, limits: false, secret: 'k'.repeat(43) }
    const brings = async (format: string, text: string) =>
      importFile(
        { store, config, clock: Date.now },
        (await store.sites.find('demo'))!,
        formatNamed(format)!,
        fileOf(text),
      )
    const posts = Array.from({ length: 40 }, (_, n) => post({ id: `${900 + n}`, parent: n % 2 ? `${899 + n}` : null }))
    const { pathname } = new URL(stage.sample)
    await brings('disqus', disqusXml(thread('t1', address.replace('/demo/article', pathname)), ...posts))
    const id = '3f2b8c1a-0000-4000-8000-00000000abcd'
    const hex = 'ab'.repeat(32)
    const at = { state: 'approved', creationDate: '2019-01-02T03:04:05Z', score: 0, deleted: false }
    const old = {
      commentHex: hex,
      parentHex: 'root',
      path: pathname,
      commenterHex: 'anonymous',
      markdown: 'Of old',
      ...at,
    }
    await brings('commento', JSON.stringify({ version: 1, comments: [old], commenters: [] }))
    const page1 = { id: '11111111-0000-4000-8000-000000000001', path: pathname, title: 'Sample' }
    const later = {
      id,
      pageId: page1.id,
      isApproved: true,
      isPending: false,
      markdown: 'Of late',
      createdTime: at.creationDate,
    }
    await brings('commento', JSON.stringify({ version: 3, pages: [page1], commenters: [], comments: [later] }))
    const numbered = { objectId: 1700, comment: 'By number', nick: 'N', url: pathname, status: 'approved' }
    const waline = { type: 'waline', version: 1, data: { Comment: [{ ...numbered, insertedAt: at.creationDate }] } }
    await brings('waline', JSON.stringify(waline))
    const { page, troubles } = await stage.opens({ viewport: { width: 360, height: 700 } })
    await page.goto(stage.sample)
    await page.getByRole('article').first().waitFor()
    const names: [string, string][] = [
      ['#comment-901', 'Post 901'],
      [`#commento-${hex}`, 'Of old'],
      [`#comentario-${id}`, 'Of late'],
      ['#1700', 'By number'],
    ]
    for (const [fragment, text] of names) {
      await page.evaluate(hash => {
        location.hash = hash
      }, fragment)
      const comment = page.getByText(text, { exact: true })
      await comment.waitFor()
      await expect
        .poll(async () => (await comment.boundingBox())!.y, { timeout: 20_000, message: fragment })
        .toBeLessThan(700)
      expect((await comment.boundingBox())!.y).toBeGreaterThan(0)
    }
    // What the page itself calls so is the page's: nobody is led away from its footnote.
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('p'), { id: '1700', textContent: 'A footnote' }))
      location.hash = ''
      location.hash = '#1700'
    })
    await page.evaluate(hash => {
      location.hash = hash
    }, `#commento-${hex}`)
    await expect.poll(() => asked.filter(url => url.includes('/api/moved'))).toHaveLength(1)
    expect(asked.join()).not.toContain('1700')
    expect(troubles).toEqual([])
  }, 60_000)

  test('by its lasting address leads to the page and the comment', async () => {
    const { page } = await stage.opens()
    await page.goto(`${stage.origin}/c/${further[0]!.id}`)
    expect(page.url()).toBe(`${stage.sample}#comment-${further[0]!.id}`)
    await expect.poll(() => focused(page)).toBe(further[0]!.id)
  })

  test('that leads to a comment that is gone says so kindly, and the thread stands', async () => {
    const { page } = await stage.opens()
    await page.goto(`${stage.sample}#comment-7777777777`)
    await page.getByText('The comment that this link leads to is no longer here.').waitFor()
    expect(await page.getByRole('article').count()).toBeGreaterThan(10)
    const response = await page.goto(`${stage.origin}/c/7777777777`)
    expect(response!.status()).toBe(404)
    await page.getByRole('heading', { name: 'Unknown comment' }).waitFor()
  })
})
