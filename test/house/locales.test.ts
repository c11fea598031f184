import { describe, expect, test } from 'vitest'
import * as en from '../../locales/en.ts'
import * as enAtDesk from '../../widget/desk/locales/en.ts'

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

const plain = (words: object): Tree => JSON.parse(JSON.stringify(words))

const { about: _, ...pieces } = en
const english = phrasesOf(plain(pieces))
// What each file tells once, in `about`.
for (const way of english.keys()) if (/(^|\.)(lang|dir)$/.test(way)) english.delete(way)
const englishAtDesk = phrasesOf(plain(enAtDesk))

test('a phrase of a thread and a piece are never called the same: an owner’s words come in one bag', () => {
  const { thread, ...others } = pieces
  expect(Object.keys(thread).filter(name => name in others)).toEqual([])
})

type File = { about: typeof en.about } & Tree
type DeskFile = { reviewer: string | null } & Tree

const files = Object.entries(import.meta.glob<File>('../../locales/*.ts', { eager: true }))
  .map(([path, file]) => [path.split('/').at(-1)!, file] as const)
  .filter(([name]) => !/^(en|locale)\.ts$/.test(name))
const atDesk = Object.entries(import.meta.glob<DeskFile>('../../widget/desk/locales/*.ts', { eager: true }))
  .map(([path, file]) => [path.split('/').at(-1)!, file] as const)
  .filter(([name]) => name !== 'en.ts')

/** What is said in a language is what is said in English: the same phrases, with the same places, in all forms of its numbers. */
function expectSame(words: Tree, original: ReadonlyMap<string, string | Tree>, lang: string): void {
  const phrases = phrasesOf(plain(words))
  expect([...phrases.keys()].sort()).toEqual([...original.keys()].sort())
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted()
  for (const [way, phrase] of phrases) {
    const said = original.get(way)!
    expect(typeof phrase, way).toBe(typeof said)
    if (typeof phrase === 'string') {
      expect(phrase.trim(), way).not.toBe('')
      expect(placesOf(phrase), way).toEqual(placesOf(said as string))
    } else {
      expect(Object.keys(phrase).sort(), way).toEqual(forms)
      for (const [form, text] of Object.entries(phrase)) {
        expect(String(text).trim(), way).not.toBe('')
        // A single thing may be named without its number.
        const wanted = placesOf((said as { other: string }).other)
        if (form === 'other') expect(placesOf(String(text)), way).toEqual(wanted)
        else expect(wanted, way).toEqual(expect.arrayContaining(placesOf(String(text))))
      }
    }
  }
}

describe.each(files)('%s', (name, { about, ...words }) => {
  test('says all there is to say, with all places to fill and all forms its numbers take', () => {
    expect(name.replace('.ts', '').split('-')[0]).toBe(about.lang)
    expect(about.dir).toBe(/^(ar|fa|he|ur)$/.test(about.lang) ? 'rtl' : 'ltr')
    expect(about.name).not.toBe('')
    expectSame(words, english, about.lang)
  })
})

describe.each(atDesk)('desk/%s', (name, { reviewer, ...words }) => {
  test('says all that the desk says, and who has read it', () => {
    expect(reviewer === null || reviewer.trim() !== '').toBe(true)
    const [lang] = name.split(/[-.]/)
    const [, { about }] = files.find(([, file]) => file.about.lang === lang)!
    expectSame(words, englishAtDesk, about.lang)
    // Where a form holds for more numbers than 1, a thing is not single, and its number is told.
    const { one } = Object.groupBy([0, 1, 2, 3, 11, 21, 101], n => new Intl.PluralRules(about.lang).select(n))
    if (one && one.length > 1) {
      for (const [way, phrase] of phrasesOf(plain(words)))
        if (typeof phrase !== 'string')
          expect(String(phrase['one']), way).toMatch(placesOf(String(phrase['other'])).includes('{n}') ? /\{n\}/ : /./)
    }
  })
})
