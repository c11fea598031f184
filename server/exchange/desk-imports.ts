import type { DeskImport, DeskImportAct, ImportsAtDesk } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { planImport } from './dry-run.ts'
import type { ForeignFile, ForeignFormat } from './foreign.ts'
import { FORMATS, formatNamed } from './formats.ts'
import { type ImportOptions, importFile } from './import.ts'
import { shortPlan } from './short-plan.ts'

/** What is known of a file that an owner has given, as it is kept beside it. */
export type GivenRecord = Omit<DeskImport, 'received' | 'progress' | 'isCutShort'>

/** Where the files wait that owners have given; a runtime without files has none. */
export interface GivenFiles {
  /** Bytes a file may have at most. */
  most: number
  /** Bytes that can still be stored. */
  room(): Promise<number>
  record(site: string): Promise<GivenRecord | null>
  keep(site: string, record: GivenRecord): Promise<void>
  /** Bytes that have come. */
  size(site: string): Promise<number>
  /** @param at how many have come before: so many it will be again if these find no room */
  append(site: string, at: number, bytes: Uint8Array): Promise<void>
  file(site: string): Promise<ForeignFile>
  remove(site: string): Promise<void>
  removeFile(site: string): Promise<void>
  /** Removes what nobody has touched for long. */
  forget(now: number): Promise<void>
}

/** What is under way. */
interface Job {
  record: GivenRecord
  isPaused: boolean
  isEnded: boolean
  progress: NonNullable<DeskImport['progress']>
  /** When it began, and how long it has stood still, in ms. */
  begin: number
  still: number
  done: Promise<void>
}

/** Between two pieces of work everybody else has as long as the piece took, and longer where the process is pressed. */
const SHARE = 1
const PRESSED_SHARE = 8
const LONGEST_REST = 1_000
/** How often a pause is looked at, in ms. */
const GLANCE = 100
/** How often what is known is kept while it runs, in ms. */
const KEPT_EVERY = 5_000

/** Ends a job from outside. */
class Ended extends Error {}

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** A file that can be halted and ended between any two pieces of it, also where no comment comes for gigabytes. */
const stoppable = (file: ForeignFile, stands: () => Promise<void>): ForeignFile => ({
  ...file,
  async *open() {
    for await (const bytes of file.open()) {
      await stands()
      yield bytes
    }
  },
})

