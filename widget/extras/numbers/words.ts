import type { NumberWords } from '../../shared/words.ts'

export const numbers: NumberWords = {
  comments: { one: '{n} comment', other: '{n} comments' },
  noComments: 'No comments yet',
  views: { one: '{n} view', other: '{n} views' },
}
