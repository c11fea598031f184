import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { freePort } from '../../runtime/free-port.ts'
import { serveParley } from '../../runtime/serve-parley.ts'
import { converse, rawFaults, rawRequests } from './raw.ts'

/** Connections at once. */
const AT_ONCE = 16

/**
 * Drawn bytes to a real socket of Parley as Node serves it.
 * @returns what went wrong, each with its bytes in base64, and how often each status was answered
 */
export async function sendsRaw(
  count: number,
  seed: number,
): Promise<{ faults: string[]; statuses: Map<number, number> }> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-raw-'))
  const port = await freePort()
  const parley = await serveParley({
    PARLEY_DATABASE_URL: `file:${join(folder, 'parley.db')}`,
    PORT: String(port),
    PARLEY_LIMITS: 'off',
  })
  const faults: string[] = []
  const statuses = new Map<number, number>()
  // What the server logs is what an operator would read: a fault of ours stands there even where nobody was answered.
  const said = console.error
  console.error = (...line) => void faults.push(`logged: ${line.join(' ').slice(0, 800)}`)
  try {
    const drawn = fc.sample(rawRequests, { seed, numRuns: count })
    for (let at = 0; at < drawn.length; at += AT_ONCE) {
      const batch = drawn.slice(at, at + AT_ONCE)
      const answers = await Promise.all(batch.map(bytes => converse(port, bytes)))
      for (const [n, answer] of answers.entries()) {
        for (const status of answer.statuses) statuses.set(status, (statuses.get(status) ?? 0) + 1)
        for (const fault of rawFaults(answer))
          faults.push(
            `${fault}: ${batch[n]!.toString('base64').slice(0, 2_000)} was answered ${answer.text.slice(0, 300)}`,
          )
      }
    }
    const well = await fetch(`http://localhost:${port}/healthz`)
    if (well.status !== 200) faults.push(`/healthz ${well.status} afterwards`)
  } finally {
    console.error = said
    await parley.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { faults, statuses }
}
