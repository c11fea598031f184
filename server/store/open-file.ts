import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient, LibsqlError } from '@libsql/client'
import { Problem } from '../problems.ts'
import type { Driver, Row, Statement } from './engine.ts'
import { openSnapshot } from './open-snapshot.ts'
import { pathOf } from './path.ts'
import { SameFile, TakenAway } from './same-file.ts'

/** How long a statement itself waits for another process, in ms. That wait is native and holds the event loop. */
const NATIVE_WAIT = 5

/** How long a batch waits for another process, in ms, with everything else going on. */
const PATIENCE = 2_000

/** The pauses between two tries, in ms: they grow, because each try that fails costs a connection. */
const PAUSE = { first: 5, longest: 200 }

/** How soon a client should try again when nothing can be stored, in seconds. */
const STORAGE_AGAIN = 30

/** The disk is full, broken or closed to us. */
const isStorage = (error: unknown) =>
  error instanceof Error && /SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(`${error.message} ${error.cause ?? ''}`)

/** Another process holds the database, or a statement that met one does still; of the batch nothing was done. */
const isBusy = (error: unknown) =>
  error instanceof Error && /SQLITE_BUSY|SQLITE_LOCKED|database is locked/.test(`${error.message} ${error.cause ?? ''}`)

/** The connection was thrown away between the call and its turn; nothing was done. */
const isThrownAway = (error: unknown) => error instanceof LibsqlError && error.code === 'CLIENT_CLOSED'

/** How often another process's commits are looked for, in ms: asked on every request it would cost most of the speed. */
const GLANCE = 250

/** How many batches share a commit at the most. */
const SHARED = 64

interface WaitingBatch {
  statements: Statement[]
  /** When it has waited long enough, by `performance.now()`. */
  until: number
  resolve(rows: Row[][]): void
  reject(error: unknown): void
}

/**
 * The embedded database file: one connection, WAL, `synchronous=FULL`.
 *
 * Batches that arrive in one turn of the event loop are committed together and answered after that commit, because
 * waiting for the disk is most of what a write costs; if one of them fails, each is written by itself.
 *
 * After any BUSY the connection is thrown away and a new one opened: a statement that BUSY left unfinished keeps its
 * connection inside a transaction, and every later write on it would be acknowledged and lost (libsql-client-ts 352).
 * After a fault of the disk as well: one that was opened while the file was read-only stays so for good. What met a BUSY
 * is tried again, with pauses in which the event loop is free; nothing of it had been done.
 * @param url `file:…` or `:memory:`
 */
