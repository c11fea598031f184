import { fromPageOf, siteNamed } from '../articles/open.ts'
import { type Comment, LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { readerOn } from '../people/reader.ts'
import { Problem } from '../problems.ts'
import { ownCommentOf } from '../store/told.ts'
import type { Poster } from './post.ts'
import { cleanWords } from './text.ts'

/**
 * The author of a comment that was refused asks, once, that somebody look again.
 * @returns the comment as its author sees it, with the appeal that waits
 * @throws Problem `unknown_comment`, `not_yours`, `nothing_to_appeal`, `appealed_already`, `origin_refused`, `text_empty`,
 *   `text_too_long`, `too_many_requests`
 */
export async function appealFor(
  deps: Deps,
  budgets: Budgets,
  id: number,
  raw: string,
  { token, origin, client }: Omit<Poster, 'idempotencyKey'>,
): Promise<Comment> {
  const own = await deps.store.posting.own(id)
  const author = own && (await deps.store.posting.author(own.site_id, readerOn(own.site_id, token)))
  const isPublic = own?.status === 'published' || own?.status === 'withdrawn'
  if (!own || (own.author_id !== author?.id && !isPublic)) throw new Problem('unknown_comment')
  fromPageOf(await siteNamed(deps, own.site_id), origin)
  if (own.author_id !== author?.id) throw new Problem('not_yours')
  if (own.status !== 'rejected' && own.status !== 'spam') throw new Problem('nothing_to_appeal')
  if (own.appeal) throw new Problem('appealed_already')
  const text = cleanWords(raw, LIMITS.appealGraphemes)
  const at = deps.clock()
  budgets.spend('appeal', { client, author: readerOn(own.site_id, token), site: own.site_id }, at)
  const isKept = await deps.store.appeals.add({ comment: id, author: author.id, text, at })
  const now = (await deps.store.posting.own(id))!
  // Another tab was first, or a moderator has just published it.
  if (!isKept) throw new Problem(now.appeal ? 'appealed_already' : 'nothing_to_appeal')
  return ownCommentOf(now)
}
