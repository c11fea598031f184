import { type Comment, mayRule } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import { ownCommentOf } from '../store/told.ts'
import { ownComment } from './own.ts'
import type { Poster } from './post.ts'

/**
 * An author takes back, within 30 days, that the author deleted a comment: it is what it was before. Done twice, it
 * stays so. It costs as much as a change does: deleting and taking it back could go on for ever, and each is a row of the
 * log.
 * @throws Problem `unknown_comment`, `origin_refused`, `not_yours`, `banned`, `ruling_not_allowed`,
 *   `too_many_requests`, `busy`
 */
export async function restoreComment(
  deps: Deps,
  budgets: Budgets,
  id: number,
  { client, ...asker }: Omit<Poster, 'idempotencyKey'>,
): Promise<Comment> {
  let hasPaid = false
  for (let tries = 5; tries > 0; tries--) {
    const { own, author, site, tokenHash } = await ownComment(deps, id, asker)
    if (!mayRule('author', 'restore', own.status)) return ownCommentOf(own)
    const now = deps.clock()
    if ((author.banned_until ?? 0) > now) throw new Problem('banned')
    if (!hasPaid) budgets.spend('revise', { client, author: tokenHash, site: site.id }, now)
    hasPaid = true
    const asked = { id, ruling: 'restore', seen: own.version, reason: null, note: null } as const
    const [made] = await deps.store.rulings.make(site.id, [asked], { ruler: 'author', authorId: author.id }, now)
    if (made) return ownCommentOf((await deps.store.posting.own(id))!)
    const [stands] = await deps.store.rulings.standing(site.id, [id])
    if (stands?.version === own.version) throw new Problem('ruling_not_allowed')
  }
  throw new Problem('busy', { retryAfter: 1 })
}
