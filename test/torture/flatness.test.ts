import { expect, test } from 'vitest'
import { riseOf } from './flatness.ts'

test('what goes up and down stays; what leaks under it rises by what has leaked', () => {
  const waves = Array.from({ length: 200 }, (_, at) => 50 + 8 * Math.sin(at / 3))
  expect(Math.abs(riseOf(waves))).toBeLessThan(1)
  expect(riseOf(waves.map((wave, at) => wave + at / 10))).toBeCloseTo(20, -1)
  expect(riseOf([7])).toBe(0)
})
