import { execFile } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { SECRET, startParley } from '../../bench/processes.ts'
import type { Town } from './crowd.ts'
import { SITE } from './ledger.ts'

const PAGE = `/api/threads?site=${SITE}&url=${encodeURIComponent('http://localhost:4000/story-0')}`

/** What a command of Parley's said and how it ended. */
export interface Ended {
  code: number | null
  out: string
  err: string
}

/** Parley over one database file, that is killed and started again. */
export class Host implements Town {
  cookie = ''
  kills = 0
  /** From being started until the first answers, in ms, of each start. */
  readonly firstAnswers: number[] = []
  /** Ends that nobody asked for, and first answers that were none. */
  readonly faults: string[] = []
  readonly file: string
  /** The file that its standard error goes to. */
  readonly log: string
  readonly #log: number
  #program: Awaited<ReturnType<typeof startParley>> | null = null
  #open = Promise.withResolvers<string>()

  constructor(file: string, log: string) {
    this.file = file
    this.log = log
    this.#log = openSync(log, 'a')
  }

  origin(): Promise<string> {
    return this.#open.promise
  }

  /** Where it is reached, whether or not others are let in. */
  get address(): string {
    return this.#program!.origin
  }

  /** Starts it, and has a first answer and a first page of it. */
  async start(): Promise<void> {
    const begun = performance.now()
    const program = await startParley(this.file, { log: this.#log })
    this.#program = program
    program.ended.then(how => {
      if (this.#program === program) this.faults.push(`the server ended by itself: ${how}`)
    })
    for (const path of ['/healthz', PAGE]) {
      const response = await fetch(program.origin + path)
      await response.text()
      if (response.status !== 200) this.faults.push(`${path} was first answered with ${response.status}`)
    }
    this.firstAnswers.push(performance.now() - begun)
  }

  /** Lets those who wait in. */
  open(): void {
    this.#open.resolve(this.address)
  }

  /** Begins to start it, and kills it so many ms later, or so many after this has come to be. */
  async startInVain(ms: number, once: () => boolean = () => true): Promise<void> {
    const killed: Promise<void>[] = []
    const spawned = (pid: number) => killed.push(comes(once, ms).then(() => this.#kill(pid)))
    const program = await startParley(this.file, { log: this.#log, spawned }).catch(() => null)
    await Promise.all(killed)
    await program?.ended
  }

  /** Kills it as a power cut of the process would. */
  async kill(): Promise<void> {
    const program = this.#leave()
    this.#kill(program.pid)
    await program.ended
  }

  /** Asks it to stop, and kills it in the midst of that. */
  async killStopping(ms: number): Promise<void> {
    const program = this.#leave()
    process.kill(program.pid, 'SIGTERM')
    await Promise.race([pause(ms), program.ended])
    this.#kill(program.pid)
    await program.ended
  }

  async stop(): Promise<void> {
    await this.#leave().stop()
    closeSync(this.#log)
  }

  /** Runs a command of Parley's over the same file; killed once this has come to be and so many ms are over, if it is to be. */
  async command(args: readonly string[], killed?: { once?: () => boolean; after: number }): Promise<Ended> {
    const env = { ...process.env, PARLEY_DATABASE_URL: `file:${this.file}`, PARLEY_SECRET: SECRET }
    const running = promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { env, maxBuffer: 2 ** 26 })
    if (killed) comes(killed.once ?? (() => true), killed.after).then(() => running.child.kill('SIGKILL'))
    const ended = await running.catch(error => error)
    return { code: ended.code === undefined ? 0 : ended.code, out: String(ended.stdout), err: String(ended.stderr) }
  }

  /** Signs in at the desk, as whoever holds the file can. */
  async signIn(): Promise<void> {
    const { out } = await this.command(['link', '--json'])
    const link = new URL(JSON.parse(out).desk).hash.slice('#link='.length)
    const headers = { Origin: this.address, 'Content-Type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify({ link }) }
    const response = await fetch(`${this.address}/api/desk/session`, init)
    this.cookie = response.headers.get('set-cookie')!.split(';')[0]!
  }

  #leave() {
    const program = this.#program!
    this.#program = null
    this.#open = Promise.withResolvers<string>()
    return program
  }

  #kill(pid: number): void {
    this.kills += 1
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {}
  }
}

/** Resolves so many ms after something has come to be, or is not to be waited for any more. */
async function comes(once: () => boolean, ms: number): Promise<void> {
  for (let looks = 0; looks < 5_000 && !once(); looks++) await pause(1)
  await pause(ms)
}
