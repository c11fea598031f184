import { setTimeout as passes } from 'node:timers/promises'
import { least, median } from '../bench/rounds.ts'
import { spell } from '../bench/table.ts'
import { allAtOnce, atRate, Caller, Tally } from './callers.ts'
import { measureHalfOpen, measureJunk, measureSlowReaders, measureStreams } from './load-mishaps.ts'
import type { Torture } from './run.ts'
import { firstPage, freshPage, health, mixed, post } from './traffic.ts'
import { startWatched, type Watched } from './watched.ts'

/** How many come at once, and how the server fares with those who come badly. */
export async function measureLoad(torture: Torture): Promise<void> {
  const parley = await startWatched()
  await measureCrowds(torture, parley)
  await measureLag(torture, parley)
  await measureOverload(torture, parley)
  await measureStreams(torture, parley)
  await measureSlowReaders(torture, parley)
  await measureJunk(torture, parley)
  await measureHalfOpen(torture, parley)
  const { table } = torture
  let left = (await parley.fare()).sockets
  for (let n = 0; n < 50 && left > 0; n++) {
    await passes(100)
    left = (await parley.fare()).sockets
  }
  table.hold('sockets left after all have gone', left, { atMost: 0 })
  table.hold('ends of the process on the way', parley.isAlive() ? 0 : 1, { atMost: 0 })
  await parley.stop()
}

/** Answers a second with 16, 256 and 2,000 connections. */
async function measureCrowds({ table, isQuick }: Torture, { port }: Watched): Promise<void> {
  const ms = isQuick ? 2_000 : 10_000
  await allAtOnce(port, 16, 1_000, turn => mixed(port, turn)[1])
  const rates = new Map<number, number>()
  table.remark('Of 20 requests 18 are for a page that is kept, one is for a page that is not, and one is a comment.')
  for (const people of [16, 256, 2_000]) {
    const tally = await allAtOnce(port, people, ms, turn => mixed(port, turn)[1])
    const rate = (tally.good / ms) * 1_000
    rates.set(people, rate)
    const what = `${people.toLocaleString('en')} connections`
    const times = `half within ${spell(tally.within(0.5), 'ms')}, 99 % within ${spell(tally.within(0.99), 'ms')}`
    table.tell(`${what}: ${times}, ${tally.of(503)} told to come later`, spell(rate, '/s'))
    table.hold('  broken connections and wrong answers', tally.failed, { atMost: 0 })
    if (tally.failed > 0) table.remark(tally.told)
    table.hold('  refusals that do not say when to come back', tally.unsaid, { atMost: 0 })
  }
  table.ratio('2,000 connections against 16', rates.get(2_000)!, rates.get(16)!, '/s', { atLeast: 0.5 })
}

/**
 * How late the event loop comes while 70 % of the most is asked. Both are measured in turn, and the middle one of several
 * rounds counts, so that whatever else the machine does in one of them makes no difference.
 */
async function measureLag({ table, isQuick }: Torture, parley: Watched): Promise<void> {
  const { port } = parley
  const ms = isQuick ? 1_500 : 5_000
  const lags: number[] = []
  const rates: number[] = []
  let refused = 0
  for (let round = 0; round < 5; round++) {
    const most = await allAtOnce(port, 64, ms, turn => mixed(port, turn)[1])
    const rate = (most.good / ms) * 700
    await parley.fare()
    const tallies = [...(await atRate(port, { rate, ms, callers: 256 }, turn => mixed(port, turn))).values()]
    lags.push((await parley.fare()).lag.p99)
    rates.push(rate)
    refused += tallies.reduce((sum, tally) => sum + tally.of(503) + tally.failed, 0)
  }
  const lag = median(lags)
  const figure = `${spell(lag, 'ms')} (${spell(least(lags))} to ${spell(Math.max(...lags))})`
  const what = `lag of the event loop, 99 of 100 looks, at 70 % of the limit (${spell(median(rates), '/s')})`
  table.hold(what, lag, { atMost: 50 }, { unit: 'ms', figure })
  table.hold('  requests refused or failed meanwhile', refused, { atMost: 0 })
}

/** So many write and read anew without a pause, and ask again as soon as they are refused. */
const HASTY = 800

/** More is asked than can be done, by people who do not wait; then it stops. */
async function measureOverload({ table, isQuick }: Torture, parley: Watched): Promise<void> {
  const { port } = parley
  const ms = isQuick ? 3_000 : 10_000
  const work = (turn: number) => (turn % 2 ? post(port, turn) : freshPage(port, turn))
  const alone = await allAtOnce(port, 64, ms, work)
  const watches = [watch(port, 100, health()), watch(port, 50, firstPage(port)), watch(port, 50, firstPage(port), true)]
  const hasty = await allAtOnce(port, HASTY, ms, turn => work(turn + 1_000_000), false)
  const stopped = performance.now()
  const [healthy, kept, newcomers] = (await Promise.all(watches.map(({ end }) => end()))) as [Tally, Tally, Tally]
  const caller = new Caller(port)
  let turn = 5_000_000
  let answer = await caller.ask(post(port, turn))
  while ((answer.status !== 201 || answer.ms > 250) && performance.now() - stopped < 20_000) {
    await passes(20)
    answer = await caller.ask(post(port, ++turn))
  }
  const recovered = performance.now() - stopped
  caller.hangUp()
  const times = `done within ${spell(hasty.within(0.5), 'ms')} (half), ${spell(hasty.within(0.99), 'ms')} (99 %)`
  table.hold(`${HASTY} who write and read anew without a pause: told to come later; ${times}`, hasty.of(503), {
    atLeast: 1,
  })
  table.ratio('  what is done all the same, against 64 of them', hasty.good, alone.good, '', { atLeast: 0.5 })
  table.hold('  refusals that do not say when to come back', hasty.unsaid + kept.unsaid, { atMost: 0 })
  table.hold('  broken connections and wrong answers', hasty.failed + kept.failed, { atMost: 0 })
  table.ratio('  kept pages that were given meanwhile', kept.good, kept.good + kept.of(503), '', { atLeast: 0.9 })
  table.tell('  how long they took, 99 of 100', spell(kept.within(0.99), 'ms'))
  const fresh = newcomers.within(0.99)
  table.hold('  how long with a new connection for each, 99 of 100', fresh, { atMost: 2_000 }, { unit: 'ms' })
  table.hold('  questions whether it is healthy, not answered so', healthy.failed + healthy.of(503), { atMost: 0 })
  table.hold('  until a comment is taken within 250 ms after it stops', recovered, { atMost: 1_000 }, { unit: 'ms' })
}

/**
 * Somebody asks for the same every so many ms until the end.
 * @param isNew whether each time over a connection of its own
 */
function watch(port: number, every: number, request: Buffer, isNew = false) {
  const caller = new Caller(port)
  const tally = new Tally()
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const answer = await caller.ask(request).catch(() => null)
      if (answer) tally.add(answer)
      else tally.broken += 1
      if (isNew) caller.hangUp()
      await passes(every)
    }
  })()
  return {
    async end() {
      isOver = true
      await asking
      caller.hangUp()
      return tally
    },
  }
}
