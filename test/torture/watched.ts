import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { folder, SECRET } from '../bench/processes.ts'
import { freePort } from '../runtime/free-port.ts'
import type { Fare } from './watched-parley.ts'

/** The flags that `npm start` gives Node. */
const FLAGS = packageJson.scripts.start.split(' ').filter(word => word.startsWith('--') && word !== '--import')
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
let number = 0

/** Parley over a new database, in a program that tells how it fares. */
export async function startWatched() {
  const port = await freePort()
  const file = join(folder, `watched-${++number}.db`)
  const child = fork('test/torture/watched-parley.ts', {
    execArgv: [...FLAGS, '--expose-gc'],
    env: {
      ...process.env,
      PARLEY_DATABASE_URL: `file:${file}`,
      PORT: String(port),
      PARLEY_LIMITS: 'off',
      PARLEY_SECRET: SECRET,
    },
  })
  children.add(child)
  let isAlive = true
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.once('exit', () => {
    isAlive = false
    children.delete(child)
  })
  const told = async <T>() =>
    Promise.race([
      new Promise<T>(resolve => child.once('message', message => resolve(message as T))),
      ended.then(() => Promise.reject(new Error(`Parley ended with ${child.exitCode ?? child.signalCode}`))),
    ])
  await told<'ready'>()
  return {
    port,
    isAlive: () => isAlive,
    /** How it fares since it was asked last. */
    async fare(): Promise<Fare> {
      const answer = told<Fare>()
      child.send('fare')
      return answer
    },
    /** Makes it hold on to 50 kB every 100 ms. */
    leak: () => void child.send('leak'),
    async stop() {
      if (isAlive) child.send('stop')
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(late)
    },
  }
}

export type Watched = Awaited<ReturnType<typeof startWatched>>
