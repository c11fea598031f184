import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

const recipe = (name: string) => readFileSync(new URL(`../../recipes/${name}`, import.meta.url), 'utf8')
const page = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A story</title></head>
  <body><main><h1>A story</h1>${body}</main></body></html>`

describe.skipIf(!CHROMIUM)('a page made by a recipe', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())
  const set = (html: string) =>
    html.replaceAll('https://comments.example.org', stage.origin).replaceAll('site="daily"', 'site="demo"')

  /** A template as its tool writes it, where all it does is to fill in; what is left over would be seen. */
  function filled(template: string, values: Record<string, string>): string {
    const text = template
      .replace(/\{% comment %\}[\s\S]*?\{% endcomment %\}|\{\{!--[\s\S]*?--\}\}/g, '')
      .replace(/\{\{\s*([^}]+?)\s*\}\}/g, (_, name: string) => values[name] ?? `UNKNOWN ${name}`)
    expect(text).not.toMatch(/UNKNOWN|\{%|\{\{/)
    return set(text)
  }

  test('plain HTML, under the policy that the recipes give', async () => {
    const { page: tab, troubles } = await stage.opens()
    const csp = `default-src 'none'; script-src ${stage.origin}; connect-src ${stage.origin}`
    await tab.goto(stage.hosts('/html', { html: set(recipe('html/index.html')), csp }))
    await posts(tab, 'Under plain HTML')
    await tab.getByRole('article').getByText('Waiting').waitFor()
    expect(troubles).toEqual([])
  })

  test.each([
    [
      'jekyll/parley.html',
      (url: string) => ({
        'site.parley.origin': stage.origin,
        'site.parley.site': 'demo',
        'page.url | absolute_url': url,
        'page.title | escape': 'A story',
        "page.lang | default: 'en'": 'fa',
      }),
    ],
    [
      'ghost/parley.hbs',
      (url: string) => ({ id: '64b1', 'url absolute="true"': url, title: 'A story', '@site.locale': 'fa' }),
    ],
  ])('%s, as its tool writes it', async (name, values) => {
    const { page: tab, troubles } = await stage.opens()
    const url = stage.hosts(`/${name}`, { html: '' })
    stage.hosts(`/${name}`, { html: page(filled(recipe(name), values(url))) })
    await tab.goto(url)
    await posts(tab, `Under ${name}`)
    await tab.getByRole('article').filter({ hasText: name }).waitFor()
    expect(await tab.locator('parley-thread').getAttribute('lang')).toBe('fa')
    expect(troubles).toEqual([])
  })

  test('comments that were put into the page when it was built stand there without script', async () => {
    const url = stage.hosts('/built', { html: '' })
    await stage.publishes(url, 'Written before the build')
    const query = new URLSearchParams({ site: 'demo', url, fragment: '1' })
    const comments = await (await fetch(`${stage.origin}/thread?${query}`)).text()
    const html = page(
      set(`<script type="module" src="https://comments.example.org/embed.js"></script>
      <parley-thread site="daily">${comments}</parley-thread>`),
    )
    stage.hosts('/built', { html })
    const crawler = await stage.opens({ javaScriptEnabled: false })
    await crawler.page.goto(url)
    await crawler.page.getByText('Written before the build').waitFor()
    const reader = await stage.opens()
    await reader.page.goto(url)
    await reader.page.getByRole('textbox', { name: 'Write a comment' }).waitFor()
    expect(await reader.page.getByText('Written before the build').filter({ visible: true }).count()).toBe(1)
    expect(reader.troubles).toEqual([])
  })
})
