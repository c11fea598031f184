import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'

const built = (path: string) => readFileSync(new URL(`../../dist/public/${path}`, import.meta.url))

test('a reader’s first load is one script of at most 12 kB', () => {
  const script = built('embed.js')
  expect(brotliCompressSync(script).byteLength).toBeLessThanOrEqual(12_288)
  const statically = [...script.toString().matchAll(/(?:^|[;}\s])import\s*(?:[\w*{][^"'()]*from\s*)?["']([^"']+)["']/g)]
  expect(statically.map(match => match[1])).toEqual([])
})

test('the figures of the build are those of the files', () => {
  const sizes = JSON.parse(readFileSync(new URL('../../dist/sizes.json', import.meta.url), 'utf8'))
  expect(sizes.embed.brotli).toBe(built('embed.js.br').byteLength)
  for (const extra of Object.values<{ brotli: number }>(sizes.extras)) expect(extra.brotli).toBeLessThanOrEqual(6_144)
  expect(sizes.desk.brotli).toBeLessThanOrEqual(61_440)
  for (const office of Object.values<{ brotli: number }>(sizes.offices))
    expect(office.brotli).toBeLessThanOrEqual(12_288)
})

test('the desk’s page has no script or style of its own', () => {
  const html = built('desk.html').toString()
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=/i)
  expect(html).toMatch(/<script[^>]* src="\/assets\/desk/)
})
