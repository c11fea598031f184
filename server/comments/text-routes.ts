import type { Context } from 'hono'
import { siteNamed } from '../articles/open.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Slice } from '../http/slice.ts'
import * as wire from '../http/wire.ts'
import { tokenOf } from '../people/reader.ts'
import { editionsOf } from './editions.ts'
import { treeOf } from './markdown.ts'
import { restoreComment } from './restore.ts'
import { reviseComment, sourceOf } from './revise.ts'
import { cleanText } from './text.ts'

/** What authors do with texts of their own after they were posted, and how a text looks before. */
export function textRoutes(deps: Deps, budgets: Budgets): Slice {
  const asker = (c: Context) => ({ token: tokenOf(c), origin: c.req.header('origin') })
  return new Slice()
    .on(
      {
        method: 'patch',
        path: '/api/comments/:id',
        summary: 'Change the text of a comment of one’s own; the rules judge it anew. The same text changes nothing',
        who: 'reader',
        params: wire.IdParams,
        body: wire.ReviseRequest,
        answers: { 200: wire.CommentAnswer },
      },
      async ({ params, body }, c) => {
        c.header('Cache-Control', 'private, no-store')
        const comment = await reviseComment(deps, budgets, params.id, body, { ...asker(c), client: deps.client(c) })
        return c.json({ comment })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/comments/:id/source',
        summary: 'What the author of a comment typed, and for how long it may be changed',
        who: 'reader',
        params: wire.IdParams,
        answers: { 200: wire.Source },
      },
      async ({ params }, c) => {
        c.header('Cache-Control', 'private, no-store')
        return c.json(await sourceOf(deps, params.id, asker(c)))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/comments/:id/restore',
        summary: 'Take back, within 30 days, that one has deleted a comment of one’s own',
        who: 'reader',
        params: wire.IdParams,
        answers: { 200: wire.CommentAnswer },
      },
      async ({ params }, c) => {
        c.header('Cache-Control', 'private, no-store')
        const reader = { ...asker(c), client: deps.client(c) }
        return c.json({ comment: await restoreComment(deps, budgets, params.id, reader) })
      },
    )
    .on(
      {
        method: 'get',
        path: '/api/comments/:id/editions',
        summary: 'What an edited comment said before: to all where the site shows it, with a token to its author',
        who: 'anyone',
        params: wire.IdParams,
        answers: { 200: wire.Editions },
      },
      async ({ params }, c) => {
        const token = c.req.header('authorization') ? tokenOf(c) : null
        // Each earlier text is made into a tree anew.
        budgets.spend('editions', { client: deps.client(c) }, deps.clock())
        c.header('Cache-Control', token === null ? 'no-cache' : 'private, no-store')
        return c.json(await editionsOf(deps, params.id, token, c.req.header('origin')))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/preview',
        summary: 'How a text will look. As text/plain it needs no preflight',
        who: 'anyone',
        body: wire.PreviewRequest,
        answers: { 200: wire.Preview },
      },
      async ({ body: { site, text, names } }, c) => {
        budgets.spend('preview', { client: deps.client(c), site }, deps.clock())
        await siteNamed(deps, site)
        c.header('Cache-Control', 'no-store')
        return c.json({ tree: treeOf(cleanText(text), names) })
      },
    )
}
