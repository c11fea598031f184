import { expect, test } from 'vitest'
import { fieldOf, momentOf } from '../../widget/desk/articles/local-time.ts'

test('a moment stands in its field in local time, to the minute, and comes back as it was', () => {
  for (const month of [0, 3, 6, 9, 11]) {
    const noon = new Date(2027, month, 5, 12, 34)
    expect(fieldOf(noon.getTime())).toBe(`2027-${String(month + 1).padStart(2, '0')}-05T12:34`)
    expect(momentOf(fieldOf(noon.getTime() + 59_999))).toBe(noon.getTime())
  }
})

test('no moment is an empty field, and what is no moment is none', () => {
  expect(fieldOf(null)).toBe('')
  for (const text of ['', 'soon', '2027-13-45T99:99']) expect(momentOf(text)).toBeNull()
})
