import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Replies, Thread } from '../../server/contract.ts'
import { freePort } from '../runtime/free-port.ts'
import { answersPerSecond, wire } from './load.ts'
import { folder, startParley, startProgram } from './processes.ts'
import { inTurn, median, timed } from './rounds.ts'
import type { Run } from './run.ts'
import { seededFile } from './seed/kept.ts'
import { threadPath } from './seed/seed.ts'
import { THREADS } from './seed/threads.ts'
import { spell } from './table.ts'
import { uncachedApp } from './uncached-app.ts'

const CONNECTIONS = 16

type Get = (path: string) => Promise<string>

/** Reading threads: from the process's kept pages, and from the database. */
export async function measureReading(run: Run): Promise<void> {
  const file = await seededFile(run.large)
  for (const { key, comments } of [THREADS.twenty, THREADS.tenThousand]) {
    await measureCached(run, file, key, `cached first page of ${comments.toLocaleString('en')}, against Hono alone`)
  }
  const { get, store } = await uncachedApp(file)
  await measureUncached(run, get)
  await measureChain(run, get)
  await store.close()
}

/** Answers a second from a running server, against a server that has the same bytes at hand. */
async function measureCached({ table, rounds, ms }: Run, file: string, key: string, what: string): Promise<void> {
  const parley = await startParley(file)
  const path = threadPath(key)
  const bytes = join(folder, 'page.json')
  writeFileSync(bytes, await (await fetch(parley.origin + path)).text())
  const port = await freePort()
  const alone = await startProgram(process.execPath, ['test/bench/hono-alone.ts', String(port), bytes])
  const load = { connections: CONNECTIONS, ms, request: () => wire('GET', path), expects: 'HTTP/1.1 200' }
  const [ours, theirs] = await inTurn(
    rounds,
    () => answersPerSecond({ ...load, port: parley.port }),
    () => answersPerSecond({ ...load, port }),
  )
  table.ratio(what, ours, theirs, '/s', { atLeast: 0.6 })
  await parley.stop()
  await alone.stop()
}

/**
 * Time of a first page that nobody keeps. Both threads are asked for as many roots as make a page of 16 comments, so
 * that the answers hold the same number of them: what is left is what the size of the thread costs.
 */
async function measureUncached({ table, rounds }: Run, get: Get): Promise<void> {
  const [large, small] = [THREADS.tenThousand, THREADS.twenty].map(({ key }) => threadPath(key, { limit: '4' }))
  const shown = shownOn(await get(small!))
  if (shownOn(await get(large!)) !== shown) throw new Error('The two pages do not show the same number of comments.')
  const [ours, theirs] = await inTurn(
    rounds * 40,
    () => timed(() => get(large!)),
    () => timed(() => get(small!)),
  )
  const what = `first page of 10,000, uncached, against that of 20, ${shown} shown of each`
  table.ratio(what, ours, theirs, 'ms', { atMost: 1.2 })

  const whole = threadPath(THREADS.tenThousand.key)
  const times: number[] = []
  for (let round = 0; round < rounds * 20; round++) times.push(await timed(() => get(whole)))
  table.tell(`the same as readers get it, with ${shownOn(await get(whole))} comments`, spell(median(times), 'ms'))
}

const shownOn = (body: string) => (JSON.parse(body) as Thread).comments.length

/** Opening a chain of 1,000 replies, and 1,000 roots: the first page, and page after page until all is there. */
async function measureChain({ table, rounds }: Run, get: Get): Promise<void> {
  const [chain, roots] = [THREADS.chain, THREADS.roots]
  for (const { key, comments } of [chain, roots]) {
    const opened = await opensAll(key, get)
    if (opened !== comments) throw new Error(`${key} has ${comments} comments, and ${opened} of them were opened.`)
  }
  const first = await inTurn(
    rounds * 10,
    () => timed(() => get(threadPath(chain.key))),
    () => timed(() => get(threadPath(roots.key))),
  )
  table.ratio('first page of a chain of 1,000 replies, against 1,000 roots', ...first, 'ms', { atMost: 1.2 })
  const all = await inTurn(
    rounds,
    () => timed(() => opensAll(chain.key, get)),
    () => timed(() => opensAll(roots.key, get)),
  )
  table.ratio('opening all of the chain, against all of the roots', ...all, 'ms', { atMost: 1.2 })
}

/** Reads a thread to its end, as a reader does who presses every button for more; gives how many comments there were. */
async function opensAll(key: string, get: Get): Promise<number> {
  let count = 0
  for (let after: string | null | undefined; after !== null; ) {
    const { comments, next } = JSON.parse(await get(threadPath(key, after ? { after } : {}))) as Thread
    count += comments.length
    for (const { id, more } of comments) {
      for (let from = more; from !== null; ) {
        const replies = JSON.parse(await get(`/api/comments/${id}/replies?after=${from}`)) as Replies
        count += replies.comments.length
        from = replies.next
      }
    }
    after = next
  }
  return count
}
