import { createClient } from '@libsql/client'
import type { Statement } from '../../server/store/engine.ts'

/**
 * Writes the rows of a post again and again through the bare driver, one durable batch a post, for so long. Arguments:
 * database, milliseconds, the statements of one post as JSON, in which every id that must differ is named.
 */
const [url, ms, recorded] = process.argv.slice(2)
const { statements, id, digest } = JSON.parse(recorded!) as { statements: Statement[]; id: number; digest: string }
const client = createClient({ url: url!, timeout: 2_000, concurrency: 1 })
await client.execute('PRAGMA journal_mode = WAL')
await client.execute('PRAGMA synchronous = FULL')
const begin = performance.now()
let written = 0
while (performance.now() - begin < Number(ms)) {
  written += 1
  const args = (given: Statement['args']) =>
    given.map(value => (value === id ? id + written : value === digest ? `${digest}-${written}` : value))
  await client.batch(
    statements.map(({ sql, args: given }) => ({ sql, args: args(given) })),
    'write',
  )
}
console.log((written / (performance.now() - begin)) * 1000)
