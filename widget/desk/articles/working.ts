import type { MoveProgress } from '../../../server/contract.ts'
import { showsDoor } from '../asking.ts'
import { change, desk, say } from '../state.ts'
import { words } from '../words.ts'
import type { Work } from './state.ts'
import { troubleOf } from './trouble.ts'

/** How work ended: `out` when nobody is signed in any more and nothing is left to say. */
export type End =
  | { how: 'done'; moved: number }
  | { how: 'stopped'; moved: number }
  | { how: 'failed'; moved: number; why: string }
  | { how: 'out' }

/** A quarter further is worth saying; each step would drown everything else that is said. */
const quarters = ({ moved, total }: Work) => (total ? Math.floor((4 * moved) / total) : 0)

/**
 * Sends the same request until the server has done all that it asks for. Each request does a part for good, so that
 * whatever ends this loses nothing: the same request again does the rest. One work at a time.
 */
export async function work(
  about: Pick<Work, 'site' | 'kind' | 'key' | 'total'>,
  send: () => Promise<MoveProgress>,
): Promise<End> {
  let now: Work = { ...about, moved: 0, isStopping: false }
  change({ work: now })
  try {
    for (;;) {
      const { isDone, moved } = await send()
      const before = desk().work
      if (!before) return { how: 'out' }
      const heard = quarters(now)
      now = { ...before, moved: now.moved + moved }
      if (isDone) return { how: 'done', moved: now.moved }
      if (now.isStopping) return { how: 'stopped', moved: now.moved }
      change({ work: now })
      if (quarters(now) > heard) say(words.articles.progressIn(now.moved, now.total))
    }
  } catch (error) {
    return showsDoor(error) ? { how: 'out' } : { how: 'failed', moved: now.moved, why: troubleOf(error).text }
  } finally {
    change({ work: null })
  }
}

/** Ends the work after the part that is under way. */
export function stopWork(): void {
  const { work } = desk()
  if (work) change({ work: { ...work, isStopping: true } })
}
