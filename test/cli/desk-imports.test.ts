import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { DeskImport, ImportsAtDesk } from '../../server/contract.ts'
import { givenFiles } from '../../server/exchange/given-files.ts'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'
import { world } from '../world.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-given-'))
afterAll(() => rmSync(folder, { recursive: true }))

const STORY = thread('t1', 'https://daily.example/story')
const xmlOf = (n: number) => disqusXml(STORY, ...Array.from({ length: n }, (_, at) => post({ id: `${at + 1}` })))

/** A site whose owner gives files at the desk. */
async function town(most = 5_000_000) {
  const stage = await world({ origins: ['https://daily.example'] })
  const url = `file:${join(folder, `${stage.number}.db`)}`
  const { deps, site } = stage
  const start = (stopping?: AbortSignal) => {
    const mine = { ...deps, clock: Date.now, given: givenFiles(url, most), ...(stopping && { stopping }) }
    return createApp(mine)
  }
  let app = start()
  const owner = await stage.atDesk('olga')
  const asks = async (method: string, path: string, body?: unknown): Promise<Response> =>
    app.request(`https://parley.example/api/desk/imports${path}`, {
      method,
      headers: { Cookie: owner.cookie, Origin: 'https://parley.example', 'content-type': 'application/json' },
      ...(body !== undefined && { body: body instanceof Uint8Array ? body.slice().buffer : JSON.stringify(body) }),
    })
  const one = async (): Promise<DeskImport> =>
    ((await (await asks('GET', `?site=${site}`)).json()) as ImportsAtDesk).one!
  return {
    ...stage,
    asks,
    one,
    folder: `${join(folder, `${stage.number}.db`)}-imports`,
    /** Another process on the same database and folder. */
    starts: (stopping?: AbortSignal) => {
      app = start(stopping)
    },
    begins: (size: number, format = 'disqus') => asks('POST', '', { site, format, file: 'daily.xml', size }),
    sends: async (bytes: Uint8Array, at = 0) => (await asks('PUT', `/file?site=${site}&at=${at}`, bytes)).json(),
    acts: (act: string, format?: string) => asks('POST', '/acts', { site, act, format }),
    /** How it stands once nothing is under way. */
    async settles(): Promise<DeskImport> {
      for (;;) {
        const now = await one()
        if (!now || !['looking', 'importing'].includes(now.phase)) return now
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a file comes in pieces, is looked at, and brings its comments; afterwards it is gone and the report stays', async () => {
  const { begins, sends, acts, settles, asks, as, folder: there, site } = await town()
  const bytes = bytesOf(xmlOf(300))
  expect((await begins(bytes.length)).status).toBe(201)
  expect(await sends(bytes.slice(0, 5_000))).toEqual({ received: 5_000 })
  // A piece that was sent twice, or too soon, changes nothing.
  expect(await sends(bytes.slice(0, 5_000))).toEqual({ received: 5_000 })
  expect(await sends(bytes.slice(9_000), 9_000)).toEqual({ received: 5_000 })
  expect((await acts('look')).status).toBe(409)
  expect(await sends(bytes.slice(5_000), 5_000)).toEqual({ received: bytes.length })
  expect((await acts('look')).status).toBe(200)
  expect(await settles()).toMatchObject({
    phase: 'looked',
    plan: { comments: 300, coming: 300, merged: 0, articles: 1, pages: [{ key: '/story', comments: 300, here: null }] },
  })
  expect((await acts('import')).status).toBe(200)
  expect(await settles()).toMatchObject({ phase: 'done', report: { imported: 300, merged: 0, skipped: [] } })
  expect((await as('ada', 'https://daily.example/story').reads()).article.count).toBe(300)
  expect(readdirSync(there).filter(name => name.endsWith('.file'))).toEqual([])
  expect((await asks('DELETE', `?site=${site}`)).status).toBe(204)
  expect(readdirSync(there)).toEqual([])
})

test('a file that is of another kind says so, and the right format may be named; what gzip has compressed is read', async () => {
  const { begins, sends, acts, settles } = await town()
  const bytes = new Uint8Array(gzipSync(xmlOf(3)))
  await begins(bytes.length, 'wordpress')
  await sends(bytes)
  await acts('look')
  expect(await settles()).toMatchObject({ phase: 'failed', trouble: expect.stringContaining('WordPress') })
  await acts('import', 'disqus')
  expect(await settles()).toMatchObject({ phase: 'done', format: 'disqus', report: { imported: 3 } })
})

test('an import halts and goes on, also after the server was started anew, and every comment stands once', async () => {
  const { begins, sends, acts, settles, one, starts, as } = await town()
  const stopping = new AbortController()
  starts(stopping.signal)
  const bytes = bytesOf(xmlOf(1_200))
  await begins(bytes.length)
  for (let at = 0; at < bytes.length; at += 500_000) await sends(bytes.slice(at, at + 500_000), at)
  await acts('import')
  await expect
    .poll(async () => (await one()).progress?.imported ?? 0, { interval: 5, timeout: 10_000 })
    .toBeGreaterThan(0)
  expect((await acts('pause')).status).toBe(200)
  expect((await one()).phase).toBe('paused')
  expect((await begins(9)).status).toBe(409)
  stopping.abort()
  starts()
  expect(await one()).toMatchObject({ phase: 'paused', isCutShort: true, received: bytes.length })
  await acts('import')
  const { phase, report } = await settles()
  expect(phase).toBe('done')
  expect(report!.imported).toBeLessThan(1_200)
  expect(report!.imported + report!.merged).toBe(1_200)
  expect((await as('ada', 'https://daily.example/story').reads()).article.count).toBe(1_200)
}, 60_000)

test('what is too large is refused before it comes, and nobody sends more than was said', async () => {
  const { begins, asks, site, acts } = await town(1_000)
  const refused = await begins(1_001)
  expect(refused.status).toBe(413)
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('PARLEY_IMPORT_MB') })
  expect((await begins(10)).status).toBe(201)
  expect((await asks('PUT', `/file?site=${site}&at=0`, new Uint8Array(11))).status).toBe(413)
  expect((await acts('import')).status).toBe(409)
})

