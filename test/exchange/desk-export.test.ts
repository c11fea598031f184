import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { importArchive, planArchive } from '../../server/exchange/archive-import.ts'
import { fileOf, fullSite } from './full-site.ts'

const gunzipped = (body: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Response(body.pipeThrough(new DecompressionStream('gzip'))).text()

test('an owner downloads the archive, with gzip or plain; it is whole, and comes in again with or without gzip', async () => {
  const stage = await fullSite()
  const { site, deps } = stage
  const olga = await stage.atDesk('olga')
  const packed = await olga.sends(`/api/desk/archive?site=${site}`)
  expect(packed.headers.get('content-type')).toBe('application/gzip')
  expect(packed.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="parley-${site}-2026-\\d\\d-\\d\\d\\.jsonl\\.gz"$`),
  )
  expect(packed.headers.get('cache-control')).toBe('private, no-store')
  const bytes = new Uint8Array(await packed.arrayBuffer())
  const plain = await olga.sends(`/api/desk/archive?site=${site}&gzip=no`)
  expect(plain.headers.get('content-disposition')).toContain('.jsonl"')
  const text = await plain.text()
  const opened = await gunzipped(new Response(bytes).body!)
  const rows = (archive: string) => archive.split('\n').slice(1, -2)
  expect(rows(opened)).toEqual(rows(text))
  for (const file of [
    fileOf(text),
    {
      ...fileOf(''),
      open: async function* () {
        yield bytes
      },
    },
  ]) {
    const plan = await planArchive(deps.store.engine, file, null)
    expect(plan).toMatchObject({ collisions: [], end: { changed: false }, sites: [{ id: site, isHere: true }] })
    const { rows: written } = await importArchive(deps.store.engine, file, plan)
    for (const sum of Object.values(written)) expect(sum).toMatchObject({ added: 0, astray: 0 })
  }
  const cut = {
    ...fileOf(''),
    open: async function* () {
      yield bytes.subarray(0, bytes.length - 40)
    },
  }
  await expect(planArchive(deps.store.engine, cut, null)).rejects.toThrow('damaged or was cut off')
}, 30_000)

test('what is published comes as CSV and as Disqus’s XML', async () => {
  const stage = await fullSite()
  const olga = await stage.atDesk('olga')
  const csv = await olga.sends(`/api/desk/export?site=${stage.site}&format=csv`)
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="parley-.*\.csv"$/)
  expect(await csv.text()).toContain('better said')
  const xml = await olga.sends(`/api/desk/export?site=${stage.site}&format=disqus`)
  expect(xml.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  expect(await xml.text()).toMatch(/^<\?xml[\s\S]*<\/disqus>\n$/)
})

test('moderators, strangers and pages elsewhere get no export, and nobody’s archive comes by a key', async () => {
  const stage = await fullSite()
  const { site, send } = stage
  const mona = await stage.atDesk('mona')
  const olga = await stage.atDesk('olga')
  for (const path of [`/api/desk/archive?site=${site}`, `/api/desk/export?site=${site}&format=csv`]) {
    expect((await send(path)).status).toBe(401)
    await expect(mona.asks(path)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(olga.asks(path.replace(site, 'another'))).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = await olga.sends(path, { headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect(elsewhere.status).toBe(403)
    const head = await olga.sends(path, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  }
})

test('a download ends in the midst when its owner is no longer one', async () => {
  const stage = await fullSite()
  const { site, deps } = stage
  const olga = await stage.atDesk('olga')
  const response = await olga.sends(`/api/desk/archive?site=${site}&gzip=no`)
  const reader = response.body!.getReader()
  await reader.read()
  await deps.store.engine.write([sql`UPDATE roles SET role = 'moderator' WHERE site_id = ${site}`])
  await new Promise(resolve => setTimeout(resolve, 2_100))
  const rest = async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read());
  }
  await expect(rest()).rejects.toThrow()
})

test('who takes three at once waits with a fourth, until one was taken or left', async () => {
  const stage = await fullSite()
  const olga = await stage.atDesk('olga')
  const path = `/api/desk/archive?site=${stage.site}&gzip=no`
  const readers = []
  for (let n = 0; n < 3; n++) {
    const reader = (await olga.sends(path)).body!.getReader()
    await reader.read()
    readers.push(reader)
  }
  await expect(olga.asks(path)).rejects.toMatchObject({ code: 'overloaded' })
  await readers[0]!.cancel()
  expect((await (await olga.sends(path)).text()).endsWith('"}\n')).toBe(true)
  for (const reader of readers) await reader.cancel()
})
