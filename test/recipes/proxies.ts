import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { freePort } from '../runtime/free-port.ts'
import { Bench, openParley, Running } from './stand.ts'

const RUNNING = readFileSync(new URL('../../docs/RUNNING.md', import.meta.url), 'utf8')

/** What docs/RUNNING.md says for a proxy, in order, with the address of this Parley in the place of the usual one. */
function snippet(language: string, at: number, parley: number): string {
  const found = [...RUNNING.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))][at]?.[1]
  assert(found, `docs/RUNNING.md has no ${language}`)
  return found.replaceAll('127.0.0.1:8787', `127.0.0.1:${parley}`)
}

/** A proxy, and the configuration in which the document's lines stand as they are. */
export interface Proxy {
  name: string
  needs: Record<string, string>
  /** Below which path it serves Parley. */
  path: '/comments' | ''
  config(port: number, parley: number, folder: string): string
  version: [command: string, args: string[]]
  runs(file: string): [command: string, args: string[]]
}

const nginx = (path: Proxy['path'], at: number): Proxy => ({
  name: path ? 'nginx-sub-path' : 'nginx',
  needs: { nginx: 'nginx-light' },
  path,
  version: ['sh', ['-c', 'nginx -v 2>&1']],
  config: (port, parley, folder) => `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {} http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map(name => `${name}_temp_path ${folder}/${name};`)
      .join(' ')}
    server { listen 127.0.0.1:${port};\n${snippet('nginx', at, parley)}\n} }`,
  runs: file => ['nginx', ['-c', file]],
})

export const PROXIES: Proxy[] = [
  nginx('', 0),
  nginx('/comments', 1),
  {
    name: 'caddy',
    needs: { caddy: 'caddy' },
    path: '/comments',
    version: ['caddy', ['version']],
    // A certificate for www.example.org is not to be had here.
    config: (port, parley) =>
      `{\n admin off\n}\n${snippet('caddyfile', 0, parley).replace('www.example.org', `http://localhost:${port}`)}`,
    runs: file => ['caddy', ['run', '--adapter', 'caddyfile', '--config', file]],
  },
  {
    name: 'apache',
    needs: { apache2: 'apache2-bin' },
    path: '/comments',
    version: ['apache2', ['-v']],
    config: (port, parley, folder) => `ServerRoot ${folder}\nPidFile ${folder}/pid\nListen 127.0.0.1:${port}
      ServerName localhost\nErrorLog ${folder}/error.log\nUser www-data\nGroup www-data\nDefaultRuntimeDir ${folder}
      ${['mpm_event', 'authz_core', 'proxy', 'proxy_http'].map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
      ${snippet('apache', 0, parley)}`,
    runs: file => ['apache2', ['-X', '-f', file]],
  },
]

/** Parley behind this proxy: widget, desk, feeds, permalinks, the page without script, and streams that are not held back. */
export async function triesProxy(browser: Browser, proxy: Proxy): Promise<string> {
  const [port, at] = [await freePort(), await freePort()]
  const origin = `http://localhost:${port}${proxy.path}`
  const settings = { PORT: String(at), PARLEY_ORIGIN: origin, PARLEY_TRUSTED_PROXIES: '127.0.0.1' }
  const parley = await openParley(settings, 'demo')
  const bench = new Bench(proxy.name, origin, port)
  const file = `${bench.folder}/config`
  bench.writes({ config: proxy.config(port, at, bench.folder) })
  const running = Running.of(...proxy.runs(file))
  const context = await browser.newContext({ colorScheme: 'light' })
  try {
    await running.answers(`${origin}/healthz`)
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    const astray: string[] = []
    page.on('response', answer => {
      const { pathname } = new URL(answer.url())
      if (!pathname.startsWith(`${proxy.path}/`) && pathname !== '/favicon.ico') astray.push(pathname)
    })
    const sample = `${origin}/demo/the-night-ferry`
    await page.goto(sample)
    const thread = page.locator('parley-thread')
    await thread.getByRole('textbox', { name: /write a comment/i }).fill('From behind a proxy')
    await thread.getByRole('button', { name: /^post/i }).click()
    await thread.getByRole('article').getByText('Waiting').first().waitFor()

    // The stream begins at once, and says at once what has happened: a proxy that gathers answers would not.
    const query = new URLSearchParams({ site: 'demo', url: sample })
    const begun = Date.now()
    const stream = await fetch(`${origin}/api/threads/stream?${query}&since=0`, {
      headers: { accept: 'text/event-stream' },
      signal: AbortSignal.timeout(20_000),
    })
    assert.equal(stream.status, 200)
    const opened = Date.now() - begun
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()

    const desk = await context.newPage()
    await desk.goto(parley.desk())
    await desk.getByRole('button', { name: /sign in/i }).click()
    await desk.getByText('From behind a proxy').first().waitFor()
    await desk.keyboard.press('a')
    const told = Date.now()
    let said = ''
    while (!/^data:.*revision/m.test(said)) {
      const { value, done } = await reader.read()
      assert(!done, `the stream ended: ${said}`)
      said += value
    }
    const heard = Date.now() - told
    await reader.cancel()
    assert(opened < 3_000 && heard < 5_000, `the stream is held back: ${opened} and ${heard} ms`)
    await thread.getByRole('article').getByText('Waiting').first().waitFor({ state: 'detached' })

    for (const kind of ['atom', 'json']) {
      const feed = await (await fetch(`${origin}/feeds/demo/${kind}`)).text()
      assert(feed.includes('From behind a proxy') && feed.includes(`${origin}/`), `the ${kind} feed leads elsewhere`)
    }
    const { items } = (await (await fetch(`${origin}/feeds/demo/json`)).json()) as { items: { url: string }[] }
    assert(items[0]!.url.startsWith(origin), items[0]!.url)
    const followed = await fetch(items[0]!.url)
    assert.equal(followed.status, 200)
    await page.goto(`${origin}/thread?${query}`)
    await page.getByText('From behind a proxy').waitFor()
    assert.equal(await page.evaluate('document.styleSheets.length'), 1)
    assert.deepEqual(astray, [])
    const said1 = bench.runs(...proxy.version).split('\n')[0]
    return `${proxy.name} (${said1}): widget, desk, feeds, permalink, plain page; the stream opened in ${opened} ms and told in ${heard} ms`
  } catch (error) {
    ;(error as Error).message += `\n${running.said.slice(-1_000)}`
    throw error
  } finally {
    await context.close()
    await running.ends()
    await parley.ends()
  }
}
