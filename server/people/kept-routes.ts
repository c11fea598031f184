import type { Context } from 'hono'
import { siteNamed } from '../articles/open.ts'
import { readId } from '../comments/ids.ts'
import type { Comment } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as kept from '../http/wire-kept.ts'
import { follow, see, seeNews } from './following.ts'
import { mute } from './muting.ts'
import { readerOn, tokenOf } from './reader.ts'
import { askForMail, endMail, mailOf } from './told/by-mail.ts'

/** What readers keep beside what they write: votes as they stand, mutes, follows, and the lists of what is theirs. */
export function keptRoutes(deps: Deps, budgets: Budgets): Slice {
  const asker = (c: Context) => ({ token: tokenOf(c), origin: c.req.header('origin'), client: deps.client(c) })
  /** The author who asks, if there is one yet. What is told is theirs alone. */
  const authorOf = async (site: string, c: Context) => {
    c.header('Cache-Control', 'private, no-store')
    const tokenHash = readerOn((await siteNamed(deps, site)).id, tokenOf(c))
    return deps.store.posting.author(site, tokenHash)
  }
  const linkTo = ({ id }: Pick<Comment, 'id'>) => `${deps.config.origin}/c/${id}`
  return new Slice()
    .on(
      {
        method: 'post',
        path: '/api/votes',
        summary: 'How the votes on these comments stand; as text/plain it needs no preflight',
        who: 'anyone',
        body: kept.VotesRequest,
        answers: { 200: kept.Votes },
      },
      async ({ body: { site, ids } }, c) => {
        const asked = ids.map(id => readId(id) ?? 0)
        const found = await deps.store.votes.onAll((await siteNamed(deps, site)).id, [...new Set(asked)])
        c.header('Cache-Control', 'no-store')
        return c.json({ votes: asked.map(id => found.get(id) ?? null) })
      },
    )
    .on(
      {
        method: 'put',
        path: '/api/comments/:id/mute',
        summary: 'No longer read the author of a comment on this site, or read them again; nobody else sees it',
        who: 'reader',
        params: wire.IdParams,
        body: kept.MuteRequest,
        answers: { 200: kept.MuteAnswer },
      },
      async ({ params, body: { muted } }, c) => {
        await mute(deps, budgets, params.id, muted, asker(c))
        c.header('Cache-Control', 'private, no-store')
        return c.json({ muted })
      },
    )
    .on(
      {
        method: 'put',
        path: '/api/follows',
        summary: 'Follow a thread, or the conversation that a comment in it belongs to, or no longer',
        who: 'reader',
        body: kept.FollowRequest,
        answers: { 200: kept.FollowAnswer },
      },
      async ({ body }, c) => {
        await follow(deps, budgets, body, asker(c))
        c.header('Cache-Control', 'private, no-store')
        return c.json({ follow: body.follow })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/follows/seen',
        summary: 'I have looked at what I follow in this thread: nothing of it is new now',
        who: 'reader',
        body: kept.SeenRequest,
        answers: { 204: null },
      },
      async ({ body }, c) => {
        await see(deps, budgets, body, asker(c))
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/me/comments',
        summary: 'My comments on a site, newest first, with what became of them',
        who: 'reader',
        query: kept.OwnQuery,
        answers: { 200: kept.OwnComments },
      },
      async ({ query: { site, after } }, c) => {
        const author = await authorOf(site, c)
        return c.json(author ? await deps.store.own.comments(author.id, after, linkTo) : { comments: [], next: null })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/me/votes',
        summary: 'What I voted on, on a site, newest comments first; a page may be short',
        who: 'reader',
        query: kept.OwnQuery,
        answers: { 200: kept.OwnVotes },
      },
      async ({ query: { site, after } }, c) => {
        const author = await authorOf(site, c)
        return c.json(author ? await deps.store.own.votes(author.id, after, linkTo) : { votes: [], next: null })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/me/follows',
        summary: 'What I follow on a site, and how much of it is new',
        who: 'reader',
        query: wire.SiteQuery,
        answers: { 200: kept.OwnFollows },
      },
      async ({ query: { site } }, c) => {
        const author = await authorOf(site, c)
        return c.json(author ? await deps.store.follows.list(author.id) : { follows: [] })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/me/news',
        summary: 'Answers to what I wrote on a site, and what was decided about it, newest first',
        who: 'reader',
        query: wire.SiteQuery,
        answers: { 200: kept.News },
      },
      async ({ query: { site } }, c) => {
        const author = await authorOf(site, c)
        return c.json(author ? await deps.store.news.list(author.id, deps.clock(), linkTo) : { news: [] })
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/me/news/seen',
        summary: 'I have looked at my news until this time',
        who: 'reader',
        body: kept.NewsSeenRequest,
        answers: { 204: null },
      },
      async ({ body }, c) => {
        await seeNews(deps, budgets, body, asker(c))
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/me/mail',
        summary: 'How I am told by mail on a site',
        who: 'reader',
        query: wire.SiteQuery,
        answers: { 200: kept.OwnMail },
      },
      async ({ query: { site } }, c) => {
        c.header('Cache-Control', 'private, no-store')
        return c.json(await mailOf(deps, site, readerOn(site, tokenOf(c))))
      },
    )
    .on(
      {
        method: 'put',
        path: '/api/me/mail',
        summary: 'Be told by mail of answers, or of what I follow; the same answer whatever is known of the address',
        who: 'reader',
        body: kept.MailRequest,
        answers: { 200: kept.MailAnswer },
      },
      async ({ body }, c) => {
        c.header('Cache-Control', 'private, no-store')
        return c.json(await askForMail(deps, budgets, body, asker(c)))
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/me/mail',
        summary: 'Be told nothing by mail any more',
        who: 'reader',
        query: wire.SiteQuery,
        answers: { 204: null },
      },
      async ({ query: { site } }, c) => {
        await endMail(deps, budgets, site, asker(c))
        return c.body(null, 204)
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/me/mutes',
        summary: 'Whom I have muted on a site, by the comment at which I did so',
        who: 'reader',
        query: wire.SiteQuery,
        answers: { 200: kept.OwnMutes },
      },
      async ({ query: { site } }, c) => {
        const author = await authorOf(site, c)
        return c.json(author ? await deps.store.mutes.list(author.id) : { mutes: [] })
      },
    )
}
