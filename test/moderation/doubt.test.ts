import { expect, test } from 'vitest'
import { doubtOf } from '../../server/moderation/doubt.ts'

const nobody = { reports: 0, published: 0, rejected: 0, rules: [] }
const doubt = (one: Partial<Parameters<typeof doubtOf>[0]>, records: Record<string, [number, number]> = {}) =>
  doubtOf(
    { status: 'pending', ...nobody, ...one },
    new Map(Object.entries(records).map(([rule, [decided, approved]]) => [rule, { decided, approved }])),
  )

test('of somebody unknown nothing is known either way', () => {
  expect(doubt({})).toBe(500)
  expect(doubt({ status: 'published' })).toBe(500)
})

test('what a rule that moderators mostly overrule has held is likely to be let through', () => {
  const records = { firstComment: [100, 95], linkSpam: [100, 2] } as Record<string, [number, number]>
  expect(doubt({ rules: ['firstComment'] }, records)).toBeGreaterThan(900)
  expect(doubt({ rules: ['linkSpam'] }, records)).toBeLessThan(50)
  expect(doubt({ rules: ['firstComment', 'linkSpam'] }, records)).toBeLessThan(500)
  expect(doubt({ rules: ['unheardOf'] }, records)).toBe(500)
})

test('what is published is doubtful when its author was mostly refused, and when readers complain', () => {
  const published = { status: 'published' } as const
  expect(doubt({ ...published, rejected: 9 })).toBeGreaterThan(900)
  expect(doubt({ ...published, published: 9 })).toBeLessThan(100)
  expect(doubt({ ...published, published: 9, reports: 3 })).toBeGreaterThan(700)
  expect(doubt({ reports: 3 })).toBeLessThan(50)
  expect(doubt({ ...published, reports: 1e9 })).toBeLessThanOrEqual(1000)
})

test('of what its author deleted there is nothing to decide', () => {
  expect(doubt({ status: 'withdrawn', reports: 5 })).toBe(0)
})
