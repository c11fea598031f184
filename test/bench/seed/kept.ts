import { createHash } from 'node:crypto'
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openStore } from '../../../server/store/open.ts'
import { folder } from '../processes.ts'
import { seed } from './seed.ts'
import type { Seed } from './town.ts'

/** Where seeded databases wait for the next run; they can be deleted at any time. */
const KEPT = join(tmpdir(), 'parley-bench-seeds')
/** What a seeded database is made of: all files of these folders, and what is made of a text. */
const SOURCES = ['./', '../../../migrations/'].flatMap(folder =>
  readdirSync(new URL(folder, import.meta.url))
    .sort()
    .map(name => new URL(folder + name, import.meta.url)),
)
SOURCES.push(
  ...['markdown', 'text', 'fold', 'language', 'search-words'].map(
    name => new URL(`../../../server/comments/${name}.ts`, import.meta.url),
  ),
)

/** A seed that is interrupted is thrown away, so that nothing of it has to survive. */
const HASTE = ['synchronous = OFF', 'cache_size = -500000']

let copies = 0

/** A copy of a seeded database for this run to read and write; the seed is made once for each machine. */
export async function seededFile(asked: Seed): Promise<string> {
  const kept = await keptSeed(asked)
  const copy = join(folder, `copy-${++copies}.db`)
  copyFileSync(kept, copy, constants.COPYFILE_FICLONE)
  return copy
}

/** A seeded database that nobody writes to; made, and held against the truth as `parley doctor` does, if there is none. */
async function keptSeed(asked: Seed): Promise<string> {
  const name = `${asked.comments}-${asked.pending}-`
  const file = join(KEPT, `${name}${sourceHash()}.db`)
  if (existsSync(file)) return file
  mkdirSync(KEPT, { recursive: true })
  for (const old of readdirSync(KEPT)) if (old.startsWith(name)) rmSync(join(KEPT, old))
  const begin = performance.now()
  const part = join(KEPT, `${name}${process.pid}.part`)
  const store = await openStore({ databaseUrl: `file:${part}`, databaseToken: undefined })
  for (const pragma of HASTE) await store.engine.all(sql.raw(`PRAGMA ${pragma}`))
  await seed(store, asked)
  const seeded = performance.now()
  const discrepancies = await store.doctor.discrepancies()
  if (discrepancies.length > 0)
    throw new Error(`The seed does not add up: ${JSON.stringify(discrepancies.slice(0, 5))}`)
  await store.close()
  renameSync(part, file)
  const [writing, proving] = [seeded - begin, performance.now() - seeded].map(ms => (ms / 1000).toFixed(1))
  console.error(
    `  Seeded ${asked.comments.toLocaleString('en')} comments in ${writing} s; everything adds up (${proving} s)`,
  )
  return file
}

function sourceHash(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) hash.update(readFileSync(source))
  return hash.digest('hex').slice(0, 12)
}
