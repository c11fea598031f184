import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { freePort } from '../runtime/free-port.ts'

/** A folder for this run; it and every program started here are gone when the bench ends, however it ends. */
export const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) kill(child)
  rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

/** A program and all that it has started: it leads a group of its own. */
function kill(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL')
  } catch {}
}

/**
 * Starts a program and waits until it has written this on its standard output.
 * @param log where its standard error goes: a file descriptor, or with ours
 * @param spawned is told its id before it is ready
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  {
    env = {},
    ready = '',
    log = 'inherit',
    spawned,
  }: {
    env?: Record<string, string>
    ready?: string
    log?: number | 'inherit'
    spawned?(pid: number): void
  } = {},
) {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', log],
    detached: true,
  })
  children.add(child)
  const ended = new Promise<string>(resolve =>
    child.once('exit', (code, signal) => {
      children.delete(child)
      resolve(signal ?? String(code))
    }),
  )
  spawned?.(child.pid!)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`)))
    child.stdout!.on('data', chunk => {
      said += chunk
      if (said.includes(ready)) resolve()
    })
  })
  /** Asks it to end; what has not ended after 5 s is killed. */
  async function stop() {
    child.kill('SIGINT')
    const late = setTimeout(() => kill(child), 5_000)
    await ended
    clearTimeout(late)
    kill(child)
  }
  return { pid: child.pid!, stop, said: () => said, /** The signal or the exit code it ended with. */ ended }
}

/** What `npm start` runs, without the name of Node. */
const START = packageJson.scripts.start.split(' ').slice(1)

/**
 * Parley on Node, as `npm start` runs it, over this database file; without budgets unless told otherwise.
 * @param how environment variables beside those that every one has, and what `startProgram` takes
 */
export async function startParley(
  file: string,
  { env: settings = {}, ...how }: Parameters<typeof startProgram>[2] = {},
) {
  const port = await freePort()
  const env = {
    ...{ PARLEY_DATABASE_URL: `file:${file}`, PORT: String(port), PARLEY_LIMITS: 'off', PARLEY_SECRET: SECRET },
    ...settings,
  }
  const program = await startProgram(process.execPath, [...START, '--json'], { ...how, env })
  return { ...program, port, origin: `http://localhost:${port}` }
}

export const SECRET = 'b'.repeat(43)
