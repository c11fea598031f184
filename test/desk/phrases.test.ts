import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { hear, isolated, LANG, listed, numeral, piece, speak } from '../../widget/desk/phrases.ts'

const english = {
  heading: 'Articles',
  moved: { one: '{n} comment moved to “{to}”.', other: '{n} comments moved to “{to}”.' },
  by: 'by {name}',
  lines: ['first', 'second {n}'],
  reason: { spam: 'Spam', other: 'Another reason' },
} as const
const russian = {
  heading: 'Статьи',
  moved: {
    one: '{n} комментарий перемещён в «{to}».',
    few: '{n} комментария перемещены в «{to}».',
    many: '{n} комментариев перемещены в «{to}».',
    other: '{n} комментария перемещены в «{to}».',
  },
  by: '{name}',
  lines: ['первая', 'вторая {n}'],
  reason: { spam: 'Спам', other: 'Другая причина' },
}

describe('the words of the desk', () => {
  afterEach(() => speak('en', {}))

  test('are filled with numbers in the language’s digits and with names as islands', () => {
    const words = piece('test', english)
    expect(words.moved({ n: 1, to: 'The ferry' })).toBe('1 comment moved to “⁨The ferry⁩”.')
    expect(words.moved({ n: 1234, to: 'کشتی' })).toBe('1,234 comments moved to “⁨کشتی⁩”.')
    expect(words.lines[1](7)).toBe('second 7')
    expect(words.reason.other).toBe('Another reason')
  })

  test('are another language’s once it is learnt, also where they are held already', () => {
    const words = piece('test', english)
    speak('ru', { test: russian })
    expect(words.heading).toBe('Статьи')
    expect([1, 3, 5, 21].map(n => words.moved({ n, to: 'x' }).split(' ')[1])).toEqual([
      ...['комментарий', 'комментария', 'комментариев', 'комментарий'],
    ])
    expect(words.lines).toEqual(['первая', expect.any(Function)])
    expect(LANG).toBe('ru')
  })

  test('of a page that is fetched later come when they come; until then, and where there are none, they are English', () => {
    speak('fa', {})
    const words = piece('test', english)
    expect(words.moved({ n: 12, to: 'x' })).toBe('۱۲ comments moved to “⁨x⁩”.')
    hear({ test: { heading: 'مقاله‌ها' } })
    expect([words.heading, words.by('Mona')]).toEqual(['مقاله‌ها', 'by ⁨Mona⁩'])
    expect([numeral(1234), listed(['الف', 'ب'])]).toEqual(['۱٬۲۳۴', expect.stringMatching(/^الف،.? ب$/)])
    speak('en', {})
    expect([words.heading, words.by('Mona')]).toEqual(['Articles', 'by ⁨Mona⁩'])
  })

  test('stand as they are around whatever is filled in', () => {
    const words = piece('test', english)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (to, n) => {
        const [before, after] = words.moved({ n, to: '|' }).split(isolated('|'))
        expect(words.moved({ n, to })).toBe(before + isolated(to) + after)
      }),
      {
        numRuns: 50,
        examples: [
          ['{n}', 3],
          ['$&$1', 3],
          ['{to}', 1],
          ['\u202e', 2],
        ],
      },
    )
  })
})
