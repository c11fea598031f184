import { type Comment, mayRule } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { ownCommentOf } from '../store/told.ts'
import { ownComment } from './own.ts'

/**
 * An author deletes a comment of the author's own; done twice, it stays deleted. It asks for no version: the author's
 * will stands above whatever a moderator ruled, or the author wrote, in between.
 * @param token the reader's token
 * @param origin the request's Origin header
 * @throws Problem `unknown_comment`, `origin_refused`, `not_yours`, `busy`
 */
export async function withdrawComment(
  deps: Deps,
  id: number,
  token: string,
  origin: string | undefined,
): Promise<Comment> {
  for (let tries = 2; tries > 0; tries--) {
    const { own, author } = await ownComment(deps, id, { token, origin })
    if (!mayRule('author', 'withdraw', own.status)) return ownCommentOf(own)
    const asked = { id, ruling: 'withdraw', seen: null, reason: null, note: null } as const
    const maker = { ruler: 'author', authorId: author.id } as const
    const [made] = await deps.store.rulings.make(own.site_id, [asked], maker, deps.clock())
    if (made) return ownCommentOf({ ...own, status: made.status })
  }
  throw new Problem('busy', { retryAfter: 1 })
}
