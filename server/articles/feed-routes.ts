import { type Context, Hono } from 'hono'
import { readId } from '../comments/ids.ts'
import type { Deps } from '../deps.ts'
import { digest } from '../people/secrets.ts'
import { Problem } from '../problems.ts'
import { wordsOn } from '../sites/own-words.ts'
import { atom, type Feed, jsonFeed } from './feeds.ts'
import type { Sight } from './key.ts'
import { placeOn, siteNamed } from './open.ts'

const ENTRIES = 50

/** Feeds of a site or of one article, and the lasting address of a comment. */
export function feedRoutes(deps: Deps): Hono {
  return new Hono()
    .get('/feeds/:site/atom', c => answer(deps, c, 'application/atom+xml; charset=utf-8', atom))
    .get('/feeds/:site/json', c => answer(deps, c, 'application/feed+json; charset=utf-8', jsonFeed))
    .get('/c/:id', async c => {
      const id = readId(c.req.param('id'))
      const article = id === null ? null : await deps.store.threads.articleOf(id)
      if (!article) throw new Problem('unknown_comment')
      c.header('Cache-Control', 'no-cache')
      // Where the fragment names the page, there is no room for the comment.
      const mark = article.url.includes('#') ? '' : `#comment-${c.req.param('id').toLowerCase()}`
      return c.redirect(article.url + mark)
    })
}

async function answer(deps: Deps, c: Context, type: string, write: (feed: Feed) => string): Promise<Response> {
  const body = write(await feedOf(deps, c.req.param('site')!, c.req.query(), c.req.path + new URL(c.req.url).search))
  const etag = `W/"${digest(body)}"`
  const headers = { ETag: etag, 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' }
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some(each => each.trim() === etag)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'Content-Type': type })
}

async function feedOf(deps: Deps, id: string, sight: Partial<Sight> & { lang?: string }, asked: string): Promise<Feed> {
  const site = await siteNamed(deps, id)
  const { url, canonical, article: named } = sight
  const place = url === undefined ? null : placeOn(site, { url, canonical, article: named })
  const recent = await deps.store.threads.recent(site.id, place?.key ?? null, ENTRIES)
  const { thread } = await wordsOn(site, sight.lang)
  const { origin } = deps.config
  const lasting = (comment: string) => `${origin}/c/${comment}`
  return {
    title: (place && recent[0]?.article.title) ?? site.name,
    self: origin + asked,
    guest: thread.guest,
    home: place?.url ?? site.origins.find(each => each.includes('://')) ?? origin,
    entries: recent.map(({ comment, article }) => ({
      comment,
      article,
      url: lasting(comment.id),
      parent: comment.parent === null ? null : lasting(comment.parent),
    })),
  }
}
