import { expect, test } from 'vitest'
import { fill } from '../../widget/desk/acts/fill.ts'

const places = { name: 'Ada', title: 'The night ferry', site: 'The Daily', reason: 'Off topic' }

test('a saved reply names the author, the article, the site and the reason', () => {
  expect(fill('Dear {name}, “{title}” in {site}: {reason}. Yours, {name}', places)).toBe(
    'Dear Ada, “The night ferry” in The Daily: Off topic. Yours, Ada',
  )
})

test('what is filled in is not read again, and other braces stay', () => {
  expect(fill('{name} {other} {}', { ...places, name: '{title} $& $1' })).toBe('{title} $& $1 {other} {}')
})
