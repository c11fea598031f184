import { type Client, createClient } from '@libsql/client'
import { Problem } from '../problems.ts'
import type { Driver, Row, Statement } from './engine.ts'

/** How long a statement waits for another process, in ms. The wait is native and holds the event loop. */
const PATIENCE = 2_000

/** The disk is full, broken or closed to us. */
const isStorage = (error: unknown) =>
  error instanceof Error && /SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(`${error.message} ${error.cause ?? ''}`)

const isBusy = (error: unknown) =>
  error instanceof Error && /SQLITE_BUSY|SQLITE_LOCKED|database is locked/.test(`${error.message} ${error.cause ?? ''}`)

/** How often another process's commits are looked for, in ms: asked on every request it would cost most of the speed. */
const GLANCE = 250

/** How many batches share a commit at the most. */
const SHARED = 64

interface WaitingBatch {
  statements: Statement[]
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
 * @param url `file:…` or `:memory:`
 */
export async function openFile(url: string): Promise<Driver> {
  let current: Promise<Client> = connect(url)
  await current
  const waiting: WaitingBatch[] = []
  const seen = { generation: 0, dataVersion: -1, at: Number.NEGATIVE_INFINITY }

  /** Runs on the one connection; a BUSY renews it. */
  async function run(work: (client: Client) => Promise<Row[][]>): Promise<Row[][]> {
    const client = await current.catch(() => {
      current = connect(url)
      return current
    })
    try {
      return await work(client)
    } catch (error) {
      if (isStorage(error)) throw new Problem('storage_failed')
      if (!isBusy(error)) throw error
      current = connect(url)
      current.catch(() => {})
      client.close()
      seen.generation += 1
      throw new Problem('busy', { retryAfter: 1 })
    }
  }

  const write = (statements: Statement[]) =>
    run(async client => {
      const results = await client.batch(statements, 'write')
      seen.generation += 1
      return results.map(result => result.rows as never)
    })

  async function writeTogether(): Promise<void> {
    const together = waiting.splice(0, SHARED)
    if (waiting.length > 0) setImmediate(writeTogether)
    if (together.length === 1) return write(together[0]!.statements).then(together[0]!.resolve, together[0]!.reject)
    try {
      const rows = await write(together.flatMap(({ statements }) => statements))
      for (const { statements, resolve } of together) resolve(rows.splice(0, statements.length))
    } catch (error) {
      if (error instanceof Problem) for (const { reject } of together) reject(error)
      else for (const { statements, resolve, reject } of together) await write(statements).then(resolve, reject)
    }
  }

  return {
    batch(statements, mode) {
      if (mode === 'write') {
        return new Promise((resolve, reject) => {
          waiting.push({ statements, resolve, reject })
          if (waiting.length === 1) setImmediate(writeTogether)
        })
      }
      return run(async client =>
        statements.length === 1
          ? [(await client.execute(statements[0]!)).rows as never]
          : (await client.batch(statements, 'read')).map(result => result.rows as never),
      )
    },
    async generation() {
      const now = performance.now()
      if (now - seen.at < GLANCE) return seen.generation
      seen.at = now
      const [[row]] = (await run(async client => [(await client.execute('PRAGMA data_version')).rows as never])) as [
        [Row],
      ]
      const dataVersion = Number(row['data_version'])
      if (dataVersion !== seen.dataVersion) seen.generation += 1
      seen.dataVersion = dataVersion
      return seen.generation
    },
    async close() {
      const client = await current
      client.close()
    },
  }
}

async function connect(url: string): Promise<Client> {
  const client = createClient({ url, timeout: PATIENCE, concurrency: 1 })
  try {
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA synchronous = FULL')
    await client.execute('PRAGMA trusted_schema = OFF')
    return client
  } catch (error) {
    client.close()
    if (isBusy(error)) throw new Problem('busy', { retryAfter: 1 })
    throw error
  }
}
