import { afterEach, expect, test } from 'vitest'
import type { Finding } from '../../server/contract.ts'
import { RULES } from '../../server/moderation/decide.ts'
import { detailOf } from '../../widget/desk/finding-detail.ts'
import * as german from '../../widget/desk/locales/de.ts'
import * as en from '../../widget/desk/locales/en.ts'
import { ruleName, speak } from '../../widget/desk/phrases.ts'

const { reviewer: _, ...de } = german

afterEach(() => speak('en', {}))

/** What is read, without the marks that keep a part of it to itself. */
const plain = (text: string | null) => text?.replace(/[\u2068\u2069]/g, '')
const said = (rule: string, detail: Finding['detail']) => plain(detailOf({ rule, detail }))

test('every rule has a name in every language, and a rule that nobody knows is called by its own', () => {
  expect(Object.keys(en.rules).sort()).toEqual(RULES.map(({ name }) => name).sort())
  expect(RULES.map(({ name }) => ruleName(name)).sort()).toEqual(Object.values(en.rules).sort())
  speak('de', de)
  expect(ruleName('saidByOthers')).toBe('von anderen gesagt')
  expect(ruleName('somethingNew')).toBe('something new')
})

test('what a rule adds is said in the language of the desk', () => {
  speak('de', de)
  expect(said('heldHere', 'all of the site')).toBe('die ganze Website')
  expect(said('heldHere', 'the section /politik')).toBe('der Bereich /politik')
  expect(said('bannedAuthor', 'until 2026-11-23T07:44:00.000Z')).toMatch(/^bis \d\d\.11\.2026, \d\d:\d\d$/)
  expect(said('heldWords', 'Schuft (in the name)')).toBe('Schuft (im Namen)')
  expect(said('oftenRefused', '3 of the last 4 refused')).toBe('3 der letzten 4 abgelehnt')
  expect(said('typedTooFast', '1200 characters in 2.5 s')).toBe('1.200 Zeichen in 2,5 s')
  expect(said('saidByOthers', '12 like it by others')).toBe('gleiche von anderen: 12')
  expect(said('languageNobodyReads', 'fa')).toBe('Persisch')
})

test('a word, a link and what no wording fits stand as they are', () => {
  speak('de', de)
  expect(said('heldWords', 'all of the site')).toBe('all of the site')
  expect(said('blockedLink', 'spam.example')).toBe('spam.example')
  expect(said('heldHere', 'something else')).toBe('something else')
  expect(detailOf({ rule: 'staffSpeaks', detail: null })).toBeNull()
})
