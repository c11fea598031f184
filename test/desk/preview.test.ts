import { describe, expect, test } from 'vitest'
import type { MovePreview } from '../../server/contract.ts'
import { articleWords } from '../../widget/desk/articles/words.ts'

const seen: MovePreview = {
  way: 'merge',
  forward: true,
  from: { key: '/old', title: 'The old page', url: 'https://daily.example/old', count: 200 },
  to: { key: '/new', title: 'The new page', url: 'https://daily.example/new', count: 12 },
  comments: 214,
  there: 12,
}
/** What is read, without the marks that keep names apart from the words around them. */
const read = (part: Partial<MovePreview>) =>
  articleWords.preview({ ...seen, ...part }).map(sentence => sentence.replaceAll(/[\u2066-\u2069]/g, ''))

describe('what a move would do is said before it is made', () => {
  test('two threads become one for good', () => {
    expect(read({})).toEqual([
      '214 comments move to “The new page”, which has 12.',
      'Replies, votes and waiting comments come along; links to comments go on working.',
      '“/old” leads there from then on.',
      'Two threads that were made one cannot be told apart again: this cannot be undone.',
    ])
  })

  test('where nothing is yet, they can be moved back', () => {
    const sentences = read({ comments: 1, there: 0, forward: false, to: { ...seen.to, title: null } })
    expect(sentences[0]).toBe('1 comment moves to “/new”, which has none yet.')
    expect(sentences).toContain('“/old” begins a thread of its own.')
    expect(sentences.at(-1)).toBe('You can move them back afterwards.')
  })

  test('a thread gets another address, or its old one back', () => {
    expect(read({ way: 'rename', there: 0 })[0]).toBe('The thread gets the address “/new”, with its 214 comments.')
    expect(read({ way: 'swap', there: 0 })[0]).toBe('The thread gets the address “/new” back, with its 214 comments.')
    for (const way of ['rename', 'swap'] as const)
      expect(read({ way, there: 0 }).at(-1)).toBe('You can move them back afterwards.')
  })

  test('where nothing is left, that is all that is said', () => {
    expect(read({ way: 'none', comments: 0 })).toEqual(['Nothing is left to move.'])
    expect(read({ way: 'none', comments: 0, to: seen.from })).toEqual(['This is the address of the article itself.'])
    expect(read({ comments: 0 })).toEqual([
      'There is no comment to move to “The new page”.',
      '“/old” leads there from then on.',
    ])
  })

  test('a title that runs the other way, and an address in its letters, stay islands in the sentence', () => {
    const [first] = articleWords.preview({ ...seen, to: { ...seen.to, title: 'کشتی شب' } })
    expect(first).toBe('214 comments move to “\u2068کشتی شب\u2069”, which has 12.')
    const [address] = articleWords.preview({ ...seen, to: { ...seen.to, title: null, key: '/%D8%AE%D8%A8%D8%B1/x' } })
    expect(address).toContain('“\u2066/\u2068خبر\u2069/\u2068x\u2069\u2069”')
  })
})
