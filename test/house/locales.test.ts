import { describe, expect, test } from 'vitest'
import * as en from '../../locales/en.ts'

type Tree = { [key: string]: string | Tree }

const FORMS = /^(zero|one|two|few|many|other)$/

/** Each phrase by its way through the file; forms of one phrase by number are one. */
function phrasesOf(words: Tree, at = ''): Map<string, string | Tree> {
  const found = new Map<string, string | Tree>()
  for (const [key, value] of Object.entries(words)) {
    const way = at ? `${at}.${key}` : key
    if (typeof value === 'string' || isPlural(value)) found.set(way, value)
    else for (const [deeper, phrase] of phrasesOf(value, way)) found.set(deeper, phrase)
  }
  return found
}

const isPlural = (value: Tree) => 'other' in value && Object.keys(value).every(key => FORMS.test(key))

const placesOf = (phrase: string) => [...new Set(phrase.match(/\{\w+\}/g))].sort()

const { about: _, ...pieces } = en
const english = phrasesOf(JSON.parse(JSON.stringify(pieces)))
// What each file tells once, in `about`.
for (const way of english.keys()) if (/(^|\.)(lang|dir)$/.test(way)) english.delete(way)

test('a phrase of a thread and a piece are never called the same: an owner’s words come in one bag', () => {
  const { thread, ...others } = pieces
  expect(Object.keys(thread).filter(name => name in others)).toEqual([])
})

type File = { about: typeof en.about } & Tree
const files = Object.entries(import.meta.glob<File>('../../locales/*.ts', { eager: true }))
  .map(([path, file]) => [path.split('/').at(-1)!, file] as const)
  .filter(([name]) => !/^(en|locale)\.ts$/.test(name))

describe.each(files)('%s', (name, { about, ...words }) => {
  test('says all there is to say, with all places to fill and all forms its numbers take', () => {
    expect(name.replace('.ts', '').split('-')[0]).toBe(about.lang)
    expect(about.dir).toBe(/^(ar|fa|he|ur)$/.test(about.lang) ? 'rtl' : 'ltr')
    expect(about.name).not.toBe('')
    const phrases = phrasesOf(JSON.parse(JSON.stringify(words)))
    expect([...phrases.keys()].sort()).toEqual([...english.keys()].sort())
    const forms = new Intl.PluralRules(about.lang).resolvedOptions().pluralCategories.toSorted()
    for (const [way, phrase] of phrases) {
      const original = english.get(way)!
      expect(typeof phrase, way).toBe(typeof original)
      if (typeof phrase === 'string') {
        expect(phrase.trim(), way).not.toBe('')
        expect(placesOf(phrase), way).toEqual(placesOf(original as string))
      } else {
        expect(Object.keys(phrase).sort(), way).toEqual(forms)
        for (const [form, said] of Object.entries(phrase)) {
          expect(String(said).trim(), way).not.toBe('')
          // A single thing may be named without its number.
          const wanted = placesOf((original as { other: string }).other)
          if (form === 'other') expect(placesOf(String(said)), way).toEqual(wanted)
          else expect(wanted, way).toEqual(expect.arrayContaining(placesOf(String(said))))
        }
      }
    }
  })
})
