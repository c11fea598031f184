import type { Context } from 'hono'
import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import * as wireActs from '../http/wire-acts.ts'
import { readerOn, tokenOf } from '../people/reader.ts'
import { appealFor } from './appeal.ts'
import { reportComment } from './report.ts'

/** What readers answer: to others' comments by reporting them, to a refusal by an appeal, to a warning. */
export function answerRoutes(deps: Deps, budgets: Budgets): Slice {
  const readerFrom = (c: Context) => ({ token: tokenOf(c), origin: c.req.header('origin'), client: deps.client(c) })
  return new Slice()
    .on(
      {
        method: 'post',
        path: '/api/comments/:id/reports',
        summary: 'Report a comment, once for each reader; again answers the same',
        who: 'reader',
        params: wire.IdParams,
        body: wireActs.ReportRequest,
        answers: { 201: wireActs.ReportAnswer },
      },
      async ({ params, body }, c) => {
        c.header('Cache-Control', 'private, no-store')
        return c.json(await reportComment(deps, budgets, params.id, body, readerFrom(c)), 201)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/comments/:id/appeal',
        summary: 'Ask, once, that somebody look again at a comment of one’s own that was refused',
        who: 'reader',
        params: wire.IdParams,
        body: wireActs.AppealRequest,
        answers: { 201: wire.CommentAnswer },
      },
      async ({ params, body }, c) => {
        c.header('Cache-Control', 'private, no-store')
        return c.json({ comment: await appealFor(deps, budgets, params.id, body.text, readerFrom(c)) }, 201)
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/me/acknowledge',
        summary: 'I have read the warning that a moderator gave me',
        who: 'reader',
        body: wireActs.AcknowledgeRequest,
        answers: { 204: null },
      },
      async ({ body }, c) => {
        const { token, origin } = readerFrom(c)
        const site = await siteNamed(deps, body.site)
        fromPageOf(site, origin)
        await deps.store.standing.acknowledge(site.id, readerOn(site.id, token), deps.clock())
        return c.body(null, 204)
      },
    )
}
