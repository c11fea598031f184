import { createClient } from '@libsql/client'

/** Another program that holds the database: `hold.ts FILE MS` locks it for so long. Says `held` once it does. */
const [file, ms] = process.argv.slice(2)
const client = createClient({ url: `file:${file}`, timeout: 10_000 })
const holding = await client.transaction('write')
// It holds what it has changed, too, and takes it back.
await holding.execute("UPDATE sites SET name = name || '!'")
console.log('held')
setTimeout(async () => {
  await holding.rollback()
  client.close()
}, Number(ms))
