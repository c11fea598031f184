import { type Comment, mayRule } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { ownCommentOf } from '../store/told.ts'
import { type Asker, ownComment } from './own.ts'

/**
 * An author takes back, within 30 days, that the author deleted a comment: it is what it was before. Done twice, it
 * stays so.
 * @throws Problem `unknown_comment`, `origin_refused`, `not_yours`, `banned`, `ruling_not_allowed`, `busy`
 */
export async function restoreComment(deps: Deps, id: number, asker: Asker): Promise<Comment> {
  for (let tries = 5; tries > 0; tries--) {
    const { own, author, site } = await ownComment(deps, id, asker)
    if (!mayRule('author', 'restore', own.status)) return ownCommentOf(own)
    const now = deps.clock()
    if ((author.banned_until ?? 0) > now) throw new Problem('banned')
    const asked = { id, ruling: 'restore', seen: own.version, reason: null, note: null } as const
    const [made] = await deps.store.rulings.make(site.id, [asked], { ruler: 'author', authorId: author.id }, now)
    if (made) return ownCommentOf((await deps.store.posting.own(id))!)
    const [stands] = await deps.store.rulings.standing(site.id, [id])
    if (stands?.version === own.version) throw new Problem('ruling_not_allowed')
  }
  throw new Problem('busy', { retryAfter: 1 })
}
