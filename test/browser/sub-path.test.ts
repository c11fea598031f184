import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../runtime/free-port.ts'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

/** A proxy as people run one: it serves a site of its own and passes on what is below `/comments`, with that or without. */
async function openProxy(parley: number, takesOff: boolean) {
  const proxy = createServer((asked, answer) => {
    const { url = '', method, headers } = asked
    if (!url.startsWith('/comments/')) return answer.writeHead(404).end('The site’s own page')
    const path = takesOff ? url.slice('/comments'.length) : url
    const passed = request({ host: '127.0.0.1', port: parley, path, method, headers }, got => {
      answer.writeHead(got.statusCode!, got.headers)
      answer.flushHeaders()
      got.pipe(answer)
    })
    passed.once('error', () => answer.destroy())
    answer.once('close', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const address = `http://localhost:${(proxy.address() as AddressInfo).port}/comments`
  return { address, close: () => proxy.close().closeAllConnections() }
}

describe.skipIf(!CHROMIUM).each([
  ['passes it on as it is', false],
  ['takes the path off', true],
])('below a path of another host, behind a proxy that %s', (_, takesOff) => {
  let stage: Stage
  let proxy: Awaited<ReturnType<typeof openProxy>>
  beforeAll(async () => {
    const port = await freePort()
    proxy = await openProxy(port, takesOff)
    stage = await openStage({ PORT: String(port), PARLEY_ORIGIN: proxy.address })
  })
  afterAll(async () => {
    proxy?.close()
    await stage?.end()
  })

  test('a comment is written under a page, approved at the desk, and comes to the page by itself', async () => {
    expect(stage.sample).toMatch(/:\d+\/comments\/demo\//)
    const host = await stage.opens()
    const answered: string[] = []
    host.page.on('response', answer => answered.push(new URL(answer.url()).pathname))
    await host.page.goto(stage.sample)
    await posts(host.page, 'From below a path')
    const comment = host.page.getByRole('article').filter({ hasText: 'From below a path' })
    await comment.getByText('Waiting').waitFor()

    const desk = await stage.opens()
    await desk.page.goto(await stage.link('Mona'))
    await desk.page.getByRole('button', { name: /sign in/i }).click()
    await desk.page.getByText('From below a path').first().waitFor()
    await desk.page.keyboard.press('a')
    await expect.poll(async () => (await (await fetch(`${stage.origin}/feeds/demo/json`)).json()).items.length).toBe(1)
    await comment.getByText('Waiting').waitFor({ state: 'detached' })
    // The site’s name in the desk’s menu leads to its snippet and the preview.
    await desk.page.goto(`${stage.origin}/theme?state=thread`)
    await desk.page.locator('parley-thread').first().getByRole('textbox').first().waitFor()

    expect(answered.filter(path => !path.startsWith('/comments/') && path !== '/favicon.ico')).toEqual([])
    expect(host.troubles.filter(each => !each.includes('404'))).toEqual([])
    expect(desk.troubles).toEqual([])
  })

  test('a page next door takes the thread from there, and the plain page stands', async () => {
    const { page, troubles } = await stage.opens()
    const html = `<!doctype html><html lang="en"><title>Next door</title><main>
      <script type="module" src="${stage.origin}/embed.js"></script><parley-thread site="demo"></parley-thread></main>`
    const url = stage.hosts('/next-door', { html })
    await page.goto(url)
    await posts(page, 'From next door')
    await page.getByRole('article').getByText('Waiting').waitFor()
    expect(troubles).toEqual([])
    await page.goto(`${stage.origin}/thread?${new URLSearchParams({ site: 'demo', url })}`)
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1)
    await page.getByRole('textbox').first().fill('Without script')
    await page.getByRole('button', { name: 'Post' }).click()
    await page.getByText('Without script').waitFor()
    expect(new URL(page.url()).pathname).toBe('/comments/thread')
  })
})
