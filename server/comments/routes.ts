import { placeOn, siteNamed } from '../articles/open.ts'
import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { movedTo } from '../exchange/moved.ts'
import { readIdempotencyKey } from '../http/idempotency.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { readerOn, tokenOf } from '../people/reader.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import { badgeOf } from '../store/posting.ts'
import { GOOD_STANDING } from '../store/standing.ts'
import type { Admission } from './admission.ts'
import { postComment } from './post.ts'
import { workOf } from './proof-of-work.ts'
import { stampOf } from './stamp.ts'
import { voteOn } from './vote.ts'
import { withdrawComment } from './withdraw.ts'

/** Of somebody who has done nothing here. */
const NOTHING_KEPT = { votes: {}, muted: [], follows: { thread: false, roots: [] } }

/** What readers do with comments. */
export function commentRoutes(deps: Deps, admission: Admission): Slice {
  const { budgets } = admission
  const slice = new Slice()
  slice.hono.post('/api/comments', async (c, next) => {
    admission.knock(deps.client(c), deps.clock())
    await next()
  })
  return slice
    .on(
      {
        method: 'post',
        path: '/api/comments',
        summary: 'Post a comment or a reply; 200 when the same Idempotency-Key and body came before',
        who: 'reader',
        headers: wire.KeyHeaders,
        body: wire.PostRequest,
        answers: { 201: wire.CommentAnswer, 200: wire.CommentAnswer },
      },
      async ({ body, headers }, c) => {
        const poster = {
          token: tokenOf(c),
          origin: c.req.header('origin'),
          client: deps.client(c),
          idempotencyKey: readIdempotencyKey(headers['idempotency-key']),
        }
        const { comment, isNew } = await postComment(deps, admission, body, poster)
        c.header('Cache-Control', 'private, no-store')
        return c.json({ comment }, isNew ? 201 : 200)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/stamps',
        summary:
          'Says, signed, when a reader began to write, and gives work to prove; both go back with the comment. As text/plain it needs no preflight',
        who: 'anyone',
        body: wire.StampRequest,
        answers: { 200: wire.Stamp },
      },
      async ({ body: { site } }, c) => {
        const now = deps.clock()
        budgets.spend('stamp', { client: deps.client(c) }, now)
        const found = await siteNamed(deps, site)
        const step = admission.stepOf(found, now)
        const captcha = admission.captchaOf(found, now)
        c.header('Cache-Control', 'no-store')
        return c.json({
          stamp: stampOf(deps, found.id, now),
          ...(step !== null && { work: await workOf(deps, found.id, step, now) }),
          ...(captcha && { captcha }),
        })
      },
    )
    .on(
      {
        method: 'delete',
        path: '/api/comments/:id',
        summary: 'Withdraw a comment of one’s own',
        who: 'reader',
        params: wire.IdParams,
        answers: { 200: wire.CommentAnswer },
      },
      async ({ params }, c) => {
        const comment = await withdrawComment(deps, params.id, tokenOf(c), c.req.header('origin'))
        return c.json({ comment })
      },
    )
    .on(
      {
        method: 'put',
        path: '/api/comments/:id/vote',
        summary: 'Vote for a comment, against it, or take the vote back',
        who: 'reader',
        params: wire.IdParams,
        body: wire.VoteRequest,
        answers: { 200: wire.VoteAnswer },
      },
      async ({ params, body }, c) => {
        const voter = { token: tokenOf(c), origin: c.req.header('origin'), client: deps.client(c) }
        c.header('Cache-Control', 'private, no-store')
        return c.json(await voteOn(deps, budgets, params.id, body.value, voter))
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/comments/:id',
        summary: 'One comment with its ancestors and its article: what a permalink needs',
        who: 'anyone',
        params: wire.IdParams,
        answers: { 200: wire.CommentPlace },
      },
      async ({ params: { id } }, c) => {
        const shown = await deps.store.threads.shown(id)
        const article = shown && (await deps.store.threads.articleOf(id))
        if (!article) throw new Problem('unknown_comment')
        const { key, title, url } = article
        c.header('Cache-Control', 'no-cache')
        return c.json({
          comment: shown.comment,
          ancestors: await deps.store.threads.ancestors(id),
          article: { key, title, url },
        })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/moved',
        summary: 'Where a comment stands that came from another system, by how links to it ended there',
        who: 'anyone',
        query: wire.MovedQuery,
        answers: { 200: wire.Moved },
      },
      async ({ query: { site, fragment } }, c) => {
        c.header('Cache-Control', 'no-cache')
        return c.json({ comment: await movedTo(deps, site, fragment) })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/comments/:id/replies',
        summary: 'The shown descendants of a root, ascending',
        who: 'anyone',
        params: wire.IdParams,
        query: wire.RepliesQuery,
        answers: { 200: wire.Replies },
      },
      async ({ params, query }, c) => {
        const root = await deps.store.threads.shown(params.id)
        if (root?.comment.parent !== null) throw new Problem('unknown_comment')
        c.header('Cache-Control', 'no-cache')
        return c.json(await deps.store.threads.replies(params.id, LIMITS.repliesPage, query.after))
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/me',
        summary: 'The personal part of a thread: who I am here, and my comments that others do not see',
        who: 'reader',
        query: wire.MeQuery,
        answers: { 200: wire.Me },
      },
      async ({ query }, c) => {
        const token = tokenOf(c)
        const site = await siteNamed(deps, query.site)
        const reader = readerOn(site.id, token)
        const place = placeOn(site, query)
        const author = await deps.store.posting.author(site.id, reader)
        admission.meet(reader, author)
        const article = author && (await deps.store.threads.article(site.id, place.key))
        const nothing = { unpublished: [], published: [], granted: [] }
        const mine = article ? await deps.store.threads.mine(author.id, article.id) : nothing
        const kept = article ? await deps.store.own.inThread(author.id, article.id) : NOTHING_KEPT
        const standing = author ? await deps.store.standing.of(author.id, deps.clock()) : GOOD_STANDING
        c.header('Cache-Control', 'private, no-store')
        // A guest has written no article.
        const wrote = article && author.kind !== 'guest' && (await deps.store.posting.wrote(author.id, article.id))
        const badge = author && badgeOf(author.kind, wrote === true)
        const news = author ? await deps.store.news.count(author.id, deps.clock()) : 0
        const rules = siteSettings(site.settings).rulesPage || null
        return c.json({
          author: author && { name: author.name, badge },
          standing,
          rules,
          ...mine,
          ...kept,
          news,
          now: deps.clock(),
        })
      },
    )
}
