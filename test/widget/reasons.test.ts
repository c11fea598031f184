import { expect, test } from 'vitest'
import { words } from '../../widget/extras/locales/fa.ts'
import { english } from '../../widget/extras/writing/english.ts'
import { ENGLISH, PERSIAN } from '../../widget/extras/you/reasons.ts'

test('the drawer gives the same reasons as the thread', () => {
  expect(ENGLISH).toEqual(english.reasons)
  expect(PERSIAN).toEqual(words.writing!.reasons)
})
