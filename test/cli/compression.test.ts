import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { nodeDeps } from '../../server/node.ts'
import { world } from '../world.ts'

test('Node sends a page in the best form the reader takes, the same bytes in each', async () => {
  const { deps, as, site, page } = await world({ settings: { holds: 'none' } })
  for (let n = 0; n < 30; n++) await as('ada').posts(`A comment that repeats itself, number ${n}`)
  const config = { ...readConfig({ PARLEY_LIMITS: 'off' }), secret: 'k'.repeat(43) }
  const app = createApp({ ...nodeDeps(config, deps.store), client: () => null })
  const get = (accept?: string) =>
    app.request(
      `/api/threads?${new URLSearchParams({ site, url: page })}`,
      accept ? { headers: { 'accept-encoding': accept } } : {},
    )
  const plain = await (await get()).text()
  for (const [accept, encoding, read] of [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const) {
    for (let times = 0; times < 2; times++) {
      const response = await get(accept)
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(response.headers.get('vary')).toContain('Accept-Encoding')
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect(bytes.byteLength).toBeLessThan(plain.length / 4)
      expect(read(bytes).toString()).toBe(plain)
    }
  }
  expect((await get('identity')).headers.get('content-encoding')).toBeNull()
})
