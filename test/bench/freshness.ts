import { setTimeout as pause } from 'node:timers/promises'
import type { Comment, Thread } from '../../server/contract.ts'
import { newPost } from './posting.ts'
import { startParley } from './processes.ts'
import { median } from './rounds.ts'
import { type Run, SMALL } from './run.ts'
import { seededFile } from './seed/kept.ts'
import { threadPath } from './seed/seed.ts'
import { THREADS } from './seed/threads.ts'
import { spell } from './table.ts'

const PAGE = THREADS.thousand.key
/** How often a reader who waits for a comment looks, in ms. */
const LOOK = 2

/**
 * How old a page may be: for how long after a post was answered a reader could still ask and not be shown it. The page is
 * a kept one all the time, because somebody reads it.
 */
export async function measureFreshness({ table, rounds }: Run): Promise<void> {
  const file = await seededFile(SMALL)
  const [here, elsewhere] = [await startParley(file), await startParley(file)]
  const staleAfter = async (writer: string) => {
    const ages: number[] = []
    for (let round = 0; round < rounds * 3; round++) ages.push(await ageOfStalePage(here.origin, writer, round))
    return ages
  }
  const own = await staleAfter(here.origin)
  table.hold(
    'a process shows its own writes: longest time that a kept page was still given',
    Math.max(...own),
    { atMost: 0 },
    { unit: 'ms' },
  )
  const others = await staleAfter(elsewhere.origin)
  const figure = `${spell(Math.max(...others))} ms, median ${spell(median(others))} ms`
  table.hold('another process’s writes, likewise', Math.max(...others), { atMost: 250 }, { unit: 'ms', figure })
  await here.stop()
  await elsewhere.stop()
}

/** Posts to one process and reads from another; ms from the post's answer to the last request whose answer lacked it. */
async function ageOfStalePage(reader: string, writer: string, round: number): Promise<number> {
  const isShown = async (id: string) => {
    const { comments } = (await (await fetch(reader + threadPath(PAGE))).json()) as Thread
    return comments.some(comment => comment.id === id)
  }
  await isShown('')
  // Each post meets the reading process at another moment between two of its glances.
  await pause((round * 97) % 250)
  const response = await fetch(`${writer}/api/comments`, { method: 'POST', ...newPost(0, PAGE) })
  if (response.status !== 201) throw new Error(await response.text())
  const { comment } = (await response.json()) as { comment: Comment }
  const answered = performance.now()
  for (let age = 0; ; ) {
    const asked = performance.now()
    if (await isShown(comment.id)) return age
    age = asked - answered
    await pause(LOOK)
  }
}