/** The imports that owners do at the desk: for each site one file, that comes in pieces, is looked at, and is brought in. */
export class DeskImports {
  readonly #deps: Deps
  readonly #jobs = new Map<string, Job>()
  /** What is being written of each site's file: pieces go one behind the other. */
  readonly #coming = new Map<string, Promise<unknown>>()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** How it stands with a site. */
  async at(site: string): Promise<ImportsAtDesk> {
    const { given } = this.#deps
    const formats = FORMATS.map(({ name, title, howTo }) => ({ name, title, howTo }))
    return { most: given?.most ?? null, formats, one: given ? await this.#one(site) : null }
  }

  /**
   * Takes note of a file that will come; one that was here goes.
   * @throws Problem `no_imports_here`, `import_not_now`, `body_too_large`, `storage_failed`
   */
  async begin(site: string, file: { format: string; file: string; size: number }): Promise<ImportsAtDesk> {
    const given = this.#given()
    this.#mustRest(site)
    formatOf(file.format)
    if (file.size > given.most) {
      throw new Problem('body_too_large', {
        detail: `A file may have ${megabytes(given.most)} here; a larger one is imported on the server’s command line, or PARLEY_IMPORT_MB is raised.`,
      })
    }
    await given.remove(site)
    const room = await given.room()
    // What it brings needs about as much as the file itself.
    if (2 * file.size > room) {
      throw new Problem('storage_failed', {
        detail: `The server’s disk has room for ${megabytes(room)}; the file and what it brings need about ${megabytes(2 * file.size)}. Nothing was stored.`,
      })
    }
    const record = { ...file, phase: 'coming', trouble: null, plan: null, report: null } as const
    await given.keep(site, { ...record, beganAt: this.#deps.clock() })
    return this.at(site)
  }

  /**
   * Takes a piece of the file.
   * @param at how many bytes have come before it; a piece that came already, or too soon, is left out
   * @returns how many bytes are here now
   * @throws Problem `no_imports_here`, `import_not_now`, `body_too_large`, `storage_failed`
   */
  async take(site: string, at: number, bytes: Uint8Array): Promise<number> {
    const given = this.#given()
    const before = this.#coming.get(site) ?? Promise.resolve()
    const mine = before.then(async () => {
      this.#mustRest(site)
      const record = await given.record(site)
      if (!record || record.phase === 'done')
        throw notNow('Choose the file again: nothing is known of it here any more.')
      const size = await given.size(site)
      if (at !== size) return size
      if (size + bytes.length > record.size)
        throw new Problem('body_too_large', { detail: 'The file was to be shorter.' })
      await given.append(site, at, bytes)
      return size + bytes.length
    })
    this.#coming.set(
      site,
      mine.catch(() => {}),
    )
    return mine
  }

  /**
   * Looks at the file, brings it in, or halts that.
   * @param format where it turned out to be another one
   * @throws Problem `no_imports_here`, `import_not_now`
   */
  async act(site: string, act: DeskImportAct, person: number, format?: string): Promise<ImportsAtDesk> {
    const given = this.#given()
    const job = this.#jobs.get(site)
    if (act === 'pause') {
      if (!job) throw notNow('Nothing is under way.')
      job.isPaused = true
      return this.at(site)
    }
    if (job) {
      if (!job.isPaused) throw notNow('It is under way.')
      job.isPaused = false
      return this.at(site)
    }
    const record = await given.record(site)
    if (!record || record.phase === 'done') throw notNow('There is no file here; choose one.')
    if ((await given.size(site)) < record.size) throw notNow('The file has not come to its end yet.')
    if (this.#jobs.has(site)) throw notNow('It is under way.')
    const chosen = formatOf(format ?? record.format)
    const begun: GivenRecord = { ...record, format: chosen.name, trouble: null }
    this.#run(site, act === 'look' ? { ...begun, phase: 'looking' } : { ...begun, phase: 'importing' }, chosen, person)
    return this.at(site)
  }

  /** Stops what is under way, and takes the file and all that is known of it away. What has come in stays. */
  async end(site: string): Promise<void> {
    const given = this.#given()
    const job = this.#jobs.get(site)
    if (job) {
      job.isEnded = true
      await job.done
    }
    await this.#coming.get(site)
    await given.remove(site)
  }

  async #one(site: string): Promise<DeskImport | null> {
    const given = this.#given()
    const job = this.#jobs.get(site)
    const record = job?.record ?? (await given.record(site))
    if (!record) return null
    const isOver = record.phase === 'done'
    const received = isOver ? record.size : await given.size(site)
    if (job) {
      const phase = job.isPaused ? 'paused' : record.phase
      return { ...record, phase, received, isCutShort: false, progress: job.progress }
    }
    // It was under way in a process that is no more.
    const isCutShort = record.phase === 'importing' || record.phase === 'looking'
    const phase = record.phase === 'importing' ? 'paused' : isCutShort ? 'here' : record.phase
    const hasCome = phase === 'coming' && received >= record.size
    return { ...record, phase: hasCome ? 'here' : phase, received, isCutShort, progress: null }
  }

  #run(site: string, record: GivenRecord, format: ForeignFormat, person: number): void {
    const progress = { read: 0, comments: 0, imported: 0, perSecond: 0, secondsLeft: null }
    const job: Job = {
      ...{ record, isPaused: false, isEnded: false, progress, still: 0, done: Promise.resolve() },
      begin: performance.now(),
    }
    this.#jobs.set(site, job)
    job.done = this.#work(site, job, record, format, person).catch(error => {
      this.#deps.log({
        event: 'failed',
        import: format.name,
        error: error instanceof Error ? error.stack : String(error),
      })
      this.#jobs.delete(site)
    })
  }

  async #work(site: string, job: Job, record: GivenRecord, format: ForeignFormat, person: number): Promise<void> {
    const { store, log } = this.#deps
    const given = this.#given()
    await given.keep(site, record)
    const file = stoppable(await given.file(site), () => this.#stands(job))
    let result: GivenRecord
    try {
      const row = (await store.sites.find(site))!
      const options = { person, ...this.#options(site, job, record, file.size) }
      if (record.phase === 'looking') {
        const plan = shortPlan(await planImport(this.#deps, row, format, file, options))
        result = { ...record, phase: 'looked', plan, report: null }
      } else {
        const report = await importFile(this.#deps, row, format, file, options)
        await given.removeFile(site)
        result = { ...record, phase: 'done', report }
      }
    } catch (error) {
      const isStopping = error instanceof Ended || this.#deps.stopping?.aborted
      const trouble = isStopping ? null : troubleOf(error)
      if (trouble === OURS)
        log({ event: 'failed', import: format.name, error: (error as Error).stack ?? String(error) })
      // What was stopped by us goes on where it was; what is wrong with the file does not mend itself.
      const phase = isStopping || error instanceof Problem ? record.phase : 'failed'
      result = { ...record, trouble, phase: !isStopping && phase === 'looking' ? 'failed' : phase }
    }
    await given.keep(site, result).finally(() => this.#jobs.delete(site))
  }

  #options(site: string, job: Job, record: GivenRecord, size: number | null): ImportOptions {
    let keptAt = performance.now()
    return {
      onProgress: ({ read, comments, imported }) => {
        const seconds = Math.max(0.1, (performance.now() - job.begin - job.still) / 1_000)
        const left = size && read > 0 && read < size ? Math.round((seconds * (size - read)) / read) : null
        const perSecond = Math.round(comments / seconds)
        job.progress = { read, comments, imported, perSecond, secondsLeft: left === null ? null : Math.max(0, left) }
      },
      pause: async ms => {
        const share = this.#deps.isPressed?.() ? PRESSED_SHARE : SHARE
        await sleep(Math.min(LONGEST_REST, share * ms))
        await this.#stands(job)
        if (performance.now() - keptAt < KEPT_EVERY) return
        keptAt = performance.now()
        await this.#given().keep(site, record)
      },
    }
  }

  /**
   * Waits as long as a job is halted.
   * @throws Ended where it is to end
   */
  async #stands(job: Job): Promise<void> {
    const begin = performance.now()
    while (job.isPaused && !job.isEnded && !this.#deps.stopping?.aborted) await sleep(GLANCE)
    job.still += performance.now() - begin
    if (job.isEnded || this.#deps.stopping?.aborted) throw new Ended()
  }

  #mustRest(site: string): void {
    if (this.#jobs.has(site)) throw notNow('An import of this site is under way; wait for its end, or stop it.')
  }

  #given(): GivenFiles {
    const { given } = this.#deps
    if (!given) throw new Problem('no_imports_here')
    return given
  }
}

const OURS =
  'Something went wrong here; the server’s log has the cause. What has come in stays, and it can be gone on with.'

/** Why it did not go on, in words for the owner. */
function troubleOf(error: unknown): string {
  if (error instanceof Problem) return error.extras.detail ?? error.message.replace(/^\w+: /, '')
  // What formats say of a file is meant to be read.
  return error instanceof Error && error.constructor === Error ? error.message : OURS
}

function formatOf(name: string): ForeignFormat {
  const format = formatNamed(name)
  if (!format) throw new Problem('bad_request', { detail: `“${name}” is no format.` })
  return format
}

const notNow = (detail: string) => new Problem('import_not_now', { detail })

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_000_000).toLocaleString('en')} MB`
