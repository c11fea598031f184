import { cpus } from 'node:os'
import { setTimeout } from 'node:timers/promises'

/** What this runs on, in a line. */
export function describeMachine(): string {
  const [first] = cpus()
  return `${cpus().length} cores (${first?.model.trim() ?? 'of an unknown kind'}), ${process.platform}, Node ${process.version}`
}

/** Below this share of a core the machine does too much else for times that are not ratios. */
export const QUIET = 0.85

/** How much of a core this process gets when it wants all of one, from 0 to 1: the rest goes to other programs. */
export function shareOfCore(ms = 400): number {
  const begin = performance.now()
  const before = process.cpuUsage()
  while (performance.now() - begin < ms);
  const { user, system } = process.cpuUsage(before)
  return Math.min(1, (user + system) / 1000 / (performance.now() - begin))
}

/** Waits for a moment at which the machine does little else, but not longer than so many ms. */
export async function quietMoment(patience: number): Promise<void> {
  const end = performance.now() + patience
  while (shareOfCore(50) < QUIET && performance.now() < end) await setTimeout(200)
}
