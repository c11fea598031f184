import { newId, readId } from '../comments/ids.ts'
import { nameSkeleton } from '../comments/name-skeleton.ts'
import { avatarOf } from '../comments/post.ts'
import { writtenText } from '../comments/written-text.ts'
import type { Comment, ReplyRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { digest } from '../people/secrets.ts'
import { Problem } from '../problems.ts'
import { hitsUnique } from '../store/engine.ts'
import { ownCommentOf } from '../store/told.ts'

/** How often an answer is tried anew when another request changed what it stands on. */
const TRIES = 3

/**
 * Somebody at the desk answers a comment as staff, under the person's public name; it is public at once.
 * @param key the request's Idempotency-Key
 * @throws Problem `unknown_comment`, `parent_gone`, `text_empty`, `text_too_long`, `key_reused`, `busy`
 */
export async function replyAsStaff(
  deps: Deps,
  { site, comment, text: raw }: ReplyRequest,
  person: number,
  key: string | null,
): Promise<Comment> {
  const parent = readId(comment)
  const written = writtenText(raw)
  const requestDigest = digest(JSON.stringify([site, parent, written.text]))
  for (let tries = TRIES; tries > 0; tries--) {
    const earlier = key === null ? null : await deps.store.staff.earlier(site, person, key)
    if (earlier && earlier.request_digest !== requestDigest) throw new Problem('key_reused')
    if (earlier) return ownCommentOf(earlier)
    const facts = parent === null ? null : await deps.store.staff.facts(site, parent, person)
    if (!facts?.parent_id || facts.parent_status === 'pending') throw new Problem('unknown_comment')
    if (facts.parent_status !== 'published') throw new Problem('parent_gone')
    const at = deps.clock()
    const author = facts.author_id ?? newId(at)
    const id = newId(at, facts.parent_id)
    try {
      const isPublic = await deps.store.staff.answer({
        ...{ id, site, parent: facts.parent_id, person, author, name: facts.name, requestDigest, at },
        ...written,
        skeleton: nameSkeleton(facts.name),
        avatar: avatarOf(deps, site, facts.article_key!, author),
        idempotencyKey: key,
      })
      if (isPublic) return ownCommentOf((await deps.store.posting.own(id))!)
    } catch (error) {
      if (!['comments.id', 'authors.id'].some(column => hitsUnique(error, column))) throw error
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}
