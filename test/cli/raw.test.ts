import { expect, inject, test } from 'vitest'
import { sendsRaw } from '../torture/fuzz/raw-run.ts'

const seed = Number(inject('lots').seed ?? Math.floor(Math.random() * 2 ** 31))

test(`1,000 connections that say drawn bytes (FUZZ_SEED=${seed}) are answered or ended, without a fault of ours`, async () => {
  const { faults, statuses } = await sendsRaw(1_000, seed)
  expect(faults).toEqual([])
  for (const status of [200, 400, 404]) expect(statuses.get(status)).toBeGreaterThan(0)
}, 60_000)