export async function openFile(url: string): Promise<Driver> {
  /** The one connection, and the promise of it. */
  let trusted: Client | null = null
  let current: Promise<Client> = open()
  const waiting: WaitingBatch[] = []
  const seen = { generation: 0, dataVersion: -1, at: Number.NEGATIVE_INFINITY }
  const files = new SameFile(url)
  let isWriting = false
  let heldFor = 0

  async function open(): Promise<Client> {
    trusted = await connect(url)
    return trusted
  }

  /** The connection in use; one that could not be opened is tried again. */
  function connection(): Promise<Client> {
    const asked = current
    return asked.catch(() => {
      if (current === asked) current = open()
      return current
    })
  }

  /** Puts a new connection in the place of one that is not to be trusted any more. */
  function renew(client: Client, isDiskFault: boolean): void {
    trusted = null
    files.forget()
    seen.generation += 1
    // Two connections count independently: the same number of another one says nothing.
    seen.dataVersion = -1
    current = open()
      .catch(async error => {
        if (!isDiskFault) throw error
        // Reading may go on where not even a file can be opened any more, outside of whatever was begun.
        await client.execute('ROLLBACK').catch(() => {})
        trusted = client
        return client
      })
      .finally(() => {
        if (trusted !== client) client.close()
      })
    current.catch(() => {})
  }

  /**
   * Runs once on the one connection.
   * @throws Problem `busy` when nothing was done and the connection is a new one; `storage_failed`
   */
  async function attempt<T>(work: (client: Client) => Promise<T>): Promise<T> {
    for (;;) {
      const client = await connection().catch(error => {
        throw isStorage(error) ? storageFailed(error) : error
      })
      try {
        return await work(client)
      } catch (error) {
        if (isThrownAway(error) && client !== trusted) continue
        if (error instanceof TakenAway) {
          // A new connection would make a new and empty file; this one still has what was acknowledged.
          if (files.lacksLogOnly) await client.execute('PRAGMA wal_checkpoint(PASSIVE)').catch(() => {})
          throw storageFailed(error)
        }
        const isDiskFault = isStorage(error)
        if (!isDiskFault && !isBusy(error)) throw error
        if (client === trusted) renew(client, isDiskFault)
        throw isDiskFault ? storageFailed(error) : busy()
      }
    }
  }

  /** Reads, and waits for another process as long as patience lasts. */
  async function read<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENCE
    for (let wait = PAUSE.first; ; wait = longer(wait)) {
      try {
        return await attempt(work)
      } catch (error) {
        if (!isHeld(error) || performance.now() > until) throw error
      }
      await pause(wait)
    }
  }

  const write = (statements: Statement[]) =>
    attempt(async client => {
      files.mustStand()
      const results = await client.batch(statements, 'write')
      seen.generation += 1
      // What is answered now is to be found after the next start.
      if (files.isKnown) files.mustStand()
      else files.learn()
      return results.map(result => result.rows as never)
    })

  /** Writes the batches that wait, in their order; while another process holds the database they go on waiting. */
  async function writeWaiting(): Promise<void> {
    const held = await writeTogether(waiting.splice(0, SHARED))
    waiting.unshift(...held)
    heldFor = held.length === 0 ? 0 : longer(heldFor)
    const now = performance.now()
    while (heldFor > 0 && waiting[0] && waiting[0].until <= now) waiting.shift()!.reject(busy())
    isWriting = waiting.length > 0
    if (!isWriting) return
    if (heldFor > 0) setTimeout(writeWaiting, heldFor)
    else setImmediate(writeWaiting)
  }

  /** @returns the batches of which nothing was done because another process holds the database */
  async function writeTogether(together: WaitingBatch[]): Promise<WaitingBatch[]> {
    try {
      const rows = await write(together.flatMap(({ statements }) => statements))
      for (const { statements, resolve } of together) resolve(rows.splice(0, statements.length))
      return []
    } catch (error) {
      if (isHeld(error)) return together
      if (together.length > 1 && !(error instanceof Problem)) return (await oneByOne(together)).flat()
      for (const { reject } of together) reject(error)
      return []
    }
  }

  async function oneByOne(together: WaitingBatch[]): Promise<WaitingBatch[][]> {
    const held: WaitingBatch[][] = []
    for (const each of together) held.push(held.at(-1)?.length ? [each] : await writeTogether([each]))
    return held
  }

  await read(async () => {})
  return {
    batch(statements, mode) {
      if (mode === 'write') {
        return new Promise((resolve, reject) => {
          waiting.push({ statements, until: performance.now() + PATIENCE, resolve, reject })
          if (isWriting) return
          isWriting = true
          setImmediate(writeWaiting)
        })
      }
      return read(async client =>
        statements.length === 1
          ? [(await client.execute(statements[0]!)).rows as never]
          : (await client.batch(statements, 'read')).map(result => result.rows as never),
      )
    },
    async generation() {
      const now = performance.now()
      if (now - seen.at < GLANCE) return seen.generation
      seen.at = now
      const [row] = await read(async client => (await client.execute('PRAGMA data_version')).rows)
      const dataVersion = Number(row!['data_version'])
      if (dataVersion !== seen.dataVersion) seen.generation += 1
      seen.dataVersion = dataVersion
      return seen.generation
    },
    async settle() {
      await read(async client => client.execute('PRAGMA wal_checkpoint(TRUNCATE)'))
    },
    ...(pathOf(url) !== null && { snapshot: () => openSnapshot(url) }),
    async close() {
      const client = await current.catch(() => null)
      client?.close()
    },
  }
}

const longer = (wait: number) => Math.min(Math.max(2 * wait, PAUSE.first), PAUSE.longest)

const busy = () => new Problem('busy', { retryAfter: 1 })
const isHeld = (error: unknown) => error instanceof Problem && error.code === 'busy'

/** What the operator needs to know is in its cause. */
const storageFailed = (error: unknown) =>
  Object.assign(new Problem('storage_failed', { retryAfter: STORAGE_AGAIN }), { cause: error })

async function connect(url: string): Promise<Client> {
  const client = createClient({ url, timeout: NATIVE_WAIT, concurrency: 1 })
  try {
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA synchronous = FULL')
    await client.execute('PRAGMA trusted_schema = OFF')
    // What is deleted is overwritten, so that a text that was erased is not found in what the file no longer uses.
    await client.execute('PRAGMA secure_delete = ON')
    return client
  } catch (error) {
    client.close()
    throw isBusy(error) ? busy() : error
  }
}
