import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from '../../bench/rounds.ts'
import { chance } from '../../bench/seed/chance.ts'
import type { Torture } from '../run.ts'
import { Crowd } from './crowd.ts'
import { Host } from './host.ts'
import { Ledger, SITE } from './ledger.ts'

/** Rules that would make what is written wait, and so become another thing than its writer expects, are off. */
const SETTINGS = ['holds=none', 'reportsToHold=0', 'refusedShare=0', 'repeatsAllowed=0', 'watchesTyping=no']

/** How many write at once, beside the moderator. */
const READERS = 6

/** A server, those who write to it, and what was acknowledged to them. */
export interface Stage {
  host: Host
  crowd: Crowd
  ledger: Ledger
  random: () => number
  /** What was acknowledged and is no more. */
  lost: string[]
}

/** @param at a folder of its own, on the disk that is meant */
export async function openStage({ seed }: Torture, at: string): Promise<Stage> {
  const random = chance(seed)
  mkdirSync(at, { recursive: true })
  const host = new Host(join(at, 'parley.db'), join(at, 'server.log'))
  await host.start()
  await host.command(['site', 'set', SITE, ...SETTINGS.flatMap(setting => ['--setting', setting])])
  await host.signIn()
  const ledger = new Ledger()
  const crowd = new Crowd(host, ledger, random)
  crowd.begin(READERS)
  host.open()
  return { host, crowd, ledger, random, lost: [] }
}

/** Starts the server again, holds the file against the ledger, and lets everybody in. */
export async function comeBack({ host, ledger, lost }: Stage): Promise<void> {
  await host.start()
  lost.push(...(await ledger.prove(host.file)).lost)
  host.open()
}

/**
 * Asks after the server all the time while something is done to it.
 * @returns the slowest answer in ms, which tells of the event loop; what was answered otherwise than with 200
 */
export async function beside(host: Host, work: () => Promise<unknown>): Promise<{ slowest: number; refused: number }> {
  const [seen, isOver] = [{ slowest: 0, refused: 0 }, { now: false }]
  const asking = (async () => {
    while (!isOver.now) {
      const begun = performance.now()
      const isServed = await fetch(`${host.address}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
      seen.slowest = Math.max(seen.slowest, performance.now() - begun)
      if (!isServed) seen.refused += 1
      await pause(10)
    }
  })()
  await work()
  isOver.now = true
  await asking
  return seen
}

/** What stands at the end of a stage. */
export interface Outcome {
  /** Acknowledged writes that are no more, or otherwise. */
  lost: string[]
  /** Comments that stand twice. */
  twice: string[]
  /** Writes that were refused, and are stored. */
  unasked: string[]
  /** What `doctor` and `log verify` complain of. */
  unsound: string[]
  /** Ends of the server's own, requests without an answer, answers that nobody foresaw, failures in its log. */
  faults: string[]
}

/** Ends the writing and proves all of it: the ledger, the counts, the log of decisions, the file. */
export async function closeStage({ host, crowd, ledger, lost }: Stage): Promise<Outcome> {
  await crowd.end()
  const verdict = await ledger.prove(host.file, { everything: true })
  const unsound: string[] = []
  for (const args of [['doctor'], ['log', 'verify']]) {
    const { code, out, err } = await host.command(args)
    if (code !== 0) unsound.push(out + err)
  }
  await host.stop()
  const faults = [...host.faults, ...crowd.faults, ...failures(host)]
  return { ...verdict, lost: [...lost, ...verdict.lost], unsound, faults }
}

/** Holds what was found against what is demanded: nothing of it. */
export function tell(outcome: Outcome, { host, crowd, ledger }: Stage, { table }: Torture, where: string): void {
  const wrote = [...crowd.done].map(([kind, n]) => `${kind} ${n}`).join(', ')
  const refused = [...crowd.refused].map(([code, n]) => `${code} ${n}`).join(', ') || 'none'
  table.tell(`acknowledged writes ${where}: ${wrote}`, crowd.acknowledged.toLocaleString('en'))
  table.remark(`${crowd.unanswered} had no answer and were sent again; refused: ${refused}`)
  const { lost, twice, unasked, unsound, faults } = outcome
  const none = { atMost: 0 }
  table.hold(`acknowledged writes lost or changed, of ${ledger.size.toLocaleString('en')} facts`, lost.length, none)
  table.hold('comments that stand twice', twice.length, none)
  table.hold('refused writes that are stored all the same', unasked.length, none)
  table.hold('complaints of doctor (counts, integrity_check) and log verify', unsound.length, none)
  table.hold('ends of its own, requests that hang, unforeseen answers, failures in its log', faults.length, none)
  for (const each of [lost, twice, unasked, unsound, faults].flatMap(kind => kind.slice(0, 5))) table.remark(each)
  if (host.firstAnswers.length < 2) return
  const [usual, worst] = [median(host.firstAnswers), Math.max(...host.firstAnswers)]
  const what = `from the start to a first page, slowest of ${host.firstAnswers.length} (half within ${Math.round(usual)} ms)`
  table.hold(what, worst, { atMost: 1_000 }, { unit: 'ms' })
}

/** Lines of the server’s own log that tell of something nobody foresaw; a start in a changed checkout builds. */
const failures = (host: Host) =>
  readFileSync(host.log, 'utf8')
    .split('\n')
    .filter(
      line =>
        line !== '' &&
        !/"event":"(storage_failed|upgraded)"|cannot be written|^Built |^Parley (answers what is in flight|has stopped)/.test(
          line,
        ),
    )
