import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FILTERS, NO_LOG_FILTERS, queryOf, readLogFilters, spellLogFilters } from '../../widget/desk/log/state.ts'
import { readPlace } from '../../widget/desk/place.ts'

test('an address names the filters of the log, and only those that are set', () => {
  expect(spellLogFilters(NO_LOG_FILTERS)).toBe('')
  expect(spellLogFilters({ ...NO_LOG_FILTERS, ruling: 'reject', from: '2026-11-22' })).toBe(
    '&ruling=reject&from=2026-11-22',
  )
  expect(readPlace('#site=daily&page=log&ruling=reject')).toMatchObject({ page: 'log', q: '', move: null })
})

test('filters come back from their address as they were', () => {
  const filters = fc.record(Object.fromEntries(FILTERS.map(name => [name, fc.string({ unit: 'grapheme' })])))
  fc.assert(
    fc.property(filters, some => {
      const whole = { ...NO_LOG_FILTERS, ...some }
      expect(readLogFilters(`#site=daily&page=log${spellLogFilters(whole)}`)).toEqual(whole)
    }),
  )
})

test('days are asked for from their beginning to their end', () => {
  const { from, to } = queryOf({ ...NO_LOG_FILTERS, from: '2026-11-22', to: '2026-11-22' })
  expect(Number(to) - Number(from)).toBe(24 * 3_600_000 - 1)
  expect(queryOf({ ...NO_LOG_FILTERS, from: 'soon', rule: 'wordLists' })).toEqual({ rule: 'wordLists' })
})
