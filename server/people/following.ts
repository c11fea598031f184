import { fromPageOf, placeOn, siteNamed } from '../articles/open.ts'
import { readId } from '../comments/ids.ts'
import type { FollowRequest, NewsSeenRequest, SeenRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import type { Followed } from '../store/follows.ts'
import type { SiteRow } from '../store/sites.ts'
import { asAuthor } from './as-author.ts'
import { readerOn } from './reader.ts'

/** Who asks, from where. */
export interface Asker {
  token: string
  origin: string | undefined
  client: string | null
}

/**
 * A reader follows a thread, or the conversation that a comment in it belongs to, or no longer does.
 * @throws Problem `unknown_article` where nobody has written, `unknown_comment`, `list_full`, `banned`, `origin_refused`,
 *   `bad_url`, `too_many_requests`, `busy`
 */
export async function follow(deps: Deps, budgets: Budgets, asked: FollowRequest, asker: Asker): Promise<void> {
  const { site, tokenHash, at } = await entered(deps, budgets, asked.site, asker)
  const what = await followed(deps, site, asked, asked.follow)
  if (asked.follow) {
    const isKept = await asAuthor(deps, site.id, tokenHash, (_, as) => deps.store.follows.add(what, site.id, at, as))
    if (isKept) return
    // Who signed out at this very moment has no list.
    const isGone = (await deps.store.posting.author(site.id, tokenHash)) === null
    throw isGone ? new Problem('busy', { retryAfter: 1 }) : new Problem('list_full')
  }
  const author = await deps.store.posting.author(site.id, tokenHash)
  if (author) await deps.store.follows.remove(author.id, what)
}

/**
 * A reader has looked at what is followed: what was published until now is no longer new.
 * @throws Problem as `follow` does
 */
export async function see(deps: Deps, budgets: Budgets, asked: SeenRequest, asker: Asker): Promise<void> {
  const { site, tokenHash, at } = await entered(deps, budgets, asked.site, asker)
  const what = await followed(deps, site, asked, false)
  const author = await deps.store.posting.author(site.id, tokenHash)
  if (author) await deps.store.follows.see(author.id, what, at)
}

/**
 * A reader has looked at the news of their own, at what there was until a time; what comes later is new.
 * @throws Problem `origin_refused`, `unknown_site`, `too_many_requests`
 */
export async function seeNews(deps: Deps, budgets: Budgets, asked: NewsSeenRequest, asker: Asker): Promise<void> {
  const { site, tokenHash, at } = await entered(deps, budgets, asked.site, asker)
  const author = await deps.store.posting.author(site.id, tokenHash)
  if (author) await deps.store.news.see(author.id, Math.min(asked.until, at))
}

async function entered(deps: Deps, budgets: Budgets, id: string, { token, origin, client }: Asker) {
  const site = await siteNamed(deps, id)
  fromPageOf(site, origin)
  const tokenHash = readerOn(site.id, token)
  const at = deps.clock()
  budgets.spend('keep', { client, author: tokenHash, site: site.id }, at)
  return { site, tokenHash, at }
}

/** What is followed from now on must be public; what was followed before may have lost the comment it is told by. */
async function followed(deps: Deps, site: SiteRow, asked: SeenRequest, isNew: boolean): Promise<Followed> {
  if (asked.comment !== undefined) {
    const found = await deps.store.follows.conversationOf(site.id, readId(asked.comment) ?? 0, isNew)
    if (!found) throw new Problem('unknown_comment')
    return found
  }
  const article = await deps.store.threads.article(site.id, placeOn(site, asked).key)
  if (!article) throw new Problem('unknown_article')
  return { articleId: article.id, rootId: 0 }
}
