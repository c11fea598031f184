import { expect, test } from 'vitest'
import * as en from '../../locales/en.ts'
import * as fa from '../../locales/fa.ts'
import { ENGLISH_REASONS, PERSIAN_REASONS } from '../../server/articles/plain-reasons.ts'

test('an author reads the same reasons with JavaScript and without', () => {
  expect(ENGLISH_REASONS).toEqual(en.reasons)
  expect(PERSIAN_REASONS).toEqual(fa.reasons)
})
