import { describe, expect, test } from 'vitest'
import { world } from '../world.ts'

const page = { headers: { Accept: 'text/html' } }

/** What a policy says, by directive. */
const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split(';').map(part => {
      const [name, ...values] = part.trim().split(' ')
      return [name, values.join(' ')]
    }),
  )

async function furnished(parley?: string) {
  const stage = await world(parley ? { parley } : {})
  stage.deps.assets = async path =>
    new Response('x', { headers: { 'Content-Type': path.endsWith('.html') ? 'text/html' : 'text/javascript' } })
  return stage
}

describe('what answers say of themselves', () => {
  test('every answer of the desk and of the gallery runs nothing inline, makes no HTML from strings, and is framed by no stranger', async () => {
    const stage = await furnished()
    const mona = await stage.atDesk('mona')
    const cookie = { headers: { Cookie: mona.cookie } }
    const asked: [string, RequestInit][] = [
      ['/desk', page],
      ['/desk', { method: 'HEAD' }],
      ['/desk?x', { headers: { 'If-None-Match': '*' } }],
      ['/theme', page],
      ['/theme', { method: 'HEAD' }],
      ['/api/desk/me', cookie],
      ['/api/desk/me', {}],
      ['/api/desk/me', { method: 'OPTIONS' }],
      [`/api/desk/queue?site=${stage.site}`, cookie],
      [`/api/desk/queue?site=nobody`, cookie],
      ['/api/desk/queue', cookie],
      ['/api/desk/nothing', cookie],
      [`/api/desk/log/export?site=${stage.site}&format=csv`, cookie],
      ['/api/desk/session', { method: 'POST' }],
    ]
    for (const [path, init] of asked) {
      const response = await stage.send(path, init)
      const policy = policyOf(response)
      const told = [path, init.method, response.status]
      expect([...told, policy['default-src']]).toEqual([...told, "'none'"])
      expect(policy['require-trusted-types-for']).toBe("'script'")
      expect(policy['trusted-types']).toBe("'none'")
      expect(policy['frame-ancestors']).toBe(path.startsWith('/theme') ? "'self'" : "'none'")
      expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|http:|data:/)
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('every other page runs nothing, is nobody’s frame, and gives no address away', async () => {
    const stage = await furnished()
    await stage.as('ada').posts('Hello')
    const thread = new URLSearchParams({ site: stage.site, url: stage.page })
    for (const path of [
      `/thread?${thread}`,
      `/thread?${thread}&fragment=1`,
      '/thread?site=nobody&url=x',
      '/nothing',
      '/desk/nothing',
      '/c/zzzzzzzz',
      '/feeds/nobody/atom',
      '/sign-in/nothing',
      '/sign-in/back/nobody?state=x',
    ]) {
      const response = await stage.send(path, page)
      const policy = policyOf(response)
      expect([path, response.headers.get('content-type')]).toEqual([path, expect.stringContaining('text/html')])
      expect([path, policy['default-src'], policy['frame-ancestors'], policy['base-uri']]).toEqual([
        ...[path, "'none'", "'none'", "'none'"],
      ])
      expect([path, policy['script-src'] ?? "'none'"]).toEqual([path, expect.stringMatching(/^'(none|sha256-\S+)'$/)])
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toMatch(/^(same-origin|no-referrer)$/)
    }
  })

  test('the address of the desk with a slash at its end leads to the desk, also below a path', async () => {
    for (const parley of ['http://localhost:8787', 'https://www.example.org/comments']) {
      const { send } = await furnished(parley)
      const { status, headers } = await send('/desk/')
      expect([status, headers.get('location')]).toEqual([308, `${new URL(parley).pathname.replace(/\/$/, '')}/desk`])
    }
  })

  test('browsers are told to come over https where Parley is reached so, and not on this machine', async () => {
    const [far, near] = [await furnished(), await furnished('http://localhost:8787')]
    for (const path of ['/desk', '/embed.js', '/healthz', '/api/desk/me', '/nothing']) {
      expect((await far.send(path)).headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect((await near.send(path)).headers.get('strict-transport-security')).toBeNull()
    }
  })
})
