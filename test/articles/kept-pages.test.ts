import { expect, test } from 'vitest'
import { KeptPages } from '../../server/articles/kept-pages.ts'

const page = (body: string) => ({ etag: 'e', body, generation: 1, knownAt: 0, until: null, packed: {} })

test('kept pages are bounded: the one unused for longest goes first', () => {
  const pages = new KeptPages()
  const large = 'x'.repeat(950_000)
  for (const query of ['a', 'b', 'c']) pages.keep(query, page(large))
  pages.get('a')
  pages.keep('d', page(large))
  expect(['a', 'b', 'c', 'd'].map(query => pages.get(query) !== undefined)).toEqual([true, false, true, true])
  pages.keep('a', page('short'))
  pages.keep('b', page(large))
  expect(pages.get('a')).toMatchObject({ body: 'short' })
})
