import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../server/comments/fold.ts'

const folded = (text: string) => fold(text).text

describe('folded text is one', () => {
  test.each([
    ['for letters of either case', 'FERRY', 'ferry'],
    ['for compatibility forms', 'ＦＥＲＲＹ ﬁ ①', 'ferry fi 1'],
    ['with and without Latin accents', 'Écrivez à Łódź, straße', 'ecrivez a lodz, strasse'],
    ['however accents are typed', 'e\u0301', 'é'],
    ['with characters that nobody sees', 'fe\u200brr\u00ady\u2060', 'ferry'],
    ['with a tatweel', 'داعـــش', 'داعش'],
    ['with vowel signs', 'دَاعِش', 'داعش'],
    ['for the yeh and kaf of both keyboards', 'يك', 'یک'],
    ['for alef with and without hamza', 'أحمد إلى آن', 'احمد الی ان'],
    ['for digits of all scripts', '۱۲۳ ١٢٣ १२३', '123 123 123'],
    ['with and without Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['for yo and ye', 'Ёлка', 'елка'],
    ['with a Cyrillic letter in a Latin word', 'pаypаl', 'paypal'],
    ['with Latin letters in a Cyrillic word', 'дуpaк', 'дурак'],
    ['with a Greek letter in a Latin word', 'νiagra', 'viagra'],
  ])('%s', (_, one, other) => {
    expect(folded(one)).toBe(folded(other))
  })

  test.each([
    ['й and и, which are two letters', 'й', 'и'],
    ['a Russian word and the Latin one that it looks like', 'сор', 'cop'],
    ['m and rn', 'burn', 'bum'],
    ['marks of scripts that need them', 'की', 'क'],
  ])('but not %s', (_, one, other) => {
    expect(folded(one)).not.toBe(folded(other))
  })

  test('and folding it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(folded(folded(text))).toBe(folded(text))
      }),
    )
  })
})

test('each folded letter knows where in the text it stood', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const { text: result, at } = fold(text)
      expect(at).toHaveLength(result.length + 1)
      expect(at.at(-1)).toBe(text.length)
      for (let unit = 1; unit < at.length; unit++) expect(at[unit]!).toBeGreaterThanOrEqual(at[unit - 1]!)
    }),
  )
  const text = 'Said vi\u200bágra!'
  const { text: plain, at } = fold(text)
  const start = plain.indexOf('viagra')
  expect(text.slice(at[start], at[start + 6])).toBe('vi\u200bágra')
})
