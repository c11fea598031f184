import { createClient } from '@libsql/client'
import type { Driver, Row } from './engine.ts'

/**
 * A database file as it stands at this moment, for as long as it is read: one read transaction on a connection of its own
 * sees one snapshot of the write-ahead log, and keeps nobody from writing. The log cannot be emptied meanwhile, so it grows.
 * @param url `file:…`
 */
export async function openSnapshot(url: string): Promise<Driver> {
  const client = createClient({ url, timeout: 5_000, concurrency: 1 })
  const snapshot = await client.transaction('read')
  await snapshot.execute('SELECT count(*) FROM sites')
  return {
    async batch(statements, mode) {
      if (mode === 'write') throw new Error('A snapshot is only read.')
      const results: Row[][] = []
      for (const statement of statements) results.push((await snapshot.execute(statement)).rows as never)
      return results
    },
    async close() {
      snapshot.close()
      client.close()
    },
  }
}
