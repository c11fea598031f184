import { type ArticleName, type DeskArticle, type DeskArticles, LIMITS, type MoveProgress } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { deskSlice } from '../people/door.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import type { ArticleRow } from '../store/articles.ts'
import { closesAt, siteCloses } from './closing.ts'
import { makeMove, planMove, previewOf } from './move.ts'
import { siteNamed } from './open.ts'
import { separatePages } from './separate.ts'
import { soughtFor } from './sought.ts'

/** Claimed articles in one answer. */
const CLAIMED = 10
/** How long one request works on a move, in ms; the desk asks again, and shows how far it is. */
const WORK_MS = 500

/** What the desk does with articles; behind its door. */
export function deskArticleRoutes(deps: Deps): Slice {
  return deskSlice(deps)
    .on(
      {
        method: 'get',
        path: '/api/desk/articles',
        summary: 'The articles of a site, and those whose address many pages claim',
        who: 'moderator',
        query: wire.DeskArticlesQuery,
        answers: { 200: wire.DeskArticles },
      },
      async ({ query: { site, q, after } }, c) => {
        const limit = LIMITS.articlesPage
        const named = await siteNamed(deps, site)
        const { closesAfterDays } = siteSettings(named.settings)
        const articleOf = (row: ArticleRow) => deskArticleOf(row, closesAfterDays)
        if (q !== undefined) {
          const sought = soughtFor(named, q)
          const found = await deps.store.articles.found(site, sought, limit)
          return c.json({ articles: found.map(articleOf), next: null, claimed: [] })
        }
        const { rows, next } = await deps.store.articles.list(site, { after, limit })
        const claimed = after === undefined ? await claimedOn(deps, site) : []
        return c.json({ articles: rows.map(articleOf), next, claimed })
      },
    )
    .on(
      {
        method: 'patch',
        path: '/api/desk/articles',
        summary: 'How comments are taken under an article: open or closed, now or at a time; first looked at; slowly',
        who: 'moderator',
        body: wire.GovernRequest,
        answers: { 200: wire.DeskArticle },
      },
      async ({ body: { site: id, key, ...change } }, c) => {
        const site = await siteNamed(deps, id)
        const row = await deps.store.articles.govern(id, key, change)
        if (!row) throw new Problem('unknown_article')
        return c.json(deskArticleOf(row, siteSettings(site.settings).closesAfterDays))
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/moves',
        summary: 'What a move of comments from one article to another would do',
        who: 'moderator',
        query: wire.MoveQuery,
        answers: { 200: wire.MovePreview },
      },
      async ({ query: { site: id, from, to, forward } }, c) => {
        return c.json(previewOf(await planMove(deps, await siteNamed(deps, id), from, to, forward !== 'no')))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/moves',
        summary: 'Move comments to another article; to be sent again until it is done. For owners',
        who: 'owner',
        body: wire.MoveRequest,
        answers: { 200: wire.MoveProgress },
      },
      async ({ body: { site: id, from, to, forward } }, c) => {
        const site = await siteNamed(deps, id)
        const plan = await planMove(deps, site, from, to, forward)
        return c.json(await some(deps, (...work) => makeMove(deps, site, plan, ...work)))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/separations',
        summary:
          'Give each page that claims an article a thread of its own; to be sent again until it is done. For owners',
        who: 'owner',
        body: wire.ClaimRequest,
        answers: { 200: wire.MoveProgress },
      },
      async ({ body: { site: id, key } }, c) => {
        const site = await siteNamed(deps, id)
        const article = await deps.store.threads.article(id, key)
        const pages = article ? await deps.store.locations.of(article.id, LIMITS.articlesPage) : []
        const progress = await some(deps, (...work) => separatePages(deps, site, pages, ...work))
        return c.json({ ...progress, isDone: progress.isDone && pages.length < LIMITS.articlesPage })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/claims',
        summary: 'Find it right that these pages share an article. For owners',
        who: 'owner',
        body: wire.ClaimRequest,
        answers: { 204: null },
      },
      async ({ body: { site, key } }, c) => {
        await deps.store.locations.accept(site, key)
        return c.body(null, 204)
      },
    )
}

/** Works for a while, and tells how far it came. */
async function some(
  { clock }: Deps,
  work: (onProgress: (moved: number) => void, until: () => boolean) => Promise<boolean>,
): Promise<MoveProgress> {
  const end = clock() + WORK_MS
  let moved = 0
  const isDone = await work(
    so => {
      moved = so
    },
    () => clock() > end,
  )
  return { isDone, moved }
}

async function claimedOn({ store }: Deps, site: string): Promise<DeskArticles['claimed']> {
  const claimed = await store.locations.claimed(site, CLAIMED)
  return Promise.all(
    claimed.map(async row => {
      const pages = await store.locations.of(row.id, LIMITS.articlesPage)
      return {
        ...nameOf(row),
        pages: pages.map(({ key, title, url, roots }) => ({ key, title, url, roots })),
      }
    }),
  )
}

const nameOf = ({ key, title, url, comment_count }: ArticleRow): ArticleName => ({
  key,
  title,
  url,
  count: comment_count,
})

const deskArticleOf = (row: ArticleRow, closesAfterDays: number): DeskArticle => ({
  ...nameOf(row),
  governed: {
    isClosed: row.is_closed === 1,
    closesAt: closesAt(row, closesAfterDays),
    isChosen: row.closes_at !== null,
    bySite: siteCloses(row, closesAfterDays),
    isHeld: row.is_held === 1,
    slowSeconds: row.slow_seconds,
  },
})
