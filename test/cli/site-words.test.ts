import { expect, test } from 'vitest'
import { requireReadable, spelledWords } from '../../server/commands/site-words.ts'

test('at a terminal words are told by their number and what is other, and a slip in their file by its place', () => {
  expect(spelledWords({ en: { 'a.b': 'x', 'a.c': 'y' } }, { en: { 'a.b': 'z' }, fa: { 'a.b': 'x' } }, true)).toEqual([
    '  words: 2 phrases (en 2)   1 new, 1 changed, 1 gone',
  ])
  expect(spelledWords({}, {}, false)).toEqual([])
  const slip = '{"en": {\n  "a.b": "x",,\n}}'
  expect(() => requireReadable(slip)).toThrow('line 2, place 14')
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`a.b${n}`, 'x']))
  expect(() => requireReadable(JSON.stringify({ en: many }))).toThrow('301 phrases')
  expect(() => requireReadable('-')).not.toThrow()
})
