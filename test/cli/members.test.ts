import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tokenOf } from '../people.ts'
import { freePort } from '../runtime/free-port.ts'
import { serveParley } from '../runtime/serve-parley.ts'

test('the demo’s members come with a token of its login: a reader, the page’s author, one of the newsroom', async () => {
  const parley = await serveParley({
    PARLEY_DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'parley-members-')), 'parley.db')}`,
    PORT: String(await freePort()),
  })
  onTestFinished(() => parley.stop())
  const page = async (query: string) => (await fetch(`${parley.origin}/demo/members${query}`)).text()
  for (const [as, name, badge] of [
    ['nora', 'Nora Field', 'verified'],
    ['idris', 'Idris Vale', 'author'],
    ['hester', 'Hester Moor', 'staff'],
  ]) {
    const token = /<parley-thread site="demo" token="(ey[^"]+)"/.exec(await page(`?as=${as}`))![1]
    const headers = {
      authorization: `Bearer ${tokenOf(as!, 1)}`,
      'content-type': 'application/json',
      origin: parley.origin,
    }
    const ask = (path: string, body: object) =>
      fetch(parley.origin + path, { method: 'POST', headers, body: JSON.stringify({ site: 'demo', ...body }) })
    expect(await (await ask('/api/sign-in/host', { token })).json()).toMatchObject({
      author: { name, badge },
      way: 'host',
    })
    const posted = await ask('/api/comments', { url: `${parley.origin}/demo/members`, text: 'Hello' })
    expect(await posted.json()).toMatchObject({ comment: { status: 'published', author: { name, badge } } })
  }
  for (const query of ['', '?as=nobody', '?as=__proto__', '?as="><script>']) {
    const html = await page(query)
    expect(html).toContain('<parley-thread site="demo">')
    expect(html).not.toContain('"><script>"')
  }
})
