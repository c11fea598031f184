import type { Sort, Thread } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { waysOf } from '../people/providers.ts'
import { tellsByMail } from '../people/told/by-mail.ts'
import { Problem } from '../problems.ts'
import { guidelinesOf } from '../sites/guidelines.ts'
import { threadWords } from '../sites/own-words.ts'
import { siteSettings } from '../sites/settings.ts'
import type { ArticleRow } from '../store/articles.ts'
import { readTurn, type Turn } from '../store/orders.ts'
import type { PageShape } from '../store/threads.ts'
import { closesAt, isOpen } from './closing.ts'
import type { Sight } from './key.ts'
import { placeOn, siteNamed } from './open.ts'

export interface ThreadRequest extends Sight, Omit<PageShape, 'after'> {
  site: string
  /** The cursor that the page before gave as `next`. */
  after?: string | undefined
}

/**
 * One page of a thread, the same for everyone; an article nobody has commented on has an empty thread.
 * @param known the ETags under which the page is held already
 * @returns the ETag, and the thread unless it is one of those; `until` is when it changes by itself, if it does
 * @throws Problem `unknown_site`, `bad_url`, `origin_refused`; `bad_request` for a cursor of another order
 */
export async function readThread(
  deps: Deps,
  asked: ThreadRequest,
  known: readonly (string | undefined)[],
): Promise<{ etag: string; thread: Thread | null; until: number | null }> {
  const site = await siteNamed(deps, asked.site)
  const place = placeOn(site, asked)
  const after = asked.after === undefined ? undefined : turnOf(asked.sort, asked.after)
  // Votes change nothing of a thread but the order by votes.
  const votes = (article: ArticleRow | null) => (asked.sort === 'helpful' ? `-${article?.vote_count ?? 0}` : '')
  const now = deps.clock()
  const settings = siteSettings(site.settings)
  const { holds, depth, downVotes, editMinutes, showsEditions, closesAfterDays, theme, words, translate } = settings
  const ways = waysOf(deps, site.settings)
  const mails = tellsByMail(deps, site)
  const takesComments = (article: ArticleRow | null) => isOpen(article, closesAfterDays, now)
  const closes = (article: ArticleRow | null) => {
    const at = article && takesComments(article) ? closesAt(article, closesAfterDays) : null
    return at !== null && at > now ? at : null
  }
  const etagOf = (article: ArticleRow | null) =>
    `W/"${article?.revision ?? 0}-${site.revision}${votes(article)}${takesComments(article) ? '' : '-closed'}${ways.map(way => `-${way}`).join('')}${mails ? '-mails' : ''}-${deps.build}"`
  const held = known.flatMap(each => each?.split(',').map(tag => tag.trim()) ?? [])
  if (held.length > 0) {
    const article = await deps.store.threads.article(site.id, place.key)
    const etag = etagOf(article)
    if (held.includes(etag)) return { etag, thread: null, until: closes(article) }
  }
  const { article, comments, next } = await deps.store.threads.page(site.id, place.key, { ...asked, after })
  const thread: Thread = {
    site: { id: site.id, name: site.name },
    article: {
      key: article?.key ?? place.key,
      // A title came with a post; until a comment is public, nobody has looked at it.
      title: article && article.comment_count > 0 ? article.title : null,
      url: article?.url ?? place.url,
      isOpen: takesComments(article),
      count: article?.comment_count ?? 0,
      votes: article?.vote_count ?? 0,
      revision: article?.revision ?? 0,
    },
    policy: {
      holds,
      depth,
      downVotes,
      ways,
      guidelines: guidelinesOf(settings),
      editMinutes,
      showsEditions,
      ...(translate && { translates: true as const }),
      ...(mails && { mails }),
      ...(theme && { theme }),
      ...(Object.keys(words).length > 0 && { words: await threadWords(words) }),
    },
    comments,
    next,
  }
  return { etag: etagOf(article), thread, until: closes(article) }
}

function turnOf(sort: Sort, cursor: string): Turn {
  const turn = readTurn(sort, cursor)
  if (turn) return turn
  throw new Problem('bad_request', {
    errors: [{ path: 'query.after', message: `not a cursor of the order “${sort}”` }],
  })
}
