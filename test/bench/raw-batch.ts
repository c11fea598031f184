import { createClient } from '@libsql/client'
import type { RecordedPost } from './writing.ts'

/**
 * Writes the rows of a post again and again through the bare driver, one durable batch a post, for so long. Arguments:
 * database, milliseconds, the recorded post as JSON.
 */
const [url, ms, recorded] = process.argv.slice(2)
const { statements, id, key, round } = JSON.parse(recorded!) as RecordedPost
const client = createClient({ url: url!, timeout: 2_000, concurrency: 1 })
await client.execute('PRAGMA journal_mode = WAL')
await client.execute('PRAGMA synchronous = FULL')
const begin = performance.now()
let written = 0
while (performance.now() - begin < Number(ms)) {
  written += 1
  const n = round * 10_000_000 + written
  const own = (value: string | number | null) => (value === id ? id + n : value === key ? `${key}-${n}` : value)
  await client.batch(
    statements.map(({ sql, args }) => ({ sql, args: args.map(own) })),
    'write',
  )
}
console.log((written / (performance.now() - begin)) * 1000)
