import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

const HOSTILE = `* { all: unset !important; color: red !important; font: 40px fantasy !important; position: fixed !important }
  html { font-size: 62.5% !important } div, button, textarea { display: none !important }`

/** A plain file of an owner: nothing but the snippet, and a style sheet that unsets everything. */
const page = (origin: string, site: string, more = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <title>My own page</title>${more}</head><body><main><h1>My own page</h1>
  <script type="module" src="${origin}/embed.js"></script>
  <parley-thread site="${site}"></parley-thread></main></body></html>`

describe.skipIf(!CHROMIUM)('an owner’s own page on another origin', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  test('gets the thread with nothing but the snippet', async () => {
    const { page: tab, troubles } = await stage.opens()
    await tab.goto(stage.hosts('/plain', { html: page(stage.origin, 'demo') }))
    await posts(tab, 'From next door')
    await tab.getByRole('article').getByText('Waiting').waitFor()
    expect(troubles).toEqual([])
    await expectAccessible(tab, 'parley-thread')
  })

  test('works under a strict policy and a style sheet that unsets everything, and is not hurt by either', async () => {
    const { page: tab, troubles } = await stage.opens()
    stage.hosts('/hostile.css', { html: HOSTILE, type: 'text/css' })
    const csp = `default-src 'none'; script-src ${stage.origin}; connect-src ${stage.origin}; style-src 'self'; require-trusted-types-for 'script'`
    const link = '<link rel="stylesheet" href="/hostile.css">'
    await tab.goto(stage.hosts('/hostile', { html: page(stage.origin, 'demo', link), csp }))
    await posts(tab, 'Still here')
    const comment = tab.getByRole('article').filter({ hasText: 'Still here' })
    await comment.getByText('Waiting').waitFor()
    await tab.getByRole('textbox', { name: 'Write a comment' }).click()
    const post = tab.getByRole('button', { name: 'Post' })
    expect(await post.evaluate(element => getComputedStyle(element).display)).not.toBe('none')
    expect(await comment.evaluate(element => getComputedStyle(element).position)).not.toBe('fixed')
    expect((await comment.boundingBox())!.width).toBeGreaterThan(300)
    expect(troubles).toEqual([])
  })

  test('works where custom elements are stripped', async () => {
    const { page: tab } = await stage.opens()
    const html = page(stage.origin, 'demo').replace(
      /<parley-thread.*<\/parley-thread>/,
      '<div data-parley-site="demo"></div>',
    )
    await tab.goto(stage.hosts('/stripped', { html }))
    await tab.getByRole('textbox', { name: 'Write a comment' }).waitFor()
  })

  test('that is not the site’s is refused in words, with the exact command on the page and on the console', async () => {
    await stage.store().sites.add({
      id: 'daily',
      name: 'The Daily',
      origins: ['https://daily.example'],
      settings: {},
      isDemo: false,
      createdAt: Date.now(),
    })
    const { page: tab } = await stage.opens()
    const said: string[] = []
    tab.on('console', message => said.push(message.text()))
    const address = stage.hosts('/refused', { html: page(stage.origin, 'daily') })
    const command = `npm run parley -- site set daily --origin ${new URL(address).origin}`
    await tab.goto(address)
    await tab.getByText('Comments are not set up for this page yet.').waitFor()
    expect(await tab.locator('parley-thread').getByText(command).count()).toBe(1)
    expect(said.join('\n')).toContain(command)

    const { sites } = stage.store()
    await sites.change('daily', { origins: ['https://daily.example', new URL(address).origin] })
    await tab.reload()
    await tab.getByRole('textbox', { name: 'Write a comment' }).waitFor()
  })

  test('is refused in its own language, and can be tried again where the words for it do not come', async () => {
    const { page: tab } = await stage.opens()
    const html = page(stage.origin, 'nowhere').replace('lang="en"', 'lang="fa"')
    const address = stage.hosts('/refused-fa', { html })
    await tab.route('**/assets/refused-*', route => route.abort())
    await tab.goto(address)
    await tab.getByText('این بخش بارگذاری نشد.').waitFor()
    await tab.unroute('**/assets/refused-*')
    await tab.getByRole('button', { name: 'دوباره تلاش کنید' }).click()
    await tab.getByText('دیدگاه‌ها هنوز برای این صفحه راه‌اندازی نشده است.').waitFor()
    await expectAccessible(tab, 'parley-thread')
  })

  test('keeps its light children until the thread is drawn, and when there is none', async () => {
    const { page: tab } = await stage.opens()
    const said: string[] = []
    tab.on('console', message => said.push(message.text()))
    const html = page(stage.origin, 'nowhere').replace('></parley-thread>', '><p>The fallback</p></parley-thread>')
    await tab.goto(stage.hosts('/fallback', { html }))
    await tab.getByText('npm run parley -- site list').waitFor()
    expect(said.join('\n')).toContain('No site has this id')
    expect(await tab.getByText('The fallback').isVisible()).toBe(true)
  })

  test('opened from a file is told how to serve it', async () => {
    const { page: tab } = await stage.opens()
    const file = join(mkdtempSync(join(tmpdir(), 'parley-page-')), 'own.html')
    writeFileSync(file, page(stage.origin, 'demo'))
    const said: string[] = []
    tab.on('console', message => said.push(message.text()))
    await tab.goto(`file://${file}`)
    await tab.getByText('Comments are not set up for this page yet.').waitFor()
    expect(said.join('\n')).toContain('no origin of its own')
  })

  test('takes the thread away with the element, and brings it back whole', async () => {
    const { page: tab, troubles } = await stage.opens()
    await tab.goto(stage.hosts('/moving', { html: page(stage.origin, 'demo') }))
    const box = tab.getByRole('textbox', { name: 'Write a comment' })
    await box.fill('A draft on its way')
    await tab.evaluate(() => {
      const thread = document.querySelector('parley-thread')!
      thread.remove()
      document.querySelector('main')!.append(thread)
    })
    await box.waitFor()
    expect(await box.inputValue()).toBe('A draft on its way')
    expect(await box.count()).toBe(1)
    expect(troubles).toEqual([])
  })

  test('follows the luminance of the page it stands on', async () => {
    const { page: tab } = await stage.opens({ colorScheme: 'light' })
    stage.hosts('/dark.css', { html: 'body { background: #111; color: #eee }', type: 'text/css' })
    const html = page(stage.origin, 'demo', '<link rel="stylesheet" href="/dark.css">')
    await tab.goto(stage.hosts('/dark', { html }))
    await tab.getByRole('textbox', { name: 'Write a comment' }).waitFor()
    expect(await tab.locator('parley-thread .root').getAttribute('data-theme')).toBe('dark')
    await expectAccessible(tab, 'parley-thread')
  })
})
