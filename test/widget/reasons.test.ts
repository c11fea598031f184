import { expect, test } from 'vitest'
import { ENGLISH_REASONS, PERSIAN_REASONS } from '../../server/articles/plain-reasons.ts'
import { ENGLISH, PERSIAN } from '../../widget/extras/own/reasons.ts'

test('an author reads the same reasons with JavaScript and without', () => {
  expect(ENGLISH_REASONS).toEqual(ENGLISH)
  expect(PERSIAN_REASONS).toEqual(PERSIAN)
})
