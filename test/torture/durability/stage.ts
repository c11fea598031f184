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

/** Ends the writing and proves all of it: the ledger, the counts, the log of decisions, the file. */
export async function closeStage(stage: Stage, { table }: Torture, where: string): Promise<void> {
  const { host, crowd, ledger, lost } = stage
  await crowd.end()
  const verdict = await ledger.prove(host.file, { everything: true })
  lost.push(...verdict.lost)
  const doctor = await host.command(['doctor', '--json'])
  const log = await host.command(['log', 'verify', '--json'])
  await host.stop()
  const wrote = [...crowd.done].map(([kind, n]) => `${n} ${kind}s`).join(', ')
  const refused = [...crowd.refused].map(([code, n]) => `${n} ${code}`).join(', ') || 'none'
  table.tell(`acknowledged writes ${where}: ${wrote}`, String(crowd.acknowledged))
  table.remark(`${crowd.unanswered} had no answer and were sent again; refused: ${refused}`)
  const none = { atMost: 0 }
  table.hold(`acknowledged writes lost or changed, of ${ledger.size} facts`, lost.length, none)
  table.hold('comments that stand twice', verdict.twice.length, none)
  table.hold('refused writes that are stored all the same', verdict.unasked.length, none)
  table.hold(
    'doctor, integrity_check and log verify that complain',
    Number(doctor.code !== 0) + Number(log.code !== 0),
    none,
  )
  const faults = [...host.faults, ...crowd.faults, ...failures(host)]
  table.hold('ends of its own, hung requests, answers nobody foresaw, failures in its log', faults.length, none)
  if (host.firstAnswers.length > 1) {
    const [usual, worst] = [median(host.firstAnswers), Math.max(...host.firstAnswers)]
    const what = `from the start to a first page, slowest of ${host.firstAnswers.length} (half within ${Math.round(usual)} ms)`
    table.hold(what, worst, { atMost: 1_000 }, { unit: 'ms' })
  }
  for (const each of [...lost, ...verdict.twice, ...verdict.unasked, ...faults].slice(0, 10)) table.remark(each)
  if (doctor.code !== 0) table.remark(doctor.out + doctor.err)
  if (log.code !== 0) table.remark(log.out + log.err)
}

/** Lines of the server's own log that tell of something nobody foresaw. */
const failures = (host: Host) =>
  readFileSync(host.log, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.includes('"event":"storage_failed"'))
