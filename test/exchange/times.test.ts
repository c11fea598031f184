import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeOf } from '../../server/exchange/times.ts'

const NOON = Date.UTC(2021, 9, 28, 12, 50, 15)

test.each([
  ['2021-10-28T12:50:15Z', NOON],
  ['2021-10-28 20:50:15 +0800', NOON],
  ['2021-10-28 09:20:15-03:30', NOON],
  ['2021-10-28T12:50:15.123456789Z', NOON + 123],
  ['2021-10-28 12:50:15.5', NOON + 500],
  ['2021-10-28 15:20:15.25+03:30', NOON - 3_600_000 + 250],
  ['2021-10-28 12:50:15 +0000 UTC', NOON],
  ['2021-10-28 16:20:15 +0330 +0330', NOON],
  ['2021-10-28 09:50:15 -0300 -03', NOON],
  ['2021-10-28 12:50:15.123456 +0000 UTC m=+0.012345678', NOON + 123],
  ['2021-10-28', Date.UTC(2021, 9, 28)],
  ['2016-12-31T23:59:60Z', Date.UTC(2017, 0)],
  [NOON / 1000, NOON],
  [NOON / 1000 + 0.25, NOON + 250],
  [String(NOON), NOON],
  [{ __type: 'Date', iso: '2021-10-28T12:50:15.000Z' }, NOON],
  [{ $date: { $numberLong: String(NOON) } }, NOON],
  // None of these is a time.
  ['2021-02-29T00:00:00Z', null],
  ['2021-13-01T00:00:00Z', null],
  ['2021-10-28T24:50:00Z', null],
  ['0001-01-01T00:00:00Z', null],
  ['0000-00-00 00:00:00', null],
  ['28.10.2021', null],
  ['yesterday', null],
  ['', null],
  [0, null],
  [Number.POSITIVE_INFINITY, null],
  [9e15, null],
  [null, null],
  [[NOON], null],
  [{ $date: { $date: NOON } }, null],
])('%j is understood as written, whatever the clock of this machine', (value, expected) => {
  expect(timeOf(value)).toBe(expected)
})

test('each time that a computer writes is read again', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(Date.UTC(1990, 0)), max: new Date(Date.UTC(2099, 0)), noInvalidDate: true }),
      date => {
        expect(timeOf(date.toISOString())).toBe(date.getTime())
        expect(timeOf(date.getTime())).toBe(date.getTime())
      },
    ),
  )
})
