import { describe, expect, test } from 'vitest'
import { world } from '../world.ts'

const PARLEY = 'https://example.org/comments'

describe.each([
  ['as the proxy passes it on', ''],
  ['with the path taken off by the proxy', '/comments'],
])('below a path of another host, %s', (_, taken) => {
  const stage = async () => {
    const here = await world({ parley: PARLEY, origins: ['https://example.org'] })
    const asks = (path: string, init: RequestInit = {}) =>
      here.app.request(PARLEY.slice(0, PARLEY.length - taken.length) + path, init)
    return { ...here, asks }
  }

  test('what leads anywhere leads below it: permalinks, feeds, the plain page and its form, the API’s document', async () => {
    const { asks, as, atDesk, site, page } = await stage()
    const posted = await as('ada').posts('Hello from below')
    const mona = await atDesk('mona')
    await mona.rules(posted, 'approve')
    const { id } = posted
    const query = new URLSearchParams({ site, url: page })
    const thread = await (await asks(`/thread?${query}`)).text()
    expect(thread).toContain('href="/comments/thread.css"')
    expect(thread).toContain('action="/comments/thread"')
    expect(thread).toContain(`href="${PARLEY}/c/${id}"`)
    expect(thread).toContain('href="/comments/thread?')
    const fragment = await (await asks(`/thread?${query}&fragment=1`)).text()
    expect(fragment).toContain(`href="${PARLEY}/thread?`)
    const feed = await (await asks(`/feeds/${site}/json`)).json()
    expect(feed).toMatchObject({ feed_url: `${PARLEY}/feeds/${site}/json`, items: [{ id: `${PARLEY}/c/${id}` }] })
    expect((await asks(`/c/${id}`)).headers.get('location')).toBe(`${page}#comment-${id}`)
    const { servers, components } = await (await asks('/api/openapi.json')).json()
    expect(servers).toEqual([{ url: PARLEY }])
    expect(components.securitySchemes.moderator.name).toBe('__Host-parley-comments')
    expect(await (await asks('/api')).text()).toContain(`href="${PARLEY}/api/openapi.json"`)
    const privacy = await (await asks(`/privacy?site=${site}`)).text()
    expect(privacy.match(/href="[^"]*"/g)!.filter(link => !link.startsWith('href="/comments/'))).toEqual([])
    const refused = await asks('/nothing', { headers: { accept: 'text/html' } })
    expect(refused.status).toBe(404)
    expect(await refused.text()).toContain('href="/comments/thread.css"')
  })

  test('a reader without script posts and comes back below it', async () => {
    const { asks, site, page } = await stage()
    const query = new URLSearchParams({ site, url: page })
    const html = await (await asks(`/thread?${query}`)).text()
    const hidden = [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!.replaceAll('&amp;', '&'),
    ])
    const answer = await asks('/thread', {
      method: 'POST',
      headers: { origin: 'https://example.org', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([...hidden, ['text', 'Without script'], ['name', '']]),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/comments\/thread\?.*#comment-/)
    expect(answer.headers.get('set-cookie')).toMatch(new RegExp(`^__Host-parley-reader-${site}-comments=.*Path=/;`))
  })

  test('the desk is below it, takes writes of its own origin only, and binds nobody else’s host to https', async () => {
    const { asks, atDesk } = await stage()
    const mona = await atDesk('mona')
    expect(mona.cookie).toMatch(/^__Host-parley-comments=/)
    const signsOut = (origin: string) =>
      asks('/api/desk/session', { method: 'DELETE', headers: { origin, cookie: mona.cookie } })
    expect((await signsOut('https://www.example.org')).status).toBe(403)
    const answer = await signsOut('https://example.org')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('strict-transport-security')).toBeNull()
  })
})
