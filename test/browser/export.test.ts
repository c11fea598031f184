import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, pressesAbove, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('an owner’s page of exports', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  test('each file comes whole, under a name that says what it is', async () => {
    const { page: desk, troubles } = await stage.opens({ viewport: { width: 360, height: 740 } })
    await desk.goto(await stage.link('Olga', 'owner'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await pressesAbove(desk, 'Site')
    await desk.getByRole('button', { name: /^Export/ }).click()
    const downloaded = async (name: string) => {
      const coming = desk.waitForEvent('download')
      await desk.getByRole('link', { name }).click()
      const file = await coming
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    }
    const archive = await downloaded('Download the archive')
    expect(archive.name).toMatch(/^parley-demo-\d{4}-\d\d-\d\d\.jsonl\.gz$/)
    const lines = gunzipSync(archive.bytes).toString().trimEnd().split('\n')
    expect(JSON.parse(lines[0]!)).toMatchObject({ kind: 'parley', sites: ['demo'] })
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ kind: 'end', lines: lines.length - 1 })
    expect((await downloaded('Download the CSV')).bytes.toString()).toMatch(/^\ufeff"id","parent"/)
    expect((await downloaded('Download the XML')).name).toMatch(/\.xml$/)
    await expectAccessible(desk)
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(troubles).toEqual([])
  }, 60_000)
})
