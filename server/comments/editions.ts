import { siteNamed } from '../articles/open.ts'
import type { Editions } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import { treeOf } from './markdown.ts'
import { ownComment } from './own.ts'

/**
 * What a comment said before, newest first. Its author may see all of it; others what they have seen, where the site
 * shows it.
 * @param token the reader's, if one was sent
 * @throws Problem `unknown_comment` for all that is not shown; with a token `not_yours`, `origin_refused`
 */
export async function editionsOf(
  deps: Deps,
  id: number,
  token: string | null,
  origin: string | undefined,
): Promise<Editions> {
  if (token !== null) await ownComment(deps, id, { token, origin })
  else {
    const own = await deps.store.posting.own(id)
    const site = own?.status === 'published' ? await siteNamed(deps, own.site_id) : null
    if (!site || !siteSettings(site.settings).showsEditions) throw new Problem('unknown_comment')
  }
  const rows = await deps.store.revisions.editions(id, token === null ? 'public' : 'own')
  return {
    editions: rows.map(({ text, person_id, ended_at }) => ({
      tree: treeOf(text),
      endedAt: ended_at,
      by: person_id === null ? 'author' : 'moderator',
    })),
  }
}
