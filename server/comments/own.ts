import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Deps } from '../deps.ts'
import { readerOn } from '../people/reader.ts'
import { Problem } from '../problems.ts'
import type { AuthorRow, OwnRow } from '../store/posting.ts'
import type { SiteRow } from '../store/sites.ts'
import type { Poster } from './post.ts'

/** Who asks for something of a comment of their own. */
export type Asker = Pick<Poster, 'token' | 'origin'>

/**
 * A comment of the reader's own, with its site and its author as they stand.
 * @throws Problem `unknown_comment`, also for what others cannot see; `origin_refused`, `not_yours`
 */
export async function ownComment(
  deps: Deps,
  id: number,
  { token, origin }: Asker,
): Promise<{ own: OwnRow; site: SiteRow; author: AuthorRow; tokenHash: string }> {
  const own = await deps.store.posting.own(id)
  const tokenHash = own && readerOn(own.site_id, token)
  const author = tokenHash && (await deps.store.posting.author(own.site_id, tokenHash))
  const isPublic = own?.status === 'published' || own?.status === 'withdrawn'
  if (!own || (own.author_id !== (author || null)?.id && !isPublic)) throw new Problem('unknown_comment')
  const site = await siteNamed(deps, own.site_id)
  fromPageOf(site, origin)
  if (!author || own.author_id !== author.id) throw new Problem('not_yours')
  return { own, site, author, tokenHash: tokenHash! }
}
