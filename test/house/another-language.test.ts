import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Says what build and server make of `locales/`, and what the desk would list. */
const LOOK = `
import { localeFiles } from './widget/locale-files.ts'
import { localeFor } from './server/locales.ts'
import { phrasesOn, wordsOn } from './server/sites/own-words.ts'
const { languages, spoken, files } = await localeFiles(import.meta.dirname + '/locales')
const belgian = await localeFor('nl-BE')
const settings = { words: { nl: { 'writing.post': 'Stuur op' } } }
console.log(JSON.stringify({
  languages, spoken, parts: files.filter(({ lang }) => lang === 'nl').map(({ part }) => part),
  server: [belgian.lang, belgian.thread.comments],
  listed: (await phrasesOn({ settings }, 'nl')).find(({ own }) => own !== null),
  said: (await wordsOn({ settings }, 'nl')).writing.post,
}))
`

test('one file more in locales/ is one language more, for the build, the server and the desk', () => {
  const house = mkdtempSync(join(tmpdir(), 'parley-language-'))
  onTestFinished(() => rmSync(house, { recursive: true, force: true }))
  const isSource = (path: string) => !/pictures|samples/.test(path)
  for (const room of ['server', 'widget', 'locales'])
    cpSync(join(ROOT, room), join(house, room), { recursive: true, filter: isSource })
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'))
  writeFileSync(join(house, 'package.json'), '{"type":"module"}')
  const german = readFileSync(join(ROOT, 'locales/de.ts'), 'utf8')
  const dutch = german
    .replace(/lang: 'de', name: '[^']+'/, "lang: 'nl', name: 'Nederlands'")
    .replace(/reviewer: null/, "reviewer: 'Saskia'")
    .replace("comments: 'Kommentare'", "comments: 'Reacties'")
  writeFileSync(join(house, 'locales/nl.ts'), dutch)
  writeFileSync(join(house, 'look.mjs'), LOOK)
  const said = JSON.parse(execFileSync(process.execPath, [join(house, 'look.mjs')], { encoding: 'utf8' }))
  expect(said).toMatchObject({
    languages: expect.stringMatching(/(^|\|)nl(\||$)/),
    spoken: expect.arrayContaining([{ lang: 'nl', name: 'Nederlands', reviewer: 'Saskia' }]),
    parts: ['thread', 'pieces'],
    server: ['nl-BE', 'Reacties'],
    listed: { key: 'writing.post', own: 'Stuur op' },
    said: 'Stuur op',
  })
})
