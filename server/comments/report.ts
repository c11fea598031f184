import { fromPageOf, siteNamed } from '../articles/open.ts'
import { hasInk, LIMITS, type ReportAnswer, type ReportRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { readerOn } from '../people/reader.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import { hitsUnique } from '../store/engine.ts'
import { newId } from './ids.ts'
import type { Poster } from './post.ts'
import { cleanWords } from './text.ts'

/** How often a report is tried anew when two first ones of one reader meet. */
const TRIES = 3

/**
 * A reader reports a comment, once; a second report answers what the first one said. Enough of them take the comment back
 * until a moderator has looked, where the site wishes so.
 * @throws Problem `unknown_comment` for all that is not public, `own_comment`, `banned`, `origin_refused`,
 *   `text_too_long`, `too_many_requests`, `busy`
 */
export async function reportComment(
  deps: Deps,
  budgets: Budgets,
  comment: number,
  { reason, words }: ReportRequest,
  { token, origin, client }: Omit<Poster, 'idempotencyKey'>,
): Promise<ReportAnswer> {
  const standing = await deps.store.posting.own(comment)
  if (standing?.status !== 'published') throw new Problem('unknown_comment')
  const site = await siteNamed(deps, standing.site_id)
  fromPageOf(site, origin)
  const said = words !== undefined && hasInk(words) ? cleanWords(words, LIMITS.reportGraphemes) : null
  const tokenHash = readerOn(site.id, token)
  const at = deps.clock()
  budgets.spend('report', { client, author: tokenHash, site: site.id }, at)
  const { reportsToHold } = siteSettings(site.settings)
  for (let tries = TRIES; tries > 0; tries--) {
    const author = await deps.store.posting.author(site.id, tokenHash)
    if (author?.id === standing.author_id) throw new Problem('own_comment')
    if ((author?.banned_until ?? 0) > at) throw new Problem('banned')
    const report = { id: newId(at), comment, site: site.id, reason, words: said, at, toHold: reportsToHold }
    try {
      const reader = { id: author?.id ?? newId(at), tokenHash, isNew: !author }
      const reported = await deps.store.reports.add(report, reader)
      if (!reported) throw new Problem('unknown_comment')
      return { reported }
    } catch (error) {
      if (!hitsUnique(error, 'authors.id') && !hitsUnique(error, 'reports.id')) throw error
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}
