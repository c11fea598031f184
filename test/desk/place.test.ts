import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ORDERS, REASONS, TABS } from '../../server/contract.ts'
import { AGE_NAMES, NO_FILTERS } from '../../widget/desk/filters.ts'
import { type Place, readPlace, spellPlace } from '../../widget/desk/place.ts'

const queue: Place = { site: 'daily', page: 'queue', status: 'spam', filters: NO_FILTERS, q: '', move: null }

test('an address names a queue, the articles, or a move that is looked at', () => {
  expect(spellPlace(queue)).toBe('#site=daily&status=spam')
  expect(spellPlace({ ...queue, page: 'articles' })).toBe('#site=daily&page=articles')
  const move = { from: '/old', to: '/new?a=1&b=2#c', isForward: false }
  const place: Place = {
    site: 'daily',
    page: 'articles',
    status: 'pending',
    filters: NO_FILTERS,
    q: 'night ferry',
    move,
  }
  expect(spellPlace(place)).toBe(
    '#site=daily&page=articles&q=night+ferry&move=%2Fold&to=%2Fnew%3Fa%3D1%26b%3D2%23c&forward=no',
  )
  expect(readPlace(spellPlace(place))).toEqual(place)
})

test('whatever else stands in an address means the queue of what waits', () => {
  for (const fragment of ['', '#', '#link=prd_x', '#site=', '#page=nowhere&status=gone&move=/x', '#%zz&&=&status'])
    expect(readPlace(fragment)).toMatchObject({ page: 'queue', status: 'pending', q: '', move: null })
  const filters = 'language=Persian&reason=ugly&author=%00&age=old&order=random'
  expect(readPlace(`#site=daily&${filters}`).filters).toEqual(NO_FILTERS)
})

test('every place comes back from its address as it was, whatever people have typed', () => {
  const text = fc.string({ unit: 'grapheme' })
  const places = fc.oneof(
    fc.record({
      site: text,
      page: fc.constant('queue' as const),
      status: fc.constantFrom(...TABS),
      filters: fc.record({
        q: text,
        language: fc.constantFrom('', 'fa', 'und'),
        reason: fc.constantFrom('' as const, ...REASONS),
        article: text,
        author: fc.constantFrom('', '7zz'),
        age: fc.constantFrom('' as const, ...AGE_NAMES),
        order: fc.constantFrom('' as const, ...ORDERS),
      }),
      q: fc.constant(''),
      move: fc.constant(null),
    }),
    fc.record({
      site: text,
      page: fc.constant('articles' as const),
      status: fc.constant('pending' as const),
      filters: fc.constant(NO_FILTERS),
      q: text,
      move: fc.option(
        fc.record({ from: fc.string({ unit: 'grapheme', minLength: 1 }), to: text, isForward: fc.boolean() }),
      ),
    }),
  )
  fc.assert(
    fc.property(places, place => {
      expect(readPlace(spellPlace(place))).toEqual(place)
    }),
  )
})
