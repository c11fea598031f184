import { expect, test } from 'vitest'
import { FuzzRun, tellFaults } from '../torture/fuzz/fuzz-run.ts'
import { livingTown } from '../torture/fuzz/town.ts'
import { inWorkerd } from '../world.ts'

const env = globalThis.process?.env ?? {}
const seed = Number(env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const count = Number(env['FUZZ_COUNT'] ?? (inWorkerd ? 1_000 : 5_000))

test(`${count} drawn requests: no fault of ours, no hang, and every answer is one that the document knows`, async () => {
  console.log(`FUZZ_SEED=${seed} draws the same requests again`)
  const town = await livingTown()
  const run = await FuzzRun.in(town)
  const begin = performance.now()
  const { faults, statuses, codes, slowest, accepted } = await run.sends(count, seed)
  console.log(performance.now() - begin, slowest, accepted)
  console.log(
    [...statuses]
      .sort()
      .map(
        ([name, all]) =>
          `${name}: ${[...all]
            .sort()
            .map(each => each.join('×'))
            .join(' ')}`,
      )
      .join('\n'),
  )
  console.log(
    [...codes]
      .sort((a, b) => b[1] - a[1])
      .map(each => each.join(' '))
      .join(', '),
  )
  expect(tellFaults(faults, seed)).toBe('')
  expect(run.neverDone()).toEqual([])
}, 120_000)
