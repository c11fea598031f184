import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { doctor } from '../../server/commands/doctor.ts'
import { readConfig } from '../../server/config.ts'
import { json, storable } from '../../server/store/engine.ts'
import { openStore } from '../../server/store/open.ts'

function database(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-half-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return `file:${join(folder, 'parley.db')}`
}

test('half a letter in a list of parameters, or in a plain one, is stored as U+FFFD and can be read again', async () => {
  const store = await openStore({ databaseUrl: database(), databaseToken: undefined })
  onTestFinished(() => store.close())
  const [row] = await store.engine.all<object>(
    sql`SELECT value ->> 'a' AS a, value ->> 'b' AS b, ${'x\ud800y'} AS c FROM json_each(${json([{ a: 'x\ud800y', b: '\\ud800 😀' }])})`,
  )
  expect({ ...row }).toEqual({ a: 'x\ufffdy', b: '\\ud800 😀', c: 'x\ufffdy' })
})

test('what is whole is written as it stands, whatever was typed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const all = JSON.stringify([value, text, `\\${text}`, `\\ud800${text}`])
      const whole = JSON.parse(storable(all), (_, each) => each)
      expect(whole).toEqual(
        JSON.parse(all, (_, each) =>
          typeof each === 'string' ? each.toWellFormed().replaceAll('\0', '\ufffd') : each,
        ),
      )
    }),
  )
})

test('the doctor finds half a letter that stands there already, lives, and says what mends it', async () => {
  const databaseUrl = database()
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  onTestFinished(() => store.close())
  const raw = createClient({ url: databaseUrl })
  onTestFinished(() => raw.close())
  await store.sites.add({
    id: 'daily',
    name: 'خک',
    origins: ['https://daily.example'],
    settings: {},
    isDemo: false,
    createdAt: 1,
  })
  await raw.execute(`INSERT INTO articles (id, site_id, key, url, created_at)
    VALUES (1, 'daily', CAST(X'3D61EDA08062' AS TEXT), 'https://daily.example/', 1), (2, 'daily', '=한글', '', 1)`)
  const config = readConfig({ PARLEY_DATABASE_URL: databaseUrl })
  const looks = async () => {
    let said = ''
    await doctor(store, config, {}, lines => {
      said = [lines].flat().join('\n')
    })
    process.exitCode = 0
    return said
  }
  const said = await looks()
  expect(said.match(/half a letter/g)).toHaveLength(1)
  await raw.execute(/UPDATE "articles".*$/m.exec(said)![0])
  expect(await looks()).not.toContain('half a letter')
  const rows = await store.engine.all<{ key: string }>(sql`SELECT key FROM articles ORDER BY id`)
  expect(rows.map(({ key }) => key)).toEqual(['=a\ufffdb', '=한글'])
})