test('a file that was forgotten here goes after a day', async () => {
  const { begins, sends, folder: there } = await town()
  const given = givenFiles(`file:${there.replace(/-imports$/, '')}`, 1)
  await begins(3)
  await sends(new Uint8Array(3))
  writeFileSync(join(there, 'other.file'), 'x')
  await given.forget(Date.now())
  expect(readdirSync(there)).toHaveLength(3)
  await given.forget(Date.now() + 25 * 3_600_000)
  expect(readdirSync(there)).toEqual([expect.stringMatching(/\.json$/)])
  await given.forget(Date.now() + 31 * 24 * 3_600_000)
  expect(readdirSync(there)).toEqual([])
})

/** What gzip would write of very many spaces behind a beginning, without its end. */
function unending(head: string, megabytes: number): Uint8Array {
  const packed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH })
  const spaces = packed(' '.repeat(1_000_000))
  const begin = gzipSync('').subarray(0, 10)
  return new Uint8Array(Buffer.concat([begin, packed(head), ...Array.from({ length: megabytes }, () => spaces)]))
}

test('a small file that unfolds without end is ended by its owner, and at once', async () => {
  const { begins, sends, acts, asks, one, site, folder: there } = await town()
  const bytes = unending('{"comments":[', 4_000)
  await begins(bytes.length, 'commento')
  for (let at = 0; at < bytes.length; at += 1_000_000) await sends(bytes.subarray(at, at + 1_000_000), at)
  expect((await acts('look')).status).toBe(200)
  expect((await acts('pause')).status).toBe(200)
  expect(await one()).toMatchObject({ phase: 'paused' })
  const begin = performance.now()
  expect((await asks('DELETE', `?site=${site}`)).status).toBe(204)
  expect(performance.now() - begin).toBeLessThan(3_000)
  expect(readdirSync(there)).toEqual([])
})
