import { expect, inject, test } from 'vitest'
import { aftermath } from '../torture/fuzz/aftermath.ts'
import { FuzzRun, tellFaults } from '../torture/fuzz/fuzz-run.ts'
import { Judge } from '../torture/fuzz/judge.ts'
import type { Plan } from '../torture/fuzz/plan.ts'
import { livingTown } from '../torture/fuzz/town.ts'
import { inWorkerd, world } from '../world.ts'

/**
 * `FUZZ_SEED` draws others, `FUZZ_COUNT` more of them; `FUZZ_PLAN` sends one request that was printed. Without these the
 * same are drawn each time, so that what turns red was turned by a change; `npm run torture` looks for what is new.
 */
const lots = inject('lots')
const seed = Number(lots.seed ?? 2_083_170_627)
const count = Number(lots.count ?? (inWorkerd ? 300 : 6_000))
const { plan } = lots

// The document is the same on both runtimes.
if (!inWorkerd)
  test('every schema of the OpenAPI document is one', async () => {
    const { send } = await world()
    expect(new Judge(await (await send('/api/openapi.json')).json()).compileAll()).toBeGreaterThan(200)
  })

if (plan === null) {
  test(`${count} drawn requests (FUZZ_SEED=${seed}) meet no fault of ours, no hang, and only answers that the document knows`, async () => {
    const town = await livingTown()
    const run = await FuzzRun.in(town)
    const { faults } = await run.sends(count, seed)
    expect(tellFaults(faults, seed)).toBe('')
    // In a short run not everything has its turn.
    if (count >= 5_000) {
      await run.insists(seed)
      expect(run.neverDone()).toEqual([])
      expect(tellFaults(faults, seed)).toBe('')
    }
    expect(await aftermath(town)).toEqual([])
  }, 300_000)
} else {
  test('the request that was printed', async () => {
    const run = await FuzzRun.in(await livingTown())
    const answer = await run.send(JSON.parse(plan) as Plan)
    console.log(answer?.status, answer?.body.slice(0, 2_000))
    expect(tellFaults(run.report.faults, seed)).toBe('')
  })
}
