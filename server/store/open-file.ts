import { type Client, createClient } from '@libsql/client'
import { Problem } from '../problems.ts'
import type { Driver } from './engine.ts'

/** How long a statement waits for another process, in ms. The wait is native and holds the event loop. */
const PATIENCE = 2_000

const isBusy = (error: unknown) =>
  error instanceof Error && /SQLITE_BUSY|SQLITE_LOCKED|database is locked/.test(`${error.message} ${error.cause ?? ''}`)

/**
 * The embedded database file: one connection, WAL, `synchronous=FULL`.
 *
 * After any BUSY the connection is thrown away and a new one opened: a statement that BUSY left unfinished keeps its
 * connection inside a transaction, and every later write on it would be acknowledged and lost (libsql-client-ts 352).
 * @param url `file:…` or `:memory:`
 */
export async function openFile(url: string): Promise<Driver> {
  let current: Promise<Client> = connect(url)
  await current

  const renew = (worn: Client) => {
    const fresh = connect(url)
    fresh.catch(() => {})
    current = fresh
    worn.close()
  }

  return {
    async batch(statements, mode) {
      const client = await current.catch(() => {
        current = connect(url)
        return current
      })
      try {
        if (mode === 'read' && statements.length === 1) return [(await client.execute(statements[0]!)).rows as never]
        return (await client.batch(statements, mode)).map(result => result.rows as never)
      } catch (error) {
        if (!isBusy(error)) throw error
        renew(client)
        throw new Problem('busy', { retryAfter: 1 })
      }
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
