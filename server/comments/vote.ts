import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Vote, VoteAnswer } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { readerOn } from '../people/reader.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import { hitsUnique } from '../store/engine.ts'
import { newId } from './ids.ts'
import type { Poster } from './post.ts'

/** How often a vote is tried anew when two first votes of one reader meet. */
const TRIES = 3

/**
 * A reader votes for a comment, against it where the site allows that, or takes the vote back. There is one vote for each
 * reader and comment: again is no change.
 * @throws Problem `unknown_comment` for all that is not public, `own_comment`, `banned`, `votes_up_only`, `origin_refused`,
 *   `too_many_requests`, `busy`
 */
export async function voteOn(
  deps: Deps,
  budgets: Budgets,
  comment: number,
  value: Vote,
  { token, origin, client }: Omit<Poster, 'idempotencyKey'>,
): Promise<VoteAnswer> {
  const standing = await deps.store.posting.own(comment)
  if (standing?.status !== 'published') throw new Problem('unknown_comment')
  const site = await siteNamed(deps, standing.site_id)
  fromPageOf(site, origin)
  if (value === -1 && !siteSettings(site.settings).downVotes) throw new Problem('votes_up_only')
  const tokenHash = readerOn(site.id, token)
  const at = deps.clock()
  budgets.spend('vote', { client, author: tokenHash, site: site.id }, at)
  for (let tries = TRIES; tries > 0; tries--) {
    const author = await deps.store.posting.author(site.id, tokenHash)
    if ((author?.banned_until ?? 0) > at) throw new Problem('banned')
    if (author?.id === standing.author_id) throw new Problem('own_comment')
    // Who takes back a vote that was never given leaves nothing behind.
    if (!author && value === 0) return { votes: await deps.store.votes.on(comment), mine: 0 }
    try {
      const reader = { id: author?.id ?? newId(at), tokenHash, isNew: !author }
      const votes = await deps.store.votes.set({ comment, site: site.id, value, at }, reader)
      if (!votes) throw new Problem('unknown_comment')
      return { votes, mine: value }
    } catch (error) {
      if (!hitsUnique(error, 'authors.id')) throw error
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}
