import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import type { DeskMe, MadeKey, Queue } from '../../server/contract.ts'
import { typeOf } from '../../server/http/type-text.ts'
import { world } from '../world.ts'

test('the page of the API has every route with its id, and loads and runs nothing', async () => {
  const { send } = await world()
  const answer = await send('/api')
  const page = await answer.text()
  const { paths } = (await (await send('/api/openapi.json')).json()) as { paths: Record<string, object> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `<b>${method.toUpperCase()}</b> ${path}`),
  )
  for (const route of routes) expect(page).toContain(`<h3><code>${route}</code></h3>`)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id)
  expect(page).not.toMatch(/<script|<link|<img|\bon\w+=|style="/)
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`)
  // The samples are ones to be typed, and a ruling's “seen” is explained where it is asked for.
  for (const [, sample] of page.matchAll(/<code>([^<]*curl [^<]*)<\/code>/g)) expect(sample).not.toContain('…')
  expect(page).toContain('// the version of the comment that was looked at')
  const rooms = [...page.matchAll(/<summary>([^:]+): /g)].map(([, room]) => room)
  expect(rooms).toEqual(['Readers', 'Moderators', 'Owners', 'The way in to the desk'])
  expect(page).toContain('<a href="#refusal-key_refused"><code>401 key_refused</code></a>')
})

test('the first request of the page says of a key which site it is for, and the second what waits there', async () => {
  const stage = await world({ settings: { holds: 'all' } })
  const { send, site, as } = stage
  await as('ada').posts('It waits')
  const olga = await stage.atDesk('olga')
  const json = { site, name: 'First', scope: 'read', days: 1 }
  const { token } = await olga.asks<MadeKey>('/api/desk/keys', { method: 'POST', json })
  const page = await (await send('/api')).text()
  const [, first, second] = /id="first">[\s\S]*?(curl [^\n]*?)<\/code>[\s\S]*?(curl [^\n]*?)<\/code>/.exec(page)!
  /** What curl would ask, with the variables of the shell put in. */
  const asks = async (command: string, variables: Record<string, string>) => {
    const typed = command
      .replaceAll('&#39;', "'")
      .replace(/&(quot|#34);/g, '"')
      .replace(/\$(\w+)/g, (_, name: string) => variables[name]!)
    const [, name, value, url] = /^curl -H "(\w+): ([^"]+)" ["'](\S+)["']$/.exec(typed)!
    return (await send(new URL(url!).pathname + new URL(url!).search, { headers: { [name!]: value! } })).json()
  }
  const me = (await asks(first!, { KEY: token })) as DeskMe
  expect(me.sites.map(({ id }) => id)).toEqual([site])
  const queue = (await asks(second!, { KEY: token, SITE: me.sites[0]!.id })) as Queue
  expect(queue.cases.map(({ text }) => text)).toEqual(['It waits'])
})

test('each sample of the page is understood as it stands', async () => {
  const stage = await world({ settings: { holds: 'all' } })
  const { send, site, page: url } = stage
  const comment = await stage.as('ada').posts('It waits')
  const olga = await stage.atDesk('olga')
  const json = { site, name: 'Samples', scope: 'manage', days: 1 }
  const { token } = await olga.asks<MadeKey>('/api/desk/keys', { method: 'POST', json })
  const page = await (await send('/api')).text()
  const seen: string[] = []
  const misread: string[] = []
  for (const [, typed] of page.matchAll(/<code>([^<]*curl [^<]*)<\/code>/g)) {
    const command = typed!
      .replace(/&(amp|#38);/g, '&')
      .replace(/&(quot|#34);/g, '"')
      .replaceAll('&#39;', "'")
      .replace(/\\\n\s*/g, '')
      .replaceAll('COMMENT', comment.id)
      .replaceAll('$SITE', site)
      .replace(/"daily"|(?<=[=/])daily\b/g, found => (found === '"daily"' ? `"${site}"` : site))
      .replaceAll('https://www.example.org/story', url)
      .replaceAll(encodeURIComponent('https://www.example.org/story'), encodeURIComponent(url))
    const [, to] = /["'](https?:[^"']+)["']/.exec(command)!
    const { pathname, search } = new URL(to!)
    const method = /-X (\w+)/.exec(command)?.[1] ?? 'GET'
    // What would end the test's own key or site, or never ends, is not sent.
    if (/stream$|\/erase$|^\/api\/session/.test(pathname)) continue
    const bearer = { KEY: token, TOKEN: `prl_${'s'.repeat(43)}` }[/Bearer \$(\w+)/.exec(command)?.[1] as 'KEY']
    const body = command.includes('--data-binary @') ? 'a' : /-d '(.*)'$/s.exec(command)?.[1]
    const headers = {
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
      ...(body && { 'Content-Type': /Content-Type: ([^']+)'/.exec(command)![1]! }),
    }
    const answer = await send(pathname + search, { method, headers, ...(body && { body }) })
    const text = await answer.text()
    seen.push(`${method} ${pathname.replace(comment.id, 'COMMENT')} ${answer.status}`)
    // A word in capitals stands for an id that there is none of here.
    const isWhole = !/(?<!\w)[A-Z]{4,}(?!\w)/.test(`${pathname} ${body}`)
    if (isWhole && [400, 401, 415].includes(answer.status)) misread.push(`${command}: ${text}`)
  }
  expect(misread).toEqual([])
  expect(seen.length).toBeGreaterThan(70)
  expect(seen).toContain('POST /api/desk/rulings 200')
  expect(seen).toContain('GET /api/comments/COMMENT 200')
}, 60_000)

test('a schema reads as a type', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { $ref: '#/components/schemas/Comment' },
      n: { type: 'integer', minimum: 1 },
      of: { enum: ['a', 'b'] },
    },
    required: ['id'],
  }
  expect(typeOf(schema)).toBe('{\n  id: \u200bComment\n  n?: integer /* at least 1 */\n  of?: "a" | "b"\n}')
})
