import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treeOf } from '../../server/comments/markdown.ts'
import { beginning } from '../../widget/extras/you/beginning.ts'

test('the beginning of a comment is its text, short and well-formed, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
      const short = beginning(treeOf(text))
      expect(short.length).toBeLessThanOrEqual(281)
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
