import { expect, test } from 'vitest'
import type { Case } from '../../server/contract.ts'
import { holds } from '../../widget/desk/counts.ts'
import { filtersQuery, NO_FILTERS } from '../../widget/desk/filters.ts'
import { aboveAll, listKey, merged, readListKey, withCases, withoutCases } from '../../widget/desk/lists.ts'
import type { List } from '../../widget/desk/state.ts'

const at = (createdAt: number, more: Partial<Case> = {}): Case =>
  ({ id: `c${createdAt}`, createdAt, version: 1, status: 'pending', ...more }) as Case
const listOf = (times: number[], more: Partial<List> = {}): List => ({
  cases: times.map(time => at(time)),
  ...{ next: null, phase: 'ready', more: 'idle', cursor: null, held: 0, isSparse: false },
  ...more,
})
const ids = (cases: readonly Case[]) => cases.map(({ id }) => id)

test('a queue’s name tells its site and tab, whatever these are called and whatever is asked for', () => {
  for (const site of ['daily', 'a/b', '"]', ''])
    expect(readListKey(listKey(site, 'unreviewed', { ...NO_FILTERS, q: '/"[' }))).toEqual({ site, tab: 'unreviewed' })
  expect(listKey('a', 'all', NO_FILTERS)).not.toBe(listKey('a', 'all', { ...NO_FILTERS, language: 'fa' }))
})

test('cases go back to where they belong, and a newer copy takes the place of the older', () => {
  expect(ids(withCases([at(1), at(3)], [at(2)], 'oldest'))).toEqual(['c1', 'c2', 'c3'])
  expect(ids(withCases([at(3), at(1)], [at(2)], 'newest'))).toEqual(['c3', 'c2', 'c1'])
  expect(withCases([at(3), at(1)], [at(3, { version: 2 })], 'newest')[0]).toMatchObject({ id: 'c3', version: 2 })
  expect(ids(withCases([at(5), at(9)], [at(7)], 'doubtful'))).toEqual(['c5', 'c9', 'c7'])
})

test('what would come above all that is read is told apart from what comes below', () => {
  const list = listOf([5, 4, 3])
  expect(ids(aboveAll(list, [at(7), at(6), at(5), at(4)], 'newest'))).toEqual(['c7', 'c6'])
  expect(aboveAll(listOf([3, 4]), [at(3), at(4), at(5)], 'oldest')).toEqual([])
  expect(aboveAll(listOf([]), [at(7)], 'newest')).toEqual([])
})

test('fresh pages keep the case in view, drop what is gone, and leave what lies beyond them', () => {
  const list = listOf([1, 2, 3, 9], { cursor: 'c2', next: 'more' })
  const result = merged(list, [at(1), at(4)], 'c4', 'oldest', new Set(['c2']))
  expect(ids(result.cases)).toEqual(['c1', 'c2', 'c4', 'c9'])
  expect(result).toMatchObject({ cursor: 'c2', next: 'more' })
  expect(withoutCases(listOf([1, 2, 3], { cursor: 'c3' }), new Set(['c3'])).cursor).toBe('c2')
})

test('a comment is in the tabs that its standing says', () => {
  const one = { status: 'published', isReviewed: false, reports: 1, hasAppeal: false } as const
  expect(
    ['pending', 'published', 'unreviewed', 'reported', 'appealed', 'all'].map(tab => holds(tab as 'all', one)),
  ).toEqual([...[false, true, true, true, false, true]])
  expect(holds('unreviewed', { ...one, isReviewed: true })).toBe(false)
})

test('an age is asked for as the time it means now', () => {
  const day = 86_400_000
  expect(filtersQuery({ ...NO_FILTERS, age: 'day', q: 'x' }, 5 * day)).toEqual({ q: 'x', from: String(4 * day) })
  expect(filtersQuery({ ...NO_FILTERS, age: 'over-day' }, 5 * day)).toEqual({ until: String(4 * day) })
  expect(filtersQuery(NO_FILTERS, 5)).toEqual({})
})
