import { setTimeout as passes } from 'node:timers/promises'
import { spell } from '../bench/table.ts'
import { allAtOnce, atRate, Caller } from './callers.ts'
import { riseOf } from './flatness.ts'
import type { Torture } from './run.ts'
import { mixed, PAGE, post, streamOf } from './traffic.ts'
import { startWatched, type Watched } from './watched.ts'
import type { Fare } from './watched-parley.ts'

/** What memory may rise by while it is watched, in MB, and what a leak of 0.5 MB a second must show of itself. */
const RISE = { heap: 5, resident: 20 }

/** Mixed traffic for ten minutes, with people who come and go; the memory of the process stays what it is. */
export async function measureSoak({ table, isQuick }: Torture): Promise<void> {
  const parley = await startWatched()
  const { port } = parley
  const warm = await allAtOnce(port, 32, isQuick ? 8_000 : 60_000, turn => mixed(port, turn)[1])
  const rate = (warm.good / (isQuick ? 8 : 60)) * 0.5
  const ms = isQuick ? 20_000 : 600_000
  const fares: Fare[] = []
  const traffic = soaks(parley, rate, ms)
  const isOver = traffic.then(() => true)
  while (!(await Promise.race([isOver, passes(isQuick ? 500 : 2_000, false)]))) fares.push(await parley.fare())
  const { asked, failed, streams } = await traffic
  const [heap, resident] = [fares.map(fare => fare.heap), fares.map(fare => fare.resident)]
  const last = spell(fares.at(-1)!.resident, 'MB')
  table.tell(`mixed requests in ${spell(ms / 1_000, 's')}, ${streams} streams opened and left`, spell(asked))
  table.hold('  failed', failed, { atMost: 0 })
  table.hold('  rise of the heap', riseOf(heap), { atMost: RISE.heap }, { unit: 'MB' })
  const unit = { unit: 'MB', figure: `${spell(riseOf(resident), 'MB')} (to ${last})` }
  table.hold('  rise of the resident memory', riseOf(resident), { atMost: RISE.resident }, unit)
  const lags = fares.map(({ lag }) => lag.p99).toSorted((a, b) => a - b)
  table.tell(
    '  lag of the event loop, 99 of 100 looks, in the middle one of its parts',
    spell(lags[lags.length >> 1]!, 'ms'),
  )
  await proveThatLeaksShow(parley, table)
  await parley.stop()
}

async function soaks({ port }: Watched, rate: number, ms: number) {
  let isOver = false
  let streams = 0
  const listeners = Array.from({ length: 20 }, async () => {
    while (!isOver) {
      const listener = new Caller(port)
      listener.ask(streamOf(port)).catch(() => null)
      streams += 1
      await passes(2_000 * Math.random() + 500)
      listener.hangUp()
    }
  })
  const tallies = await atRate(port, { rate, ms, callers: 64 }, turn => {
    if (turn % 100 === 50) return ['written', post(port, turn, { url: PAGE(port) })]
    return mixed(port, turn)
  })
  isOver = true
  await Promise.all(listeners)
  const sum = (of: (tally: { good: number; failed: number }) => number) =>
    [...tallies.values()].reduce((all, tally) => all + of(tally), 0)
  return { asked: sum(({ good }) => good), failed: sum(({ failed }) => failed), streams }
}

/** Else a flat line could mean that nobody looks. */
async function proveThatLeaksShow(parley: Watched, table: Torture['table']): Promise<void> {
  parley.leak()
  const heap: number[] = []
  for (let n = 0; n < 25; n++) {
    await passes(500)
    heap.push((await parley.fare()).heap)
  }
  table.hold(
    '  a leak of 0.5 MB a second, made on purpose, shows within 12 s',
    riseOf(heap),
    { atLeast: RISE.heap },
    {
      unit: 'MB',
    },
  )
}
