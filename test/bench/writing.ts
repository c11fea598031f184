import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Statement } from '../../server/store/engine.ts'
import { answersPerSecond } from './load.ts'
import { newPost, newPostOnWire } from './posting.ts'
import { startParley } from './processes.ts'
import { inTurn } from './rounds.ts'
import { type Run, SMALL } from './run.ts'
import { seededFile } from './seed/kept.ts'
import { THREADS } from './seed/threads.ts'
import { uncachedApp } from './uncached-app.ts'

const CONNECTIONS = 16
const PAGE = THREADS.thousand.key

/** Posts a second that were accepted and are durable, against a bare batch that writes the same rows one by one. */
export async function measureWriting({ table, rounds, ms }: Run): Promise<void> {
  const parley = await startParley(await seededFile(SMALL))
  const bare = await seededFile(SMALL)
  const recorded = await recordPost(bare)
  const posts = () =>
    answersPerSecond({
      port: parley.port,
      connections: CONNECTIONS,
      ms,
      request: connection => newPostOnWire(connection, PAGE),
      expects: 'HTTP/1.1 201',
    })
  // The first posts of a process are compiled while they are made.
  await posts()
  const [ours, theirs] = await inTurn(rounds, posts, async () => {
    recorded.round += 1
    const args = ['test/bench/raw-batch.ts', `file:${bare}`, String(ms), JSON.stringify(recorded)]
    return Number((await promisify(execFile)(process.execPath, args)).stdout)
  })
  const what = `posts through HTTP, durable, ${CONNECTIONS} readers at once, against a bare batch of the same rows`
  table.ratio(what, ours, theirs, '/s', { atLeast: 0.5 })
  await parley.stop()
}

/** The statements of one post, and what in them is another thing in every post. */
export interface RecordedPost {
  statements: Statement[]
  id: number
  key: string
  /** How often it has been handed over: no two rounds write the same posts. */
  round: number
}

/** The statements of a post by a known author, as the store writes them. */
async function recordPost(file: string): Promise<RecordedPost> {
  const { app, store, driver } = await uncachedApp(file)
  let key = ''
  for (const _ of ['makes the author', 'is the one']) {
    driver.asked.length = 0
    const post = newPost(CONNECTIONS, PAGE)
    key = post.headers['Idempotency-Key']
    const response = await app.request('/api/comments', { method: 'POST', ...post })
    if (response.status !== 201) throw new Error(await response.text())
  }
  await store.close()
  const statements = driver.asked.filter(({ sql }) => /^(INSERT|UPDATE|DELETE)/.test(sql))
  const [id] = statements.find(({ sql }) => sql.startsWith('INSERT INTO comments'))!.args as [number]
  return { statements, id, key, round: 0 }
}
