import { parseArgs } from 'node:util'
import { buildIfStale } from '../../widget/build.ts'
import { measureBrowser } from './browser.ts'
import { measureFreshness } from './freshness.ts'
import { describeMachine, QUIET, shareOfCore } from './machine.ts'
import { measureMemory } from './memory.ts'
import { measureQueue } from './queue.ts'
import { measureReading } from './reading.ts'
import { roomsAsked } from './rooms.ts'
import { measureRows } from './rows.ts'
import type { Run } from './run.ts'
import { measureSizes } from './sizes.ts'
import { Table } from './table.ts'
import { measureWorker } from './worker.ts'
import { measureWriting } from './writing.ts'

/**
 * Holds Parley to the budgets of DESIGN.md section 8. What is a matter of speed is a ratio of two figures that were
 * measured in turn, so that a slow or busy machine slows both. Ends with 1 when a budget is missed.
 */
const ROOMS: Record<string, (run: Run) => Promise<void>> = {
  sizes: measureSizes,
  reading: measureReading,
  freshness: measureFreshness,
  writing: measureWriting,
  rows: measureRows,
  queue: measureQueue,
  memory: measureMemory,
  worker: measureWorker,
  browser: measureBrowser,
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true }, plans: { type: 'boolean' } },
})
const rooms = roomsAsked(ROOMS, values.only)

const table = new Table()
const run: Run = {
  table,
  arePlansAsked: values.plans ?? false,
  ...(values.quick
    ? { rounds: 2, ms: 250, patience: 0, large: { comments: 30_000, pending: 3_000 } }
    : { rounds: 7, ms: 3_000, patience: 10_000, large: { comments: 1_000_000, pending: 100_000 } }),
}

await buildIfStale()
console.log(describeMachine())
const shares = [shareOfCore()]
for (const room of rooms) {
  table.enter(room)
  await ROOMS[room]!(run)
  shares.push(shareOfCore())
}
table.sum()
const least = Math.min(...shares)
if (least < QUIET) {
  const percent = Math.round(least * 100)
  console.log(
    `This machine was busy with other things: for a while a program got ${percent} % of a core. Ratios stand; times`,
  )
  console.log('and CPU times do not: run again when it is quiet.')
}
process.exit(table.isMet ? 0 : 1)
