import { fromPageOf, siteNamed } from '../articles/open.ts'
import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import { asAuthor } from './as-author.ts'
import type { Asker } from './following.ts'
import { readerOn } from './reader.ts'

/**
 * A reader no longer wishes to read the author of a comment, on this site, or wishes so again. Nobody else sees anything of
 * it. Staff stay readable, because what they say concerns all.
 * @throws Problem `unknown_comment` for all that is not public, `own_comment`, `staff_not_muted`, `list_full`, `banned`,
 *   `origin_refused`, `too_many_requests`, `busy`
 */
export async function mute(
  deps: Deps,
  budgets: Budgets,
  comment: number,
  muted: boolean,
  { token, origin, client }: Asker,
): Promise<void> {
  const standing = await deps.store.posting.own(comment)
  if (!standing) throw new Problem('unknown_comment')
  const reader = readerOn(standing.site_id, token)
  // A mute can be taken back by the comment at which it was made, whatever has become of that; else what is not public is
  // as unknown as what never was.
  const isKnown = standing.status === 'published' || (!muted && (await deps.store.mutes.isMadeAt(reader, comment)))
  if (!isKnown) throw new Problem('unknown_comment')
  const site = await siteNamed(deps, standing.site_id)
  fromPageOf(site, origin)
  const at = deps.clock()
  budgets.spend('keep', { client, author: reader, site: site.id }, at)
  if (!muted) {
    const author = await deps.store.posting.author(site.id, reader)
    if (author) await deps.store.mutes.remove(author.id, comment)
    return
  }
  // Looked at before anything is written: whoever is new here does not become known by what is refused.
  const isStaff = standing.badge === 'staff' || (await deps.store.mutes.obstacle(comment, reader)) === 'staff'
  if (isStaff) throw new Problem('staff_not_muted')
  await asAuthor(deps, site.id, reader, async (known, as) => {
    if (known?.id === standing.author_id) throw new Problem('own_comment')
    if (await deps.store.mutes.add({ comment, site: site.id, at }, as)) return
    const obstacle = await deps.store.mutes.obstacle(comment, reader)
    if (obstacle !== 'full') throw new Problem('unknown_comment')
    const detail = `You can mute ${LIMITS.mutes} people here. Show one of them again first.`
    throw new Problem('list_full', { detail })
  })
}
