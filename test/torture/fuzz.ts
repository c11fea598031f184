import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { aftermath } from './fuzz/aftermath.ts'
import { FuzzRun, tellFaults } from './fuzz/fuzz-run.ts'
import { sendsRaw } from './fuzz/raw-run.ts'
import { livingTown } from './fuzz/town.ts'
import type { Torture } from './run.ts'

/** No answer may take longer, in ms: texts of pathological form are judged within it, too. */
const SLOWEST = 2_000
/** What the memory may be at the end of what it was after the first fifth, when all caches are warm. */
const GROWTH = 1.25

/** Every route and page with drawn requests, judged by the OpenAPI document; and drawn bytes over real sockets. */
export async function fuzz({ table, isQuick, seed }: Torture): Promise<void> {
  const count = isQuick ? 20_000 : 100_000
  const town = await livingTown()
  const run = await FuzzRun.in(town)
  const none = { atMost: 0 }

  await run.sends(count / 5, seed)
  const before = heap()
  const began = performance.now()
  const { faults, codes, slowest, accepted, requests } = await run.sends((count / 5) * 4, seed + count)
  const after = heap()
  const perRequest = (performance.now() - began) / ((count / 5) * 4)
  await run.insists(seed)

  table.hold('requests drawn from the document and for pages', requests, { atLeast: 20_000 })
  table.hold('of them answered wrongly, late, or with a fault of ours', faults.length, none)
  if (faults.length > 0) table.remark(tellFaults(faults, seed))
  table.hold('operations of the document that never gave a 2xx', run.neverDone().length, none, {
    figure: `${run.neverDone().length} of ${run.judge.operations.names.length} ${run.neverDone().join(', ')}`,
  })
  table.hold('the slowest answer', slowest, { atMost: SLOWEST }, { unit: 'ms' })
  table.ratio('memory after the last request and after a fifth', after / 2 ** 20, before / 2 ** 20, 'MB', {
    atMost: GROWTH,
  })
  table.tell('done', `${accepted} accepted; ${perRequest.toFixed(2)} ms a request`)
  table.tell('refusals', `of ${codes.size} kinds: ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}`)
  const wrong = await aftermath(town)
  table.hold('afterwards: counts, log, file, what the public sees', wrong.length, none)
  for (const each of wrong.slice(0, 10)) table.remark(each)

  const connections = isQuick ? 5_000 : 40_000
  const raw = await sendsRaw(connections, seed)
  table.hold(
    `connections of ${connections} that said drawn bytes and met a fault of ours or no end`,
    raw.faults.length,
    none,
  )
  for (const fault of raw.faults.slice(0, 10)) table.remark(fault)
  table.tell('their answers', [...raw.statuses].map(([status, n]) => `${status} ${n}`).join(', '))
}

/** Bytes in use after a collection. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let n = 0; n < 3; n++) collect()
  return process.memoryUsage().heapUsed
}
