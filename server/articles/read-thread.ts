import type { Thread } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { siteSettings } from '../sites/settings.ts'
import type { ArticleRow, PageShape } from '../store/threads.ts'
import type { Sight } from './key.ts'
import { placeOn, siteNamed } from './open.ts'

export interface ThreadRequest extends Sight, PageShape {
  site: string
}

/**
 * One page of a thread, the same for everyone; an article nobody has commented on has an empty thread.
 * @param known the ETags under which the page is held already
 * @returns the ETag, and the thread unless it is one of those
 * @throws Problem `unknown_site`, `bad_url`, `origin_refused`
 */
export async function readThread(
  deps: Deps,
  asked: ThreadRequest,
  known: readonly (string | undefined)[],
): Promise<{ etag: string; thread: Thread | null }> {
  const site = await siteNamed(deps, asked.site)
  const place = placeOn(site, asked)
  const etagOf = (article: ArticleRow | null) => `W/"${article?.revision ?? 0}-${site.revision}-${deps.build}"`
  const held = known.flatMap(each => each?.split(',').map(tag => tag.trim()) ?? [])
  if (held.length > 0) {
    const etag = etagOf(await deps.store.threads.article(site.id, place.key))
    if (held.includes(etag)) return { etag, thread: null }
  }
  const { article, comments, next } = await deps.store.threads.page(site.id, place.key, asked)
  const thread: Thread = {
    site: { id: site.id, name: site.name },
    article: {
      key: place.key,
      // A title came with a post; until a comment is public, nobody has looked at it.
      title: article && article.comment_count > 0 ? article.title : null,
      url: article?.url ?? place.url,
      isOpen: !article?.is_closed,
      count: article?.comment_count ?? 0,
      revision: article?.revision ?? 0,
    },
    policy: { holds: siteSettings(site.settings).holds },
    comments,
    next,
  }
  return { etag: etagOf(article), thread }
}
