import { cpus } from 'node:os'

/** What this runs on, in a line. */
export function describeMachine(): string {
  const [first] = cpus()
  return `${cpus().length} cores (${first?.model.trim() ?? 'of an unknown kind'}), ${process.platform}, Node ${process.version}`
}

/**
 * How much of a core this process gets when it wants all of one, from 0 to 1: the rest goes to other programs, and times
 * that are not ratios are longer by as much.
 */
export function shareOfCore(): number {
  const begin = performance.now()
  const before = process.cpuUsage()
  while (performance.now() - begin < 400);
  const { user, system } = process.cpuUsage(before)
  return Math.min(1, (user + system) / 1000 / (performance.now() - begin))
}
