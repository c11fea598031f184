import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { typeOf } from '../../server/http/type-text.ts'
import { world } from '../world.ts'

test('the page of the API has every route with its id, and loads and runs nothing', async () => {
  const { send } = await world()
  const answer = await send('/api')
  const page = await answer.text()
  const { paths } = (await (await send('/api/openapi.json')).json()) as { paths: Record<string, object> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  for (const route of routes) expect(page).toContain(`<h3><code>${route}</code></h3>`)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id)
  expect(page).not.toMatch(/<script|<link|<img|\bon\w+=|style="/)
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`)
  expect(page).toContain('-H &#39;Authorization: Bearer prk_KEY&#39;')
})

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
