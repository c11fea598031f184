import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDomainList } from '../../../server/moderation/lists/domain-list.ts'
import { foldedWords } from '../../../server/moderation/lists/folded-words.ts'
import { readWordList } from '../../../server/moderation/lists/word-list.ts'

/** What a list of these lines marks in a text. */
function marks(lines: string, text: string): string[] {
  const { list, wrong } = readWordList(lines)
  expect(wrong).toEqual([])
  return list.find(foldedWords(text)).found.map(({ start, end }) => text.slice(start, end))
}

describe('a word list finds', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a word, however it is disguised',
      'viagra',
      'VIAGRA v1аgra vi\u200bagra víágrà v!agra V1AGRA',
      ['VIAGRA', 'v1аgra', 'vi\u200bagra', 'víágrà', 'v!agra', 'V1AGRA'],
    ],
    ['a word in Arabic script', 'داعش', 'این داعـش است', ['داعـش']],
    ['a word typed on another keyboard', 'یک', 'يك', ['يك']],
    ['no word inside another one', 'cunt', 'Scunthorpe', []],
    ['it there where the owner says so', '*cunt*', 'Scunthorpe', ['Scunthorpe']],
    ['all endings', 'terroris*', 'Terrorism and terrorists, not a terror', ['Terrorism', 'terrorists']],
    ['all beginnings', '*phobe', 'An arachnophobe', ['arachnophobe']],
    ['a phrase across punctuation', 'free money', 'FREE… money!', ['FREE… money']],
    ['a phrase with any word in it', 'free * money*', 'free and moneyless', ['free and moneyless']],
    ['no phrase that is broken off', 'free money', 'free', []],
    ['a word in a script without spaces', '暴力', '这是暴力事件', ['暴力']],
    ['a word with an apostrophe', 'don’t', "I don't", ["don't"]],
    ['digits of all scripts', '1234', '۱۲۳۴', ['۱۲۳۴']],
    ['nothing in what is no word', '# a remark\n\nbad', 'a remark', []],
    ['a Latin word hidden in Cyrillic letters of an English text', 'cop', 'Look, a сор is here', ['сор']],
    ['no Latin word in a Russian text', 'cop', 'сор лежит на полу', []],
    ['no m in rn', 'bum', 'burn', []],
    ['two entries at one place', 'a b\na b c', 'a b c', ['a b c', 'a b']],
  ])('%s', (_, lines, text, found) => {
    expect(marks(lines, text)).toEqual(found)
  })

  test('every entry in the text that holds it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-я]{3,12}$/), fc.lorem(), fc.lorem(), (word, before, after) => {
        expect(marks(word, `${before} ${word.toUpperCase()}, ${after}`)).not.toEqual([])
      }),
    )
  })

  test('its lines whatever they are, without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (lines, text) => {
        const places = readWordList(lines).list.find(foldedWords(text)).found
        for (const { start, end } of places) expect(end).toBeGreaterThan(start)
      }),
    )
  })
})

test('a line that is no entry is named with what is wrong', () => {
  const lines = ['a*', '*', 'fr*e', 'x'.repeat(101), '', '# fine', '!!!', '1 2 3 4 5 6 7 8 9 10 11', 'fine'].join(
    '\r\n',
  )
  const { list, wrong } = readWordList(lines)
  expect(list.size).toBe(1)
  expect(wrong.map(({ line, fault }) => [line, fault])).toEqual([
    [1, 'too_short'],
    [2, 'no_letters'],
    [3, 'star_inside'],
    [4, 'too_long'],
    [7, 'no_letters'],
    [8, 'too_many_words'],
  ])
})

test('entries meant to blow up take no more steps than the text has places', () => {
  const lists = [
    Array.from({ length: 5_000 }, (_, n) => `${'a '.repeat(9)}x${n}`),
    Array.from({ length: 60 }, (_, n) => `*${'a'.repeat(30 + n)}*`),
    Array.from({ length: 500 }, (_, n) => `${'a '.repeat(9)}a${'a'.repeat(n % 60)}*`),
  ]
  for (const lines of lists) {
    const { list } = readWordList(lines.join('\n'))
    expect(list.size).toBe(lines.length)
    for (const text of ['a '.repeat(5_000), 'a'.repeat(10_000)]) list.find(foldedWords(text))
  }
}, 5_000)

describe('a list of domains', () => {
  const { list, wrong } = readDomainList(
    '# shops\nspam.example\nhttps://WWW.Shop.example/page\n*.wild.example\nмосква.рф',
  )

  test.each([
    ['https://spam.example/x', true],
    ['http://deep.below.spam.example', true],
    ['https://notspam.example/', false],
    ['https://spam.example.org/', false],
    ['https://shop.example', true],
    ['https://a.wild.example', true],
    ['https://xn--80adxhks.xn--p1ai/', true],
    ['mailto:a@spam.example', false],
    ['nonsense', false],
  ])('%s: %s', (link, isListed) => {
    expect(list.has(link)).toBe(isListed)
  })

  test('names the lines that are no domains', () => {
    expect(wrong).toEqual([])
    expect(readDomainList('two words\nlocal\nexample.org/path').wrong.map(({ line }) => line)).toEqual([1, 2, 3])
  })
})
