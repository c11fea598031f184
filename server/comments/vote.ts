import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Vote, VoteAnswer } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { asAuthor } from '../people/as-author.ts'
import { readerOn } from '../people/reader.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import type { Poster } from './post.ts'

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
  return asAuthor(deps, site.id, tokenHash, async (known, as) => {
    if (known?.id === standing.author_id) throw new Problem('own_comment')
    // Who takes back a vote that was never given leaves nothing behind.
    if (!known && value === 0) return { votes: await deps.store.votes.on(comment), mine: 0 }
    const votes = await deps.store.votes.set({ comment, site: site.id, value, at }, as)
    if (!votes) throw new Problem('unknown_comment')
    return { votes, mine: value }
  })
}
