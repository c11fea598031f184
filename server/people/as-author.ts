import { newId } from '../comments/ids.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { hitsUnique } from '../store/engine.ts'
import type { AuthorRow } from '../store/posting.ts'

/** How often something is tried anew when two first acts of one reader meet. */
const TRIES = 3

/** The author as whom a reader acts, and whether it is made by this act. */
export interface ActingAs {
  id: number
  tokenHash: string
  isNew: boolean
}

/**
 * Does something as a reader's author on a site, who is made with it where the reader is new there.
 * @param act gets the author as known so far, null for a newcomer, and as whom to write
 * @throws Problem `banned`, or `busy` when the reader's first acts keep meeting each other
 */
export async function asAuthor<T>(
  deps: Deps,
  site: string,
  tokenHash: string,
  act: (known: AuthorRow | null, as: ActingAs) => Promise<T>,
): Promise<T> {
  const at = deps.clock()
  for (let tries = TRIES; tries > 0; tries--) {
    const known = await deps.store.posting.author(site, tokenHash)
    if ((known?.banned_until ?? 0) > at) throw new Problem('banned')
    try {
      return await act(known, { id: known?.id ?? newId(at), tokenHash, isNew: !known })
    } catch (error) {
      if (!hitsUnique(error, 'authors.id')) throw error
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}
